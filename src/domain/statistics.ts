/** What many incidents come to: how often, when, how fast, and about whom. Counted from `incidentFacts.ts`. */
import { type CallerQuestionId, callerQuestions } from './questions.ts';
import { type Outcome, outcomes } from './rules.ts';

/** How many incidents have each outcome; `undecided` is those without a decision. */
export type OutcomeCounts = Readonly<Record<Outcome | 'undecided', number>>;

/** How often each number of seconds occurs, from the shortest. */
export type Durations = readonly (readonly [seconds: number, count: number])[];

/** Incidents counted, as the journal gives them: only what there is, in any order. */
export interface Tally {
  readonly outcomes: readonly {
    readonly month: string;
    readonly outcome: Outcome | null;
    readonly count: number;
  }[];
  /** `weekday` 1 is Monday, `hour` 0–23, on the desk's clock. */
  readonly hours: readonly { readonly weekday: number; readonly hour: number; readonly count: number }[];
  readonly overridden: number;
  readonly decidedAfter: Durations;
  readonly directorReachedAfter: Durations;
  readonly unitReachedAfter: Durations;
  readonly unanswered: Readonly<Record<CallerQuestionId, number>>;
  readonly units: readonly UnitCount[];
}

/** Where no incident has been counted. */
export const emptyTally: Tally = {
  outcomes: [],
  hours: [],
  overridden: 0,
  decidedAfter: [],
  directorReachedAfter: [],
  unitReachedAfter: [],
  unanswered: {
    whatHappened: 0,
    whenHappened: 0,
    whereHappened: 0,
    whoIsAffected: 0,
    actorsInvolved: 0,
    operationDirectlyAffected: 0,
    operationsAtRisk: 0,
  },
  units: [],
};

export interface UnitCount {
  readonly unit: string;
  readonly incidents: number;
  /** In how many of them it was directly affected, and not only at risk. */
  readonly directly: number;
}

/** In whole seconds, by nearest rank: so many of them took no longer. Null when there are none. */
export interface Spread {
  readonly count: number;
  readonly median: number | null;
  readonly percentile90: number | null;
}

export interface Statistics {
  readonly incidents: number;
  readonly outcomes: OutcomeCounts;
  /** Every month from the first to the last that has an incident. */
  readonly months: readonly { readonly month: string; readonly outcomes: OutcomeCounts }[];
  /** Seven weekdays from Monday, of 24 hours each. */
  readonly hours: readonly (readonly number[])[];
  readonly times: {
    /** From the call to the first decision. */
    readonly toDecision: Spread;
    /** From when the director was to be phoned until reached. */
    readonly toDirector: Spread;
    /** From the first decision until a unit's manager was reached, one for each unit. */
    readonly toUnit: Spread;
  };
  readonly overridden: {
    readonly count: number;
    readonly decided: number;
    /** Of those decided, 0–1; null when none are. */
    readonly share: number | null;
  };
  /** In the source's order. `share` is of all incidents, 0–1; null when there are none. */
  readonly unanswered: readonly {
    readonly question: CallerQuestionId;
    readonly count: number;
    readonly share: number | null;
  }[];
  /** The most affected first. */
  readonly units: readonly UnitCount[];
}

/** Puts what was counted together, with nothing left out where there was none. */
export function statisticsOf(tally: Tally): Statistics {
  const all = outcomeCounts(tally.outcomes);
  const incidents = sum(Object.values(all));
  const decided = incidents - all.undecided;
  const byMonth = Map.groupBy(tally.outcomes, ({ month }) => month);
  return {
    incidents,
    outcomes: all,
    months: monthsBetween([...byMonth.keys()].sort()).map((month) => ({
      month,
      outcomes: outcomeCounts(byMonth.get(month) ?? []),
    })),
    hours: hoursOfWeek(tally.hours),
    times: {
      toDecision: spread(tally.decidedAfter),
      toDirector: spread(tally.directorReachedAfter),
      toUnit: spread(tally.unitReachedAfter),
    },
    overridden: { count: tally.overridden, decided, share: share(tally.overridden, decided) },
    unanswered: callerQuestions.map(({ id }) => ({
      question: id,
      count: tally.unanswered[id],
      share: share(tally.unanswered[id], incidents),
    })),
    units: tally.units.toSorted((a, b) => b.incidents - a.incidents || (a.unit < b.unit ? -1 : 1)),
  };
}

function outcomeCounts(counted: Tally['outcomes']): OutcomeCounts {
  const of = (wanted: Outcome | null) =>
    sum(counted.filter(({ outcome }) => outcome === wanted).map(({ count }) => count));
  const [ordinary, consultFirst, contactDirector] = outcomes.map(of);
  return {
    ordinary: ordinary ?? 0,
    'consult-first': consultFirst ?? 0,
    'contact-director': contactDirector ?? 0,
    undecided: of(null),
  };
}

/** From the first of the months (`2026-11`, in order) to the last. */
function monthsBetween(months: readonly string[]): string[] {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const between: string[] = [];
  for (
    let month = Temporal.PlainYearMonth.from(first);
    Temporal.PlainYearMonth.compare(month, Temporal.PlainYearMonth.from(last)) <= 0;
    month = month.add({ months: 1 })
  ) {
    between.push(month.toString());
  }
  return between;
}

function hoursOfWeek(counted: Tally['hours']): number[][] {
  const week = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const { weekday, hour, count } of counted) {
    const day = week[weekday - 1];
    if (day) day[hour] = (day[hour] ?? 0) + count;
  }
  return week;
}

function spread(durations: Durations): Spread {
  const count = sum(durations.map(([, each]) => each));
  return { count, median: rank(durations, count * 0.5), percentile90: rank(durations, count * 0.9) };
}

/** The least number of seconds that at least so many stay within. */
function rank(durations: Durations, many: number): number | null {
  let seen = 0;
  for (const [seconds, count] of durations) {
    seen += count;
    if (seen >= many) return seconds;
  }
  return null;
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
