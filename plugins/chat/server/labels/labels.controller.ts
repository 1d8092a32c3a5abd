import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can, NoAnswer } from '@loctelli/core/server';
import { chatLabel, chatLabelCreate, chatLabelList, chatLabelUpdate } from '../../contract.ts';
import type { ChatLabelCreate, ChatLabelUpdate } from '../../contract.ts';
import { Labels } from './labels.service.ts';

@ApiTags('chat')
@Controller('chat/labels')
export class LabelsController {
  constructor(private readonly labels: Labels) {}

  @Get()
  @Can('chat.read')
  @Answer(chatLabelList)
  getLabels() {
    return this.labels.list();
  }

  @Post()
  @Can('chat.configure')
  @Answer(chatLabel, 201)
  createLabel(@Body({ schema: chatLabelCreate }) input: ChatLabelCreate) {
    return this.labels.create(input);
  }

  @Patch(':labelId')
  @Can('chat.configure')
  @Answer(chatLabel)
  updateLabel(@Param('labelId', { schema: id }) labelId: number, @Body({ schema: chatLabelUpdate }) input: ChatLabelUpdate) {
    return this.labels.update(labelId, input);
  }

  @Delete(':labelId')
  @Can('chat.configure')
  @NoAnswer()
  deleteLabel(@Param('labelId', { schema: id }) labelId: number) {
    return this.labels.remove(labelId);
  }
}
