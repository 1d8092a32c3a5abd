-- CreateTable
CREATE TABLE "Strategy" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "name" TEXT NOT NULL,
    "tag" TEXT,
    "industry" TEXT,
    "description" TEXT,
    "ownerId" INTEGER NOT NULL,
    "teamId" INTEGER,
    "sharing" TEXT NOT NULL DEFAULT 'private',
    "status" TEXT NOT NULL DEFAULT 'draft',
    "draft" JSONB NOT NULL,
    "publishedNumber" INTEGER,
    "changed" BOOLEAN NOT NULL DEFAULT true,
    "triggers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "templateId" INTEGER,
    "templateNumber" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Strategy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StrategyVersion" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "strategyId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "note" TEXT,
    "publishedById" INTEGER,
    "publishedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StrategyVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StrategyEnrolment" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "strategyId" INTEGER NOT NULL,
    "versionId" INTEGER NOT NULL,
    "clientId" INTEGER NOT NULL,
    "ownerId" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "source" TEXT NOT NULL,
    "cause" TEXT,
    "enrolRunId" INTEGER,
    "stepId" TEXT,
    "ordinal" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMP(3),
    "delay" TEXT,
    "taskId" INTEGER,
    "stopReason" TEXT,
    "stopHref" TEXT,
    "reachedAt" TIMESTAMP(3),
    "lastSentAt" TIMESTAMP(3),
    "repliedAt" TIMESTAMP(3),
    "bookedAt" TIMESTAMP(3),
    "wonAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),
    "lock" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StrategyEnrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StrategyStepRun" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "enrolmentId" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "stepId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "variantId" TEXT,
    "status" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "text" TEXT,
    "href" TEXT,
    "error" TEXT,
    "messageId" INTEGER,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "doneAt" TIMESTAMP(3),
    "repliedAt" TIMESTAMP(3),
    "bookedAt" TIMESTAMP(3),
    "wonAt" TIMESTAMP(3),

    CONSTRAINT "StrategyStepRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StrategyEnrolRun" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "strategyId" INTEGER NOT NULL,
    "ownerId" INTEGER NOT NULL,
    "senderId" INTEGER NOT NULL,
    "target" JSONB NOT NULL,
    "reach" JSONB NOT NULL,
    "doneUpTo" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "enrolled" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "progressId" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMP(3),
    "undoneAt" TIMESTAMP(3),

    CONSTRAINT "StrategyEnrolRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StrategyPlaybook" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "strategyId" INTEGER NOT NULL,
    "clientId" INTEGER NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "disqualifiedBy" TEXT,
    "disqualifiedAt" TIMESTAMP(3),
    "updatedById" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StrategyPlaybook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StrategySuggestion" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "strategyId" INTEGER NOT NULL,
    "conversationId" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "slots" JSONB NOT NULL DEFAULT '[]',
    "status" TEXT NOT NULL DEFAULT 'offered',
    "automatic" BOOLEAN NOT NULL DEFAULT false,
    "userId" INTEGER,
    "messageId" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StrategySuggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StrategySimulation" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "strategyId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "scenario" JSONB NOT NULL,
    "holds" BOOLEAN,
    "ranAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StrategySimulation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StrategyOptOut" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "clientId" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StrategyOptOut_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StrategyMerge" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "mergeId" INTEGER NOT NULL,
    "moved" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StrategyMerge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Strategy_tenantId_status_name_id_idx" ON "Strategy"("tenantId", "status", "name", "id");

-- CreateIndex
CREATE INDEX "Strategy_tenantId_ownerId_idx" ON "Strategy"("tenantId", "ownerId");

-- CreateIndex
CREATE INDEX "Strategy_tenantId_teamId_idx" ON "Strategy"("tenantId", "teamId");

-- CreateIndex
CREATE UNIQUE INDEX "Strategy_tenantId_id_key" ON "Strategy"("tenantId", "id");

-- CreateIndex
CREATE INDEX "StrategyVersion_tenantId_publishedById_idx" ON "StrategyVersion"("tenantId", "publishedById");

-- CreateIndex
CREATE UNIQUE INDEX "StrategyVersion_tenantId_id_key" ON "StrategyVersion"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "StrategyVersion_tenantId_strategyId_number_key" ON "StrategyVersion"("tenantId", "strategyId", "number");

-- CreateIndex
CREATE INDEX "StrategyEnrolment_tenantId_strategyId_status_id_idx" ON "StrategyEnrolment"("tenantId", "strategyId", "status", "id" DESC);

