import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can, NoAnswer } from '@loctelli/core/server';
import { schedule, scheduleCreate, scheduleList, scheduleUpdate, type ScheduleCreate, type ScheduleUpdate } from '../../contract.ts';
import { SchedulesService } from './schedules.service.ts';

@ApiTags('analytics')
@Controller('analytics/schedules')
export class SchedulesController {
  constructor(private readonly schedules: SchedulesService) {}

  @Get()
  @Can('analytics.schedule')
  @Answer(scheduleList)
  async list() {
    return { items: await this.schedules.list() };
  }

  @Post()
  @Can('analytics.schedule')
  @Answer(schedule, 201)
  create(@Body({ schema: scheduleCreate }) input: ScheduleCreate) {
    return this.schedules.create(input);
  }

  @Patch(':id')
  @Can('analytics.schedule')
  @Answer(schedule)
  update(@Param('id', { schema: id }) scheduleId: number, @Body({ schema: scheduleUpdate }) input: ScheduleUpdate) {
    return this.schedules.update(scheduleId, input);
  }

  @Delete(':id')
  @Can('analytics.schedule')
  @NoAnswer()
  remove(@Param('id', { schema: id }) scheduleId: number) {
    return this.schedules.remove(scheduleId);
  }

  /** Mails it to the caller now. */
  @Post(':id/test')
  @Can('analytics.schedule')
  @NoAnswer(202)
  test(@Param('id', { schema: id }) scheduleId: number) {
    return this.schedules.test(scheduleId);
  }
}
