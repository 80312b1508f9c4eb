/** A journal of version 2, made from one of this version. */

/** Makes the outbox what it was in version 2, and empty. */
export const outboxOfVersion2 = `DROP TABLE outbox; DROP TABLE outbox_attempt; PRAGMA user_version = 2;
CREATE TABLE outbox (
  id TEXT PRIMARY KEY NOT NULL,
  incident TEXT,
  created_at TEXT NOT NULL,
  state TEXT NOT NULL,
  sender TEXT NOT NULL,
  recipients TEXT NOT NULL,
  subject TEXT NOT NULL,
  message_id TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX outbox_by_state ON outbox (state);
CREATE TRIGGER outbox_mail_never_changes
BEFORE UPDATE OF id, incident, created_at, sender, recipients, subject, message_id, bytes ON outbox BEGIN
  SELECT RAISE(ABORT, 'a mail is never changed');
END;
`;
