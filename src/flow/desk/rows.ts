/**
 * The rows of the desk screen: everything that is to be done, is not sent, or is open. Made when the journal has
 * changed, and for an incident that has not changed they are the rows from last time.
 */
import { type ActionState, countOpen, mailDirectorKey } from '../../domain/actionState.ts';
import { summaryOf } from '../../domain/answers.ts';
import { candidatesFor, nextCandidate } from '../../domain/candidates.ts';
import type { PhoneTest, SignedHandover } from '../../domain/deskLog.ts';
import { type FollowUp, followUpsOf } from '../../domain/followUps.ts';
import type { Incident } from '../../domain/incident.ts';
import { type Person, personFrom } from '../../domain/person.ts';
import type { Contact } from '../../domain/register.ts';
import type { DeskMail, MailRow } from './mailRows.ts';

/** A call that was left before anything was entered: only what was being typed is kept. */
export interface UnfinishedTyping {
  /** The incident's id to be. */
  readonly id: string;
  /** RFC 3339; null when it cannot be read. */
  readonly receivedAt: string | null;
  /** What happened, on one line; may be blank. */
  readonly summary: string;
  readonly exercise: boolean;
}

/** What the desk screen shows, as the journal has it. */
export interface DeskWork {
  /** All that are not closed, newest first. */
  readonly incidents: readonly Incident[];
  readonly typings: readonly UnfinishedTyping[];
  /** The latest. */
  readonly handover: SignedHandover | null;
  readonly phones: readonly PhoneTest[];
  /** What the mail server has not accepted for everybody, and nobody has seen to; in the order it was queued. */
  readonly mails: readonly DeskMail[];
}

interface About {
  /** What the row is known by: the same as long as it is about the same thing. */
  readonly id: string;
  readonly exercise: boolean;
}

export interface FollowUpRow extends About {
  readonly kind: 'follow-up';
  readonly incident: Incident;
  readonly followUp: FollowUp;
  /** When it falls due, in milliseconds from 1970. */
  readonly moment: number;
  /** Whom to reach now; null when nobody is known. */
  readonly whom: () => Person | null;
}

/** A report that has been written and, as far as is known, not sent. */
export interface DraftRow extends About {
  readonly kind: 'draft';
  readonly incident: Incident;
  readonly subject: string;
}

/** A call that has not come to a decision. */
export interface CallRow extends About {
  readonly kind: 'call';
  readonly call: Pick<UnfinishedTyping, 'id' | 'receivedAt' | 'summary'> & { readonly number: string | null };
}

export interface IncidentRow extends About {
  readonly kind: 'incident';
  readonly incident: Incident;
  readonly summary: string;
  /** How many actions are open, but for what is only kept an eye on. */
  readonly remaining: number;
  /** Something is kept an eye on, such as a report that was promised. */
  readonly isWatched: boolean;
}

export type DeskRow = MailRow | FollowUpRow | DraftRow | CallRow | IncidentRow;

export interface DeskRows {
  /** By the moment when they fall due. */
  readonly followUps: readonly FollowUpRow[];
  /** When real follow-ups fall due that an exercise desk does not show, in milliseconds from 1970, in order. */
  readonly realMoments: readonly number[];
  readonly drafts: readonly DraftRow[];
  /** Calls that are not done, then incidents. */
  readonly open: readonly (CallRow | IncidentRow)[];
  /** Those of each incident, to be used again while it is the same. */
  readonly made: ReadonlyMap<Incident, IncidentRows>;
}

interface IncidentRows {
  readonly followUps: readonly FollowUpRow[];
  readonly draft: DraftRow | null;
  readonly open: CallRow | IncidentRow;
}

export interface RowContext {
  /** An exercise desk shows exercises only. */
  readonly exercise: boolean;
  readonly reminderMinutes: number;
  readonly contacts: readonly Contact[];
  /** Where the mails of an exercise go; null when there is no such address. */
  readonly exerciseEmail: string | null;
}

