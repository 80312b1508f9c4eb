/** What the payload of each entry type says, version 1. */
import type { Action, AddedAction } from './actions.ts';
import type { Facts, Recommendation } from './assess.ts';
import type { Person } from './person.ts';
import type { CallerQuestionId, Certainty, DeskAnswer, DeskQuestionId, YesNoUnknown } from './questions.ts';
import type { Outcome, Timing } from './rules.ts';
import type { Wording } from './wording.ts';

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

/** The call: what was said, what the rules made of it, what was decided, and the report. */
export interface CallPayloads {
  'incident-opened': {
    readonly station: string;
    /** STATION-YEAR-SEQUENCE, given by the journal when the entry is written. */
    readonly number: string;
    readonly source: IncidentSource;
    readonly channel: Channel;
    readonly exercise: boolean;
    readonly caller: Caller;
  };
  /** Somebody calls again about the same incident. */
  'call-received': { readonly source: IncidentSource; readonly channel: Channel; readonly caller: Caller };
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
    /** When the next report is promised, RFC 3339. Missing or null when none is. */
    readonly nextReportAt?: string | null;
    /** As the program put it together, where somebody changed it. Missing or null when nobody did. */
    readonly first?: Wording | null;
  };
}

export const attemptResults = ['reached', 'no-answer', 'busy', 'message-left'] as const;
export type AttemptResult = (typeof attemptResults)[number];

export const crisisAnswers = ['yes', 'no', 'later'] as const;
export type CrisisAnswer = (typeof crisisAnswers)[number];

export const messageKinds = [
  'unit-manager',
  'feedback',
  'crisis-group',
  'director-update',
  'director-final',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** What is done with a message when it is ready. */
export type MadeHow = 'saved' | 'copied' | 'sent';

/** The carrying out of a decision. An `action` is the key of one of the incident's actions (`actionState.ts`). */
export interface ActionPayloads {
  'contact-attempted': {
    readonly action: string;
    readonly whom: Person;
    readonly result: AttemptResult;
    /** When to try again, RFC 3339; null when somebody was reached, or somebody else is still to be tried. */
    readonly nextTryAt: string | null;
  };
  /** Another time for the next try, or to be reminded of the action. */
  'next-try-set': { readonly action: string; readonly at: string };
  /** The recipient has confirmed having taken it in. */
  acknowledged: { readonly action: string; readonly by: string };
  'action-done': { readonly action: string; readonly note: string };
  'action-skipped': { readonly action: string; readonly reason: string };
  'action-assigned': { readonly action: string; readonly to: string };
  'actions-added': { readonly actions: readonly AddedAction[] };
  /** What somebody who was asked for an assessment advised. */
  consulted: { readonly action: string; readonly whom: Person; readonly advice: string };
  'crisis-leadership-decided': {
    readonly answer: CrisisAnswer;
    /** Who decided. */
    readonly by: string;
    /** When to ask again, for 'later'; RFC 3339. */
    readonly askAgainAt: string | null;
  };
  /** What our problems mean for others, such as discharges home. */
  'consequences-described': { readonly text: string };
  'note-added': {
    readonly text: string;
    /** The entry that the note is about; null when it is about the incident. */
    readonly about: string | null;
  };
  /** The entry that this one `corrects` no longer counts; it stays readable. */
  'entry-struck': { readonly reason: string };
  'incident-closed': {
    /** The keys of the actions that were still open. */
    readonly open: readonly string[];
    readonly reason: string;
  };
  'incident-reopened': { readonly reason: string };
  /**
   * A message was made ready. `sent` is put in the outbox, and what becomes of it says `mail-sent`; of one that was saved
   * as a file or put on the clipboard it is not known whether it was sent.
   */
  'message-made': {
    readonly message: MessageKind;
    /** The action that it carries out, if any. */
    readonly action: string | null;
    readonly to: string | null;
    readonly subject: string;
    readonly body: string;
    readonly how: MadeHow;
    /** File name only; null when it is no file. */
    readonly file: string | null;
    readonly messageId: string | null;
    /** When the next report is promised, RFC 3339. */
    readonly nextReportAt: string | null;
    /** As the program put it together, where somebody changed it. Missing or null when nobody did. */
    readonly first?: Wording | null;
  };
  /** A follow-up fell due and the desk was told. Written once, by whichever workplace came first. */
  'reminder-given': { readonly followUp: string; readonly due: string; readonly by: 'screen' | 'mail' };
}

/** `csv` is the list of incidents, `html` the page of statistics; the others are one incident. */
export const exportFormats = ['pdf', 'json', 'csv', 'html'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What comes afterwards: the review, the register of public records, and what was taken out. */
export interface AfterwardsPayloads {
  /** Somebody has gone through the incident. What it led to is written beside it, as `review-action-added`. */
  reviewed: {
    readonly comment: string;
    /** What the desk learnt from it; may be blank. */
    readonly learnt: string;
  };
  /**
   * Something to do after a review. It is the supervisor's and none of the desk's actions: it reminds nobody, keeps no
   * incident open and is not counted among what the desk has left to do.
   */
  'review-action-added': {
    readonly text: string;
    /** Who is to do it; may be blank. */
    readonly responsible: string;
    /** The day by which it is to be done, `YYYY-MM-DD` on the desk's calendar; null when none is set. */
    readonly dueDate: string | null;
  };
  'review-action-done': {
    /** The id of the entry that added it. */
    readonly action: string;
    /** What came of it; may be blank. */
    readonly comment: string;
  };
  /** The number that it has in the register of public records (diarienummer). */
  registered: { readonly number: string };
  /** A file was handed out, to whoever wrote the entry. Of the list it stands in the desk's own stream. */
  exported: {
    readonly format: ExportFormat;
    /** How many entries the incident had before this one; null for the list. */
    readonly entries: number | null;
    /** What the list was narrowed to, as it was typed; blank when it was not. */
    readonly selection: string;
  };
}

export const deskPhones = ['primary', 'backup'] as const;
export type DeskPhone = (typeof deskPhones)[number];

/** About the desk and not about an incident: these stand in the desk's own stream (`deskStream`). */
export interface DeskPayloads {
  'handover-signed': {
    /** The page as it was signed, line by line. */
    readonly page: readonly string[];
    readonly note: string;
    readonly exercise: boolean;
  };
  'handover-acknowledged': {
    /** The id of the entry that was signed. */
    readonly handover: string;
    readonly note: string;
  };
  'phone-tested': {
    readonly phone: DeskPhone;
    readonly result: 'works' | 'fault';
    readonly note: string;
    readonly exercise: boolean;
  };
}

/** What stands where an entry names its incident, for entries about the desk itself. */
export const deskStream = 'desk';