-- CreateIndex
CREATE INDEX "StrategyEnrolment_tenantId_versionId_idx" ON "StrategyEnrolment"("tenantId", "versionId");

-- CreateIndex
CREATE INDEX "StrategyEnrolment_tenantId_clientId_id_idx" ON "StrategyEnrolment"("tenantId", "clientId", "id" DESC);

-- CreateIndex
CREATE INDEX "StrategyEnrolment_tenantId_ownerId_id_idx" ON "StrategyEnrolment"("tenantId", "ownerId", "id" DESC);

-- CreateIndex
CREATE INDEX "StrategyEnrolment_tenantId_status_nextAt_idx" ON "StrategyEnrolment"("tenantId", "status", "nextAt");

-- CreateIndex
CREATE INDEX "StrategyEnrolment_tenantId_taskId_idx" ON "StrategyEnrolment"("tenantId", "taskId");

-- CreateIndex
CREATE INDEX "StrategyEnrolment_tenantId_enrolRunId_idx" ON "StrategyEnrolment"("tenantId", "enrolRunId");

-- CreateIndex
CREATE INDEX "StrategyEnrolment_tenantId_createdAt_idx" ON "StrategyEnrolment"("tenantId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "StrategyEnrolment_tenantId_id_key" ON "StrategyEnrolment"("tenantId", "id");

-- CreateIndex
CREATE INDEX "StrategyStepRun_tenantId_messageId_idx" ON "StrategyStepRun"("tenantId", "messageId");

-- CreateIndex
CREATE INDEX "StrategyStepRun_tenantId_kind_doneAt_idx" ON "StrategyStepRun"("tenantId", "kind", "doneAt");

-- CreateIndex
CREATE UNIQUE INDEX "StrategyStepRun_tenantId_id_key" ON "StrategyStepRun"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "StrategyStepRun_tenantId_enrolmentId_ordinal_key" ON "StrategyStepRun"("tenantId", "enrolmentId", "ordinal");

-- CreateIndex
CREATE INDEX "StrategyEnrolRun_tenantId_strategyId_idx" ON "StrategyEnrolRun"("tenantId", "strategyId");

-- CreateIndex
CREATE INDEX "StrategyEnrolRun_tenantId_ownerId_idx" ON "StrategyEnrolRun"("tenantId", "ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "StrategyEnrolRun_tenantId_id_key" ON "StrategyEnrolRun"("tenantId", "id");

-- CreateIndex
CREATE INDEX "StrategyPlaybook_tenantId_clientId_idx" ON "StrategyPlaybook"("tenantId", "clientId");

-- CreateIndex
CREATE INDEX "StrategyPlaybook_tenantId_updatedById_idx" ON "StrategyPlaybook"("tenantId", "updatedById");

-- CreateIndex
CREATE UNIQUE INDEX "StrategyPlaybook_tenantId_id_key" ON "StrategyPlaybook"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "StrategyPlaybook_tenantId_strategyId_clientId_key" ON "StrategyPlaybook"("tenantId", "strategyId", "clientId");

-- CreateIndex
CREATE INDEX "StrategySuggestion_tenantId_conversationId_sequence_idx" ON "StrategySuggestion"("tenantId", "conversationId", "sequence");

-- CreateIndex
CREATE INDEX "StrategySuggestion_tenantId_strategyId_idx" ON "StrategySuggestion"("tenantId", "strategyId");

-- CreateIndex
CREATE INDEX "StrategySuggestion_tenantId_userId_idx" ON "StrategySuggestion"("tenantId", "userId");

-- CreateIndex
CREATE INDEX "StrategySuggestion_tenantId_createdAt_idx" ON "StrategySuggestion"("tenantId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "StrategySuggestion_tenantId_id_key" ON "StrategySuggestion"("tenantId", "id");

-- CreateIndex
CREATE INDEX "StrategySimulation_tenantId_strategyId_idx" ON "StrategySimulation"("tenantId", "strategyId");

-- CreateIndex
CREATE UNIQUE INDEX "StrategySimulation_tenantId_id_key" ON "StrategySimulation"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "StrategyOptOut_tenantId_id_key" ON "StrategyOptOut"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "StrategyOptOut_tenantId_clientId_key" ON "StrategyOptOut"("tenantId", "clientId");

-- CreateIndex
CREATE UNIQUE INDEX "StrategyMerge_tenantId_id_key" ON "StrategyMerge"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "StrategyMerge_tenantId_mergeId_key" ON "StrategyMerge"("tenantId", "mergeId");

-- AddForeignKey
ALTER TABLE "Strategy" ADD CONSTRAINT "Strategy_tenantId_ownerId_fkey" FOREIGN KEY ("tenantId", "ownerId") REFERENCES "User"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Strategy" ADD CONSTRAINT "Strategy_tenantId_teamId_fkey" FOREIGN KEY ("tenantId", "teamId") REFERENCES "Team"("tenantId", "id") ON DELETE SET NULL ("teamId") ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategyVersion" ADD CONSTRAINT "StrategyVersion_tenantId_strategyId_fkey" FOREIGN KEY ("tenantId", "strategyId") REFERENCES "Strategy"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategyVersion" ADD CONSTRAINT "StrategyVersion_tenantId_publishedById_fkey" FOREIGN KEY ("tenantId", "publishedById") REFERENCES "User"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategyEnrolment" ADD CONSTRAINT "StrategyEnrolment_tenantId_strategyId_fkey" FOREIGN KEY ("tenantId", "strategyId") REFERENCES "Strategy"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategyEnrolment" ADD CONSTRAINT "StrategyEnrolment_tenantId_versionId_fkey" FOREIGN KEY ("tenantId", "versionId") REFERENCES "StrategyVersion"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategyEnrolment" ADD CONSTRAINT "StrategyEnrolment_tenantId_clientId_fkey" FOREIGN KEY ("tenantId", "clientId") REFERENCES "Client"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategyEnrolment" ADD CONSTRAINT "StrategyEnrolment_tenantId_ownerId_fkey" FOREIGN KEY ("tenantId", "ownerId") REFERENCES "User"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategyEnrolment" ADD CONSTRAINT "StrategyEnrolment_tenantId_enrolRunId_fkey" FOREIGN KEY ("tenantId", "enrolRunId") REFERENCES "StrategyEnrolRun"("tenantId", "id") ON DELETE SET NULL ("enrolRunId") ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategyStepRun" ADD CONSTRAINT "StrategyStepRun_tenantId_enrolmentId_fkey" FOREIGN KEY ("tenantId", "enrolmentId") REFERENCES "StrategyEnrolment"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategyEnrolRun" ADD CONSTRAINT "StrategyEnrolRun_tenantId_strategyId_fkey" FOREIGN KEY ("tenantId", "strategyId") REFERENCES "Strategy"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategyEnrolRun" ADD CONSTRAINT "StrategyEnrolRun_tenantId_ownerId_fkey" FOREIGN KEY ("tenantId", "ownerId") REFERENCES "User"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategyPlaybook" ADD CONSTRAINT "StrategyPlaybook_tenantId_strategyId_fkey" FOREIGN KEY ("tenantId", "strategyId") REFERENCES "Strategy"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategyPlaybook" ADD CONSTRAINT "StrategyPlaybook_tenantId_clientId_fkey" FOREIGN KEY ("tenantId", "clientId") REFERENCES "Client"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategyPlaybook" ADD CONSTRAINT "StrategyPlaybook_tenantId_updatedById_fkey" FOREIGN KEY ("tenantId", "updatedById") REFERENCES "User"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategySuggestion" ADD CONSTRAINT "StrategySuggestion_tenantId_strategyId_fkey" FOREIGN KEY ("tenantId", "strategyId") REFERENCES "Strategy"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategySuggestion" ADD CONSTRAINT "StrategySuggestion_tenantId_conversationId_fkey" FOREIGN KEY ("tenantId", "conversationId") REFERENCES "Conversation"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategySuggestion" ADD CONSTRAINT "StrategySuggestion_tenantId_userId_fkey" FOREIGN KEY ("tenantId", "userId") REFERENCES "User"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategySimulation" ADD CONSTRAINT "StrategySimulation_tenantId_strategyId_fkey" FOREIGN KEY ("tenantId", "strategyId") REFERENCES "Strategy"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StrategyOptOut" ADD CONSTRAINT "StrategyOptOut_tenantId_clientId_fkey" FOREIGN KEY ("tenantId", "clientId") REFERENCES "Client"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A client goes through a strategy once at a time.
CREATE UNIQUE INDEX "StrategyEnrolment_live" ON "StrategyEnrolment" ("tenantId", "strategyId", "clientId") WHERE "status" IN ('active', 'held');
