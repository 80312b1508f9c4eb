/** What is being typed, saved while it is not yet an entry. */
import type { Store } from './store.ts';

export interface Typing {
  readonly incident: string;
  /** RFC 3339. */
  readonly savedAt: string;
  /** JSON, the caller's own. */
  readonly body: string;
}

/** Every function throws JournalError. */
export interface TypingTable {
  /** Replaces what was saved for the incident. */
  save(typing: Typing): void;
  of(incidentId: string): Typing | null;
  /** Newest first. */
  all(): Typing[];
  clear(incidentId: string): void;
}

const columns = 'incident, saved_at AS savedAt, body';

export function typingTable(store: Store): TypingTable {
  return {
    save: ({ incident, savedAt, body }) =>
      store.write(({ prepare }) => {
        prepare('INSERT OR REPLACE INTO typing (incident, saved_at, body) VALUES (?, ?, ?)').run(
          incident,
          savedAt,
          body,
        );
      }),
    of: (incidentId) =>
      store.read(({ prepare }) => {
        const row = prepare(`SELECT ${columns} FROM typing WHERE incident = ?`).get(incidentId);
        return row ? toTyping(row) : null;
      }),
    all: () =>
      store.read(({ prepare }) =>
        prepare(`SELECT ${columns} FROM typing ORDER BY unixepoch(saved_at, 'subsec') DESC`)
          .all()
          .map(toTyping),
      ),
    clear: (incidentId) =>
      store.write(({ prepare }) => {
        prepare('DELETE FROM typing WHERE incident = ?').run(incidentId);
      }),
  };
}

function toTyping(row: Readonly<Record<string, unknown>>): Typing {
  return { incident: String(row.incident), savedAt: String(row.savedAt), body: String(row.body) };
}
