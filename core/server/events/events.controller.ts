import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { eventLogPage, eventLogQuery, eventTypeList } from '@loctelli/core';
import type { z } from 'zod';
import { Can } from '../access/route.decorators.ts';
import { Answer } from '../http/answer.decorator.ts';
import { EventLog } from './event-log.ts';

@ApiTags('events')
@Controller('events')
@Can('events.read')
export class EventsController {
  constructor(private readonly log: EventLog) {}

  /** Events after a cursor: for programs that were away. Keep `cursor` and ask again. */
  @Get()
  @Answer(eventLogPage)
  list(@Query({ schema: eventLogQuery }) query: z.infer<typeof eventLogQuery>) {
    return this.log.page(query);
  }

  @Get('types')
  @Answer(eventTypeList)
  async types() {
    return { items: await this.log.types() };
  }
}
