/** How the page looks: on a wide screen and a narrow one, light and dark, and on paper. */
import { trusted } from './markup.ts';

interface Colours {
  readonly background: string;
  readonly text: string;
  /** Words beside the numbers. */
  readonly quiet: string;
  /** Between rows. What it parts can be told apart without it. */
  readonly line: string;
  readonly ordinary: string;
  readonly 'consult-first': string;
  readonly 'contact-director': string;
  readonly undecided: string;
  /** What is counted by something else than the outcome. */
  readonly plain: string;
  readonly heat1: string;
  readonly heat2: string;
  readonly heat3: string;
  readonly heat4: string;
  /** Numbers on each of them. */
  readonly on1: string;
  readonly on2: string;
  readonly on3: string;
  readonly on4: string;
}

export type ColourName = keyof Colours;

/** A test holds the contrasts: 4.5 : 1 for what is read, 3 : 1 for what is seen (WCAG 2.2, 1.4.3 and 1.4.11). */
export const colours: Readonly<Record<'light' | 'dark', Colours>> = {
  light: {
    background: '#ffffff',
    text: '#1b2430',
    quiet: '#566270',
    line: '#dde2e8',
    ordinary: '#2b7a9b',
    'consult-first': '#b06a00',
    'contact-director': '#a8233f',
    undecided: '#737d89',
    plain: '#4a5d78',
    heat1: '#7f95b5',
    heat2: '#58719a',
    heat3: '#3f5884',
    heat4: '#22365c',
    on1: '#10151b',
    on2: '#ffffff',
    on3: '#ffffff',
    on4: '#ffffff',
  },
  dark: {
    background: '#14191f',
    text: '#e8ecf1',
    quiet: '#a5b0bd',
    line: '#333c47',
    ordinary: '#5cb3d6',
    'consult-first': '#e3a84a',
    'contact-director': '#f27a90',
    undecided: '#96a1ae',
    plain: '#9db4d6',
    heat1: '#566b8e',
    heat2: '#7089b0',
    heat3: '#93abd0',
    heat4: '#c3d4ee',
    on1: '#ffffff',
    on2: '#10151b',
    on3: '#10151b',
    on4: '#10151b',
  },
};

/** The colour as the scheme has it that the page is shown in. */
export function colour(name: ColourName): string {
  return `var(--${name})`;
}

export const fontFamily = 'system-ui, sans-serif';

function variables(scheme: Colours): string {
  return Object.entries(scheme)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ');
}

export const style = trusted(`
:root { color-scheme: light dark; ${variables(colours.light)} }
@media screen and (prefers-color-scheme: dark) { :root { ${variables(colours.dark)} } }

* { box-sizing: border-box; }
body {
  max-width: 45rem; margin: 0 auto; padding: 3.5rem 1.25rem 6rem;
  background: var(--background); color: var(--text);
  font: 1rem/1.5 ${fontFamily}; font-variant-numeric: tabular-nums; overflow-wrap: break-word;
}
h1, h2, p, dl, dd, figure { margin: 0; }
h1 { font-size: 2.5rem; font-weight: 650; line-height: 1.1; letter-spacing: -0.02em; }
h2 { font-size: 1.375rem; font-weight: 650; line-height: 1.25; letter-spacing: -0.01em; }
header { display: grid; gap: 0.5rem; }
.desk { color: var(--quiet); }
.about { font-size: 1.125rem; }
.exercise { justify-self: start; padding: 0.125rem 0.625rem; border: 2px solid; font-weight: 700; }
.quiet { color: var(--quiet); font-size: 0.875rem; }

.figures { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1.75rem 1.5rem; margin-top: 2.5rem; }
.figures > div { display: flex; flex-direction: column-reverse; justify-content: flex-end; border-top: 2px solid; padding-top: 0.625rem; }
.figures dt { color: var(--quiet); font-size: 0.875rem; line-height: 1.35; }
.figures dd { font-size: 1.75rem; font-weight: 650; line-height: 1.25; letter-spacing: -0.02em; }

section { margin-top: 4rem; }
section > p { margin-top: 0.5rem; max-width: 38rem; }
figure { margin-top: 1.25rem; }
svg { display: block; width: 100%; height: auto; }
.narrow { display: none; }

.table { margin-top: 1.5rem; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; line-height: 1.4; }
caption { padding-bottom: 0.375rem; color: var(--quiet); text-align: left; }
th, td { padding: 0.3125rem 0 0.3125rem 0.75rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: bottom; }
th:first-child { min-width: 7.5rem; padding-left: 0; text-align: left; overflow-wrap: anywhere; }
[tabindex] th:first-child { min-width: 0; white-space: nowrap; }
thead th { border-bottom: 2px solid; color: var(--quiet); font-weight: 500; }
tbody th { font-weight: 400; }
:focus-visible { outline: 2px solid; outline-offset: 4px; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); }

@media screen and (max-width: 40rem) {
  body { padding: 2rem 1rem 4rem; }
  h1 { font-size: 2rem; }
  .figures { grid-template-columns: repeat(2, 1fr); gap: 1.5rem 1rem; }
  .figures dd { font-size: 1.5rem; }
  .wide { display: none; }
  .narrow { display: block; }
  table { font-size: 0.8125rem; }
  th, td { padding-left: 0.375rem; }
  [tabindex] table { font-size: 0.75rem; }
}

@page {
  size: A4; margin: 18mm 15mm;
  @bottom-right { content: counter(page) " (" counter(pages) ")"; font: 9pt ${fontFamily}; }
}
@media print {
  :root { --text: #000000; --quiet: #3a3a3a; --line: #b5b5b5; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  section { margin-top: 2.5rem; }
  h2, section > p { break-after: avoid; }
  caption { break-after: avoid; }
  figure, tr, .figures, table:not(:has(tr:nth-child(9))) { break-inside: avoid; }
  th, td { padding-block: 0.1875rem; }
  .table { overflow: visible; }
}
`);
