import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can, NoAnswer } from '@loctelli/core/server';
import type { z } from 'zod';
import { goal, goalCreate, goalList, goalQuery, goalUpdate, type GoalCreate, type GoalUpdate } from '../../contract.ts';
import { GoalsService } from './goals.service.ts';

@ApiTags('analytics')
@Controller('analytics/goals')
export class GoalsController {
  constructor(private readonly goals: GoalsService) {}

  @Get()
  @Can('analytics.read')
  @Answer(goalList)
  async list(@Query({ schema: goalQuery }) { locale }: z.infer<typeof goalQuery>) {
    return { items: await this.goals.list(locale) };
  }

  @Post()
  @Can('analytics.manage')
  @Answer(goal, 201)
  create(@Body({ schema: goalCreate }) input: GoalCreate) {
    return this.goals.create(input);
  }

  @Patch(':id')
  @Can('analytics.manage')
  @Answer(goal)
  update(@Param('id', { schema: id }) goalId: number, @Body({ schema: goalUpdate }) input: GoalUpdate) {
    return this.goals.update(goalId, input);
  }

  @Delete(':id')
  @Can('analytics.manage')
  @NoAnswer()
  remove(@Param('id', { schema: id }) goalId: number) {
    return this.goals.remove(goalId);
  }
}
