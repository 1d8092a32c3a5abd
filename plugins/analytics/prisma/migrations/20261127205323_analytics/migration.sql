-- CreateTable
CREATE TABLE "AnalyticsDashboard" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "name" TEXT NOT NULL,
    "visibility" TEXT NOT NULL DEFAULT 'private',
    "roleKey" TEXT,
    "range" JSONB NOT NULL,
    "filters" JSONB NOT NULL DEFAULT '{}',
    "tiles" JSONB NOT NULL DEFAULT '[]',
    "position" INTEGER NOT NULL DEFAULT 0,
    "ownerId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AnalyticsDashboard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnalyticsGoal" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "name" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "where" JSONB NOT NULL DEFAULT '{}',
    "target" DECIMAL(18,4) NOT NULL,
    "direction" TEXT NOT NULL DEFAULT 'atLeast',
    "period" TEXT NOT NULL,
    "ownerId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AnalyticsGoal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnalyticsSchedule" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "dashboardId" INTEGER NOT NULL,
    "frequency" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL DEFAULT 1,
    "monthDay" INTEGER NOT NULL DEFAULT 1,
    "hour" INTEGER NOT NULL DEFAULT 8,
    "preset" TEXT NOT NULL,
    "recipientIds" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "isPaused" BOOLEAN NOT NULL DEFAULT false,
    "nextAt" TIMESTAMP(3),
    "lastAt" TIMESTAMP(3),
    "ownerId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AnalyticsSchedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnalyticsShare" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "dashboardId" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "ownerId" INTEGER NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),
    "lastSeenAt" TIMESTAMP(3),
    "views" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AnalyticsShare_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AnalyticsDashboard_tenantId_ownerId_idx" ON "AnalyticsDashboard"("tenantId", "ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "AnalyticsDashboard_tenantId_id_key" ON "AnalyticsDashboard"("tenantId", "id");

-- CreateIndex
CREATE INDEX "AnalyticsGoal_tenantId_ownerId_idx" ON "AnalyticsGoal"("tenantId", "ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "AnalyticsGoal_tenantId_id_key" ON "AnalyticsGoal"("tenantId", "id");

-- CreateIndex
CREATE INDEX "AnalyticsSchedule_tenantId_dashboardId_idx" ON "AnalyticsSchedule"("tenantId", "dashboardId");

-- CreateIndex
CREATE INDEX "AnalyticsSchedule_tenantId_ownerId_idx" ON "AnalyticsSchedule"("tenantId", "ownerId");

-- CreateIndex
CREATE INDEX "AnalyticsSchedule_tenantId_nextAt_idx" ON "AnalyticsSchedule"("tenantId", "nextAt");

-- CreateIndex
CREATE UNIQUE INDEX "AnalyticsSchedule_tenantId_id_key" ON "AnalyticsSchedule"("tenantId", "id");

-- CreateIndex
CREATE INDEX "AnalyticsShare_tenantId_dashboardId_idx" ON "AnalyticsShare"("tenantId", "dashboardId");

-- CreateIndex
CREATE INDEX "AnalyticsShare_tenantId_ownerId_idx" ON "AnalyticsShare"("tenantId", "ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "AnalyticsShare_tenantId_id_key" ON "AnalyticsShare"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AnalyticsShare_tenantId_digest_key" ON "AnalyticsShare"("tenantId", "digest");

-- AddForeignKey
ALTER TABLE "AnalyticsDashboard" ADD CONSTRAINT "AnalyticsDashboard_tenantId_ownerId_fkey" FOREIGN KEY ("tenantId", "ownerId") REFERENCES "User"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnalyticsGoal" ADD CONSTRAINT "AnalyticsGoal_tenantId_ownerId_fkey" FOREIGN KEY ("tenantId", "ownerId") REFERENCES "User"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnalyticsSchedule" ADD CONSTRAINT "AnalyticsSchedule_tenantId_dashboardId_fkey" FOREIGN KEY ("tenantId", "dashboardId") REFERENCES "AnalyticsDashboard"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnalyticsSchedule" ADD CONSTRAINT "AnalyticsSchedule_tenantId_ownerId_fkey" FOREIGN KEY ("tenantId", "ownerId") REFERENCES "User"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnalyticsShare" ADD CONSTRAINT "AnalyticsShare_tenantId_dashboardId_fkey" FOREIGN KEY ("tenantId", "dashboardId") REFERENCES "AnalyticsDashboard"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnalyticsShare" ADD CONSTRAINT "AnalyticsShare_tenantId_ownerId_fkey" FOREIGN KEY ("tenantId", "ownerId") REFERENCES "User"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
