import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, pageQuery, type PageQuery } from '@loctelli/core';
import { Answer, Can } from '@loctelli/core/server';
import { chatMessage, conversationPage, messageList, messagePage, messageQuery, newMessage } from '../../contract.ts';
import type { MessageQuery, NewMessage } from '../../contract.ts';
import { Outbound } from '../channels/outbound.ts';
import { ConversationList } from '../conversations/conversation-list.ts';
import { ConversationReach } from '../conversations/conversation-reach.ts';
import { MessageList } from './message-list.ts';
import { SendMessage } from './send-message.ts';

@ApiTags('chat')
@Controller('chat/conversations/:id/messages')
export class MessagesController {
  constructor(
    private readonly list: MessageList,
    private readonly sending: SendMessage,
    private readonly outbound: Outbound,
    private readonly reach: ConversationReach,
  ) {}

  @Get()
  @Can('chat.read')
  @Answer(messageList)
  getMessages(@Param('id', { schema: id }) conversationId: number, @Query({ schema: messageQuery }) query: MessageQuery) {
    return this.list.page(conversationId, query);
  }

  @Post()
  @Can('chat.reply')
  @Answer(chatMessage, 201)
  sendMessage(@Param('id', { schema: id }) conversationId: number, @Body({ schema: newMessage }) input: NewMessage) {
    return this.sending.send(conversationId, input);
  }

  @Post(':messageId/retry')
  @Can('chat.reply')
  @Answer(chatMessage)
  async retryMessage(@Param('id', { schema: id }) conversationId: number, @Param('messageId', { schema: id }) messageId: number) {
    return this.outbound.retry(await this.reach.demand(conversationId, 'chat.reply'), messageId);
  }
}

@ApiTags('chat')
@Controller('chat/clients/:clientId')
export class ClientHistoryController {
  constructor(
    private readonly messages: MessageList,
    private readonly conversations: ConversationList,
  ) {}

  @Get('conversations')
  @Can('chat.read')
  @Answer(conversationPage)
  getClientConversations(@Param('clientId', { schema: id }) clientId: number, @Query({ schema: pageQuery }) query: PageQuery) {
    return this.conversations.ofClient(clientId, query);
  }

  @Get('messages')
  @Can('chat.read')
  @Answer(messagePage)
  getClientMessages(@Param('clientId', { schema: id }) clientId: number, @Query({ schema: pageQuery }) query: PageQuery) {
    return this.messages.ofClient(clientId, query);
  }
}
