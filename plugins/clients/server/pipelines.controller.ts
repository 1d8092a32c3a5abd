import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can, NoAnswer } from '@loctelli/core/server';
import { lostReason, lostReasonCreate, lostReasonList, lostReasonUpdate, pipeline, pipelineCreate, pipelineList, pipelineUpdate } from '../contract.ts';
import type { LostReasonUpdate, PipelineCreate, PipelineUpdate } from '../contract.ts';
import { LostReasonsService } from './lost-reasons.service.ts';
import { PipelinesService } from './pipelines.service.ts';

@ApiTags('clients')
@Controller('clients/pipelines')
export class PipelinesController {
  constructor(private readonly pipelines: PipelinesService) {}

  @Get()
  @Can('clients.read')
  @Answer(pipelineList)
  async getPipelines() {
    return { items: await this.pipelines.list() };
  }

  @Post()
  @Can('clients.configure')
  @Answer(pipeline, 201)
  createPipeline(@Body({ schema: pipelineCreate }) input: PipelineCreate) {
    return this.pipelines.create(input);
  }

  @Patch(':pipelineId')
  @Can('clients.configure')
  @Answer(pipeline)
  updatePipeline(@Param('pipelineId', { schema: id }) pipelineId: number, @Body({ schema: pipelineUpdate }) input: PipelineUpdate) {
    return this.pipelines.update(pipelineId, input);
  }
}

@ApiTags('clients')
@Controller('clients/lost-reasons')
export class LostReasonsController {
  constructor(private readonly reasons: LostReasonsService) {}

  @Get()
  @Can('clients.read')
  @Answer(lostReasonList)
  async getLostReasons() {
    return { items: await this.reasons.list() };
  }

  @Post()
  @Can('clients.configure')
  @Answer(lostReason, 201)
  createLostReason(@Body({ schema: lostReasonCreate }) { label }: { label: string }) {
    return this.reasons.create(label);
  }

  @Patch(':reasonId')
  @Can('clients.configure')
  @Answer(lostReason)
  updateLostReason(@Param('reasonId', { schema: id }) reasonId: number, @Body({ schema: lostReasonUpdate }) input: LostReasonUpdate) {
    return this.reasons.update(reasonId, input);
  }

  /** Puts it away: clients that were lost for it go on saying so. */
  @Delete(':reasonId')
  @Can('clients.configure')
  @NoAnswer()
  deleteLostReason(@Param('reasonId', { schema: id }) reasonId: number) {
    return this.reasons.archive(reasonId);
  }
}
