/** The words of the statistics. */
import type { Statistics } from '../domain/statistics.ts';
import { exercise, outcomeLabels } from './labels.ts';
import { months } from './report.ts';
import { duration } from './when.ts';

const number = new Intl.NumberFormat('sv');
const percent = new Intl.NumberFormat('sv', { style: 'percent', maximumFractionDigits: 1 });

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
  duration: (seconds: number | null) => (seconds === null ? '–' : duration(seconds)),
  legend: (from: number, to: number) => (from === to ? `${from}` : `${from}–${to}`),
};

/** `2026-11` in its parts, the month from 0. */
function partsOf(month: string): readonly [year: string, month: number] {
  const [year = '', number = ''] = month.split('-');
  return [year, Number(number) - 1];
}

/** The page that is read in a browser or on paper. What a chart is called is what a screen reader says of it. */
export const statisticsPage = {
  desk: 'Trygghetsjouren',
  exercises: `Bara ${exercise}`,
  /** The months are those of the first and the last incident. */
  about: (period: string, months: readonly [first: string, last: string] | null) => {
    const dates = `${period.charAt(0).toUpperCase()}${period.slice(1)}.`;
    if (months === null) return dates;
    const [first, last] = months;
    return `${dates} Händelserna är från ${first === last ? first : `${first} till ${last}`}.`;
  },
  /** `at` is RFC 3339. */
  made: (at: string, operator: string) =>
    `Uttaget ur loggen ${at.slice(0, 10)} kl. ${at.slice(11, 16)} av ${operator}.`,
  share: (share: number | null) => (share === null ? '' : percent.format(share)),
  range: (from: number, to: number) =>
    from === to ? number.format(from) : `${number.format(from)}–${number.format(to)}`,
  /** `2026-11` as november 2026. */
  month: (month: string) => {
    const [year, index] = partsOf(month);
    return `${months[index]} ${year}`;
  },
  /** Below a column: the year with January and the first; where there is no room for all, the first of each quarter. */
  monthBelow: (month: string, isFirst: boolean, few: boolean) => {
    const [year, index] = partsOf(month);
    if (!few && index % 3 !== 0) return '';
    const name = months[index]?.slice(0, 3) ?? '';
    return index === 0 || isFirst ? `${name}\n${year}` : name;
  },
  figures: {
    incidents: 'händelser',
    director: 'kontakta direktör',
    overridden: 'av besluten annat än rekommenderat',
    toDecision: 'från samtal till beslut (median)',
    toDirector: 'tills direktören nåddes (median)',
    toUnit: 'tills enhetschef nåddes (median)',
  },
  charts: {
    outcomes: 'Stapeldiagram: händelser efter utfall. Siffrorna står i tabellen under.',
    months: 'Stapeldiagram: händelser per månad och utfall. Siffrorna står i tabellen under.',
    hours: 'Värmekarta: händelser efter veckodag och timme. Siffrorna står i tabellen under.',
    times: 'Stapeldiagram: tid till beslut och tills någon nåddes. Siffrorna står i tabellen under.',
    overridden: 'Stapeldiagram: beslut som rekommenderat och annat. Siffrorna står i tabellen under.',
    unanswered: 'Stapeldiagram: obesvarade frågor. Siffrorna står i tabellen under.',
    units: 'Stapeldiagram: berörda enheter. Siffrorna står i tabellen under.',
  },
  tables: {
    outcomes: { caption: 'Händelser efter utfall', columns: ['Utfall', 'antal', 'andel'] },
    months: {
      caption: 'Händelser per månad och utfall',
      columns: ['Månad', ...Object.values(statistics.outcomes), 'alla'],
    },
    hours: {
      caption: 'Händelser efter timme och veckodag',
      columns: ['Timme', ...statistics.weekdays, 'alla'],
    },
    times: {
      caption: 'Hur lång tid det tog',
      columns: ['Tid', 'antal', 'median', '90 % inom'],
    },
    overridden: { caption: 'Beslut och rekommendation', columns: ['Beslut', 'antal', 'andel'] },
    unanswered: {
      caption: 'Händelser där frågan är obesvarad',
      columns: ['Fråga', 'händelser', 'andel'],
    },
    units: {
      caption: 'Händelser som berört enheten',
      columns: ['Enhet', 'direkt drabbad', 'kan påverkas', 'alla'],
    },
  },
  total: 'alla',
  latestMonths: (count: number) => `Diagrammet visar de senaste ${number.format(count)} månaderna.`,
  hoursExplained: 'När samtalet kom. Timme 02 är från 02.00 till 02.59.',
  asRecommended: 'Som rekommenderat',
  otherwise: 'Annat än rekommenderat',
  directly: 'direkt drabbad',
  atRisk: 'kan påverkas',
  mostAffected: (count: number) => `Diagrammet visar de ${number.format(count)} mest berörda.`,
};
