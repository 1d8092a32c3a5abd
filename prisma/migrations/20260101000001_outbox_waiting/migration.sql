-- What the relay still has to hand on. The rows leave the index as they are marked, so it stays small however long events are kept.
CREATE INDEX "OutboxEvent_waiting" ON "OutboxEvent" ("id") WHERE "dispatchedAt" IS NULL;
