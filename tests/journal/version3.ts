/** A journal of version 3, made from one of this version. */

/** Makes the outbox what it was in version 3, and empty. */
export const outboxOfVersion3 = `
DROP TABLE outbox; DROP TABLE outbox_attempt; PRAGMA user_version = 3;
CREATE TABLE outbox (
  id TEXT PRIMARY KEY NOT NULL,
  incident TEXT,
  action TEXT,
  created_at TEXT NOT NULL,
  sender TEXT NOT NULL,
  recipients TEXT NOT NULL,
  subject TEXT NOT NULL,
  message_id TEXT NOT NULL,
  bytes BLOB NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted', 'waiting', 'stopped', 'unknown')),
  phase TEXT CHECK (phase IN ('connecting', 'greeting', 'login', 'envelope', 'body', 'ending')),
  attempts INTEGER NOT NULL,
  next_try_at TEXT,
  answer TEXT,
  fault TEXT,
  held_by TEXT,
  refused TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  handled_at TEXT,
  CHECK (state <> 'sending' OR phase IS NOT NULL)
) STRICT;
CREATE INDEX outbox_by_state ON outbox (state);
CREATE INDEX outbox_by_message ON outbox (message_id);
CREATE TABLE outbox_attempt (
  mail TEXT NOT NULL,
  nth INTEGER NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  phase TEXT NOT NULL,
  outcome TEXT,
  fault TEXT,
  answer TEXT,
  PRIMARY KEY (mail, nth)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER outbox_mail_never_changes
BEFORE UPDATE OF id, incident, action, created_at, sender, recipients, subject, message_id, bytes ON outbox BEGIN
  SELECT RAISE(ABORT, 'a mail is never changed');
END;
CREATE TRIGGER outbox_mail_never_goes BEFORE DELETE ON outbox BEGIN
  SELECT RAISE(ABORT, 'a mail is never deleted');
END;
CREATE TRIGGER outbox_attempt_never_goes BEFORE DELETE ON outbox_attempt BEGIN
  SELECT RAISE(ABORT, 'an attempt is never deleted');
END;
`;
