import { Body, Controller, Delete, Get, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { brandDraft, brandEditor, brandHistory, brandPicture, brandPublish, brandPublished, brandRestore, id, kernelErrors, pictureKinds } from '@loctelli/core';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Can, OutsideUnitOfWork } from '../access/route.decorators.ts';
import { Answer } from '../http/answer.decorator.ts';
import { problem } from '../http/problem.ts';
import { BrandEditing } from './brand-editing.ts';
import { BrandPictures } from './brand-pictures.ts';

const seen = z.object({ version: z.coerce.number().int().min(1) });
const pictureQuery = z.object({ kind: z.enum(pictureKinds) });
const pictureForm = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

@ApiTags('brand')
@Controller('brand')
@Can('brand.update')
export class BrandEditorController {
  constructor(
    private readonly editing: BrandEditing,
    private readonly pictures: BrandPictures,
  ) {}

  @Get('editor')
  @Answer(brandEditor)
  editor() {
    return this.editing.editor();
  }

  @Put('draft')
  @Answer(brandEditor)
  saveDraft(@Body({ schema: brandDraft }) body: z.infer<typeof brandDraft>) {
    return this.editing.saveDraft(body);
  }

  @Delete('draft')
  @Answer(brandEditor)
  discard(@Query({ schema: seen }) { version }: z.infer<typeof seen>) {
    return this.editing.discard(version);
  }

  @Post('publish')
  @OutsideUnitOfWork()
  @Answer(brandPublished)
  publish(@Body({ schema: brandPublish }) { version }: z.infer<typeof brandPublish>) {
    return this.editing.publish(version);
  }

  @Get('publications')
  @Answer(brandHistory)
  history() {
    return this.editing.history();
  }

  @Post('publications/:publicationId/restore')
  @OutsideUnitOfWork()
  @Answer(brandPublished)
  restore(@Param('publicationId', { schema: id }) publicationId: number, @Body({ schema: brandRestore }) body: z.infer<typeof brandRestore>) {
    return this.editing.restore(publicationId, body);
  }

  @Post('pictures')
  @OutsideUnitOfWork()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: pictureForm as never })
  @Answer(brandPicture, 201)
  async upload(@Query({ schema: pictureQuery }) { kind }: z.infer<typeof pictureQuery>, @Req() request: FastifyRequest) {
    const part = request.isMultipart() ? await request.file() : undefined;
    if (!part) throw problem(kernelErrors.unsupportedMedia);
    return this.pictures.upload(kind, part.file);
  }
}
