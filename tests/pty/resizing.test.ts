/** The window is made narrow and wide again, or is small from the start. */
import { describe, expect, it } from 'vitest';
import { strokes, wholeCall } from './call.ts';
import { logged, newDesk } from './desk.ts';
import { Terminal } from './terminal.ts';

const wide = { columns: 100, rows: 30 };

/** How long the call has lasted, and that all is saved: at the right end of the first line, at any width. */
const clock = /(\d\d:\d\d)( · allt)? sparat( {2}ÖVNING)? ?$/;

/** What is on the screen, but for the clock, which two programs never start in the same second. */
function seen(terminal: Terminal): string {
  const [header = '', ...others] = terminal.screen();
  return [header.replace(clock.exec(header)?.[1] ?? '', ''), ...others].join('\n');
}

/** The header is as wide as the window, so it shows when the screen has been drawn for a new width. */
const drawnFor = (columns: number) => (terminal: Terminal) => {
  const [header = ''] = terminal.screen();
  return clock.test(header) && columns - header.length <= 1;
};

/** Nothing is drawn twice, and nothing goes on outside the window. */
function expectOneFrame(terminal: Terminal): void {
  const text = terminal.text();
  const times = (word: string) => text.split(word).length - 1;
  expect(terminal.wrapped(), text).toBe(false);
  expect(
    terminal.screen().filter((line) => clock.test(line)),
    text,
  ).toHaveLength(1);
  expect(times('▶'), text).toBeLessThanOrEqual(1);
  // The bottom line says which keys work, and no other line does.
  const last = terminal.screen().findLast((line) => line !== '') ?? '';
  expect(
    terminal.screen().filter((line) => line === last),
    text,
  ).toHaveLength(1);
}

/** Known when more than the first frame has been loaded. */
const wholeProgram = 'Kontaktregistret saknar';

describe('a window that is made narrow and wide again', () => {
  it('shows at every step what a window that was never touched shows', async () => {
    const [touched, untouched] = [newDesk(), newDesk()].map(
      (desk) => new Terminal(desk, ['ny-händelse', '--övning'], wide),
    ) as [Terminal, Terminal];
    for (const [step, { keys, shows }] of strokes.entries()) {
      await Promise.all(
        [touched, untouched].map((each) =>
          each.waitFor(step === 0 ? '▶ 1' : (strokes[step - 1]?.shows ?? '')),
        ),
      );
      for (const columns of [40, 70]) {
        touched.resize(columns, 30);
        await touched.waitFor(drawnFor(columns));
        expectOneFrame(touched);
      }
      touched.resize(wide.columns, wide.rows);
      await touched.waitFor(() => seen(touched) === seen(untouched));
      expectOneFrame(touched);
      expect(touched.cursor()).toEqual(untouched.cursor());
      for (const each of [touched, untouched]) each.write(keys);
      if (shows === 'är sparad') break;
    }
    for (const each of [touched, untouched]) expect(await each.end()).toEqual({ code: 0, signal: 0 });
  });

  it('is rid of what lies elsewhere than the program thinks, such as half a frame for the old size', async () => {
    const terminal = new Terminal(newDesk(), ['ny-händelse', '--övning'], wide);
    await terminal.waitFor('▶ 1');
    terminal.write('Strömavbrott');
    await terminal.waitFor('Strömavbrott');
    await terminal.waitFor(wholeProgram);
    const before = seen(terminal);
    terminal.disturb('\x1b[H\n\n\n\n▶ 1 Vad har hänt?\n\n\n\n\n▶ 1 Vad har hänt?\x1b[29;80Hhalva\x1b[10;10H');
    await terminal.waitFor('halva');
    terminal.resize(110, 30);
    await terminal.waitFor(drawnFor(110));
    expectOneFrame(terminal);
    expect(terminal.text()).not.toContain('halva');
    terminal.resize(wide.columns, wide.rows);
    await terminal.waitFor(() => seen(terminal) === before);
  });

  it('shows nothing twice when it is made lower and higher', async () => {
    const desk = newDesk();
    const terminal = new Terminal(desk, ['ny-händelse', '--övning'], wide);
    await terminal.waitFor('▶ 1');
    terminal.write('Strömavbrott');
    await terminal.waitFor('Strömavbrott');
    await terminal.waitFor(wholeProgram);
    const before = seen(terminal);
    for (const rows of [20, 14, 29, 16]) {
      terminal.resize(100, rows);
      await terminal.waitFor(
        (now) => clock.test(now.screen()[0] ?? '') && now.screen()[rows - 2]?.includes('Ctrl+') === true,
      );
      expectOneFrame(terminal);
    }
    terminal.resize(wide.columns, wide.rows);
    await terminal.waitFor(() => seen(terminal) === before);
  });
});

describe('a small window', () => {
  it.each([
    [60, 20],
    [40, 20],
    [40, 16],
  ])('of %i×%i takes a whole call, with ÖVNING and the clock on every screen', async (columns, rows) => {
    const desk = newDesk();
    const terminal = new Terminal(desk, ['ny-händelse', '--övning'], { columns, rows });
    await terminal.waitFor('▶ 1');
    for (const { keys, shows } of strokes) {
      expectOneFrame(terminal);
      expect(terminal.screen()[0]).toMatch(clock);
      expect(terminal.screen()[0]).toContain('ÖVNING');
      expect(terminal.screen().slice(-3).join('')).not.toBe('');
      terminal.write(keys);
      if (shows === 'är sparad') break;
      await terminal.waitFor(shows.slice(0, columns < 60 ? 18 : 40));
    }
    expect(await terminal.end()).toEqual({ code: 0, signal: 0 });
    expect((await logged(desk)).incident.drafts).toHaveLength(1);
  });

  it('that is too small says so, keeps what is typed meanwhile, and goes on when it is large enough', async () => {
    const desk = newDesk();
    const terminal = new Terminal(desk, ['ny-händelse', '--övning'], { columns: 30, rows: 10 });
    await terminal.waitFor('för litet (30×');
    terminal.write('Strömavbrott');
    terminal.resize(100, 30);
    await terminal.waitFor(/▶ 1 Vad har hänt\?\n {4}│ Strömavbrott$/m);
    terminal.resize(20, 5);
    await terminal.waitFor(/för\s+litet/);
    terminal.write(wholeCall);
    expect(await terminal.end()).toEqual({ code: 0, signal: 0 });
    expect((await logged(desk)).incident.answers.whatHappened?.text).toBe(
      'StrömavbrottStrömavbrott i Östra Göteborg',
    );
  });
});
