-- CreateTable
CREATE TABLE "Client" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "company" TEXT,
    "position" TEXT,
    "zone" TEXT,
    "status" TEXT NOT NULL DEFAULT 'lead',
    "source" TEXT,
    "value" DECIMAL(14,2),
    "currency" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "search" TEXT NOT NULL DEFAULT '',
    "ownerId" INTEGER,
    "createdById" INTEGER,
    "importId" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "Client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClientToken" (
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "token" TEXT NOT NULL,
    "clientId" INTEGER NOT NULL,

    CONSTRAINT "ClientToken_pkey" PRIMARY KEY ("tenantId","token","clientId")
);

-- CreateTable
CREATE TABLE "ClientNote" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "clientId" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "authorId" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClientNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClientField" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "options" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClientField_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClientImport" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "name" TEXT NOT NULL,
    "fileId" INTEGER NOT NULL,
    "encoding" TEXT NOT NULL,
    "delimiter" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "sample" JSONB NOT NULL,
    "mapping" JSONB NOT NULL,
    "rule" TEXT NOT NULL DEFAULT 'skip',
    "rowCount" INTEGER NOT NULL,
    "processed" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "ownerId" INTEGER NOT NULL,
    "reach" JSONB NOT NULL DEFAULT '{}',
    "startedAt" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),
    "undoneAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClientImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClientImportChange" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "importId" INTEGER NOT NULL,
    "clientId" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "versionAfter" INTEGER NOT NULL,

    CONSTRAINT "ClientImportChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClientImportError" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "importId" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "reasons" JSONB NOT NULL,

    CONSTRAINT "ClientImportError_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Client_tenantId_createdAt_id_idx" ON "Client"("tenantId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Client_tenantId_updatedAt_id_idx" ON "Client"("tenantId", "updatedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Client_tenantId_name_id_idx" ON "Client"("tenantId", "name", "id");

-- CreateIndex
CREATE INDEX "Client_tenantId_ownerId_createdAt_id_idx" ON "Client"("tenantId", "ownerId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Client_tenantId_status_createdAt_id_idx" ON "Client"("tenantId", "status", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Client_tenantId_email_idx" ON "Client"("tenantId", "email");

-- CreateIndex
CREATE INDEX "Client_tenantId_phone_idx" ON "Client"("tenantId", "phone");

-- CreateIndex
CREATE INDEX "Client_tenantId_deletedAt_idx" ON "Client"("tenantId", "deletedAt");

-- CreateIndex
CREATE INDEX "Client_tenantId_importId_idx" ON "Client"("tenantId", "importId");

-- CreateIndex
CREATE UNIQUE INDEX "Client_tenantId_id_key" ON "Client"("tenantId", "id");

-- CreateIndex
CREATE INDEX "ClientNote_tenantId_clientId_createdAt_id_idx" ON "ClientNote"("tenantId", "clientId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ClientNote_tenantId_authorId_idx" ON "ClientNote"("tenantId", "authorId");

-- CreateIndex
CREATE UNIQUE INDEX "ClientNote_tenantId_id_key" ON "ClientNote"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ClientField_tenantId_id_key" ON "ClientField"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ClientField_tenantId_key_key" ON "ClientField"("tenantId", "key");

-- CreateIndex
CREATE INDEX "ClientImport_tenantId_createdAt_id_idx" ON "ClientImport"("tenantId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "ClientImport_tenantId_ownerId_idx" ON "ClientImport"("tenantId", "ownerId");

-- CreateIndex
CREATE INDEX "ClientImport_tenantId_fileId_idx" ON "ClientImport"("tenantId", "fileId");

-- CreateIndex
CREATE UNIQUE INDEX "ClientImport_tenantId_id_key" ON "ClientImport"("tenantId", "id");

-- CreateIndex
CREATE INDEX "ClientImportChange_tenantId_importId_id_idx" ON "ClientImportChange"("tenantId", "importId", "id");

-- CreateIndex
CREATE INDEX "ClientImportChange_tenantId_clientId_idx" ON "ClientImportChange"("tenantId", "clientId");

-- CreateIndex
CREATE UNIQUE INDEX "ClientImportChange_tenantId_id_key" ON "ClientImportChange"("tenantId", "id");

-- CreateIndex
CREATE INDEX "ClientImportError_tenantId_importId_row_idx" ON "ClientImportError"("tenantId", "importId", "row");

-- CreateIndex
CREATE UNIQUE INDEX "ClientImportError_tenantId_id_key" ON "ClientImportError"("tenantId", "id");

-- AddForeignKey
ALTER TABLE "Client" ADD CONSTRAINT "Client_tenantId_ownerId_fkey" FOREIGN KEY ("tenantId", "ownerId") REFERENCES "User"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientNote" ADD CONSTRAINT "ClientNote_tenantId_clientId_fkey" FOREIGN KEY ("tenantId", "clientId") REFERENCES "Client"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientNote" ADD CONSTRAINT "ClientNote_tenantId_authorId_fkey" FOREIGN KEY ("tenantId", "authorId") REFERENCES "User"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientImport" ADD CONSTRAINT "ClientImport_tenantId_fileId_fkey" FOREIGN KEY ("tenantId", "fileId") REFERENCES "File"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientImport" ADD CONSTRAINT "ClientImport_tenantId_ownerId_fkey" FOREIGN KEY ("tenantId", "ownerId") REFERENCES "User"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientImportChange" ADD CONSTRAINT "ClientImportChange_tenantId_importId_fkey" FOREIGN KEY ("tenantId", "importId") REFERENCES "ClientImport"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientImportChange" ADD CONSTRAINT "ClientImportChange_tenantId_clientId_fkey" FOREIGN KEY ("tenantId", "clientId") REFERENCES "Client"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientImportError" ADD CONSTRAINT "ClientImportError_tenantId_importId_fkey" FOREIGN KEY ("tenantId", "importId") REFERENCES "ClientImport"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
