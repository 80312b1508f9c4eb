/**
 * What a journal entry says. The journal keeps entries; everything else is folded from them.
 *
 * A type's payload never changes its meaning. A new meaning is a new version, and an entry whose type or version
 * this program does not know is kept and shown as such.
 */
import type { MailPayloads } from './mailPayloads.ts';
import type { ActionPayloads, AfterwardsPayloads, CallPayloads, DeskPayloads } from './payloads.ts';

/** The payload of each entry type, version 1. */
export interface EntryPayloads
  extends CallPayloads,
    ActionPayloads,
    MailPayloads,
    AfterwardsPayloads,
    DeskPayloads {}

export type EntryType = keyof EntryPayloads;
export const entryVersion = 1;

/** What to write. The journal adds the number, the hash and `recordedAt`. */
export interface NewEntry<T extends EntryType = EntryType> {
  /** UUIDv7; writing the same id again changes nothing, so a write may safely be tried again. */
  readonly id: string;
  readonly incident: string;
  readonly operator: string;
  /** When the desk got to know it, RFC 3339. */
  readonly receivedAt: string;
  /** When it happened, RFC 3339, where that is known. */
  readonly occurredAt: string | null;
  readonly type: T;
  /** The id of the entry that this one corrects. */
  readonly corrects: string | null;
  readonly payload: EntryPayloads[T];
}

/** An entry as read from the journal. */
export interface Entry {
  /** The number in order, from 1, without gaps, over all incidents. */
  readonly sequence: number;
  readonly id: string;
  readonly incident: string;
  readonly operator: string;
  readonly receivedAt: string;
  readonly occurredAt: string | null;
  /** When it was written down, RFC 3339. */
  readonly recordedAt: string;
  readonly type: string;
  readonly version: number;
  readonly corrects: string | null;
  /** Undefined when the payload has been disposed of or cannot be read. */
  readonly payload: unknown;
  /** SHA-256 in hexadecimal: the link in the chain. */
  readonly hash: string;
}

/** An entry whose type and version this program knows, and whose payload is there. */
export type KnownEntry = {
  [T in EntryType]: Omit<Entry, 'type' | 'payload'> & {
    readonly type: T;
    readonly payload: EntryPayloads[T];
  };
}[EntryType];

const knownTypes: Readonly<Record<EntryType, true>> = {
  'incident-opened': true,
  'caller-answered': true,
  'own-operation-answered': true,
  'read-back-agreed': true,
  'desk-answered': true,
  'motivation-given': true,
  'recommendation-made': true,
  'decision-made': true,
  'draft-saved': true,
  'call-received': true,
  'contact-attempted': true,
  'next-try-set': true,
  acknowledged: true,
  'action-done': true,
  'action-skipped': true,
  'action-assigned': true,
  'actions-added': true,
  consulted: true,
  'crisis-leadership-decided': true,
  'consequences-described': true,
  'note-added': true,
  'entry-struck': true,
  'incident-closed': true,
  'incident-reopened': true,
  'message-made': true,
  'reminder-given': true,
  'mail-queued': true,
  'mail-sent': true,
  'mail-requeued': true,
  'mail-handled': true,
  'mail-withdrawn': true,
  reviewed: true,
  'review-action-added': true,
  'review-action-done': true,
  registered: true,
  exported: true,
  'handover-signed': true,
  'handover-acknowledged': true,
  'phone-tested': true,
};

/** Whether this program understands the entry. */
export function isKnown(entry: Entry): entry is Entry & KnownEntry {
  return (
    Object.hasOwn(knownTypes, entry.type) &&
    entry.version <= entryVersion &&
    typeof entry.payload === 'object' &&
    entry.payload !== null
  );
}
