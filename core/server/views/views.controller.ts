import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, savedView, savedViewCreate, savedViewList, savedViewQuery, savedViewUpdate, type SavedViewCreate, type SavedViewUpdate } from '@loctelli/core';
import type { z } from 'zod';
import { SignedIn } from '../access/route.decorators.ts';
import { Answer, NoAnswer } from '../http/answer.decorator.ts';
import { ViewsService } from './views.service.ts';

@ApiTags('saved views')
@Controller('views')
export class ViewsController {
  constructor(private readonly views: ViewsService) {}

  @Get()
  @SignedIn()
  @Answer(savedViewList)
  async list(@Query({ schema: savedViewQuery }) { list }: z.infer<typeof savedViewQuery>) {
    return { items: await this.views.list(list) };
  }

  @Post()
  @SignedIn()
  @Answer(savedView, 201)
  create(@Body({ schema: savedViewCreate }) input: SavedViewCreate) {
    return this.views.create(input);
  }

  @Patch(':id')
  @SignedIn()
  @Answer(savedView)
  update(@Param('id', { schema: id }) viewId: number, @Body({ schema: savedViewUpdate }) input: SavedViewUpdate) {
    return this.views.update(viewId, input);
  }

  @Delete(':id')
  @SignedIn()
  @NoAnswer()
  remove(@Param('id', { schema: id }) viewId: number) {
    return this.views.remove(viewId);
  }
}
