-- CreateTable
CREATE TABLE "WebhookEndpoint" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "key" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "description" TEXT,
    "events" TEXT[],
    "fields" JSONB NOT NULL DEFAULT '{}',
    "headers" JSONB NOT NULL DEFAULT '[]',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "offReason" TEXT,
    "offAt" TIMESTAMP(3),
    "secret" TEXT NOT NULL,
    "secretEnd" TEXT NOT NULL,
    "previousSecret" TEXT,
    "previousSecretUntil" TIMESTAMP(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failingSince" TIMESTAMP(3),
    "openUntil" TIMESTAMP(3),
    "openings" INTEGER NOT NULL DEFAULT 0,
    "holder" UUID,
    "heldUntil" TIMESTAMP(3),
    "wakeAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "hearsSince" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WebhookEndpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookMessage" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "eventId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "isTest" BOOLEAN NOT NULL DEFAULT false,
    "occurredAt" TIMESTAMP(3) NOT NULL,
    "data" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WebhookMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "endpointId" INTEGER NOT NULL,
    "messageId" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "replays" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "queuedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastAt" TIMESTAMP(3),
    "reason" TEXT,
    "answer" INTEGER,
    "durationMs" INTEGER,
    "body" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookAttempt" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "endpointId" INTEGER NOT NULL,
    "deliveryId" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "durationMs" INTEGER NOT NULL,
    "status" INTEGER,
    "reason" TEXT,
    "detail" TEXT,
    "answer" TEXT,
    "answerHeaders" JSONB NOT NULL DEFAULT '{}',
    "signedAt" INTEGER NOT NULL,

    CONSTRAINT "WebhookAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookReplay" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "what" TEXT NOT NULL,
    "endpointId" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "from" TIMESTAMP(3),
    "to" TIMESTAMP(3),
    "types" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "cursor" TEXT,
    "processed" INTEGER NOT NULL DEFAULT 0,
    "queued" INTEGER NOT NULL DEFAULT 0,
    "progressId" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "WebhookReplay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookReceiver" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "key" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "tokenDigest" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "scheme" TEXT NOT NULL,
    "hmac" JSONB NOT NULL DEFAULT '{}',
    "idHeader" TEXT,
    "secret" TEXT,
    "mapping" JSONB NOT NULL DEFAULT '[]',
    "matchBy" TEXT NOT NULL DEFAULT 'email-or-phone',
    "onMatch" TEXT NOT NULL DEFAULT 'update',
    "source" TEXT NOT NULL DEFAULT 'Webhook',
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "stageId" INTEGER,
    "ownerId" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WebhookReceiver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookReceipt" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "receiverId" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "outcome" TEXT,
    "clientId" INTEGER,
    "clientName" TEXT,
    "error" TEXT,
    "detail" TEXT,
    "senderId" TEXT,
    "contentType" TEXT,
    "headers" JSONB NOT NULL DEFAULT '{}',
    "body" TEXT NOT NULL,
    "replays" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "WebhookReceipt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "WebhookEndpoint_tenantId_id_key" ON "WebhookEndpoint"("tenantId", "id");

-- CreateIndex
CREATE INDEX "WebhookMessage_tenantId_createdAt_idx" ON "WebhookMessage"("tenantId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookMessage_tenantId_id_key" ON "WebhookMessage"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookMessage_tenantId_eventId_key" ON "WebhookMessage"("tenantId", "eventId");

-- CreateIndex
CREATE INDEX "WebhookDelivery_tenantId_endpointId_status_nextAt_idx" ON "WebhookDelivery"("tenantId", "endpointId", "status", "nextAt");

-- CreateIndex
CREATE INDEX "WebhookDelivery_tenantId_createdAt_id_idx" ON "WebhookDelivery"("tenantId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "WebhookDelivery_tenantId_endpointId_createdAt_id_idx" ON "WebhookDelivery"("tenantId", "endpointId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "WebhookDelivery_tenantId_status_createdAt_id_idx" ON "WebhookDelivery"("tenantId", "status", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "WebhookDelivery_tenantId_messageId_idx" ON "WebhookDelivery"("tenantId", "messageId");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookDelivery_tenantId_id_key" ON "WebhookDelivery"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookDelivery_tenantId_endpointId_messageId_key" ON "WebhookDelivery"("tenantId", "endpointId", "messageId");

-- CreateIndex
CREATE INDEX "WebhookAttempt_tenantId_deliveryId_id_idx" ON "WebhookAttempt"("tenantId", "deliveryId", "id");

-- CreateIndex
CREATE INDEX "WebhookAttempt_tenantId_endpointId_at_idx" ON "WebhookAttempt"("tenantId", "endpointId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookAttempt_tenantId_id_key" ON "WebhookAttempt"("tenantId", "id");

-- CreateIndex
CREATE INDEX "WebhookReplay_tenantId_endpointId_idx" ON "WebhookReplay"("tenantId", "endpointId");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookReplay_tenantId_id_key" ON "WebhookReplay"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookReceiver_tenantId_id_key" ON "WebhookReceiver"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookReceiver_tenantId_tokenDigest_key" ON "WebhookReceiver"("tenantId", "tokenDigest");

-- CreateIndex
CREATE INDEX "WebhookReceipt_tenantId_at_id_idx" ON "WebhookReceipt"("tenantId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "WebhookReceipt_tenantId_receiverId_at_id_idx" ON "WebhookReceipt"("tenantId", "receiverId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "WebhookReceipt_tenantId_clientId_idx" ON "WebhookReceipt"("tenantId", "clientId");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookReceipt_tenantId_id_key" ON "WebhookReceipt"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookReceipt_tenantId_receiverId_senderId_key" ON "WebhookReceipt"("tenantId", "receiverId", "senderId");

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_tenantId_endpointId_fkey" FOREIGN KEY ("tenantId", "endpointId") REFERENCES "WebhookEndpoint"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_tenantId_messageId_fkey" FOREIGN KEY ("tenantId", "messageId") REFERENCES "WebhookMessage"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookAttempt" ADD CONSTRAINT "WebhookAttempt_tenantId_deliveryId_fkey" FOREIGN KEY ("tenantId", "deliveryId") REFERENCES "WebhookDelivery"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookReplay" ADD CONSTRAINT "WebhookReplay_tenantId_endpointId_fkey" FOREIGN KEY ("tenantId", "endpointId") REFERENCES "WebhookEndpoint"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookReceipt" ADD CONSTRAINT "WebhookReceipt_tenantId_receiverId_fkey" FOREIGN KEY ("tenantId", "receiverId") REFERENCES "WebhookReceiver"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
