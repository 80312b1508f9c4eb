/** The append-only log of everything: written here, read here, never changed. */

import type { Entry, NewEntry } from '../domain/entry.ts';
import { foldIncident, type Incident } from '../domain/incident.ts';
import type { IncidentListItem } from '../domain/incidentListItem.ts';
import type { LogFilter, LogOrder } from '../domain/logFilter.ts';
import { type Statistics, statisticsOf } from '../domain/statistics.ts';
import { toHex } from './chain.ts';
import { type ChainedEntry, readChained } from './chainedEntries.ts';
import type { Connection } from './connection.ts';
import { deriveIncident, rebuildDerived } from './derive.ts';
import {
  insertEntry,
  readEntries,
  readEntry,
  readHead,
  readLatest,
  streamsChangedSince,
  writeHead,
} from './entries.ts';
import { isDerivedDamage, JournalError, toJournalError } from './errors.ts';
import { prepareJournal } from './file.ts';
import { countIncidents, dayRange, type ListFilter, listIncidents, positionOf } from './list.ts';
import { type NamesInLog, namesInLog } from './names.ts';
import { numberKey } from './number.ts';
import { openIncidents, type Unfinished, unfinished } from './ongoing.ts';
import { type Outbox, type OutboxWrites, outboxOf, outboxWrites } from './outbox.ts';
import { type StatisticsFilter, tally } from './statistics.ts';
import { Store } from './store.ts';
import { type TypingTable, typingTable } from './typing.ts';

export interface JournalOptions {
  /** The machine's clock: RFC 3339 with milliseconds. */
  now(): string;
  /** Only look: nothing is created or changed. */
  readonly readOnly?: boolean;
  /** One that is not there is not made. */
  readonly existing?: boolean;
}

/** Every function may throw JournalError, and may be called again after that. */
export interface Journal {
  /**
   * Writes the entries in order, all or none, and returns them as written: on the disk when this returns. An entry
   * whose id is already there is not written again but returned as it is, so a write may safely be tried again. That id
   * with another type, incident or payload is a fault of the program and throws JournalError 'other': what it says would
   * be lost.
   * 'incident-opened' gets its number: the one in the payload if it is given and free, otherwise the station's next.
   */
  append(entries: readonly NewEntry[]): Entry[];
  /**
   * Writes those of the entries whose ids are not there, and returns them: of all processes that claim one id
   * (`idFor`), exactly one gets it, and does what the entry says is done. What is done in `meanwhile` is done while no
   * other process can claim: one that dies in the midst of it leaves the entries to the next, and what it throws keeps
   * them from being written, and so what it did to the outbox. It is not called when there are none.
   */
  claim(
    entries: readonly NewEntry[],
    meanwhile?: (claimed: readonly Entry[], outbox: OutboxWrites) => void,
  ): Entry[];
  /** One incident's entries in order; none when there is no such incident. */
  entriesOf(incidentId: string): Entry[];
  /** The same with their places in the chain, to be checked elsewhere. */
  chainedEntriesOf(incidentId: string): ChainedEntry[];
  /** By number, in any case and composition, or by id. */
  findIncident(numberOrId: string): Incident | null;
  /** Newest first by receivedAt, unless another order is given. Read one by one: break off when there is enough. */
  list(filter?: ListFilter): Iterable<IncidentListItem>;
  /** How many the filter lets through. */
  count(filter: LogFilter): number;
  /**
   * How many come before the incident in the list, newest or oldest first; null when the filter does not let it
   * through, or the order is another.
   */
  positionOf(id: string, filter: LogFilter, order: LogOrder): number | null;
  /** The units and operators that there are to filter by. */
  names(): NamesInLog;
  /** The incidents that are not closed, newest first by receivedAt. */
  openIncidents(): Incident[];
  /** The ids of the incidents, and of the desk's own stream, that have entries after this sequence. */
  changedSince(sequence: number): string[];
  /** The newest entries of these types about an incident or in the desk's own stream, newest first. */
  lastOf(stream: string, types: readonly string[], limit: number): Entry[];
  /** What is undecided, decided without a saved draft, or has text that is typed in the call but not entered; newest first. */
  unfinished(): Unfinished[];
  /** Throws RangeError when a date of the filter is none. */
  statistics(filter: StatisticsFilter): Statistics;
  readonly typing: TypingTable;
  readonly outbox: Outbox;
  /** The last entry's number and hash; null when there are none. */
  head(): { readonly sequence: number; readonly hash: string } | null;
  /** Throws the derived tables away and makes them again from the entries. */
  rebuild(): void;
  close(): void;
}

