import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answer, Can, OutsideUnitOfWork } from '@loctelli/core/server';
import type { z } from 'zod';
import { agencyAnswer, agencyAsk, languageQuery, metricInfoList, type AgencyAsk } from '../../contract.ts';
import { AgencyService } from './agency.service.ts';

@ApiTags('analytics')
@Controller('analytics/agency')
export class AgencyController {
  constructor(private readonly agency: AgencyService) {}

  /** Numbers that tenants can be compared by. */
  @Get('metrics')
  @Can('analytics.agency')
  @Answer(metricInfoList)
  async getMetrics(@Query({ schema: languageQuery }) { locale }: z.infer<typeof languageQuery>) {
    return { items: await this.agency.list(locale) };
  }

  @Post()
  @Can('analytics.agency')
  @OutsideUnitOfWork()
  @Answer(agencyAnswer)
  compare(@Body({ schema: agencyAsk }) input: AgencyAsk) {
    return this.agency.compare(input);
  }
}
