import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can } from '@loctelli/core/server';
import { resultsQuery, strategyResults, type ResultsQuery } from '../../contract.ts';
import { ResultsService } from './results.service.ts';

@ApiTags('strategies')
@Controller('strategies/:strategyId/results')
export class ResultsController {
  constructor(private readonly results: ResultsService) {}

  @Get()
  @Can('strategies.read')
  @Answer(strategyResults)
  getResults(@Param('strategyId', { schema: id }) strategyId: number, @Query({ schema: resultsQuery }) { number }: ResultsQuery) {
    return this.results.get(strategyId, number);
  }
}
