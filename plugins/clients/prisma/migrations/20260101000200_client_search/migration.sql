-- What Prisma cannot say: words compare byte by byte, so that "starts with" is a range of the primary key, and they follow their client.
ALTER TABLE "ClientToken" ALTER COLUMN "token" TYPE TEXT COLLATE "C";

-- The words of a client: those of its search text, and one #tag for each tag.
CREATE FUNCTION client_tokens(search TEXT, tags TEXT[]) RETURNS SETOF TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT word FROM unnest(string_to_array(search, ' ')) AS word WHERE word <> ''
  UNION
  SELECT '#' || tag FROM unnest(tags) AS tag
$$;

-- Once for a statement, however many clients it writes.
CREATE FUNCTION client_tokens_inserted() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ClientToken" ("tenantId", token, "clientId")
  SELECT fresh."tenantId", token, fresh.id FROM fresh, client_tokens(fresh.search, fresh.tags) AS token;
  RETURN NULL;
END $$;

CREATE FUNCTION client_tokens_updated() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM fresh JOIN stale USING (id) WHERE (fresh.search, fresh.tags) IS DISTINCT FROM (stale.search, stale.tags)
  ) THEN
    RETURN NULL;
  END IF;
  DELETE FROM "ClientToken" kept
  USING stale JOIN fresh USING (id), client_tokens(stale.search, stale.tags) AS word
  WHERE (fresh.search, fresh.tags) IS DISTINCT FROM (stale.search, stale.tags)
    AND kept."tenantId" = stale."tenantId" AND kept.token = word AND kept."clientId" = stale.id;
  INSERT INTO "ClientToken" ("tenantId", token, "clientId")
  SELECT fresh."tenantId", word, fresh.id
  FROM stale JOIN fresh USING (id), client_tokens(fresh.search, fresh.tags) AS word
  WHERE (fresh.search, fresh.tags) IS DISTINCT FROM (stale.search, stale.tags);
  RETURN NULL;
END $$;

CREATE FUNCTION client_tokens_deleted() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "ClientToken" kept
  USING stale, client_tokens(stale.search, stale.tags) AS word
  WHERE kept."tenantId" = stale."tenantId" AND kept.token = word AND kept."clientId" = stale.id;
  RETURN NULL;
END $$;

CREATE TRIGGER client_tokens_inserted AFTER INSERT ON "Client"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION client_tokens_inserted();
CREATE TRIGGER client_tokens_updated AFTER UPDATE ON "Client"
  REFERENCING NEW TABLE AS fresh OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION client_tokens_updated();
CREATE TRIGGER client_tokens_deleted AFTER DELETE ON "Client"
  REFERENCING OLD TABLE AS stale FOR EACH STATEMENT EXECUTE FUNCTION client_tokens_deleted();
