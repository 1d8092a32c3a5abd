import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { AnyTenantStatus, Public } from '../access/route.decorators.ts';
import { Answer } from '../http/answer.decorator.ts';
import { coreVersion } from '../version.ts';
import { Readiness } from './readiness.ts';

const state = z.enum(['up', 'down']);
const status = z.object({ status: z.enum(['ok', 'degraded']), version: z.string(), postgres: state, redis: state }).meta({ id: 'Status' });

@ApiTags('status')
@Controller('status')
export class StatusController {
  constructor(private readonly readiness: Readiness) {}

  @Get()
  @Public()
  @AnyTenantStatus()
  @Answer(status)
  async get() {
    const { postgres, redis } = await this.readiness.check();
    return { status: postgres === 'up' && redis === 'up' ? 'ok' : 'degraded', version: coreVersion, postgres, redis };
  }
}
