import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can, NoAnswer } from '@loctelli/core/server';
import { clientTask, clientTaskCreate, clientTaskPage, clientTaskQuery, clientTaskUpdate } from '../../contract.ts';
import type { ClientTaskCreate, ClientTaskQuery, ClientTaskUpdate } from '../../contract.ts';
import { TaskList } from './task-list.ts';
import { TasksService } from './tasks.service.ts';

@ApiTags('clients')
@Controller('clients')
export class TasksController {
  constructor(
    private readonly tasks: TasksService,
    private readonly list: TaskList,
  ) {}

  @Get('tasks')
  @Can('clients.read')
  @Answer(clientTaskPage)
  getTasks(@Query({ schema: clientTaskQuery }) query: ClientTaskQuery) {
    return this.list.page(query);
  }

  @Get('tasks/:taskId')
  @Can('clients.read')
  @Answer(clientTask)
  getTask(@Param('taskId', { schema: id }) taskId: number) {
    return this.tasks.get(taskId);
  }

  @Patch('tasks/:taskId')
  @Can('clients.read')
  @Answer(clientTask)
  updateTask(@Param('taskId', { schema: id }) taskId: number, @Body({ schema: clientTaskUpdate }) input: ClientTaskUpdate) {
    return this.tasks.update(taskId, input);
  }

  @Delete('tasks/:taskId')
  @Can('clients.update')
  @NoAnswer()
  deleteTask(@Param('taskId', { schema: id }) taskId: number) {
    return this.tasks.remove(taskId);
  }

  @Post(':id/tasks')
  @Can('clients.update')
  @Answer(clientTask, 201)
  createTask(@Param('id', { schema: id }) clientId: number, @Body({ schema: clientTaskCreate }) input: ClientTaskCreate) {
    return this.tasks.create(clientId, input);
  }
}
