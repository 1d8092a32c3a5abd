import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, user, userPage, userQuery, userUpdate } from '@loctelli/core';
import type { z } from 'zod';
import { Can } from '../access/route.decorators.ts';
import { Answer } from '../http/answer.decorator.ts';
import { UsersService } from './users.service.ts';

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Can('users.read')
  @Answer(userPage)
  list(@Query({ schema: userQuery }) query: z.infer<typeof userQuery>) {
    return this.users.list(query);
  }

  @Get(':id')
  @Can('users.read')
  @Answer(user)
  get(@Param('id', { schema: id }) userId: number) {
    return this.users.get(userId);
  }

  @Patch(':id')
  @Can('users.update')
  @Answer(user)
  update(@Param('id', { schema: id }) userId: number, @Body({ schema: userUpdate }) body: z.infer<typeof userUpdate>) {
    return this.users.update(userId, body);
  }
}
