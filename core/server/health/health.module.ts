import { Module } from '@nestjs/common';
import { Readiness } from './readiness.ts';
import { StatusController } from './status.controller.ts';

@Module({ controllers: [StatusController], providers: [Readiness], exports: [Readiness] })
export class HealthModule {}
