import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, roleCopy, roleCreate, roleList, roleMatrix, roleRemoval, roleReset, roleUpdate, settledRole } from '@loctelli/core';
import type { z } from 'zod';
import { Can } from '../access/route.decorators.ts';
import { Answer, NoAnswer } from '../http/answer.decorator.ts';
import { RoleMatrixView } from './role-matrix.ts';
import { RolesService } from './roles.service.ts';

@ApiTags('roles')
@Controller('roles')
export class RolesController {
  constructor(
    private readonly roles: RolesService,
    private readonly view: RoleMatrixView,
  ) {}

  @Get()
  @Can('roles.read')
  @Answer(roleList)
  list() {
    return this.roles.list();
  }

  @Get('matrix')
  @Can('roles.read')
  @Answer(roleMatrix)
  matrix() {
    return this.view.show();
  }

  @Post()
  @Can('roles.update')
  @Answer(settledRole, 201)
  create(@Body({ schema: roleCreate }) body: z.infer<typeof roleCreate>) {
    return this.roles.create(body);
  }

  @Post(':id/copy')
  @Can('roles.update')
  @Answer(settledRole, 201)
  copy(@Param('id', { schema: id }) roleId: number, @Body({ schema: roleCopy }) { name }: z.infer<typeof roleCopy>) {
    return this.roles.copy(roleId, name);
  }

  @Post(':id/reset')
  @Can('roles.update')
  @Answer(settledRole)
  reset(@Param('id', { schema: id }) roleId: number, @Body({ schema: roleReset }) { version }: z.infer<typeof roleReset>) {
    return this.roles.reset(roleId, version);
  }

  @Patch(':id')
  @Can('roles.update')
  @Answer(settledRole)
  update(@Param('id', { schema: id }) roleId: number, @Body({ schema: roleUpdate }) body: z.infer<typeof roleUpdate>) {
    return this.roles.update(roleId, body);
  }

  @Delete(':id')
  @Can('roles.update')
  @NoAnswer()
  remove(@Param('id', { schema: id }) roleId: number, @Query({ schema: roleRemoval }) { moveTo }: z.infer<typeof roleRemoval>) {
    return this.roles.remove(roleId, moveTo);
  }
}
