/**
 * What the next shift must know: the page with everything that is open. Derived from the incidents; what was handed
 * over is kept as it read (`handoverLines.ts`).
 */
import { type PhoneTest, phonesToTest } from './deskLog.ts';
import { followUpsOf, inOrder } from './followUps.ts';
import { type HandoverIncident, type HandoverItem, handoverIncident, isUrgent } from './handoverIncident.ts';
import type { Incident } from './incident.ts';
import type { Contact } from './register.ts';
import { momentOrNever } from './time.ts';

/** What the page is made from besides the incidents. */
export interface HandoverInput {
  /** RFC 3339. */
  readonly now: string;
  /** How long what is due at once may wait before it is late. */
  readonly reminderMinutes: number;
  /** An exercise hands over exercises only. */
  readonly exercise: boolean;
  /** Who leaves. */
  readonly operator: string;
  readonly phones: readonly PhoneTest[];
  /** To name whom to phone; without them nobody is named. */
  readonly contacts?: readonly Contact[];
}

export interface HandoverPage {
  readonly at: string;
  readonly operator: string;
  readonly exercise: boolean;
  /** The most urgent first. */
  readonly incidents: readonly HandoverIncident[];
  /** The telephones whose test is due, or that have never been tested. */
  readonly phones: readonly PhoneTest[];
  /** Exercises are counted only in an exercise. */
  readonly counts: {
    readonly incidents: number;
    /** The exercises that are open beside what is real. */
    readonly exercises: number;
    readonly undecided: number;
    readonly overdue: number;
    readonly promised: number;
    /** Also of those that are late. */
    readonly notReached: number;
    readonly remaining: number;
  };
}

/**
 * The page for the incidents, of which those that are closed are left out. The most urgent is first: where something
 * that the director or a decision hangs on is late, then where anything else is late, then by what comes next.
 * Exercises come after what is real.
 */
export function handoverPage(incidents: readonly Incident[], input: HandoverInput): HandoverPage {
  const { now, operator, exercise } = input;
  const shown = incidents
    .filter((incident) => incident.status !== 'closed' && (incident.exercise || !exercise))
    .map((incident) => {
      const followUps = inOrder(followUpsOf(incident, input.reminderMinutes));
      return { page: handoverIncident(incident, followUps, input), next: followUps[0]?.at ?? null };
    })
    .toSorted(
      (a, b) =>
        Number(a.page.exercise) - Number(b.page.exercise) ||
        lateness(a.page) - lateness(b.page) ||
        momentOrNever(a.next) - momentOrNever(b.next) ||
        0,
    )
    .map(({ page }) => page);
  return {
    at: now,
    operator,
    exercise,
    incidents: shown,
    // A telephone is not tested in an exercise.
    phones: exercise ? [] : phonesToTest(input.phones, now),
    counts: countsOf(shown, exercise),
  };
}

function countsOf(shown: readonly HandoverIncident[], exercise: boolean): HandoverPage['counts'] {
  const counted = shown.filter((incident) => exercise || !incident.exercise);
  const sum = (count: (incident: HandoverIncident) => number) =>
    counted.reduce((total, incident) => total + count(incident), 0);
  const tried = (items: readonly HandoverItem[]) => items.filter(({ attempts }) => attempts.length > 0);
  return {
    incidents: counted.length,
    exercises: shown.length - counted.length,
    undecided: sum(({ awaits }) => Number(awaits === 'decision')),
    overdue: sum(({ overdue }) => overdue.length),
    promised: sum(({ promised }) => promised.length),
    notReached: sum(({ overdue, notReached }) => tried(overdue).length + notReached.length),
    remaining: sum(
      ({ remaining, checklists }) =>
        remaining.length + checklists.reduce((total, { points }) => total + points, 0),
    ),
  };
}

/** From 0, the most urgent. */
function lateness({ overdue }: HandoverIncident): number {
  if (overdue.length === 0) return 2;
  return overdue.some(isUrgent) ? 0 : 1;
}
