-- Orders of the list that Prisma cannot say as an index: what is empty counts as nothing and as long ago.
CREATE INDEX "Client_tenantId_value_order_idx" ON "Client" ("tenantId", (coalesce("value", 0)) DESC, "id" DESC);
CREATE INDEX "Client_tenantId_stageSince_order_idx" ON "Client" ("tenantId", (coalesce("stageSince", timestamp 'epoch')) DESC, "id" DESC);
