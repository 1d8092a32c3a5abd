import { Body, Controller, Get, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { id, pageQuery, type PageQuery } from '@loctelli/core';
import { Answer, Can, OutsideUnitOfWork, problem } from '@loctelli/core/server';
import { clientErrors, clientImport, clientImportMapping, clientImportPage, clientImportPreview } from '../../contract.ts';
import { ErrorFile } from './error-file.ts';
import { ImportsService } from './imports.service.ts';
import { ImportPreview } from './preview.ts';

@ApiTags('clients')
@Controller('clients/imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly previews: ImportPreview,
    private readonly errors: ErrorFile,
  ) {}

  @Post()
  @Can('clients.import')
  @OutsideUnitOfWork()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @Answer(clientImport, 201)
  async uploadImport(@Req() request: FastifyRequest) {
    const part = request.isMultipart() ? await request.file() : undefined;
    if (!part) throw problem(clientErrors.fileMissing);
    return this.imports.upload(part.filename || 'import.csv', part.file);
  }

  @Get()
  @Can('clients.import')
  @Answer(clientImportPage)
  getImports(@Query({ schema: pageQuery }) query: PageQuery) {
    return this.imports.list(query);
  }

  @Get(':importId')
  @Can('clients.import')
  @Answer(clientImport)
  getImport(@Param('importId', { schema: id }) importId: number) {
    return this.imports.get(importId);
  }

  @Put(':importId/mapping')
  @Can('clients.import')
  @Answer(clientImport)
  mapImport(
    @Param('importId', { schema: id }) importId: number,
    @Body({ schema: clientImportMapping }) { mapping, rule }: z.infer<typeof clientImportMapping>,
  ) {
    return this.imports.map(importId, mapping, rule);
  }

  @Post(':importId/preview')
  @Can('clients.import')
  @Answer(clientImportPreview)
  previewImport(@Param('importId', { schema: id }) importId: number) {
    return this.previews.of(importId);
  }

  @Post(':importId/start')
  @Can('clients.import')
  @Answer(clientImport, 202)
  startImport(@Param('importId', { schema: id }) importId: number) {
    return this.imports.start(importId);
  }

  @Post(':importId/cancel')
  @Can('clients.import')
  @Answer(clientImport)
  cancelImport(@Param('importId', { schema: id }) importId: number) {
    return this.imports.cancel(importId);
  }

  @Post(':importId/undo')
  @Can('clients.import')
  @Answer(clientImport, 202)
  undoImport(@Param('importId', { schema: id }) importId: number) {
    return this.imports.undo(importId);
  }

  @Get(':importId/errors')
  @Can('clients.import')
  downloadErrors(@Param('importId', { schema: id }) importId: number) {
    return this.errors.csv(importId);
  }
}
