import { Controller, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Answer, OutsideUnitOfWork, Public } from '@loctelli/core/server';
import { webhookTaken } from '../../contract.ts';
import { IncomingService } from './incoming.ts';

const token = z.string().min(1).max(100);

@ApiTags('webhooks')
@Controller('webhooks/in')
@Public()
export class DoorController {
  constructor(private readonly incoming: IncomingService) {}

  /** Where other programs send: any body that is JSON or a form. */
  @Post(':token')
  @OutsideUnitOfWork()
  @Answer(webhookTaken, 202)
  takeWebhook(@Param('token', { schema: token }) address: string, @Req() request: FastifyRequest) {
    return this.incoming.take(address, request);
  }
}
