-- AlterTable
ALTER TABLE "Client" ADD COLUMN     "lostReasonId" INTEGER,
ADD COLUMN     "mergedIntoId" INTEGER,
ADD COLUMN     "stageId" INTEGER,
ADD COLUMN     "stageSince" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "ClientNote" ADD COLUMN     "mentions" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- CreateTable
CREATE TABLE "Pipeline" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "archivedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Pipeline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Stage" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "pipelineId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'open',
    "position" INTEGER NOT NULL DEFAULT 0,
    "stuckAfterDays" INTEGER,
    "probability" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Stage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LostReason" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "label" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "archivedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LostReason_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClientTask" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "clientId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT,
    "dueAt" TIMESTAMP(3),
    "assigneeId" INTEGER,
    "completedAt" TIMESTAMP(3),
    "completedById" INTEGER,
    "createdById" INTEGER,
    "remindedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClientTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClientFile" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "clientId" INTEGER NOT NULL,
    "fileId" INTEGER NOT NULL,
    "createdById" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClientFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClientBulkRun" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "target" JSONB NOT NULL,
    "change" JSONB NOT NULL DEFAULT '{}',
    "total" INTEGER NOT NULL DEFAULT 0,
    "processed" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "lastId" INTEGER NOT NULL DEFAULT 0,
    "ownerId" INTEGER NOT NULL,
    "reach" JSONB NOT NULL DEFAULT '{}',
    "progressId" INTEGER,
    "startedAt" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),
    "undoneAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClientBulkRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClientBulkChange" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "runId" INTEGER NOT NULL,
    "clientId" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "versionAfter" INTEGER NOT NULL,

    CONSTRAINT "ClientBulkChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClientDuplicate" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "firstId" INTEGER NOT NULL,
    "secondId" INTEGER NOT NULL,
    "score" INTEGER NOT NULL,
    "reasons" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "status" TEXT NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClientDuplicate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClientMerge" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "survivorId" INTEGER NOT NULL,
    "mergedIds" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "versionAfter" INTEGER NOT NULL,
    "moved" JSONB NOT NULL DEFAULT '{}',
    "mergedById" INTEGER,
    "undoUntil" TIMESTAMP(3) NOT NULL,
    "undoneAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClientMerge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClientErasure" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "certificate" UUID NOT NULL,
    "clientId" INTEGER NOT NULL,
    "counts" JSONB NOT NULL,
    "reason" TEXT,
    "seal" TEXT NOT NULL,
    "erasedById" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClientErasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Pipeline_tenantId_id_key" ON "Pipeline"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Pipeline_tenantId_name_key" ON "Pipeline"("tenantId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Stage_tenantId_id_key" ON "Stage"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Stage_tenantId_pipelineId_name_key" ON "Stage"("tenantId", "pipelineId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "LostReason_tenantId_id_key" ON "LostReason"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "LostReason_tenantId_label_key" ON "LostReason"("tenantId", "label");

-- CreateIndex
CREATE INDEX "ClientTask_tenantId_clientId_completedAt_dueAt_idx" ON "ClientTask"("tenantId", "clientId", "completedAt", "dueAt");

-- CreateIndex
CREATE INDEX "ClientTask_tenantId_assigneeId_completedAt_dueAt_idx" ON "ClientTask"("tenantId", "assigneeId", "completedAt", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "ClientTask_tenantId_id_key" ON "ClientTask"("tenantId", "id");

-- CreateIndex
CREATE INDEX "ClientFile_tenantId_clientId_createdAt_id_idx" ON "ClientFile"("tenantId", "clientId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ClientFile_tenantId_id_key" ON "ClientFile"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ClientFile_tenantId_fileId_key" ON "ClientFile"("tenantId", "fileId");

-- CreateIndex
CREATE INDEX "ClientBulkRun_tenantId_ownerId_createdAt_idx" ON "ClientBulkRun"("tenantId", "ownerId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ClientBulkRun_tenantId_id_key" ON "ClientBulkRun"("tenantId", "id");

-- CreateIndex
CREATE INDEX "ClientBulkChange_tenantId_clientId_idx" ON "ClientBulkChange"("tenantId", "clientId");

-- CreateIndex
CREATE UNIQUE INDEX "ClientBulkChange_tenantId_id_key" ON "ClientBulkChange"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ClientBulkChange_tenantId_runId_clientId_key" ON "ClientBulkChange"("tenantId", "runId", "clientId");

-- CreateIndex
CREATE INDEX "ClientDuplicate_tenantId_status_score_id_idx" ON "ClientDuplicate"("tenantId", "status", "score" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ClientDuplicate_tenantId_secondId_idx" ON "ClientDuplicate"("tenantId", "secondId");

-- CreateIndex
CREATE UNIQUE INDEX "ClientDuplicate_tenantId_id_key" ON "ClientDuplicate"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ClientDuplicate_tenantId_firstId_secondId_key" ON "ClientDuplicate"("tenantId", "firstId", "secondId");

-- CreateIndex
CREATE INDEX "ClientMerge_tenantId_survivorId_idx" ON "ClientMerge"("tenantId", "survivorId");

-- CreateIndex
CREATE INDEX "ClientMerge_tenantId_createdAt_id_idx" ON "ClientMerge"("tenantId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ClientMerge_tenantId_id_key" ON "ClientMerge"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ClientErasure_tenantId_id_key" ON "ClientErasure"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ClientErasure_tenantId_certificate_key" ON "ClientErasure"("tenantId", "certificate");

-- CreateIndex
CREATE INDEX "Client_tenantId_stageId_stageSince_id_idx" ON "Client"("tenantId", "stageId", "stageSince" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Client_tenantId_lostReasonId_idx" ON "Client"("tenantId", "lostReasonId");

-- CreateIndex
CREATE INDEX "Client_tenantId_mergedIntoId_idx" ON "Client"("tenantId", "mergedIntoId");

-- AddForeignKey
ALTER TABLE "Client" ADD CONSTRAINT "Client_tenantId_stageId_fkey" FOREIGN KEY ("tenantId", "stageId") REFERENCES "Stage"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Client" ADD CONSTRAINT "Client_tenantId_lostReasonId_fkey" FOREIGN KEY ("tenantId", "lostReasonId") REFERENCES "LostReason"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stage" ADD CONSTRAINT "Stage_tenantId_pipelineId_fkey" FOREIGN KEY ("tenantId", "pipelineId") REFERENCES "Pipeline"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientTask" ADD CONSTRAINT "ClientTask_tenantId_clientId_fkey" FOREIGN KEY ("tenantId", "clientId") REFERENCES "Client"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientTask" ADD CONSTRAINT "ClientTask_tenantId_assigneeId_fkey" FOREIGN KEY ("tenantId", "assigneeId") REFERENCES "User"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientFile" ADD CONSTRAINT "ClientFile_tenantId_clientId_fkey" FOREIGN KEY ("tenantId", "clientId") REFERENCES "Client"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientFile" ADD CONSTRAINT "ClientFile_tenantId_fileId_fkey" FOREIGN KEY ("tenantId", "fileId") REFERENCES "File"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientBulkRun" ADD CONSTRAINT "ClientBulkRun_tenantId_ownerId_fkey" FOREIGN KEY ("tenantId", "ownerId") REFERENCES "User"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientBulkChange" ADD CONSTRAINT "ClientBulkChange_tenantId_runId_fkey" FOREIGN KEY ("tenantId", "runId") REFERENCES "ClientBulkRun"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientBulkChange" ADD CONSTRAINT "ClientBulkChange_tenantId_clientId_fkey" FOREIGN KEY ("tenantId", "clientId") REFERENCES "Client"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
