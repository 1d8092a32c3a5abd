-- CreateTable
CREATE TABLE "Conversation" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "clientId" INTEGER,
    "visitorId" INTEGER,
    "channel" TEXT NOT NULL,
    "thread" TEXT,
    "address" TEXT,
    "subject" TEXT,
    "status" TEXT NOT NULL DEFAULT 'open',
    "snoozedUntil" TIMESTAMP(3),
    "priority" TEXT NOT NULL DEFAULT 'normal',
    "assigneeId" INTEGER,
    "teamId" INTEGER,
    "lastSequence" INTEGER NOT NULL DEFAULT 0,
    "lastIncomingSequence" INTEGER NOT NULL DEFAULT 0,
    "clientReadSequence" INTEGER NOT NULL DEFAULT 0,
    "lastMessageAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "preview" TEXT NOT NULL DEFAULT '',
    "previewKind" TEXT,
    "waitingSince" TIMESTAMP(3),
    "firstIncomingAt" TIMESTAMP(3),
    "firstReplyAt" TIMESTAMP(3),
    "firstReplyById" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reopenedAt" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),
    "closedById" INTEGER,

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "conversationId" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "key" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "happened" JSONB,
    "authorId" INTEGER,
    "mentions" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "delivery" TEXT,
    "deliveryError" TEXT,
    "externalId" TEXT,
    "search" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MessageToken" (
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "token" TEXT NOT NULL,
    "conversationId" INTEGER NOT NULL,
    "messageId" INTEGER NOT NULL,

    CONSTRAINT "MessageToken_pkey" PRIMARY KEY ("tenantId","token","conversationId","messageId")
);

-- CreateTable
CREATE TABLE "ChatLabel" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "name" TEXT NOT NULL,
    "tone" TEXT NOT NULL DEFAULT 'neutral',
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChatLabel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConversationLabel" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "conversationId" INTEGER NOT NULL,
    "labelId" INTEGER NOT NULL,

    CONSTRAINT "ConversationLabel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConversationMention" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "conversationId" INTEGER NOT NULL,
    "messageId" INTEGER NOT NULL,
    "userId" INTEGER NOT NULL,
    "readAt" TIMESTAMP(3),

    CONSTRAINT "ConversationMention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConversationRead" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "conversationId" INTEGER NOT NULL,
    "userId" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "unread" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ConversationRead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChatVisitor" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "externalId" TEXT,
    "clientId" INTEGER,
    "name" TEXT,
    "email" TEXT,
    "locale" TEXT,
    "zone" TEXT,
    "page" TEXT,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "lastSeenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChatVisitor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChatVisitorToken" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "visitorId" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChatVisitorToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChatAttachment" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "conversationId" INTEGER,
    "messageId" INTEGER,
    "fileId" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "uploaderId" INTEGER,
    "visitorId" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChatAttachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChatLostFile" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "fileId" INTEGER NOT NULL,

    CONSTRAINT "ChatLostFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChatInboundMail" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "digest" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "messageId" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChatInboundMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChatMerge" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "mergeId" INTEGER NOT NULL,
    "moved" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChatMerge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CannedReply" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "shortcut" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "space" INTEGER NOT NULL DEFAULT 0,
    "ownerId" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CannedReply_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Conversation_tenantId_status_lastMessageAt_id_idx" ON "Conversation"("tenantId", "status", "lastMessageAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Conversation_tenantId_lastMessageAt_id_idx" ON "Conversation"("tenantId", "lastMessageAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Conversation_tenantId_assigneeId_status_lastMessageAt_id_idx" ON "Conversation"("tenantId", "assigneeId", "status", "lastMessageAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Conversation_tenantId_teamId_status_lastMessageAt_id_idx" ON "Conversation"("tenantId", "teamId", "status", "lastMessageAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Conversation_tenantId_clientId_lastMessageAt_id_idx" ON "Conversation"("tenantId", "clientId", "lastMessageAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Conversation_tenantId_visitorId_idx" ON "Conversation"("tenantId", "visitorId");

-- CreateIndex
CREATE INDEX "Conversation_tenantId_channel_thread_idx" ON "Conversation"("tenantId", "channel", "thread");

