-- AlterTable
ALTER TABLE "OutboxEvent" ADD COLUMN "position" INTEGER;

-- CreateIndex
CREATE UNIQUE INDEX "OutboxEvent_tenantId_position_key" ON "OutboxEvent"("tenantId", "position");

-- Events that have no place in their tenant's log yet. They leave the index as they get one.
CREATE INDEX "OutboxEvent_unplaced" ON "OutboxEvent" ("id") WHERE "position" IS NULL AND kind = 'event';
