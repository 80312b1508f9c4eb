/** What is being typed, saved while it is not yet an entry. */
import type { MessageChoice } from '../domain/messageRecipients.ts';
import { cleanLine } from '../domain/text.ts';
import type { Store } from './store.ts';

/**
 * Where it is typed: in the call, on the incident's own screen, in a message about it (`messageTyping`), or in somebody's
 * review of it (`reviewTyping`).
 */
export type TypingScreen = 'call' | 'incident' | `message:${string}` | `review:${string}`;

/** Each message of an incident by itself. */
export function messageTyping({
  kind,
  action,
  unit,
}: Pick<MessageChoice, 'kind' | 'action' | 'unit'>): TypingScreen {
  return `message:${kind}:${action ?? unit ?? ''}`;
}

/** A review is its writer's own: nobody goes on with what somebody else has begun. In any case and composition. */
export function reviewTyping(operator: string): TypingScreen {
  return `review:${cleanLine(operator).toLocaleLowerCase('sv')}`;
}

export interface Typing {
  readonly incident: string;
  /** RFC 3339. */
  readonly savedAt: string;
  /** JSON, the caller's own. */
  readonly body: string;
}

/** Every function is about one screen, the call unless another is named, and throws JournalError. */
export interface TypingTable {
  /** Replaces what was saved for the incident. */
  save(typing: Typing, screen?: TypingScreen): void;
  of(incidentId: string, screen?: TypingScreen): Typing | null;
  /** Newest first. */
  all(screen?: TypingScreen): Typing[];
  clear(incidentId: string, screen?: TypingScreen): void;
}

const columns = 'incident, saved_at AS savedAt, body';

export function typingTable(store: Store): TypingTable {
  return {
    save: ({ incident, savedAt, body }, screen = 'call') =>
      store.write(({ prepare }) => {
        prepare('INSERT OR REPLACE INTO typing (incident, screen, saved_at, body) VALUES (?, ?, ?, ?)').run(
          incident,
          screen,
          savedAt,
          body,
        );
      }),
    of: (incidentId, screen = 'call') =>
      store.read(({ prepare }) => {
        const row = prepare(`SELECT ${columns} FROM typing WHERE incident = ? AND screen = ?`).get(
          incidentId,
          screen,
        );
        return row ? toTyping(row) : null;
      }),
    all: (screen = 'call') =>
      store.read(({ prepare }) =>
        prepare(`SELECT ${columns} FROM typing WHERE screen = ? ORDER BY unixepoch(saved_at, 'subsec') DESC`)
          .all(screen)
          .map(toTyping),
      ),
    clear: (incidentId, screen = 'call') =>
      store.write(({ prepare }) => {
        prepare('DELETE FROM typing WHERE incident = ? AND screen = ?').run(incidentId, screen);
      }),
  };
}

function toTyping(row: Readonly<Record<string, unknown>>): Typing {
  return { incident: String(row.incident), savedAt: String(row.savedAt), body: String(row.body) };
}
