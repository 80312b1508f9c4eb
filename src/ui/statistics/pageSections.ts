/** What each part of the page shows, as a picture and as a table. */
import type { Statistics } from '../../domain/statistics.ts';
import { cleanLine } from '../../domain/text.ts';
import { statisticsPage as pageWords, statistics as words } from '../../texts/statistics.ts';
import { truncate } from '../textLayout.ts';
import { bars, columns } from './barCharts.ts';
import { heatLegend } from './charts.ts';
import { heatMap } from './heatMap.ts';
import { type Kind, kinds, questionText, timeIds, totalOf } from './kinds.ts';
import type { Look } from './look.ts';
import { html, type Markup } from './markup.ts';
import { section, table, wideTable } from './pageSection.ts';

/** In every picture the same. */
const looks: Readonly<Record<Kind, Look>> = {
  ordinary: { colour: 'ordinary', pattern: 'solid' },
  'consult-first': { colour: 'consult-first', pattern: 'striped' },
  'contact-director': { colour: 'contact-director', pattern: 'lined' },
  undecided: { colour: 'undecided', pattern: 'dotted' },
};
const plain: Look = { colour: 'plain', pattern: 'solid' };
const plainStriped: Look = { colour: 'plain', pattern: 'striped' };

/** More columns than these cannot be told apart. */
const monthsShown = 24;
const unitsShown = 15;
/** More of them than anybody reads; the command's JSON has every one. */
const unitsListed = 100;
/** In columns of text. A name of ours is seldom half as long. */
const longestName = 120;

/** Every part of the page, each with its picture and its numbers. There is at least one incident. */
export function sections(statistics: Statistics): Markup {
  return html`${outcomesSection(statistics)}
${monthsSection(statistics)}
${hoursSection(statistics)}
${timesSection(statistics)}
${overriddenSection(statistics)}
${unansweredSection(statistics)}
${statistics.units.length > 0 ? unitsSection(statistics) : html``}`;
}

function outcomesSection({ outcomes, incidents }: Statistics): Markup {
  const rows = kinds.map((kind) => ({
    kind,
    label: words.outcomes[kind],
    count: words.count(outcomes[kind]),
    share: pageWords.share(outcomes[kind] / incidents),
  }));
  const chart = bars(pageWords.charts.outcomes, {
    series: [{ name: words.headings.outcomes, look: plain }],
    stacked: true,
    rows: rows.map(({ kind, label, count, share }) => ({
      label,
      values: [outcomes[kind]],
      texts: [`${count} · ${share}`],
      look: looks[kind],
    })),
  });
  const cells = rows.map(({ label, count, share }) => [label, count, share]);
  return section(words.headings.outcomes, chart, table(pageWords.tables.outcomes, cells));
}

function monthsSection({ months }: Statistics): Markup {
  const shown = months.slice(-monthsShown);
  const chart = columns(pageWords.charts.months, {
    series: kinds.map((kind) => ({ name: words.outcomes[kind], look: looks[kind] })),
    columns: shown.map(({ month, outcomes }) => ({
      name: month,
      values: kinds.map((kind) => outcomes[kind]),
    })),
    label: (index, few) => pageWords.monthBelow(shown[index]?.month ?? '', index === 0, few),
    count: words.count,
  });
  // A mistaken year can make centuries of nothing.
  const earlier = months.slice(0, -monthsShown).filter(({ outcomes }) => totalOf(outcomes) > 0);
  const rows = [...earlier, ...shown].map(({ month, outcomes }) => [
    pageWords.month(month),
    ...kinds.map((kind) => words.count(outcomes[kind])),
    words.count(totalOf(outcomes)),
  ]);
  const note = months.length > monthsShown ? pageWords.latestMonths(monthsShown) : '';
  return section(words.headings.months, chart, wideTable(pageWords.tables.months, rows), note);
}

