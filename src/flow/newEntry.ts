/** An entry as it is made: to be written to the journal, and folded into what the screen shows before it is. */
import {
  type Entry,
  type EntryPayloads,
  type EntryType,
  entryVersion,
  type NewEntry,
} from '../domain/entry.ts';
import { deskStream } from '../domain/payloads.ts';
import type { Moment } from './turn.ts';

/** What an entry says besides its payload. */
export interface EntryAbout {
  /** The incident's id, or `deskStream`. */
  readonly incident: string;
  readonly operator: string;
  /** The id of the entry that it corrects. */
  readonly corrects?: string | null | undefined;
  /** When it happened, RFC 3339, where that is known. */
  readonly occurredAt?: string | null | undefined;
}

/** An entry of that moment. */
export function newEntry<T extends EntryType>(
  type: T,
  payload: EntryPayloads[T],
  { incident, operator, corrects = null, occurredAt = null }: EntryAbout,
  at: Moment,
): NewEntry<T> {
  return { id: at.newId(), incident, operator, receivedAt: at.now, occurredAt, type, corrects, payload };
}

/** An entry about the desk itself. */
export function deskEntry<T extends EntryType>(
  type: T,
  payload: EntryPayloads[T],
  operator: string,
  at: Moment,
): NewEntry<T> {
  return newEntry(type, payload, { incident: deskStream, operator }, at);
}

/** As the journal will give it back, but for what only the journal knows: its number and its hash. */
export function asWritten(entry: NewEntry, { now }: Pick<Moment, 'now'>): Entry {
  return { ...entry, sequence: 0, recordedAt: now, version: entryVersion, hash: '' };
}
