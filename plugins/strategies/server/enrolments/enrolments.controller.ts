import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can } from '@loctelli/core/server';
import { enrol, enrolMany, enrolment, enrolmentAct, enrolmentFull, enrolmentPage, enrolmentQuery, enrolRun } from '../../contract.ts';
import type { Enrol, EnrolMany, EnrolmentAct, EnrolmentQuery } from '../../contract.ts';
import { EnrolManyService } from './enrol-many.service.ts';
import { EnrolmentList } from './enrolment-list.ts';
import { EnrolmentsService } from './enrolments.service.ts';

@ApiTags('strategies')
@Controller('strategies/enrolments')
export class EnrolmentsController {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly list: EnrolmentList,
    private readonly many: EnrolManyService,
  ) {}

  @Get()
  @Can('strategies.enrolments')
  @Answer(enrolmentPage)
  getEnrolments(@Query({ schema: enrolmentQuery }) query: EnrolmentQuery) {
    return this.list.page(query);
  }

  @Post()
  @Can('strategies.enrol')
  @Answer(enrolment, 201)
  enrol(@Body({ schema: enrol }) input: Enrol) {
    return this.enrolments.enrol(input);
  }

  @Post('many')
  @Can('strategies.enrol')
  @Answer(enrolRun, 202)
  enrolMany(@Body({ schema: enrolMany }) input: EnrolMany) {
    return this.many.start(input);
  }

  @Get('many/:runId')
  @Can('strategies.enrol')
  @Answer(enrolRun)
  getEnrolRun(@Param('runId', { schema: id }) runId: number) {
    return this.many.get(runId);
  }

  /** Stops whoever it enrolled and is still on the way. */
  @Post('many/:runId/undo')
  @Can('strategies.enrol')
  @Answer(enrolRun)
  undoEnrolRun(@Param('runId', { schema: id }) runId: number) {
    return this.many.undo(runId);
  }

  @Get(':enrolmentId')
  @Can('strategies.enrolments')
  @Answer(enrolmentFull)
  getEnrolment(@Param('enrolmentId', { schema: id }) enrolmentId: number) {
    return this.list.get(enrolmentId);
  }

  @Post(':enrolmentId/act')
  @Can('strategies.enrol')
  @Answer(enrolment)
  act(@Param('enrolmentId', { schema: id }) enrolmentId: number, @Body({ schema: enrolmentAct }) input: EnrolmentAct) {
    return this.enrolments.act(enrolmentId, input);
  }
}
