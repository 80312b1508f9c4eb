/** The words of the statistics. */
import type { Statistics } from '../domain/statistics.ts';
import { exercise, outcomeLabels } from './labels.ts';

const number = new Intl.NumberFormat('sv');

export const statistics = {
  title: 'Statistik',
  exercises: `bara ${exercise}`,
  /** Dates, YYYY-MM-DD; null where there is no end. */
  period: (from: string | null, to: string | null) => {
    if (from === null && to === null) return 'alla datum';
    if (from === null) return `till och med ${to}`;
    return to === null ? `från och med ${from}` : `${from} till ${to}`;
  },
  incidents: (count: number) => `${number.format(count)} ${count === 1 ? 'händelse' : 'händelser'}`,
  none: 'Inga händelser.',
  headings: {
    outcomes: 'Utfall',
    months: 'Per månad',
    hours: 'Veckodag och timme',
    times: 'Tider',
    overridden: 'Beslut annat än rekommenderat',
    unanswered: 'Obesvarade frågor',
    units: 'Berörda enheter',
  },
  outcomes: { ...outcomeLabels, undecided: 'utan beslut' },
  /** From Monday. */
  weekdays: ['mån', 'tis', 'ons', 'tor', 'fre', 'lör', 'sön'],
  times: {
    toDecision: 'Samtal till beslut',
    toDirector: 'Tills direktören nåddes',
    toUnit: 'Tills enhetschef nåddes',
  } satisfies Record<keyof Statistics['times'], string>,
  timesHeading: ['', 'antal', 'median', '90 % inom'],
  timesExplained:
    'Direktören: från beslutet, eller från den tid då direktören skulle ringas. Enhetschef: från beslutet, en gång för varje enhet.',
  overridden: (count: number, decided: number, share: string) =>
    `${number.format(count)} av ${number.format(decided)} beslut${share === '' ? '' : ` (${share})`}`,
  unitsHeading: ['', 'händelser', 'varav direkt'],
  moreUnits: (count: number) => `… och ${number.format(count)} till. Alla: --json`,
  count: (count: number) => number.format(count),
  share: (share: number | null) => (share === null ? '' : `${number.format(Math.round(share * 100))} %`),
  /** Whole seconds in words. */
  duration: (seconds: number | null) => {
    if (seconds === null) return '–';
    if (seconds < 60) return `${seconds} s`;
    const minutes = Math.round(seconds / 60);
    if (minutes < 60) return `${minutes} min`;
    const rest = minutes % 60;
    return `${Math.floor(minutes / 60)} tim${rest === 0 ? '' : ` ${rest} min`}`;
  },
  legend: (from: number, to: number) => (from === to ? `${from}` : `${from}–${to}`),
};
