import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can, NoAnswer } from '@loctelli/core/server';
import * as contract from '../../contract.ts';
import { BulkChange } from './bulk.ts';
import { ConversationList } from './conversation-list.ts';
import { ConversationsService } from './conversations.service.ts';
import { Reading } from './reading.ts';
import { StartConversation } from './start-conversation.ts';

@ApiTags('chat')
@Controller('chat/conversations')
export class ConversationsController {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly list: ConversationList,
    private readonly bulk: BulkChange,
    private readonly reading: Reading,
    private readonly starting: StartConversation,
  ) {}

  @Get()
  @Can('chat.read')
  @Answer(contract.conversationPage)
  getConversations(@Query({ schema: contract.conversationQuery }) query: contract.ConversationQuery) {
    return this.list.page(query);
  }

  @Get('counts')
  @Can('chat.read')
  @Answer(contract.inboxCounts)
  getCounts() {
    return this.list.counts();
  }

  @Post()
  @Can('chat.reply')
  @Answer(contract.conversation, 201)
  startConversation(@Body({ schema: contract.conversationStart }) input: contract.ConversationStart) {
    return this.starting.start(input);
  }

  @Post('bulk')
  @Can('chat.read')
  @Answer(contract.conversationBulkResult)
  changeMany(@Body({ schema: contract.conversationBulk }) input: contract.ConversationBulk) {
    return this.bulk.run(input);
  }

  @Get(':id')
  @Can('chat.read')
  @Answer(contract.conversation)
  getConversation(@Param('id', { schema: id }) conversationId: number) {
    return this.list.get(conversationId);
  }

  @Delete(':id')
  @Can('chat.delete')
  @NoAnswer()
  deleteConversation(@Param('id', { schema: id }) conversationId: number) {
    return this.conversations.remove(conversationId);
  }

  @Put(':id/assignment')
  @Can('chat.reply')
  @Answer(contract.conversation)
  assign(@Param('id', { schema: id }) conversationId: number, @Body({ schema: contract.conversationAssign }) input: contract.ConversationAssign) {
    return this.conversations.assign(conversationId, input);
  }

  @Put(':id/labels')
  @Can('chat.reply')
  @Answer(contract.conversation)
  setLabels(@Param('id', { schema: id }) conversationId: number, @Body({ schema: contract.conversationLabels }) { labelIds }: { labelIds: number[] }) {
    return this.conversations.setLabels(conversationId, labelIds);
  }

  @Put(':id/priority')
  @Can('chat.reply')
  @Answer(contract.conversation)
  setPriority(
    @Param('id', { schema: id }) conversationId: number,
    @Body({ schema: contract.conversationPrioritise }) { priority }: { priority: contract.ConversationPriority },
  ) {
    return this.conversations.setPriority(conversationId, priority);
  }

  @Put(':id/client')
  @Can('chat.reply')
  @Answer(contract.conversation)
  linkClient(@Param('id', { schema: id }) conversationId: number, @Body({ schema: contract.conversationLink }) { clientId }: { clientId: number }) {
    return this.conversations.link(conversationId, clientId);
  }

  @Post(':id/snooze')
  @Can('chat.reply')
  @Answer(contract.conversation)
  snooze(@Param('id', { schema: id }) conversationId: number, @Body({ schema: contract.conversationSnooze }) { until }: { until: string }) {
    return this.conversations.snooze(conversationId, until);
  }

  @Post(':id/close')
  @Can('chat.reply')
  @Answer(contract.conversation)
  close(@Param('id', { schema: id }) conversationId: number) {
    return this.conversations.close(conversationId);
  }

  @Post(':id/reopen')
  @Can('chat.reply')
  @Answer(contract.conversation)
  reopen(@Param('id', { schema: id }) conversationId: number) {
    return this.conversations.reopen(conversationId);
  }

  @Post(':id/read')
  @Can('chat.read')
  @NoAnswer()
  markRead(@Param('id', { schema: id }) conversationId: number, @Body({ schema: contract.conversationSeen }) { sequence }: { sequence?: number }) {
    return this.reading.read(conversationId, sequence);
  }

  @Post(':id/unread')
  @Can('chat.read')
  @NoAnswer()
  markUnread(@Param('id', { schema: id }) conversationId: number) {
    return this.reading.unread(conversationId);
  }

  @Post(':id/typing')
  @Can('chat.reply')
  @NoAnswer()
  tellTyping(@Param('id', { schema: id }) conversationId: number, @Body({ schema: contract.conversationTyping }) { typing }: { typing: boolean }) {
    return this.reading.typing(conversationId, typing);
  }
}
