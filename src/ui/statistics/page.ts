/**
 * The statistics as one page that stands on its own: no script, nothing from elsewhere, every picture beside its
 * numbers in a table.
 */
import type { Statistics } from '../../domain/statistics.ts';
import { cleanLine } from '../../domain/text.ts';
import { statisticsPage as pageWords, statistics as words } from '../../texts/statistics.ts';
import type { StatisticsScope } from './kinds.ts';
import { html, type Markup } from './markup.ts';
import { sections } from './pageSections.ts';
import { style } from './pageStyle.ts';

export interface PageAbout {
  readonly scope: StatisticsScope;
  /** RFC 3339. */
  readonly madeAt: string;
  readonly operator: string;
}

/** The whole page as HTML. Texts from outside are cleaned and escaped here. */
export function statisticsPage(statistics: Statistics, about: PageAbout): string {
  const { scope, madeAt, operator } = about;
  const period = words.period(scope.fromDate, scope.toDate);
  const title = [...(scope.exercise ? [words.exercises] : []), period].join(', ');
  const content =
    statistics.incidents === 0
      ? html`<p class="about">${words.none}</p>`
      : html`${keyFigures(statistics)}
${sections(statistics)}`;
  return html`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${words.title}: ${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="desk">${pageWords.desk}</p>
<h1>${words.title}</h1>
${scope.exercise ? html`<p class="exercise">${pageWords.exercises}</p>` : html``}
<p class="about">${pageWords.about(period, monthsOf(statistics))}</p>
</header>
<main>
${content}
</main>
<footer><p class="quiet">${pageWords.made(madeAt, cleanLine(operator))}</p></footer>
</body>
</html>
`.markup;
}

/** The first and the last month of which something is counted; null when nothing is. */
function monthsOf({ months }: Statistics): readonly [string, string] | null {
  const [first, last] = [months[0], months.at(-1)];
  return first && last ? [pageWords.month(first.month), pageWords.month(last.month)] : null;
}

function keyFigures({ incidents, outcomes, times, overridden }: Statistics): Markup {
  const figures: readonly (readonly [string, string])[] = [
    [pageWords.figures.incidents, words.count(incidents)],
    [pageWords.figures.director, words.count(outcomes['contact-director'])],
    [pageWords.figures.overridden, pageWords.share(overridden.share) || '–'],
    [pageWords.figures.toDecision, words.duration(times.toDecision.median)],
    [pageWords.figures.toDirector, words.duration(times.toDirector.median)],
    [pageWords.figures.toUnit, words.duration(times.toUnit.median)],
  ];
  return html`<dl class="figures">${figures.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}
