import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { backgroundJobList, id } from '@loctelli/core';
import { SignedIn, WhilePaused } from '../access/route.decorators.ts';
import { Answer, NoAnswer } from '../http/answer.decorator.ts';
import { BackgroundJobs } from './background-jobs.ts';

@ApiTags('background jobs')
@Controller('background-jobs')
export class BackgroundJobsController {
  constructor(private readonly jobs: BackgroundJobs) {}

  @Get()
  @SignedIn()
  @Answer(backgroundJobList)
  async list() {
    return { items: await this.jobs.list() };
  }

  @Post(':id/dismiss')
  @SignedIn()
  @WhilePaused()
  @NoAnswer()
  dismiss(@Param('id', { schema: id }) jobId: number) {
    return this.jobs.dismiss(jobId);
  }
}
