import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can, NoAnswer } from '@loctelli/core/server';
import { strategy, strategyCreate, strategyPage, strategyQuery, strategyState, strategyUpdate, triggerChoices } from '../../contract.ts';
import type { StrategyCreate, StrategyQuery, StrategyState, StrategyUpdate } from '../../contract.ts';
import { StrategiesService } from './strategies.service.ts';
import { StrategyList } from './strategy-list.ts';
import { StrategyStates } from './strategy-states.ts';
import { TriggerChoices } from './trigger-choices.ts';

@ApiTags('strategies')
@Controller('strategies')
export class StrategiesController {
  constructor(
    private readonly strategies: StrategiesService,
    private readonly list: StrategyList,
    private readonly states: StrategyStates,
    private readonly triggers: TriggerChoices,
  ) {}

  @Get()
  @Can('strategies.read')
  @Answer(strategyPage)
  getStrategies(@Query({ schema: strategyQuery }) query: StrategyQuery) {
    return this.list.page(query);
  }

  @Post()
  @Can('strategies.create')
  @Answer(strategy, 201)
  createStrategy(@Body({ schema: strategyCreate }) input: StrategyCreate) {
    return this.strategies.create(input);
  }

  @Get('triggers')
  @Can('strategies.read')
  @Answer(triggerChoices)
  getTriggers() {
    return this.triggers.list();
  }

  @Get(':strategyId')
  @Can('strategies.read')
  @Answer(strategy)
  getStrategy(@Param('strategyId', { schema: id }) strategyId: number) {
    return this.strategies.get(strategyId);
  }

  @Patch(':strategyId')
  @Can('strategies.update')
  @Answer(strategy)
  updateStrategy(@Param('strategyId', { schema: id }) strategyId: number, @Body({ schema: strategyUpdate }) input: StrategyUpdate) {
    return this.strategies.update(strategyId, input);
  }

  @Delete(':strategyId')
  @Can('strategies.delete')
  @NoAnswer()
  deleteStrategy(@Param('strategyId', { schema: id }) strategyId: number) {
    return this.strategies.remove(strategyId);
  }

  @Post(':strategyId/state')
  @Can('strategies.publish')
  @Answer(strategy)
  setState(@Param('strategyId', { schema: id }) strategyId: number, @Body({ schema: strategyState }) input: StrategyState) {
    return this.states.set(strategyId, input);
  }

  @Post(':strategyId/duplicate')
  @Can('strategies.create')
  @Answer(strategy, 201)
  duplicateStrategy(@Param('strategyId', { schema: id }) strategyId: number) {
    return this.strategies.duplicate(strategyId);
  }
}
