import { Module } from '@nestjs/common';
import { AttachmentsController } from './attachments/attachments.controller.ts';
import { Attachments } from './attachments/attachments.service.ts';
import { LostFiles } from './attachments/lost-files.ts';
import { CannedRepliesController } from './canned-replies/canned-replies.controller.ts';
import { CannedReplies } from './canned-replies/canned-replies.service.ts';
import { EmailChannel } from './channels/email-channel.ts';
import { Inbound } from './channels/inbound.ts';
import { MailUnread } from './channels/mail-unread.ts';
import { Outbound } from './channels/outbound.ts';
import { WebChannel } from './channels/web-channel.ts';
import { ChatRecords } from './clients/chat-records.ts';
import { FollowClients } from './clients/follow-clients.ts';
import { Assignment } from './conversations/assignment.ts';
import { BulkChange } from './conversations/bulk.ts';
import { ConversationActs } from './conversations/conversation-acts.ts';
import { ConversationList } from './conversations/conversation-list.ts';
import { ConversationNews } from './conversations/conversation-news.ts';
import { ConversationReach } from './conversations/conversation-reach.ts';
import { ConversationViews } from './conversations/conversation-view.ts';
import { ConversationsController } from './conversations/conversations.controller.ts';
import { ConversationsService } from './conversations/conversations.service.ts';
import { ConversationOpening } from './conversations/open-conversation.ts';
import { Reading } from './conversations/reading.ts';
import { StartConversation } from './conversations/start-conversation.ts';
import { TakingPart } from './conversations/taking-part.ts';
import { InboxController } from './inbox/inbox.controller.ts';
import { People } from './inbox/people.ts';
import { LabelsController } from './labels/labels.controller.ts';
import { Labels } from './labels/labels.service.ts';
import { InboundMailController } from './mail/inbound.controller.ts';
import { InboundMail } from './mail/inbound-mail.ts';
import { RawMail } from './mail/raw-mail.ts';
import { ReplyAddress } from './mail/reply-address.ts';
import { MessageLog } from './messages/append.ts';
import { History } from './messages/history.ts';
import { MessageList } from './messages/message-list.ts';
import { MessageSearch } from './messages/message-search.ts';
import { ClientHistoryController, MessagesController } from './messages/messages.controller.ts';
import { SendMessage } from './messages/send-message.ts';
import { KnownVisitorGuard } from './visitors/known-visitor.guard.ts';
import { VisitorChat } from './visitors/visitor-chat.ts';
import { VisitorConversations } from './visitors/visitor-conversations.ts';
import { VisitorSessions } from './visitors/visitor-session.ts';
import { VisitorTokens } from './visitors/visitor-tokens.ts';
import { VisitorsController } from './visitors/visitors.controller.ts';
import { WidgetSettings } from './visitors/widget-settings.ts';

const conversations = [ConversationReach, ConversationViews, ConversationList, ConversationNews, ConversationActs, ConversationOpening, ConversationsService, Assignment, BulkChange, Reading, StartConversation, TakingPart];
const messages = [MessageLog, MessageList, MessageSearch, SendMessage, History, Attachments, LostFiles];
const channels = [Inbound, Outbound, WebChannel, EmailChannel, MailUnread, InboundMail, RawMail, ReplyAddress];
const visitors = [VisitorTokens, VisitorSessions, VisitorConversations, VisitorChat, KnownVisitorGuard, WidgetSettings];

@Module({
  controllers: [InboxController, LabelsController, CannedRepliesController, AttachmentsController, ClientHistoryController, MessagesController, ConversationsController, VisitorsController, InboundMailController],
  providers: [...conversations, ...messages, ...channels, ...visitors, Labels, CannedReplies, People, FollowClients, ChatRecords],
})
export class ChatModule {}
