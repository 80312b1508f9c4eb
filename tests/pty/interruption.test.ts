/** A call that is cut off at any moment, in any way, keeps what was answered and can be gone on with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callerQuestions, deskQuestions } from '../../src/domain/questions.ts';
import { expectWholeCall, type Stroke, strokes, untilDesk, wholeCall } from './call.ts';
import { campaign } from './campaign.ts';
import { type Desk, firstNumber, isTypingKept, logged, newDesk, numbers } from './desk.ts';
import { Terminal } from './terminal.ts';

const ctrlC = '\x03';
const ctrlU = '\x15';

/** Ways to cut a call off. */
const cuts = ['Ctrl+C', 'SIGTERM', 'SIGHUP', 'SIGKILL', 'closed window'] as const;
type Cut = (typeof cuts)[number];

async function cutOff(terminal: Terminal, how: Cut): Promise<void> {
  if (how === 'Ctrl+C') terminal.write(ctrlC);
  else if (how === 'closed window') terminal.closeWindow();
  else terminal.kill(how);
  await terminal.end();
}

/** Everything but the last key, which for a text is Enter. */
const textOf = ({ keys }: Stroke) => keys.slice(0, -1);

/** Waits until what is being typed has been saved beside the journal's entries. */
async function keptTyping(terminal: Terminal, desk: Desk, text: string): Promise<void> {
  // The clock on the screen moves every second, so there is always something to look again at.
  await terminal.waitFor(() => isTypingKept(desk, text));
}

/** Checks that the journal holds what the first strokes answered, and nothing else. */
async function expectAnswers(desk: Desk, taken: number): Promise<void> {
  if (taken === 0) return;
  const { incident } = await logged(desk);
  const answered = strokes.slice(0, taken);
  const texts = answered.filter(({ keys }) => keys.length > 1).map(textOf);
  const ids = callerQuestions.slice(0, texts.length).map(({ id }) => id);
  expect(ids.map((id) => incident.answers[id]?.text)).toEqual(texts);
  expect(incident.own?.answer).toBe(taken > 6 ? 'no' : undefined);
  expect(incident.readBack !== null).toBe(taken >= untilDesk.length);
  const deskAnswers = deskQuestions.filter(({ id }) => incident.deskAnswers[id]);
  expect(deskAnswers).toHaveLength(Math.max(0, Math.min(5, taken - untilDesk.length)));
  expect(incident.decision !== null).toBe(taken > untilDesk.length + 5);
}

/** Goes on from the stroke at `from`, where `typed` stands in the field, to the end. */
async function goOn(desk: Desk, from: number, typed: string): Promise<void> {
  const terminal = new Terminal(desk, ['fortsätt']);
  const before = strokes[from - 1];
  await terminal.waitFor(before ? before.shows : '▶ 1');
  if (typed !== '') await terminal.waitFor(`│ ${typed.trimEnd()}`);
  const rest = strokes.slice(from);
  // What was being typed stands in the field, perhaps not all of it: it is written anew.
  const [first, ...others] = rest;
  if (first)
    await terminal.press([{ ...first, keys: first.keys.length > 1 ? ctrlU + first.keys : first.keys }]);
  await terminal.press(others);
  expect(await terminal.end()).toEqual({ code: 0, signal: 0 });
  expectWholeCall(await logged(desk));
  expect(await numbers(desk)).toEqual([firstNumber]);
}

