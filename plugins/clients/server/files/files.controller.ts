import { Controller, Delete, Get, Header, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { id } from '@loctelli/core';
import { Answer, Can, NoAnswer, OutsideUnitOfWork, problem } from '@loctelli/core/server';
import { clientErrors, clientFile, clientFileList } from '../../contract.ts';
import { ClientFiles } from './files.service.ts';

@ApiTags('clients')
@Controller('clients/:id/files')
export class FilesController {
  constructor(private readonly files: ClientFiles) {}

  @Get()
  @Can('clients.read')
  @Answer(clientFileList)
  getFiles(@Param('id', { schema: id }) clientId: number) {
    return this.files.list(clientId);
  }

  @Post()
  @Can('clients.update')
  @OutsideUnitOfWork()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @Answer(clientFile, 201)
  async addFile(@Param('id', { schema: id }) clientId: number, @Req() request: FastifyRequest) {
    await this.files.demand(clientId);
    const part = request.isMultipart() ? await request.file() : undefined;
    if (!part) throw problem(clientErrors.fileMissing);
    return this.files.add(clientId, part.filename || 'file', part.file);
  }

  @Get(':fileId/content')
  @Can('clients.read')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  @Header('cache-control', 'private, no-store')
  getContent(@Param('id', { schema: id }) clientId: number, @Param('fileId', { schema: id }) fileId: number) {
    return this.files.content(clientId, fileId);
  }

  @Delete(':fileId')
  @Can('clients.update')
  @OutsideUnitOfWork()
  @NoAnswer()
  deleteFile(@Param('id', { schema: id }) clientId: number, @Param('fileId', { schema: id }) fileId: number) {
    return this.files.remove(clientId, fileId);
  }
}
