import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can } from '@loctelli/core/server';
import { diffQuery, publish, rollBack, strategy, strategyDiff, strategyVersionFull, strategyVersionList } from '../../contract.ts';
import type { DiffQuery, Publish, RollBack } from '../../contract.ts';
import { Publishing } from './publishing.ts';
import { VersionsService } from './versions.service.ts';

@ApiTags('strategies')
@Controller('strategies/:strategyId')
export class VersionsController {
  constructor(
    private readonly versions: VersionsService,
    private readonly publishing: Publishing,
  ) {}

  @Get('versions')
  @Can('strategies.read')
  @Answer(strategyVersionList)
  getVersions(@Param('strategyId', { schema: id }) strategyId: number) {
    return this.versions.list(strategyId);
  }

  @Get('versions/:number')
  @Can('strategies.read')
  @Answer(strategyVersionFull)
  getVersion(@Param('strategyId', { schema: id }) strategyId: number, @Param('number', { schema: id }) number: number) {
    return this.versions.get(strategyId, number);
  }

  @Get('diff')
  @Can('strategies.read')
  @Answer(strategyDiff)
  getDiff(@Param('strategyId', { schema: id }) strategyId: number, @Query({ schema: diffQuery }) query: DiffQuery) {
    return this.versions.diff(strategyId, query);
  }

  @Post('publish')
  @Can('strategies.publish')
  @Answer(strategy)
  publish(@Param('strategyId', { schema: id }) strategyId: number, @Body({ schema: publish }) input: Publish) {
    return this.publishing.publish(strategyId, input);
  }

  @Post('roll-back')
  @Can('strategies.publish')
  @Answer(strategy)
  rollBack(@Param('strategyId', { schema: id }) strategyId: number, @Body({ schema: rollBack }) input: RollBack) {
    return this.publishing.rollBack(strategyId, input);
  }
}
