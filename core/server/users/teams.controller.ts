import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, team, teamCreate, teamList, teamMembers, teamRemoval, teamUpdate } from '@loctelli/core';
import type { z } from 'zod';
import { Can } from '../access/route.decorators.ts';
import { Answer, NoAnswer } from '../http/answer.decorator.ts';
import { TeamsService } from './teams.service.ts';

@ApiTags('teams')
@Controller('teams')
export class TeamsController {
  constructor(private readonly teams: TeamsService) {}

  @Get()
  @Can('users.read')
  @Answer(teamList)
  list() {
    return this.teams.list();
  }

  @Post()
  @Can('users.update')
  @Answer(team, 201)
  create(@Body({ schema: teamCreate }) { name }: z.infer<typeof teamCreate>) {
    return this.teams.create(name);
  }

  @Patch(':id')
  @Can('users.update')
  @Answer(team)
  rename(@Param('id', { schema: id }) teamId: number, @Body({ schema: teamUpdate }) { version, name }: z.infer<typeof teamUpdate>) {
    return this.teams.rename(teamId, version, name);
  }

  @Delete(':id')
  @Can('users.update')
  @NoAnswer()
  remove(@Param('id', { schema: id }) teamId: number, @Query({ schema: teamRemoval }) { moveTo }: z.infer<typeof teamRemoval>) {
    return this.teams.remove(teamId, moveTo);
  }

  @Post(':id/members')
  @Can('users.update')
  @Answer(team)
  add(@Param('id', { schema: id }) teamId: number, @Body({ schema: teamMembers }) { userIds }: z.infer<typeof teamMembers>) {
    return this.teams.add(teamId, userIds);
  }

  @Delete(':id/members/:userId')
  @Can('users.update')
  @NoAnswer()
  release(@Param('id', { schema: id }) teamId: number, @Param('userId', { schema: id }) userId: number) {
    return this.teams.release(teamId, userId);
  }
}
