import { Body, Controller, Delete, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can, NoAnswer } from '@loctelli/core/server';
import { clientField, clientFieldCreate, clientFieldList, clientFieldOrder, clientFieldUpdate } from '../contract.ts';
import type { ClientFieldCreate, ClientFieldUpdate } from '../contract.ts';
import { FieldsService } from './fields.service.ts';

@ApiTags('clients')
@Controller('clients/fields')
export class FieldsController {
  constructor(private readonly fields: FieldsService) {}

  @Get()
  @Can('clients.read')
  @Answer(clientFieldList)
  async getFields() {
    return { items: await this.fields.list() };
  }

  @Post()
  @Can('clients.configure')
  @Answer(clientField, 201)
  createField(@Body({ schema: clientFieldCreate }) input: ClientFieldCreate) {
    return this.fields.create(input);
  }

  @Put('order')
  @Can('clients.configure')
  @Answer(clientFieldList)
  async orderFields(@Body({ schema: clientFieldOrder }) { ids }: { ids: number[] }) {
    return { items: await this.fields.order(ids) };
  }

  @Patch(':fieldId')
  @Can('clients.configure')
  @Answer(clientField)
  updateField(@Param('fieldId', { schema: id }) fieldId: number, @Body({ schema: clientFieldUpdate }) input: ClientFieldUpdate) {
    return this.fields.update(fieldId, input);
  }

  @Delete(':fieldId')
  @Can('clients.configure')
  @NoAnswer()
  deleteField(@Param('fieldId', { schema: id }) fieldId: number) {
    return this.fields.remove(fieldId);
  }
}
