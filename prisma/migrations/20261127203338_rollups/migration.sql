-- CreateTable
CREATE TABLE "RowChange" (
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "model" TEXT NOT NULL,
    "block" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Rollup" (
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "metric" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "block" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "value" TEXT,
    "count" INTEGER NOT NULL,
    "sum" DECIMAL(65,30) NOT NULL,
    "hits" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "RollupState" (
    "id" SERIAL NOT NULL,
    "tenantId" INTEGER NOT NULL DEFAULT (current_setting('app.tenant_id'::text))::integer,
    "metric" TEXT NOT NULL,

    CONSTRAINT "RollupState_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RowChange_tenantId_model_idx" ON "RowChange"("tenantId", "model");

-- CreateIndex
CREATE INDEX "Rollup_tenantId_metric_dimension_day_idx" ON "Rollup"("tenantId", "metric", "dimension", "day");

-- CreateIndex
CREATE INDEX "Rollup_tenantId_metric_block_idx" ON "Rollup"("tenantId", "metric", "block");

-- Writes down which blocks of 8,192 ids a statement has changed (see core/server/metrics/rollups.ts).
CREATE FUNCTION note_row_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "RowChange" ("tenantId", model, block) SELECT DISTINCT c."tenantId", TG_TABLE_NAME::text, c.id >> 13 FROM changed c;
  RETURN NULL;
END $$;

-- Has every change of a table written down. For a plugin's migration: SELECT watch_rows('Client');
CREATE FUNCTION watch_rows(watched text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER watch_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_row_changes()', watched);
  EXECUTE format('CREATE TRIGGER watch_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_row_changes()', watched);
  EXECUTE format('CREATE TRIGGER watch_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_row_changes()', watched);
END $$;

-- CreateIndex
CREATE UNIQUE INDEX "RollupState_tenantId_id_key" ON "RollupState"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "RollupState_tenantId_metric_key" ON "RollupState"("tenantId", "metric");
