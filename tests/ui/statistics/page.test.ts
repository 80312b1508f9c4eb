/** The page's text, without a browser: what must be there, and what must not. */
import { expect, it } from 'vitest';
import { callerQuestions } from '../../../src/domain/questions.ts';
import { emptyTally, statisticsOf } from '../../../src/domain/statistics.ts';
import { statisticsPage } from '../../../src/ui/statistics/page.ts';
import { colours } from '../../../src/ui/statistics/pageStyle.ts';
import { about, counted, hostileCounted } from './counted.ts';

/** The rows of each table as text, by its caption. */
function tablesOf(page: string): Map<string, string[]> {
  return new Map(
    [...page.matchAll(/<table>\s*<caption>(.*?)<\/caption>(.*?)<\/table>/gs)].map(
      ([, caption = '', body = '']) => [
        caption,
        [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
          [...row.matchAll(/<t[hd][^>]*>(?:<bdi>)?(.*?)(?:<\/bdi>)?<\/t[hd]>/gs)]
            .map(([, cell = '']) => cell.replaceAll('\u00a0', ' '))
            .join('|'),
        ),
      ],
    ),
  );
}

const page = statisticsPage(counted, about);

it('has every number in a table with headings', () => {
  const tables = tablesOf(page);
  expect([...tables.values()].map((rows) => rows.length)).toEqual([5, 31, 26, 4, 3, 8, 101]);
  expect(tables.get('Händelser efter utfall')).toContain('kontakta direktör|1 035|2,8 %');
  expect(tables.get('Händelser per månad och utfall')).toContain('juni 2026|1 229|3|49|2|1 283');
  expect(tables.get('Händelser efter timme och veckodag')?.[2]).toBe('01|7|11|15|19|23|27|31|133');
  expect(tables.get('Hur lång tid det tog')).toEqual([
    'Tid|antal|median|90 % inom',
    'Samtal till beslut|38 000|45 s|1 tim 2 min',
    'Tills direktören nåddes|900|5 min|5 min',
    'Tills enhetschef nåddes|0|–|–',
  ]);
  expect(tables.get('Beslut och rekommendation')).toContain('Annat än rekommenderat|412|1,1 %');
  const unanswered = tables.get('Händelser där frågan är obesvarad')?.join('\n') ?? '';
  for (const { text } of callerQuestions) {
    expect(unanswered).toContain(text);
    // In both pictures whole.
    expect(page.split(`>${text}</text>`)).toHaveLength(3);
  }
  expect(tables.get('Händelser som berört enheten')).toContain('Hemtjänst 1|1|128|129');
  expect(page).toContain('… och 20 till. Alla: --json');
  expect(page).not.toMatch(/<t[hd]>(?!<bdi>)<\/t|<th(?! scope="(?:row|col)")[ >]/);
});

it('has each picture twice, with a name, in colours that follow the reader’s', () => {
  const pictures = page.match(
    /<svg viewBox="[^"]+" role="img" aria-label="[^"]+ Siffrorna står i tabellen under\.">/g,
  );
  expect(pictures).toHaveLength(14);
  const drawn = page.slice(page.indexOf('<main>'));
  // Nothing but the page's own colours, or the dark page would have what only the light one has room for.
  const painted = [...drawn.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, paint = '']) => paint);
  expect(painted.length).toBeGreaterThan(500);
  expect(painted.filter((paint) => !/^(?:none|url\(#[\w-]+\)|var\(--[\w-]+\))$/.test(paint))).toEqual([]);
  const names = Object.keys(colours.light);
  for (const [, name] of drawn.matchAll(/var\(--([\w-]+)\)/g)) expect(names).toContain(name);
});

it('asks for nothing, runs nothing, and stands on its own', () => {
  for (const each of [
    page,
    statisticsPage(hostileCounted, { ...about, operator: '<script>alert(0)</script>' }),
  ]) {
    expect(each.startsWith('<!doctype html>\n<html lang="sv">')).toBe(true);
    expect(each).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
    // Whatever begins like a tag is one of ours, with quoted attributes of ours.
    const tags = [...each.matchAll(/<([^\s>]*)([^>]*)>/g)].map(([, name = '', attributes = '']) => {
      const names = [...attributes.replace(/="[^"]*"/g, '').matchAll(/[^\s/]+/g)].map(
        ([attribute]) => attribute,
      );
      return { name, names };
    });
    const ours =
      /^(?:!doctype|\/?(?:html|head|meta|title|style|body|header|main|footer|section|h1|h2|p|dl|dt|dd|div|figure|table|caption|thead|tbody|tr|th|td|bdi|svg|path|rect|text|g|defs|pattern|clipPath))$/;
    expect(tags.filter(({ name }) => !ours.test(name))).toEqual([]);
    expect(tags.flatMap(({ names }) => names).filter((name) => /^on|^(?:href|src|xlink)/.test(name))).toEqual(
      [],
    );
    expect(each.replaceAll(/url\(#[\w-]+\)/g, '')).not.toMatch(/url\(|@import|@keyframes/);
    expect(each).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/,
    );
  }
});

it('says that there is nothing, and marks exercises', () => {
  const scope = { fromDate: null, toDate: null, exercise: true };
  const empty = statisticsPage(statisticsOf(emptyTally), { ...about, scope });
  expect(empty).toContain('Inga händelser.');
  expect(empty).toContain('<title>Statistik: bara ÖVNING, alla datum</title>');
  expect(empty).toContain('<p class="exercise">Bara ÖVNING</p>');
  expect(empty).not.toMatch(/<svg|<table|NaN|null|undefined/);
  expect(page).not.toMatch(/NaN|>null|undefined|ÖVNING/);
});

it('has room for one incident, and for a mistaken year', () => {
  const month = (year: string) => ({ month: `${year}-11`, outcome: 'ordinary', count: 1 }) as const;
  const one = { ...emptyTally, outcomes: [month('2026')], hours: [{ weekday: 1, hour: 0, count: 1 }] };
  expect(statisticsPage(statisticsOf(one), about)).toContain('Händelserna är från november 2026.');
  const centuries = { ...one, outcomes: [month('0206'), month('2026')] };
  const rows = tablesOf(statisticsPage(statisticsOf(centuries), about)).get('Händelser per månad och utfall');
  expect(rows).toHaveLength(1 + 1 + 24);
  expect(rows?.[1]).toBe('november 0206|1|0|0|0|1');
});

/** By WCAG 2.2, "contrast ratio"; colours as `#rrggbb`. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

it.each(['light', 'dark'] as const)('can be read and told apart in %s colours', (scheme) => {
  const { background, line: _, text, quiet, on1, on2, on3, on4, ...seen } = colours[scheme];
  for (const each of [text, quiet]) expect(contrast(each, background)).toBeGreaterThanOrEqual(4.5);
  for (const each of Object.values(seen)) expect(contrast(each, background)).toBeGreaterThanOrEqual(3);
  const { heat1, heat2, heat3, heat4 } = seen;
  for (const [number, square] of [
    [on1, heat1],
    [on2, heat2],
    [on3, heat3],
    [on4, heat4],
  ] as const)
    expect(contrast(number, square)).toBeGreaterThanOrEqual(4.5);
});