describe('a call cut off at a random moment', () => {
  const moment = fc.record({
    how: fc.constantFrom(...cuts),
    /** How many strokes have been taken: seen by the next question on the screen. */
    taken: fc.integer({ min: 0, max: strokes.length - 1 }),
    /** How many characters of the next answer have been typed, at most. */
    typed: fc.integer({ min: 1, max: 40 }),
    /** Whether the half second has passed. */
    kept: fc.boolean(),
  });

  it('keeps every answer that was taken, and goes on to the end', { timeout: campaign.timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(moment, async ({ how, taken, typed, kept }) => {
        const desk = newDesk();
        const terminal = new Terminal(desk, ['ny-händelse']);
        await terminal.waitFor('▶ 1');
        await terminal.press(strokes.slice(0, taken));
        const next = strokes[taken];
        const text = next && next.keys.length > 1 ? textOf(next).slice(0, typed) : '';
        terminal.write(text);
        if (text !== '') {
          await terminal.waitFor(`│ ${text.trimEnd()}`);
          if (kept) await keptTyping(terminal, desk, text);
        }
        await cutOff(terminal, how);
        const lost = how === 'SIGKILL' && !kept;
        if (how !== 'SIGKILL' && how !== 'closed window') {
          expect(terminal.exit).toEqual({ code: 130, signal: 0 });
          expectRestored(terminal);
          expect(terminal.scrollback().join(' ')).toContain('Allt du skrev är sparat');
        }
        if (taken === 0 && lost) return;
        await expectAnswers(desk, taken);
        await goOn(desk, taken, lost ? '' : text);
      }),
      {
        numRuns: campaign.runs(8),
        // Where there was a fault once.
        examples: [
          [{ how: 'Ctrl+C', taken: strokes.length - 1, typed: 1, kept: false }],
          [{ how: 'SIGHUP', taken: 0, typed: 1, kept: false }],
          [{ how: 'closed window', taken: 0, typed: 7, kept: false }],
          [{ how: 'SIGKILL', taken: 1, typed: 1, kept: false }],
        ],
      },
    );
  });
});

function expectRestored(terminal: Terminal): void {
  expect(terminal.buffer()).toBe('normal');
  expect(terminal.modes()).toEqual({ bracketedPaste: false, cursorHidden: false });
}

/** Starts the program from a shell, which tells afterwards how the terminal was left, and knows the program's id. */
function underShell(command: readonly string[]): readonly string[] {
  const program = 'echo $$ > pid; exec "$@"';
  return ['sh', '-c', `sh -c '${program}' sh "$@"; echo "code $?"; stty -a; echo done`, 'sh', ...command];
}

describe('the terminal', () => {
  it.each(['Ctrl+C', 'SIGTERM', 'SIGHUP', 'SIGINT'] as const)('is as it was after %s', async (how) => {
    const desk = newDesk();
    const terminal = new Terminal(desk, ['ny-händelse'], { through: underShell });
    await terminal.waitFor('▶ 1');
    terminal.write('Brand');
    await terminal.waitFor('│ Brand');
    if (how === 'Ctrl+C') terminal.write(ctrlC);
    else process.kill(Number(readFileSync(join(desk.folder, 'pid'), 'utf8')), how);
    await terminal.end();
    expectRestored(terminal);
    const left = terminal.scrollback().join('\n');
    expect(left).toContain('code 130');
    expect(left).toMatch(/[^-]icanon/);
    expect(left).toMatch(/[^-]echo\b/);
    expect(left).toMatch(/[^-]icrnl/);
  });

  it('is as it was when the call is done, and when there is nothing to go on with', async () => {
    const desk = newDesk();
    const done = new Terminal(desk, ['ny-händelse'], { through: underShell, typedAhead: wholeCall });
    await done.waitFor('code 0');
    const nothing = new Terminal(desk, ['fortsätt'], { through: underShell });
    await nothing.waitFor('Det finns inget påbörjat samtal.');
    for (const terminal of [done, nothing]) {
      await terminal.end();
      expectRestored(terminal);
      expect(terminal.scrollback().join('\n')).toMatch(/[^-]icanon[\s\S]*[^-]echo\b/);
    }
  });

  it('is left alone by a signal before anything was typed, which says that nothing is saved', async () => {
    const desk = newDesk();
    const terminal = new Terminal(desk, ['ny-händelse']);
    await terminal.waitFor('▶ 1');
    terminal.write(ctrlC);
    expect(await terminal.end()).toEqual({ code: 130, signal: 0 });
    expectRestored(terminal);
    expect(terminal.scrollback().join(' ')).toContain('Inget var skrivet, så inget är sparat.');
    expect(await numbers(desk)).toEqual([]);
  });
});
