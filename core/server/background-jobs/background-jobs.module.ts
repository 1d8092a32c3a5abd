import { Global, Module } from '@nestjs/common';
import { BackgroundJobs } from './background-jobs.ts';
import { BackgroundJobsController } from './background-jobs.controller.ts';

@Global()
@Module({ controllers: [BackgroundJobsController], providers: [BackgroundJobs], exports: [BackgroundJobs] })
export class BackgroundJobsModule {}