-- CreateIndex
CREATE INDEX "Conversation_tenantId_createdAt_idx" ON "Conversation"("tenantId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Conversation_tenantId_id_key" ON "Conversation"("tenantId", "id");

-- CreateIndex
CREATE INDEX "Message_tenantId_createdAt_idx" ON "Message"("tenantId", "createdAt");

-- CreateIndex
CREATE INDEX "Message_tenantId_authorId_idx" ON "Message"("tenantId", "authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Message_tenantId_id_key" ON "Message"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Message_tenantId_conversationId_sequence_key" ON "Message"("tenantId", "conversationId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "Message_tenantId_conversationId_key_key" ON "Message"("tenantId", "conversationId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Message_tenantId_externalId_key" ON "Message"("tenantId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "ChatLabel_tenantId_id_key" ON "ChatLabel"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ChatLabel_tenantId_name_key" ON "ChatLabel"("tenantId", "name");

-- CreateIndex
CREATE INDEX "ConversationLabel_tenantId_labelId_conversationId_idx" ON "ConversationLabel"("tenantId", "labelId", "conversationId");

-- CreateIndex
CREATE UNIQUE INDEX "ConversationLabel_tenantId_id_key" ON "ConversationLabel"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ConversationLabel_tenantId_conversationId_labelId_key" ON "ConversationLabel"("tenantId", "conversationId", "labelId");

-- CreateIndex
CREATE INDEX "ConversationMention_tenantId_userId_readAt_conversationId_idx" ON "ConversationMention"("tenantId", "userId", "readAt", "conversationId");

-- CreateIndex
CREATE INDEX "ConversationMention_tenantId_conversationId_userId_idx" ON "ConversationMention"("tenantId", "conversationId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "ConversationMention_tenantId_id_key" ON "ConversationMention"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ConversationMention_tenantId_messageId_userId_key" ON "ConversationMention"("tenantId", "messageId", "userId");

-- CreateIndex
CREATE INDEX "ConversationRead_tenantId_userId_unread_conversationId_idx" ON "ConversationRead"("tenantId", "userId", "unread", "conversationId");

-- CreateIndex
CREATE UNIQUE INDEX "ConversationRead_tenantId_id_key" ON "ConversationRead"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ConversationRead_tenantId_conversationId_userId_key" ON "ConversationRead"("tenantId", "conversationId", "userId");

-- CreateIndex
CREATE INDEX "ChatVisitor_tenantId_clientId_idx" ON "ChatVisitor"("tenantId", "clientId");

-- CreateIndex
CREATE UNIQUE INDEX "ChatVisitor_tenantId_id_key" ON "ChatVisitor"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ChatVisitor_tenantId_externalId_key" ON "ChatVisitor"("tenantId", "externalId");

-- CreateIndex
CREATE INDEX "ChatVisitorToken_tenantId_visitorId_idx" ON "ChatVisitorToken"("tenantId", "visitorId");

-- CreateIndex
CREATE INDEX "ChatVisitorToken_tenantId_lastUsedAt_idx" ON "ChatVisitorToken"("tenantId", "lastUsedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ChatVisitorToken_tenantId_id_key" ON "ChatVisitorToken"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ChatVisitorToken_tenantId_digest_key" ON "ChatVisitorToken"("tenantId", "digest");

-- CreateIndex
CREATE INDEX "ChatAttachment_tenantId_messageId_idx" ON "ChatAttachment"("tenantId", "messageId");

-- CreateIndex
CREATE INDEX "ChatAttachment_tenantId_conversationId_idx" ON "ChatAttachment"("tenantId", "conversationId");

-- CreateIndex
CREATE INDEX "ChatAttachment_tenantId_createdAt_idx" ON "ChatAttachment"("tenantId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ChatAttachment_tenantId_id_key" ON "ChatAttachment"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ChatAttachment_tenantId_fileId_key" ON "ChatAttachment"("tenantId", "fileId");

-- CreateIndex
CREATE UNIQUE INDEX "ChatLostFile_tenantId_id_key" ON "ChatLostFile"("tenantId", "id");

-- CreateIndex
CREATE INDEX "ChatInboundMail_tenantId_createdAt_idx" ON "ChatInboundMail"("tenantId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ChatInboundMail_tenantId_id_key" ON "ChatInboundMail"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ChatInboundMail_tenantId_digest_key" ON "ChatInboundMail"("tenantId", "digest");

-- CreateIndex
CREATE UNIQUE INDEX "ChatMerge_tenantId_id_key" ON "ChatMerge"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ChatMerge_tenantId_mergeId_key" ON "ChatMerge"("tenantId", "mergeId");

-- CreateIndex
CREATE INDEX "CannedReply_tenantId_ownerId_idx" ON "CannedReply"("tenantId", "ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "CannedReply_tenantId_id_key" ON "CannedReply"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CannedReply_tenantId_space_shortcut_key" ON "CannedReply"("tenantId", "space", "shortcut");

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_tenantId_clientId_fkey" FOREIGN KEY ("tenantId", "clientId") REFERENCES "Client"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_tenantId_visitorId_fkey" FOREIGN KEY ("tenantId", "visitorId") REFERENCES "ChatVisitor"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_tenantId_assigneeId_fkey" FOREIGN KEY ("tenantId", "assigneeId") REFERENCES "User"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_tenantId_teamId_fkey" FOREIGN KEY ("tenantId", "teamId") REFERENCES "Team"("tenantId", "id") ON DELETE SET NULL ("teamId") ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_tenantId_conversationId_fkey" FOREIGN KEY ("tenantId", "conversationId") REFERENCES "Conversation"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_tenantId_authorId_fkey" FOREIGN KEY ("tenantId", "authorId") REFERENCES "User"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConversationLabel" ADD CONSTRAINT "ConversationLabel_tenantId_conversationId_fkey" FOREIGN KEY ("tenantId", "conversationId") REFERENCES "Conversation"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConversationLabel" ADD CONSTRAINT "ConversationLabel_tenantId_labelId_fkey" FOREIGN KEY ("tenantId", "labelId") REFERENCES "ChatLabel"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConversationMention" ADD CONSTRAINT "ConversationMention_tenantId_conversationId_fkey" FOREIGN KEY ("tenantId", "conversationId") REFERENCES "Conversation"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConversationMention" ADD CONSTRAINT "ConversationMention_tenantId_messageId_fkey" FOREIGN KEY ("tenantId", "messageId") REFERENCES "Message"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConversationMention" ADD CONSTRAINT "ConversationMention_tenantId_userId_fkey" FOREIGN KEY ("tenantId", "userId") REFERENCES "User"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConversationRead" ADD CONSTRAINT "ConversationRead_tenantId_conversationId_fkey" FOREIGN KEY ("tenantId", "conversationId") REFERENCES "Conversation"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConversationRead" ADD CONSTRAINT "ConversationRead_tenantId_userId_fkey" FOREIGN KEY ("tenantId", "userId") REFERENCES "User"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatVisitor" ADD CONSTRAINT "ChatVisitor_tenantId_clientId_fkey" FOREIGN KEY ("tenantId", "clientId") REFERENCES "Client"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatVisitorToken" ADD CONSTRAINT "ChatVisitorToken_tenantId_visitorId_fkey" FOREIGN KEY ("tenantId", "visitorId") REFERENCES "ChatVisitor"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatAttachment" ADD CONSTRAINT "ChatAttachment_tenantId_conversationId_fkey" FOREIGN KEY ("tenantId", "conversationId") REFERENCES "Conversation"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatAttachment" ADD CONSTRAINT "ChatAttachment_tenantId_messageId_fkey" FOREIGN KEY ("tenantId", "messageId") REFERENCES "Message"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChatAttachment" ADD CONSTRAINT "ChatAttachment_tenantId_fileId_fkey" FOREIGN KEY ("tenantId", "fileId") REFERENCES "File"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CannedReply" ADD CONSTRAINT "CannedReply_tenantId_ownerId_fkey" FOREIGN KEY ("tenantId", "ownerId") REFERENCES "User"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say: words compare byte by byte, so that "starts with" is a range of the primary key, and they follow their message.
ALTER TABLE "MessageToken" ALTER COLUMN "token" TYPE TEXT COLLATE "C";

CREATE FUNCTION message_tokens(search TEXT) RETURNS SETOF TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT DISTINCT word FROM unnest(string_to_array(search, ' ')) AS word WHERE word <> ''
$$;

CREATE FUNCTION message_tokens_inserted() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "MessageToken" ("tenantId", token, "conversationId", "messageId")
  SELECT fresh."tenantId", token, fresh."conversationId", fresh.id FROM fresh, message_tokens(fresh.search) AS token;
  RETURN NULL;
END $$;

CREATE FUNCTION message_tokens_deleted() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "MessageToken" kept
  USING stale, message_tokens(stale.search) AS word
  WHERE kept."tenantId" = stale."tenantId" AND kept.token = word AND kept."conversationId" = stale."conversationId" AND kept."messageId" = stale.id;
  RETURN NULL;
END $$;

CREATE TRIGGER message_tokens_inserted AFTER INSERT ON "Message"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION message_tokens_inserted();
CREATE TRIGGER message_tokens_deleted AFTER DELETE ON "Message"
  REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION message_tokens_deleted();

-- Rows go with their client or conversation; the bytes of their files are told apart, to go next.
CREATE FUNCTION chat_attachments_deleted() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ChatLostFile" ("tenantId", "fileId") SELECT stale."tenantId", stale."fileId" FROM stale;
  RETURN NULL;
END $$;

CREATE TRIGGER chat_attachments_deleted AFTER DELETE ON "ChatAttachment"
  REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION chat_attachments_deleted();

ALTER TABLE "Conversation"
  ADD CONSTRAINT "Conversation_sequences" CHECK ("lastSequence" >= 0 AND "lastIncomingSequence" BETWEEN 0 AND "lastSequence" AND "clientReadSequence" BETWEEN 0 AND "lastSequence");
ALTER TABLE "Message" ADD CONSTRAINT "Message_sequence" CHECK (sequence > 0);
