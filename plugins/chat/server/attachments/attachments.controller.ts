import { Controller, Get, Header, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { id } from '@loctelli/core';
import { Access, Answer, Can, OutsideUnitOfWork } from '@loctelli/core/server';
import { chatAttachment } from '../../contract.ts';
import { Attachments } from './attachments.service.ts';
import { fileOf } from './sent-file.ts';

@ApiTags('chat')
@Controller('chat/attachments')
export class AttachmentsController {
  constructor(
    private readonly attachments: Attachments,
    private readonly access: Access,
  ) {}

  @Post()
  @Can('chat.reply')
  @OutsideUnitOfWork()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @Answer(chatAttachment, 201)
  async uploadAttachment(@Req() request: FastifyRequest) {
    const { name, bytes } = await fileOf(request);
    return this.attachments.keep(name, bytes, { uploaderId: this.access.user.id });
  }

  @Get(':attachmentId/content')
  @Can('chat.read')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  getAttachment(@Param('attachmentId', { schema: id }) attachmentId: number) {
    return this.attachments.content(attachmentId);
  }
}