/**
 * Opens the journal in the folder, which is made if it is missing (unless `readOnly`). The folder is closed to other
 * users (0700) and so are the files (0600). Throws JournalError.
 */
export function openJournal(folder: string, options: JournalOptions): Journal {
  const readOnly = options.readOnly ?? false;
  try {
    if (!readOnly && !options.existing) prepareJournal(folder);
  } catch (error) {
    throw toJournalError(error, folder);
  }
  const store = new Store(folder, readOnly);
  const typing = typingTable(store);
  const write = <T>(work: (connection: Connection) => T): T => {
    try {
      return store.write(work);
    } catch (error) {
      // A damaged list or search index must not keep anybody from writing down what happened.
      if (!isDerivedDamage(error)) throw error;
      store.write(rebuildDerived);
      return store.write(work);
    }
  };
  return {
    append: (entries) =>
      entries.length === 0 ? [] : write((connection) => append(connection, entries, options.now())),
    claim: (entries, meanwhile) =>
      write((connection) => {
        const fresh = entries.filter(({ id }) => !readEntry(connection, id));
        if (fresh.length === 0) return [];
        const claimed = append(connection, fresh, options.now());
        meanwhile?.(claimed, outboxWrites(connection));
        return claimed;
      }),
    entriesOf: (incidentId) => store.read((connection) => readEntries(connection, incidentId)),
    chainedEntriesOf: (incidentId) => store.read((connection) => readChained(connection, incidentId)),
    findIncident: (numberOrId) =>
      store.read((connection) =>
        foldIncident(readEntries(connection, incidentIdOf(connection, numberOrId) ?? numberOrId)),
      ),
    list: (filter = {}) => listIncidents(store, filter),
    count: (filter) => store.read((connection) => countIncidents(connection, filter)),
    positionOf: (id, filter, order) => store.read((connection) => positionOf(connection, id, filter, order)),
    names: () => store.read(namesInLog),
    openIncidents: () => store.read(openIncidents),
    changedSince: (sequence) => store.read((connection) => streamsChangedSince(connection, sequence)),
    lastOf: (stream, types, limit) =>
      store.read((connection) => readLatest(connection, stream, types, limit)),
    unfinished: () => store.read((connection) => unfinished(connection, typing.all())),
    statistics: ({ exercise, ...days }) => {
      const range = dayRange(days);
      return statisticsOf(store.read((connection) => tally(connection, range, exercise)));
    },
    typing,
    outbox: outboxOf(store),
    head: () =>
      store.read((connection) => {
        const { sequence, hash } = readHead(connection);
        return sequence === 0 ? null : { sequence, hash: toHex(hash) };
      }),
    rebuild: () => store.write(rebuildDerived),
    close: () => store.close(),
  };
}

function append(connection: Connection, entries: readonly NewEntry[], recordedAt: string): Entry[] {
  const before = readHead(connection);
  let head = before;
  const written = entries.map((entry) => {
    const existing = readEntry(connection, entry.id);
    if (existing) {
      assertSame(existing, entry);
      return existing;
    }
    const [inserted, next] = insertEntry(connection, head, entry, recordedAt);
    head = next;
    // At once, since the next one to be opened takes its number after this one.
    if (entry.type === 'incident-opened') deriveIncident(connection, entry.incident);
    return inserted;
  });
  if (head === before) return written;
  writeHead(connection, head, head.sequence - before.sequence);
  for (const incident of new Set(entries.map((entry) => entry.incident)))
    deriveIncident(connection, incident);
  return written;
}

/** A payload that has been disposed of cannot be compared. */
function assertSame({ type, incident, payload }: Entry, entry: NewEntry): void {
  const isSame =
    type === entry.type &&
    incident === entry.incident.toWellFormed() &&
    (payload === undefined || contentOf(type, payload) === contentOf(type, entry.payload));
  if (isSame) return;
  throw new JournalError('other', { cause: new Error(`the id ${entry.id} is another entry's`) });
}

/** What the entry says, without the number that only the journal gives. */
function contentOf(type: string, payload: unknown): string {
  return JSON.stringify(type === 'incident-opened' ? { ...(payload as object), number: '' } : payload);
}

function incidentIdOf({ prepare }: Connection, numberOrId: string): string | null {
  const key = numberKey(numberOrId);
  const id = prepare('SELECT id FROM incident WHERE number_key = ? ORDER BY place').get(key)?.id;
  return typeof id === 'string' ? id : null;
}
