import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can, NoAnswer } from '@loctelli/core/server';
import { eventType, eventTypeCreate, eventTypeList, eventTypeUpdate, hostChoices } from '../../contract.ts';
import type { EventTypeCreate, EventTypeUpdate } from '../../contract.ts';
import { EventTypesService } from './event-types.service.ts';

@ApiTags('bookings')
@Controller('bookings')
export class EventTypesController {
  constructor(private readonly types: EventTypesService) {}

  @Get('event-types')
  @Can('bookings.read')
  @Answer(eventTypeList)
  getEventTypes() {
    return this.types.list();
  }

  @Get('event-types/:eventTypeId')
  @Can('bookings.read')
  @Answer(eventType)
  getEventType(@Param('eventTypeId', { schema: id }) eventTypeId: number) {
    return this.types.get(eventTypeId);
  }

  @Post('event-types')
  @Can('bookings.configure')
  @Answer(eventType, 201)
  createEventType(@Body({ schema: eventTypeCreate }) input: EventTypeCreate) {
    return this.types.create(input);
  }

  @Patch('event-types/:eventTypeId')
  @Can('bookings.configure')
  @Answer(eventType)
  updateEventType(@Param('eventTypeId', { schema: id }) eventTypeId: number, @Body({ schema: eventTypeUpdate }) input: EventTypeUpdate) {
    return this.types.update(eventTypeId, input);
  }

  @Delete('event-types/:eventTypeId')
  @Can('bookings.configure')
  @NoAnswer()
  deleteEventType(@Param('eventTypeId', { schema: id }) eventTypeId: number) {
    return this.types.remove(eventTypeId);
  }

  @Get('hosts')
  @Can('bookings.read')
  @Answer(hostChoices)
  getHostChoices() {
    return this.types.hosts();
  }
}