export const noRows: DeskRows = { followUps: [], realMoments: [], drafts: [], open: [], made: new Map() };

/** The rows of all this. `made` are those from last time, in the same context. */
export function rowsOf(
  { incidents, typings }: Pick<DeskWork, 'incidents' | 'typings'>,
  context: RowContext,
  made: DeskRows['made'],
): DeskRows {
  const isShown = ({ exercise }: { readonly exercise: boolean }) => exercise || !context.exercise;
  const each = new Map(
    incidents.map((incident) => [incident, made.get(incident) ?? incidentRows(incident, context)]),
  );
  const all = [...each.values()];
  const shown = all.filter(({ open }) => isShown(open));
  const followUps = all.flatMap((rows) => rows.followUps).sort((a, b) => a.moment - b.moment);
  const known = new Set(incidents.map(({ id }) => id));
  const typed = typings.filter((typing) => isShown(typing) && !known.has(typing.id)).map(typingRow);
  const open = shown.map((rows) => rows.open);
  return {
    followUps: followUps.filter(isShown),
    realMoments: followUps.filter((row) => !isShown(row)).map(({ moment }) => moment),
    drafts: shown.flatMap(({ draft }) => draft ?? []),
    open: [
      ...typed,
      ...open.filter(({ kind }) => kind === 'call'),
      ...open.filter(({ kind }) => kind !== 'call'),
    ],
    made: each,
  };
}

/** The id of a follow-up's row. */
export function followUpRowId({ incident, key }: Pick<FollowUp, 'incident' | 'key'>): string {
  return `follow-up\n${incident}\n${key}`;
}

/** The same for a call and for the incident that it becomes. */
function openRowId(id: string): string {
  return `open\n${id}`;
}

function incidentRows(incident: Incident, context: RowContext): IncidentRows {
  const { id, exercise, number, receivedAt } = incident;
  const summary = summaryOf(incident.answers);
  const subject = incident.drafts.at(-1)?.subject;
  const actions = incident.actions.filter(({ status }) => status === 'open');
  const remaining = countOpen(actions);
  const isUnsent = subject !== undefined && actions.some(({ key }) => key === mailDirectorKey);
  const about = { id: openRowId(id), exercise };
  return {
    followUps: followUpsOf(incident, context.reminderMinutes).map((followUp) =>
      followUpRow(followUp, incident, context),
    ),
    draft: isUnsent ? { kind: 'draft', id: `draft\n${id}`, exercise, incident, subject } : null,
    open:
      incident.status === 'draft'
        ? { ...about, kind: 'call', call: { id, number, receivedAt, summary } }
        : { ...about, kind: 'incident', incident, summary, remaining, isWatched: actions.length > remaining },
  };
}

function followUpRow(followUp: FollowUp, incident: Incident, context: RowContext): FollowUpRow {
  return {
    kind: 'follow-up',
    id: followUpRowId(followUp),
    exercise: incident.exercise,
    incident,
    followUp,
    moment: Date.parse(followUp.at),
    whom: lazily(() => followUp.action && whomToReach(followUp.action, incident, context)),
  };
}

/** Whoever is to be tried now. A mail of an exercise goes to the exercise address only. */
function whomToReach(state: ActionState, incident: Incident, { contacts, exerciseEmail }: RowContext) {
  if (incident.exercise && state.action.kind === 'mail-director')
    return exerciseEmail === null ? null : { ...personFrom(''), email: exerciseEmail };
  return nextCandidate(candidatesFor(state.action, incident, contacts), state);
}

function typingRow({ id, receivedAt, summary, exercise }: UnfinishedTyping): CallRow {
  return { kind: 'call', id: openRowId(id), exercise, call: { id, number: null, receivedAt, summary } };
}

/** Found out when it is first asked for: of all rows only those that are seen ask. */
function lazily<T>(find: () => T): () => T {
  let found: { readonly value: T } | null = null;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}
