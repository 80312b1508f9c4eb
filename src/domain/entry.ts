/**
 * What a journal entry says. The journal keeps entries; everything else is folded from them.
 *
 * A type's payload never changes its meaning. A new meaning is a new version, and an entry whose type or version
 * this program does not know is kept and shown as such.
 */
import type { Action } from './actions.ts';
import type { Facts, Recommendation } from './assess.ts';
import type { CallerQuestionId, Certainty, DeskAnswer, DeskQuestionId, YesNoUnknown } from './questions.ts';
import type { Outcome, Timing } from './rules.ts';

export const incidentSources = ['tib', 'own-operation', 'other-authority', 'other'] as const;
export type IncidentSource = (typeof incidentSources)[number];
export const channels = ['phone', 'rakel', 'email', 'in-person'] as const;
export type Channel = (typeof channels)[number];

export interface Caller {
  readonly name?: string;
  /** A number to call back on. */
  readonly callback?: string;
}

/** One answer to one of the questions to the caller. */
export interface Answer {
  /** As it was given, sanitised; empty means "vet ej". */
  readonly text: string;
  readonly certainty: Certainty;
  /** The units of ours that the answer names; only for questions that name units. */
  readonly units: readonly string[];
}

export interface Decision {
  readonly outcome: Outcome;
  readonly timing: Timing | null;
  readonly directorDueAt: string | null;
  /** True when the operator decided otherwise than recommended. */
  readonly overridden: boolean;
  /** Why waiting, or why otherwise than recommended; blank when no reason is needed. */
  readonly motivation: string;
  readonly actions: readonly Action[];
}

/** The payload of each entry type, version 1. */
export interface EntryPayloads {
  'incident-opened': {
    readonly station: string;
    /** STATION-YEAR-SEQUENCE, given by the journal when the entry is written. */
    readonly number: string;
    readonly source: IncidentSource;
    readonly channel: Channel;
    readonly exercise: boolean;
    readonly caller: Caller;
  };
  'caller-answered': Answer & { readonly question: CallerQuestionId };
  /** Whether the directly affected operation is one of our own. */
  'own-operation-answered': { readonly answer: YesNoUnknown };
  /** The facts were read back and the caller agreed, with these questions still unanswered. */
  'read-back-agreed': { readonly unanswered: readonly CallerQuestionId[] };
  'desk-answered': { readonly question: DeskQuestionId; readonly answer: DeskAnswer };
  'motivation-given': { readonly text: string };
  'recommendation-made': Recommendation & { readonly facts: Facts };
  'decision-made': Decision;
  'draft-saved': {
    /** File name only: the folder may move. */
    readonly file: string;
    readonly subject: string;
    readonly messageId: string;
    readonly to: string | null;
    readonly body: string;
  };
}

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
