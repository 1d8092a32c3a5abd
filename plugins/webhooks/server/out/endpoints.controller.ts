import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { eventTypeList, id } from '@loctelli/core';
import { Answer, Can, EventLog, NoAnswer } from '@loctelli/core/server';
import { webhookDeliveryDetail, webhookEndpoint, webhookEndpointCreate, webhookEndpointList, webhookEndpointUpdate, webhookEndpointWithSecret, webhookRotate, webhookTest } from '../../contract.ts';
import type { WebhookEndpointCreate, WebhookEndpointUpdate } from '../../contract.ts';
import { DeliveriesService } from './deliveries.service.ts';
import { EndpointsService } from './endpoints.service.ts';

@ApiTags('webhooks')
@Controller('webhooks')
@Can('webhooks.read')
export class EndpointsController {
  constructor(
    private readonly endpoints: EndpointsService,
    private readonly deliveries: DeliveriesService,
    private readonly events: EventLog,
  ) {}

  @Get('event-types')
  @Answer(eventTypeList)
  async getEventTypes() {
    return { items: await this.events.types() };
  }

  @Get('endpoints')
  @Answer(webhookEndpointList)
  async getEndpoints() {
    return { items: await this.endpoints.list() };
  }

  @Post('endpoints')
  @Can('webhooks.manage')
  @Answer(webhookEndpointWithSecret, 201)
  createEndpoint(@Body({ schema: webhookEndpointCreate }) input: WebhookEndpointCreate) {
    return this.endpoints.create(input);
  }

  @Get('endpoints/:id')
  @Answer(webhookEndpoint)
  getEndpoint(@Param('id', { schema: id }) endpointId: number) {
    return this.endpoints.get(endpointId);
  }

  @Patch('endpoints/:id')
  @Can('webhooks.manage')
  @Answer(webhookEndpoint)
  updateEndpoint(@Param('id', { schema: id }) endpointId: number, @Body({ schema: webhookEndpointUpdate }) input: WebhookEndpointUpdate) {
    return this.endpoints.update(endpointId, input);
  }

  @Delete('endpoints/:id')
  @Can('webhooks.manage')
  @NoAnswer()
  deleteEndpoint(@Param('id', { schema: id }) endpointId: number) {
    return this.endpoints.remove(endpointId);
  }

  @Post('endpoints/:id/rotate')
  @Can('webhooks.manage')
  @Answer(webhookEndpointWithSecret)
  rotateSecret(@Param('id', { schema: id }) endpointId: number, @Body({ schema: webhookRotate }) input: { overlapHours: number }) {
    return this.endpoints.rotate(endpointId, input);
  }

  @Post('endpoints/:id/end-overlap')
  @Can('webhooks.manage')
  @Answer(webhookEndpoint)
  endOverlap(@Param('id', { schema: id }) endpointId: number) {
    return this.endpoints.endOverlap(endpointId);
  }

  @Post('endpoints/:id/resume')
  @Can('webhooks.manage')
  @Answer(webhookEndpoint)
  resumeEndpoint(@Param('id', { schema: id }) endpointId: number) {
    return this.endpoints.resume(endpointId);
  }

  @Post('endpoints/:id/test')
  @Can('webhooks.manage')
  @Answer(webhookDeliveryDetail, 202)
  async testEndpoint(@Param('id', { schema: id }) endpointId: number, @Body({ schema: webhookTest }) { type }: { type: string }) {
    return this.deliveries.get(await this.endpoints.test(endpointId, type));
  }
}
