import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, role, roleCreate, roleList, roleUpdate } from '@loctelli/core';
import type { z } from 'zod';
import { Can } from '../access/route.decorators.ts';
import { Answer, NoAnswer } from '../http/answer.decorator.ts';
import { RolesService } from './roles.service.ts';

@ApiTags('roles')
@Controller('roles')
export class RolesController {
  constructor(private readonly roles: RolesService) {}

  @Get()
  @Can('roles.read')
  @Answer(roleList)
  list() {
    return this.roles.list();
  }

  @Post()
  @Can('roles.update')
  @Answer(role, 201)
  create(@Body({ schema: roleCreate }) body: z.infer<typeof roleCreate>) {
    return this.roles.create(body);
  }

  @Patch(':id')
  @Can('roles.update')
  @Answer(role)
  update(@Param('id', { schema: id }) roleId: number, @Body({ schema: roleUpdate }) body: z.infer<typeof roleUpdate>) {
    return this.roles.update(roleId, body);
  }

  @Delete(':id')
  @Can('roles.update')
  @NoAnswer()
  remove(@Param('id', { schema: id }) roleId: number) {
    return this.roles.remove(roleId);
  }
}
