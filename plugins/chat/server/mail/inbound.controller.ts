import { Controller, Headers, Post, Req } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Answer, OutsideUnitOfWork, Public } from '@loctelli/core/server';
import { inboundMailResult, inboundSignatureHeader } from '../../contract.ts';
import { InboundMail } from './inbound-mail.ts';

@ApiTags('chat')
@Controller('chat/mail')
export class InboundMailController {
  constructor(private readonly mail: InboundMail) {}

  @Post('inbound')
  @Public()
  @OutsideUnitOfWork()
  @ApiConsumes('message/rfc822')
  @Answer(inboundMailResult)
  takeMail(@Req() request: FastifyRequest, @Headers(inboundSignatureHeader) signature?: string) {
    return this.mail.take(request.body, signature);
  }
}
