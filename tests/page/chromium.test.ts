/** The page in a real browser: that everybody can read it, that it prints whole, and that nothing in it acts. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Statistics } from '../../src/domain/statistics.ts';
import { emptyTally, statisticsOf } from '../../src/domain/statistics.ts';
import { statisticsPage } from '../../src/ui/statistics/page.ts';
import { about, counted, hostile, hostileCounted } from '../ui/statistics/counted.ts';
import { needed, programPath, startChromium } from './browser.ts';

let browser: Browser | null = null;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser?.close());

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Opens a page from a file of its own, as somebody does who was sent it. */
async function opened(
  started: Browser,
  html: string,
  options: BrowserContextOptions = {},
  watch: (page: Page) => void = () => undefined,
): Promise<Page> {
  const folder = mkdtempSync(join(tmpdir(), 'tjour-page-'));
  const context = await started.newContext(options);
  onTestFinished(async () => {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, 'statistik.html');
  writeFileSync(file, html);
  const page = await context.newPage();
  watch(page);
  await page.goto(pathToFileURL(file).href);
  return page;
}

const pages: Readonly<Record<string, Statistics>> = {
  'many incidents': counted,
  'hostile names': hostileCounted,
  nothing: statisticsOf(emptyTally),
};

const sizes = [
  [320, 'light'],
  [320, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const;

test.for(
  Object.keys(pages).flatMap((what) => sizes.map(([width, scheme]) => [what, width, scheme] as const)),
)('a page of %s is accessible %i pixels wide in %s colours, and scrolls one way', async (each, context) => {
  const [what, width, colorScheme] = each;
  const html = statisticsPage(pages[what] ?? counted, about);
  const page = await opened(needed(browser, context), html, {
    viewport: { width, height: 900 },
    colorScheme,
  });
  await page.evaluate(axe);
  const { violations, passes } = (await page.evaluate('axe.run()')) as AxeResults;
  expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))).toEqual([]);
  expect(passes.map(({ id }) => id)).toContain('color-contrast');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  // One of the two forms of each picture, and no word in it that sticks out or lies over a bar.
  const pictures =
    await page.evaluate(`[...document.querySelectorAll('svg')].filter((svg) => svg.checkVisibility())
    .map((svg) => {
      const outer = svg.getBoundingClientRect();
      const bars = [...svg.querySelectorAll('path[fill^="var(--"]')]
        .filter((path) => !path.closest('defs') && !path.getAttribute('fill').includes('heat'))
        .map((path) => path.getBoundingClientRect());
      return [...svg.querySelectorAll('text')].filter((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return left < outer.left - 1 || right > outer.right + 1 || bottom > outer.bottom + 1 ||
          bars.some((bar) => left < bar.right && right > bar.left && top < bar.bottom - 2 && bottom > bar.top + 2);
      }).map((text) => text.textContent);
    })`);
  expect(pictures).toEqual(Array.from({ length: what === 'nothing' ? 0 : 7 }, () => []));
});

test('nothing in hostile names acts, with the policy and without it', async (context) => {
  const started = needed(browser, context);
  const html = statisticsPage(hostileCounted, { ...about, operator: hostile[1] ?? '' });
  const unprotected = html.replace(/<meta http-equiv[^>]*>/, '');
  expect(unprotected).not.toBe(html);
  for (const each of [html, unprotected]) {
    const happened: string[] = [];
    const page = await opened(started, each, {}, (watched) => {
      watched.on('dialog', (dialog) => {
        happened.push(`dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      watched.on('request', (request) => happened.push(`request ${request.url()}`));
      watched.on('console', (message) => happened.push(`console ${message.text()}`));
      watched.on('pageerror', (error) => happened.push(`error ${error.message}`));
    });
    const last = page.locator('section').last();
    for (const name of await last.locator('tbody th, svg text').all())
      if (await name.isVisible()) await name.hover({ force: true });
    expect(happened).toEqual([`request ${page.url()}`]);
    expect(
      await page.evaluate(`document.querySelectorAll('script, img, iframe, svg svg, [onload]').length`),
    ).toBe(0);
    expect(await page.title()).toBe('Statistik: från och med 2026-01-01');
    const names = await last.locator('tbody th').allTextContents();
    expect(names).toHaveLength(hostile.length);
    expect(names).toContain('</script><script>alert(1)</script>');
    expect(names).toContain('{a|fet} {b} {c} {@[0]} {{alert(6)}}');
    expect(names).toContain('&lt;b&gt; &amp; &#0;');
    const drawn = await page.locator('svg').last().locator('text').allTextContents();
    expect(drawn).toContain('<svg onload=alert(3)>');
  }
});

test('is seen to act when something does', async (context) => {
  const happened: string[] = [];
  const html = '<!doctype html><svg onload="alert(1)"></svg><img src="x.png">';
  const page = await opened(needed(browser, context), html, {}, (watched) => {
    watched.on('dialog', (dialog) => {
      happened.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    watched.on('request', (request) => happened.push(request.url().split('/').at(-1) ?? ''));
  });
  await page.waitForLoadState();
  expect(happened).toEqual(expect.arrayContaining(['dialog 1', 'x.png']));
});

test('prints black on white on A4, also from a dark screen, every picture whole and below its heading', async (context) => {
  const started = needed(browser, context);
  const pdftotext = programPath(['pdftotext']) ?? context.skip('no pdftotext (poppler)');
  const page = await opened(started, statisticsPage(counted, about), { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(
    await page.evaluate(
      `[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]`,
    ),
  ).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  // Words in each picture's heading, first line and last line that stand nowhere else.
  const count = await page.evaluate(`(() => {
    const seen = [...document.querySelectorAll('svg')].filter((svg) => svg.checkVisibility());
    for (const [index, svg] of seen.entries()) {
      svg.closest('section').querySelector('h2').append(' heading' + index);
      for (const [name, y] of [['first', 10], ['last', svg.viewBox.baseVal.height - 1]]) {
        const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
        text.textContent = name + index;
        text.setAttribute('y', y);
        svg.append(text);
      }
    }
    return seen.length;
  })()`);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const printed = execFileSync(pdftotext, ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).split(
    '\f',
  );
  const pageOf = (word: string) => printed.findIndex((text) => new RegExp(`\\b${word}\\b`).test(text));
  expect(count).toBe(7);
  for (let index = 0; index < 7; index++) {
    const places = ['heading', 'first', 'last'].map((name) => pageOf(`${name}${index}`));
    expect(new Set(places).size, `picture ${index}`).toBe(1);
    expect(places).not.toContain(-1);
  }
  expect(printed[0]).toContain(`1 (${printed.length - 1})`);
  expect(printed.join()).toContain('Händelser där frågan är obesvarad');
});
