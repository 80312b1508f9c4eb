/** The filters: what each can be set to, what is set, and taking it away again. */

import { daysOf, lastDays } from '../../domain/logDays.ts';
import type { LogFilter } from '../../domain/logFilter.ts';
import { fold } from '../../domain/register.ts';
import { outcomes, timings } from '../../domain/rules.ts';
import { atDesk, parseInstant } from '../../domain/time.ts';
import { outcomeLabels, statusLabels, timingLabels } from '../../texts/labels.ts';
import { filters as words } from '../../texts/log.ts';
import { type FilterId, filterIds, type LogState } from './state.ts';

/** One way to set a filter. */
export interface Choice {
  readonly label: string;
  /** What of the whole filter it sets; the rest stays. */
  readonly set: Partial<LogFilter>;
}

/** The parts of the whole filter that belong together. */
function partsOf(id: FilterId): readonly (keyof LogFilter)[] {
  return id === 'days' ? ['fromDate', 'toDate'] : [id];
}

function clearing(id: FilterId): Partial<LogFilter> {
  return Object.fromEntries(partsOf(id).map((name) => [name, undefined]));
}

/** The filters that are set, in their order. */
export function filtersSet(filter: LogFilter): FilterId[] {
  return filterIds.filter((id) => partsOf(id).some((name) => filter[name] !== undefined));
}

/** The filter without this one. */
export function without(filter: LogFilter, id: FilterId): LogFilter {
  return { ...filter, ...clearing(id) };
}

/** What the filter is set to, in words; null when it is not. */
export function chosenText(filter: LogFilter, id: FilterId): string | null {
  const { outcome, timing, status, unit, operator, exercise, overridden, late, reviewed, reviewActionsOpen } =
    filter;
  switch (id) {
    case 'days':
      return filter.fromDate === undefined && filter.toDate === undefined
        ? null
        : words.days(filter.fromDate ?? null, filter.toDate ?? null);
    case 'outcome':
      return outcome === undefined
        ? null
        : outcome === 'undecided'
          ? words.undecided
          : outcomeLabels[outcome];
    case 'timing':
      return timing === undefined ? null : words.timing(timingLabels[timing]);
    case 'status':
      return status === undefined ? null : words.status(statusLabels[status]);
    case 'unit':
      return unit ?? null;
    case 'operator':
      return operator === undefined ? null : words.operator(operator);
    case 'exercise':
      return exercise === undefined ? null : exercise ? words.onlyExercises : words.noExercises;
    case 'overridden':
      return overridden === undefined ? null : words.overridden;
    case 'late':
      return late === undefined ? null : words.late;
    case 'reviewed':
      return reviewed === undefined ? null : reviewed ? words.reviewed : words.notReviewed;
    case 'reviewActionsOpen':
      return reviewActionsOpen === undefined ? null : words.reviewActionsOpen;
  }
}

/** Everything that the filter can be set to, the first being not at all, narrowed by what is typed. */
export function choicesFor({ names, now }: LogState, id: FilterId, typed: string): Choice[] {
  const all: Choice = { label: words.all, set: clearing(id) };
  const given = settings(id, names, now);
  if (typed.trim() === '') return [all, ...given];
  const days = id === 'days' ? daysOf(typed) : null;
  if (days) return [{ label: words.days(days.fromDate ?? null, days.toDate ?? null), set: days }];
  return given.filter(({ label }) => fold(label).includes(fold(typed)));
}

function settings(id: FilterId, names: LogState['names'], now: string): Choice[] {
  const to = <Value extends string>(
    values: readonly Value[],
    label: (value: Value) => string,
    set: (value: Value) => Partial<LogFilter>,
  ): Choice[] => values.map((value) => ({ label: label(value), set: set(value) }));
  switch (id) {
    case 'days':
      return presets(now);
    case 'outcome':
      return [
        ...to(
          outcomes,
          (value) => outcomeLabels[value],
          (outcome) => ({ outcome }),
        ),
        { label: words.undecided, set: { outcome: 'undecided' } },
      ];
    case 'timing':
      return to(
        timings,
        (value) => timingLabels[value],
        (timing) => ({ timing }),
      );
    case 'status':
      return to(
        ['draft', 'open', 'closed'],
        (value) => statusLabels[value],
        (status) => ({ status }),
      );
    case 'unit':
      return to(
        names.units,
        (unit) => unit,
        (unit) => ({ unit }),
      );
    case 'operator':
      return to(
        names.operators,
        (operator) => operator,
        (operator) => ({ operator }),
      );
    case 'exercise':
      return [
        { label: words.onlyExercises, set: { exercise: true } },
        { label: words.noExercises, set: { exercise: false } },
      ];
    case 'overridden':
      return [{ label: words.overridden, set: { overridden: true } }];
    case 'late':
      return [{ label: words.late, set: { late: true } }];
    case 'reviewed':
      return [
        { label: words.notReviewed, set: { reviewed: false } },
        { label: words.reviewed, set: { reviewed: true } },
      ];
    case 'reviewActionsOpen':
      return [{ label: words.reviewActionsOpen, set: { reviewActionsOpen: true } }];
  }
}

function presets(now: string): Choice[] {
  const date = atDesk(parseInstant(now)).toPlainDate();
  const today = date.toString();
  const yesterday = date.subtract({ days: 1 }).toString();
  const year = (of: number) => ({
    label: String(of),
    set: { fromDate: `${of}-01-01`, toDate: `${of}-12-31` },
  });
  return [
    { label: words.today, set: lastDays(1, today) },
    { label: words.yesterday, set: lastDays(1, yesterday) },
    ...[7, 30, 90].map((count) => ({ label: words.lastDays(count), set: lastDays(count, today) })),
    year(date.year),
    year(date.year - 1),
  ];
}
