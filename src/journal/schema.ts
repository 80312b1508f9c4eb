/** The tables of the journal file. */

/** Kept in `PRAGMA user_version`. A journal of a later version is refused, one of an earlier is brought up to it. */
export const schemaVersion = 4;

/**
 * What is true: the entries and their chain, the same since version 1. Entries are never changed or taken away; a
 * payload may only become disposed of (`chain.ts`). `head` says where the chain ends, so that entries cut off at the
 * end are missed. `payloads` counts the payloads that have not been disposed of.
 */
export const chainTables = `
CREATE TABLE entry (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  incident TEXT NOT NULL,
  operator TEXT NOT NULL,
  received_at TEXT NOT NULL,
  occurred_at TEXT,
  recorded_at TEXT NOT NULL,
  type TEXT NOT NULL,
  version INTEGER NOT NULL,
  corrects TEXT,
  payload_digest BLOB NOT NULL,
  previous_hash BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX entry_of_incident ON entry (incident, sequence);
CREATE TABLE payload (
  sequence INTEGER PRIMARY KEY,
  salt BLOB,
  body TEXT,
  disposed_by TEXT,
  CHECK ((salt IS NULL) = (disposed_by IS NOT NULL) AND (body IS NULL) = (disposed_by IS NOT NULL))
) STRICT;
CREATE TABLE head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  sequence INTEGER NOT NULL,
  hash BLOB NOT NULL,
  payloads INTEGER NOT NULL
) STRICT;
CREATE TRIGGER entry_never_changes BEFORE UPDATE ON entry BEGIN
  SELECT RAISE(ABORT, 'an entry is never changed');
END;
CREATE TRIGGER entry_never_goes BEFORE DELETE ON entry BEGIN
  SELECT RAISE(ABORT, 'an entry is never deleted');
END;
CREATE TRIGGER entry_is_never_replaced BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.sequence OR id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'an entry is never replaced');
END;
CREATE TRIGGER payload_is_only_disposed_of BEFORE UPDATE ON payload
WHEN NEW.sequence <> OLD.sequence OR NEW.body IS NOT NULL OR OLD.body IS NULL BEGIN
  SELECT RAISE(ABORT, 'a payload is never changed');
END;
CREATE TRIGGER payload_never_goes BEFORE DELETE ON payload BEGIN
  SELECT RAISE(ABORT, 'a payload is never deleted');
END;
CREATE TRIGGER payload_is_never_replaced BEFORE INSERT ON payload
WHEN EXISTS (SELECT 1 FROM payload WHERE sequence = NEW.sequence) BEGIN
  SELECT RAISE(ABORT, 'a payload is never replaced');
END;
CREATE TRIGGER head_never_goes BEFORE DELETE ON head BEGIN
  SELECT RAISE(ABORT, 'the head is never deleted');
END;
`;

/** The tables that `chainTables` makes. */
export const chainTableNames = ['entry', 'payload', 'head'] as const;

/**
 * What somebody is writing just now; no part of the record. Without a screen it is the call's, so that a call that was
 * begun in version 1 can go on. As it is since version 2, with an index over the entries.
 */
export const typingTables = `
CREATE INDEX entry_by_type ON entry (incident, type, sequence);
CREATE TABLE typing (
  incident TEXT NOT NULL,
  screen TEXT NOT NULL DEFAULT 'call',
  saved_at TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (incident, screen)
) STRICT;
`;

/** The tables that `typingTables` makes. */
export const typingTableNames = ['typing'] as const;

/** What may need somebody to see to it. Asked for every second, so it has an index of its own, by these very words. */
export const isUnsettled = `handled_at IS NULL AND (state NOT IN ('accepted', 'withdrawn') OR refused <> '[]')`;

/**
 * Mails on their way to the server, as they are since version 4. What is sent is frozen when it is queued; beside it
 * stands how far it has come (`domain/delivery.ts`), and every attempt with its course. Recipients and refused ones are
 * JSON arrays.
 */
export const outboxTables = `
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
  state TEXT NOT NULL CHECK (
    state IN ('queued', 'sending', 'accepted', 'waiting', 'stopped', 'unknown', 'withdrawn')
  ),
  phase TEXT CHECK (phase IN ('connecting', 'greeting', 'login', 'envelope', 'body', 'ending')),
  ending_at TEXT,
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
CREATE INDEX outbox_unsettled ON outbox (created_at) WHERE ${isUnsettled};
CREATE TABLE outbox_attempt (
  mail TEXT NOT NULL,
  nth INTEGER NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  phase TEXT NOT NULL,
  ending_at TEXT,
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

/**
 * What is derived from the entries, for lists, search and statistics; may be thrown away and made again. `place` orders
 * the incidents by receivedAt and is the row id of every table, so that the newest come straight from the index also
 * when searching (`derive.ts`). Nothing here may stop an entry from being written: hence no UNIQUE on the number.
 *
 * `fact` and `affected_unit`, since version 3, are what statistics count (`domain/incidentFacts.ts`): narrow, so that a
 * million of them are soon read. Seconds are counted; in `unanswered` each question to the caller has a bit, in the
 * source's order.
 */
export const derivedTables = `
CREATE TABLE incident (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL,
  number_key TEXT NOT NULL,
  station TEXT,
  year INTEGER,
  serial INTEGER,
  received_at TEXT NOT NULL,
  summary TEXT NOT NULL,
  outcome TEXT,
  timing TEXT,
  status TEXT NOT NULL,
  exercise INTEGER NOT NULL,
  operator TEXT NOT NULL,
  actions_open INTEGER NOT NULL,
  unfinished INTEGER NOT NULL
) STRICT;
CREATE INDEX incident_by_number ON incident (number_key);
CREATE INDEX incident_by_serial ON incident (station, year, serial);
CREATE INDEX incident_by_operator ON incident (operator);
CREATE INDEX incident_unfinished ON incident (place) WHERE unfinished = 1;
CREATE INDEX incident_not_closed ON incident (place) WHERE status <> 'closed';
CREATE VIRTUAL TABLE search USING fts5 (text, tokenize = "unicode61 remove_diacritics 0", prefix = '1 2 3 4');
CREATE TABLE fact (
  place INTEGER PRIMARY KEY,
  month TEXT NOT NULL,
  weekday INTEGER NOT NULL,
  hour INTEGER NOT NULL,
  exercise INTEGER NOT NULL,
  outcome TEXT,
  overridden INTEGER NOT NULL,
  decided_after INTEGER,
  director_reached_after INTEGER,
  unanswered INTEGER NOT NULL
) STRICT;
CREATE TABLE affected_unit (
  place INTEGER NOT NULL,
  unit TEXT NOT NULL,
  directly INTEGER NOT NULL,
  reached_after INTEGER,
  PRIMARY KEY (place, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX affected_unit_by_name ON affected_unit (unit);
CREATE INDEX fact_by_decision ON fact (decided_after, place);
CREATE INDEX fact_by_director ON fact (director_reached_after, place);
`;

/** The whole journal, empty and without its head. */
export const allTables = `${chainTables} ${typingTables} ${outboxTables} ${derivedTables}`;

/** The tables that `derivedTables` makes. */
export const derivedTableNames = ['incident', 'search', 'fact', 'affected_unit'] as const;

export const dropDerivedTables = derivedTableNames.map((name) => `DROP TABLE IF EXISTS ${name};`).join(' ');
