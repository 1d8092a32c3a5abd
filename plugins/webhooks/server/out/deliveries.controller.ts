import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can } from '@loctelli/core/server';
import { webhookDeliveryDetail, webhookDeliveryPage, webhookDeliveryQuery, webhookReplay, webhookReplayCreate, webhookReplayList } from '../../contract.ts';
import type { WebhookDeliveryQuery, WebhookReplayCreate } from '../../contract.ts';
import { DeliveriesService } from './deliveries.service.ts';
import { ReplaysService } from './replays.service.ts';

@ApiTags('webhooks')
@Controller('webhooks')
@Can('webhooks.read')
export class DeliveriesController {
  constructor(
    private readonly deliveries: DeliveriesService,
    private readonly replays: ReplaysService,
  ) {}

  @Get('deliveries')
  @Answer(webhookDeliveryPage)
  getDeliveries(@Query({ schema: webhookDeliveryQuery }) query: WebhookDeliveryQuery) {
    return this.deliveries.list(query);
  }

  @Get('deliveries/:id')
  @Answer(webhookDeliveryDetail)
  getDelivery(@Param('id', { schema: id }) deliveryId: number) {
    return this.deliveries.get(deliveryId);
  }

  @Post('deliveries/:id/replay')
  @Can('webhooks.manage')
  @Answer(webhookDeliveryDetail, 202)
  replayDelivery(@Param('id', { schema: id }) deliveryId: number) {
    return this.deliveries.replay(deliveryId);
  }

  @Get('replays')
  @Answer(webhookReplayList)
  async getRunningReplays() {
    return { items: await this.replays.running() };
  }

  @Post('replays')
  @Can('webhooks.manage')
  @Answer(webhookReplay, 202)
  startReplay(@Body({ schema: webhookReplayCreate }) input: WebhookReplayCreate) {
    return this.replays.start(input);
  }

  @Get('replays/:id')
  @Answer(webhookReplay)
  getReplay(@Param('id', { schema: id }) replayId: number) {
    return this.replays.get(replayId);
  }

  @Post('replays/:id/cancel')
  @Can('webhooks.manage')
  @Answer(webhookReplay)
  cancelReplay(@Param('id', { schema: id }) replayId: number) {
    return this.replays.cancel(replayId);
  }
}
