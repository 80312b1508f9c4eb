/** What there is to do once the outcome is known, from the table "What there is to do". */
import type { Person } from './person.ts';
import type { Outcome } from './rules.ts';
import { formatInstant, parseInstant } from './time.ts';

export type Requirement = 'required' | 'recommended';

export type Action =
  | { readonly kind: 'call-director'; readonly due: string; readonly requirement: Requirement }
  | { readonly kind: 'consult'; readonly due: string; readonly requirement: Requirement }
  | {
      readonly kind: 'inform-unit-manager';
      /** Null when no unit was named: somebody must still find out whom to tell. */
      readonly unit: string | null;
      readonly due: string;
      readonly requirement: Requirement;
    }
  | { readonly kind: 'mail-director'; readonly due: string; readonly requirement: Requirement }
  | { readonly kind: 'inform-duty-officer'; readonly due: string; readonly requirement: Requirement };

/** What is added to the decision's actions while it is carried out. `due` is null for what has no time. */
export type AddedAction =
  /** Calling the crisis group together, one action a member; null when the register names none. */
  | { readonly kind: 'call-together'; readonly contact: Person | null; readonly due: string }
  /** A point of a checklist. A question wants a written answer. */
  | {
      readonly kind: 'checklist-point';
      readonly checklist: string;
      readonly section: string | null;
      readonly text: string;
      readonly isQuestion: boolean;
      readonly due: null;
    }
  /** Something to keep an eye on: the next report, an answer that was promised, or anything else. */
  | { readonly kind: 'follow-up'; readonly what: FollowUpKind; readonly text: string; readonly due: string };

export type FollowUpKind = 'next-report' | 'answer' | 'other';

/** The director has been reached, and decides on crisis leadership: yes, no, or later. */
export interface CrisisLeadershipAction {
  readonly kind: 'decide-crisis-leadership';
  readonly due: string;
}

export type AnyAction = Action | AddedAction | CrisisLeadershipAction;

/** Whether the whole incident hangs on it: reaching the director, or a decision. */
export function isDecisive({ kind }: AnyAction): boolean {
  return kind === 'call-director' || kind === 'consult' || kind === 'decide-crisis-leadership';
}

export interface ActionInput {
  readonly outcome: Outcome;
  readonly directorDueAt: string | null;
  /** RFC 3339. */
  readonly receivedAt: string;
  /** Directly affected first, then at risk. */
  readonly units: readonly string[];
  /** How long to look for somebody to consult before the director is phoned instead. */
  readonly consultMinutes: number;
}

/**
 * The actions in the table's order. Times are RFC 3339 in the desk's local offset, to the second.
 * Sources: "Sådan information ska förmedlas direkt till enhetschefer …", "… en rapport om händelsen komma till
 * förvaltningsdirektören via mejl så snart som möjligt", "säkerställa att stadsledningskontorets tjänsteperson i
 * beredskap får information om händelser". That the director is phoned when nobody to consult was reached is an
 * interpretation on the safe side.
 */
export function actionsFor(input: ActionInput): Action[] {
  const received = parseInstant(input.receivedAt);
  const at = formatInstant(received);
  const forOrdinary: Requirement = input.outcome === 'ordinary' ? 'required' : 'recommended';
  const units = distinctUnits(input.units);
  return [
    ...directorActions(input, at, formatInstant(received.add({ minutes: input.consultMinutes }))),
    ...(units.length > 0 ? units : [null]).map(
      (unit): Action => ({ kind: 'inform-unit-manager', unit, due: at, requirement: forOrdinary }),
    ),
    { kind: 'mail-director', due: at, requirement: forOrdinary },
    { kind: 'inform-duty-officer', due: at, requirement: 'required' },
  ];
}

function directorActions(input: ActionInput, at: string, afterConsulting: string): Action[] {
  switch (input.outcome) {
    case 'contact-director':
      return [{ kind: 'call-director', due: input.directorDueAt ?? at, requirement: 'required' }];
    case 'consult-first':
      return [
        { kind: 'consult', due: at, requirement: 'required' },
        { kind: 'call-director', due: afterConsulting, requirement: 'required' },
      ];
    case 'ordinary':
      return [];
  }
}

/** The units without blanks and repetitions, in order. Names that differ only in composition are the same unit. */
export function distinctUnits(units: readonly string[]): string[] {
  return [...new Set(units.map((unit) => unit.normalize('NFC').trim()).filter((unit) => unit !== ''))];
}

/** Who is to know first. */
const fromMostUrgent: readonly AnyAction['kind'][] = [
  'call-director',
  'decide-crisis-leadership',
  'consult',
  'call-together',
  'inform-unit-manager',
  'inform-duty-officer',
  'mail-director',
];

/** How long the action may wait for others that are to be done at the same time; from 0. A decision waits for none. */
export function urgencyOf(action: AnyAction | null): number {
  if (action === null) return 0;
  const place = fromMostUrgent.indexOf(action.kind);
  return place < 0 ? fromMostUrgent.length : place;
}
