import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can, NoAnswer } from '@loctelli/core/server';
import { cannedReply, cannedReplyCreate, cannedReplyList, cannedReplyRender, cannedReplyUpdate, renderedReply } from '../../contract.ts';
import type { CannedReplyCreate, CannedReplyRender, CannedReplyUpdate } from '../../contract.ts';
import { CannedReplies } from './canned-replies.service.ts';

@ApiTags('chat')
@Controller('chat/canned-replies')
export class CannedRepliesController {
  constructor(private readonly replies: CannedReplies) {}

  @Get()
  @Can('chat.reply')
  @Answer(cannedReplyList)
  getCannedReplies() {
    return this.replies.list();
  }

  @Post()
  @Can('chat.reply')
  @Answer(cannedReply, 201)
  createCannedReply(@Body({ schema: cannedReplyCreate }) input: CannedReplyCreate) {
    return this.replies.create(input);
  }

  @Patch(':replyId')
  @Can('chat.reply')
  @Answer(cannedReply)
  updateCannedReply(@Param('replyId', { schema: id }) replyId: number, @Body({ schema: cannedReplyUpdate }) input: CannedReplyUpdate) {
    return this.replies.update(replyId, input);
  }

  @Delete(':replyId')
  @Can('chat.reply')
  @NoAnswer()
  deleteCannedReply(@Param('replyId', { schema: id }) replyId: number) {
    return this.replies.remove(replyId);
  }

  @Post(':replyId/render')
  @Can('chat.reply')
  @Answer(renderedReply)
  renderCannedReply(@Param('replyId', { schema: id }) replyId: number, @Body({ schema: cannedReplyRender }) input: CannedReplyRender) {
    return this.replies.render(replyId, input);
  }
}
