-- A conversation of 20,000 messages took 13 s to delete: a function that returns rows was guessed to return a thousand for each message.
CREATE OR REPLACE FUNCTION message_tokens_deleted() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "MessageToken" kept
  USING stale
  WHERE kept."tenantId" = stale."tenantId" AND kept.token = ANY (string_to_array(stale.search, ' ')) AND kept."conversationId" = stale."conversationId" AND kept."messageId" = stale.id;
  RETURN NULL;
END $$;
