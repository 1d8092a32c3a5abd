import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { id } from '@loctelli/core';
import { Answer, Can, NoAnswer } from '@loctelli/core/server';
import { webhookReceiptDetail, webhookReceiptPage, webhookReceiptQuery, webhookReceiver, webhookReceiverCreate, webhookReceiverList, webhookReceiverUpdate, webhookReceiverWithSecret, webhookSample } from '../../contract.ts';
import type { WebhookReceiptQuery } from '../../contract.ts';
import { ReceiptsService } from './receipts.service.ts';
import { ReceiversService } from './receivers.service.ts';

@ApiTags('webhooks')
@Controller('webhooks')
@Can('webhooks.read')
export class ReceiversController {
  constructor(
    private readonly receivers: ReceiversService,
    private readonly receipts: ReceiptsService,
  ) {}

  @Get('receivers')
  @Answer(webhookReceiverList)
  async getReceivers() {
    return { items: await this.receivers.list() };
  }

  @Post('receivers')
  @Can('webhooks.manage')
  @Answer(webhookReceiverWithSecret, 201)
  createReceiver(@Body({ schema: webhookReceiverCreate }) input: z.output<typeof webhookReceiverCreate>) {
    return this.receivers.create(input);
  }

  @Get('receivers/:id')
  @Answer(webhookReceiver)
  getReceiver(@Param('id', { schema: id }) receiverId: number) {
    return this.receivers.get(receiverId);
  }

  @Patch('receivers/:id')
  @Can('webhooks.manage')
  @Answer(webhookReceiverWithSecret)
  updateReceiver(@Param('id', { schema: id }) receiverId: number, @Body({ schema: webhookReceiverUpdate }) input: z.output<typeof webhookReceiverUpdate>) {
    return this.receivers.update(receiverId, input);
  }

  @Delete('receivers/:id')
  @Can('webhooks.manage')
  @NoAnswer()
  deleteReceiver(@Param('id', { schema: id }) receiverId: number) {
    return this.receivers.remove(receiverId);
  }

  @Post('receivers/:id/secret')
  @Can('webhooks.manage')
  @Answer(webhookReceiverWithSecret)
  renewSecret(@Param('id', { schema: id }) receiverId: number) {
    return this.receivers.newSecret(receiverId);
  }

  @Post('receivers/:id/address')
  @Can('webhooks.manage')
  @Answer(webhookReceiver)
  renewAddress(@Param('id', { schema: id }) receiverId: number) {
    return this.receivers.newAddress(receiverId);
  }

  @Get('receivers/:id/sample')
  @Answer(webhookSample)
  getSample(@Param('id', { schema: id }) receiverId: number) {
    return this.receivers.sample(receiverId);
  }

  @Get('receipts')
  @Answer(webhookReceiptPage)
  getReceipts(@Query({ schema: webhookReceiptQuery }) query: WebhookReceiptQuery) {
    return this.receipts.list(query);
  }

  @Get('receipts/:id')
  @Answer(webhookReceiptDetail)
  getReceipt(@Param('id', { schema: id }) receiptId: number) {
    return this.receipts.get(receiptId);
  }

  @Post('receipts/:id/replay')
  @Can('webhooks.manage')
  @Answer(webhookReceiptDetail, 202)
  replayReceipt(@Param('id', { schema: id }) receiptId: number) {
    return this.receipts.replay(receiptId);
  }
}
