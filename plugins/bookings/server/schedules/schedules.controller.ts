import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can, NoAnswer } from '@loctelli/core/server';
import { holiday, holidayCreate, holidayList, schedule, scheduleCreate, scheduleList, schedulePreview, schedulePreviewRequest, scheduleQuery, scheduleUpdate } from '../../contract.ts';
import type { ScheduleCreate, SchedulePreviewRequest, ScheduleUpdate } from '../../contract.ts';
import { HolidaysService } from './holidays.service.ts';
import { SchedulesService } from './schedules.service.ts';

@ApiTags('bookings')
@Controller('bookings')
export class SchedulesController {
  constructor(
    private readonly schedules: SchedulesService,
    private readonly holidays: HolidaysService,
  ) {}

  @Get('schedules')
  @Can('bookings.availability')
  @Answer(scheduleList)
  getSchedules(@Query({ schema: scheduleQuery }) { userId }: { userId?: number }) {
    return this.schedules.list(userId);
  }

  @Post('schedules/preview')
  @Can('bookings.availability')
  @Answer(schedulePreview)
  previewSchedule(@Body({ schema: schedulePreviewRequest }) input: SchedulePreviewRequest) {
    return this.schedules.preview(input);
  }

  @Get('schedules/:scheduleId')
  @Can('bookings.availability')
  @Answer(schedule)
  getSchedule(@Param('scheduleId', { schema: id }) scheduleId: number) {
    return this.schedules.get(scheduleId);
  }

  @Post('schedules')
  @Can('bookings.availability')
  @Answer(schedule, 201)
  createSchedule(@Body({ schema: scheduleCreate }) input: ScheduleCreate) {
    return this.schedules.create(input);
  }

  @Patch('schedules/:scheduleId')
  @Can('bookings.availability')
  @Answer(schedule)
  updateSchedule(@Param('scheduleId', { schema: id }) scheduleId: number, @Body({ schema: scheduleUpdate }) input: ScheduleUpdate) {
    return this.schedules.update(scheduleId, input);
  }

  @Delete('schedules/:scheduleId')
  @Can('bookings.availability')
  @NoAnswer()
  deleteSchedule(@Param('scheduleId', { schema: id }) scheduleId: number) {
    return this.schedules.remove(scheduleId);
  }

  @Get('holidays')
  @Can('bookings.read')
  @Answer(holidayList)
  getHolidays() {
    return this.holidays.list();
  }

  @Post('holidays')
  @Can('bookings.configure')
  @Answer(holiday, 201)
  createHoliday(@Body({ schema: holidayCreate }) input: { date: string; name: string }) {
    return this.holidays.create(input);
  }

  @Delete('holidays/:holidayId')
  @Can('bookings.configure')
  @NoAnswer()
  deleteHoliday(@Param('holidayId', { schema: id }) holidayId: number) {
    return this.holidays.remove(holidayId);
  }
}
