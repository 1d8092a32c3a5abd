-- Of a function that returns rows, the planner guesses a thousand for each client, and reads the words of the whole tenant instead of a few. An array it
-- takes for what it is.
CREATE OR REPLACE FUNCTION client_tokens_updated() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM fresh JOIN stale USING (id) WHERE (fresh.search, fresh.tags) IS DISTINCT FROM (stale.search, stale.tags)
  ) THEN
    RETURN NULL;
  END IF;
  DELETE FROM "ClientToken" kept
  USING stale JOIN fresh USING (id)
  WHERE (fresh.search, fresh.tags) IS DISTINCT FROM (stale.search, stale.tags)
    AND kept."tenantId" = stale."tenantId" AND kept.token = ANY (ARRAY (SELECT client_tokens(stale.search, stale.tags))) AND kept."clientId" = stale.id;
  INSERT INTO "ClientToken" ("tenantId", token, "clientId")
  SELECT fresh."tenantId", word, fresh.id
  FROM stale JOIN fresh USING (id), client_tokens(fresh.search, fresh.tags) AS word
  WHERE (fresh.search, fresh.tags) IS DISTINCT FROM (stale.search, stale.tags);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION client_tokens_deleted() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "ClientToken" kept
  USING stale
  WHERE kept."tenantId" = stale."tenantId" AND kept.token = ANY (ARRAY (SELECT client_tokens(stale.search, stale.tags))) AND kept."clientId" = stale.id;
  RETURN NULL;
END $$;
