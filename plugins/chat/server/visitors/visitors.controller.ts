import { Body, Controller, Get, Header, Headers, Param, Post, Query, Req, Sse, UseGuards } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { id } from '@loctelli/core';
import { Answer, CrossOrigin, NoAnswer, OutsideUnitOfWork, Public } from '@loctelli/core/server';
import * as contract from '../../contract.ts';
import { fileOf } from '../attachments/sent-file.ts';
import { KnownVisitorGuard } from './known-visitor.guard.ts';
import { VisitorChat } from './visitor-chat.ts';
import { VisitorSessions } from './visitor-session.ts';
import { WidgetSettings } from './widget-settings.ts';

const largestUpload = 8 * 1024 * 1024;
const visitor = contract.visitorHeader;

@ApiTags('chat')
@Controller('chat/visitor')
@Public()
@CrossOrigin('allowedOrigins')
export class VisitorsController {
  constructor(
    private readonly chat: VisitorChat,
    private readonly sessions: VisitorSessions,
    private readonly settings: WidgetSettings,
  ) {}

  @Get('config')
  @Answer(contract.widgetConfig)
  getConfig() {
    return this.settings.config();
  }

  @Post('session')
  @Answer(contract.visitorSession)
  start(@Body({ schema: contract.visitorStart }) input: contract.VisitorStart, @Headers(visitor) token?: string) {
    return this.sessions.start(token, input);
  }

  @Get('messages')
  @Answer(contract.visitorMessages)
  getMessages(@Query({ schema: contract.visitorMessageQuery }) query: contract.VisitorMessageQuery, @Headers(visitor) token?: string) {
    return this.chat.messages(token, query);
  }

  @Post('messages')
  @Answer(contract.visitorMessage, 201)
  send(@Body({ schema: contract.visitorSend }) input: contract.VisitorSend, @Headers(visitor) token?: string) {
    return this.chat.send(token, input);
  }

  @Sse('stream')
  @UseGuards(KnownVisitorGuard)
  stream(@Query({ schema: contract.visitorStreamQuery }) { after }: { after: number }, @Headers(visitor) token?: string, @Headers('last-event-id') last?: string) {
    return this.chat.stream(token, /^\d{1,9}$/.test(last ?? '') ? Number(last) : after);
  }

  @Post('attachments')
  @OutsideUnitOfWork()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @Answer(contract.chatAttachment, 201)
  upload(@Req() request: FastifyRequest, @Headers(visitor) token?: string) {
    return this.chat.upload(token, () => fileOf(request, largestUpload));
  }

  @Get('attachments/:attachmentId/content')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  getAttachment(@Param('attachmentId', { schema: id }) attachmentId: number, @Headers(visitor) token?: string) {
    return this.chat.content(token, attachmentId);
  }

  @Post('typing')
  @NoAnswer()
  tellTyping(@Body({ schema: contract.conversationTyping }) { typing }: { typing: boolean }, @Headers(visitor) token?: string) {
    return this.chat.typing(token, typing);
  }

  @Post('read')
  @NoAnswer()
  markRead(@Body({ schema: contract.conversationSeen }) { sequence }: { sequence?: number }, @Headers(visitor) token?: string) {
    return this.chat.read(token, sequence);
  }

  @Post('offline')
  @Answer(contract.visitorSession, 201)
  leave(@Body({ schema: contract.offlineForm }) input: contract.OfflineForm, @Headers(visitor) token?: string) {
    return this.chat.leave(token, input);
  }
}