function hoursSection({ hours }: Statistics): Markup {
  const names = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
  const chart = heatMap(pageWords.charts.hours, {
    days: words.weekdays,
    hours: names,
    values: hours,
    steps: heatLegend(Math.max(...hours.flat())),
    legend: ({ from, to }) => pageWords.range(from, to),
  });
  const rows = names.map((name, hour) => {
    const counts = hours.map((day) => day[hour] ?? 0);
    return [name, ...[...counts, sum(counts)].map(words.count)];
  });
  const totals = hours.map(sum);
  const last = [pageWords.total, ...[...totals, sum(totals)].map(words.count)];
  const note = pageWords.hoursExplained;
  return section(words.headings.hours, chart, wideTable(pageWords.tables.hours, [...rows, last]), note);
}

function timesSection({ times }: Statistics): Markup {
  const rows = timeIds.map((id) => {
    const { count, median, percentile90 } = times[id];
    return {
      label: words.times[id],
      count: words.count(count),
      values: [median ?? 0, percentile90 ?? 0],
      texts: [median, percentile90].map(words.duration),
    };
  });
  const [, , median = '', percentile90 = ''] = words.timesHeading;
  const chart = bars(pageWords.charts.times, {
    series: [
      { name: median, look: plain },
      { name: percentile90, look: plainStriped },
    ],
    stacked: false,
    rows,
  });
  const cells = rows.map(({ label, count, texts }) => [label, count, ...texts]);
  return section(words.headings.times, chart, table(pageWords.tables.times, cells), words.timesExplained);
}

function overriddenSection({ overridden: { count, decided } }: Statistics): Markup {
  const parts = [
    { label: pageWords.asRecommended, value: decided - count, look: plainStriped },
    { label: pageWords.otherwise, value: count, look: plain },
  ].map((part) => ({
    ...part,
    count: words.count(part.value),
    share: decided === 0 ? '–' : pageWords.share(part.value / decided),
  }));
  const chart = bars(pageWords.charts.overridden, {
    series: [{ name: words.headings.overridden, look: plain }],
    stacked: true,
    rows: parts.map(({ label, value, look, count: text, share }) => ({
      label,
      values: [value],
      texts: [`${text} · ${share}`],
      look,
    })),
  });
  const cells = parts.map(({ label, count: text, share }) => [label, text, share]);
  return section(words.headings.overridden, chart, table(pageWords.tables.overridden, cells));
}

function unansweredSection({ unanswered }: Statistics): Markup {
  const rows = unanswered.map(({ question, count, share }) => ({
    label: questionText(question),
    value: count,
    count: words.count(count),
    share: pageWords.share(share),
  }));
  const chart = bars(pageWords.charts.unanswered, {
    series: [{ name: words.headings.unanswered, look: plain }],
    stacked: true,
    rows: rows.map(({ label, value, count, share }) => ({
      label,
      values: [value],
      texts: [`${count} · ${share}`],
    })),
  });
  const cells = rows.map(({ label, count, share }) => [label, count, share]);
  return section(words.headings.unanswered, chart, table(pageWords.tables.unanswered, cells));
}

function unitsSection({ units }: Statistics): Markup {
  const chart = bars(pageWords.charts.units, {
    series: [
      { name: pageWords.directly, look: plain },
      { name: pageWords.atRisk, look: plainStriped },
    ],
    stacked: true,
    rows: units.slice(0, unitsShown).map(({ unit, incidents, directly }) => ({
      label: unit,
      values: [directly, incidents - directly],
      texts: ['', words.count(incidents)],
    })),
  });
  const cells = units
    .slice(0, unitsListed)
    .map(({ unit, incidents, directly }) => [
      truncate(cleanLine(unit), longestName),
      words.count(directly),
      words.count(incidents - directly),
      words.count(incidents),
    ]);
  const left = units.length - cells.length;
  const more = left > 0 ? html`<p class="quiet">${words.moreUnits(left)}</p>` : html``;
  const note = units.length > unitsShown ? pageWords.mostAffected(unitsShown) : '';
  return section(words.headings.units, chart, html`${table(pageWords.tables.units, cells)}${more}`, note);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
