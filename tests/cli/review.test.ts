/** `tjour granska`: what there is to review, the review, and what is to be done after it. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { emptyDraft } from '../../src/flow/review/draft.ts';
import { typingOf } from '../../src/flow/review/typing.ts';
import { bufferOf } from '../../src/flow/textBuffer.ts';
import { newId } from '../../src/journal/id.ts';
import { openJournal } from '../../src/journal/journal.ts';
import { reviewTyping } from '../../src/journal/typing.ts';
import { type Desk, logged, newDesk, run } from '../pty/desk.ts';
import { json, jsonLines, record, scenario } from './support.ts';

const number = 'A-2026-0001';

async function deskWith(...files: readonly unknown[]): Promise<Desk> {
  const desk = newDesk();
  await record(desk, files);
  return desk;
}

const comment = ['--kommentar', 'Bra'];

describe('what is to be done after a review', () => {
  test('is written with it, told, found, and marked done by its number', async () => {
    const desk = await deskWith(scenario('02').source);
    const actions = ['--åtgärd', 'Uppdatera listan', '--atgard', 'Öva', '--ansvarig', 'Bo Al'];
    const due = ['--klart-senast', '2100-01-01'];
    expect(
      await run(desk, ['granska', number, ...comment, ...actions, ...due, '--operatör', 'chef']),
    ).toEqual({
      code: 0,
      stdout: `${number} är granskad av chef.\nÅtgärd 1: Uppdatera listan, ansvarig Bo Al, senast 2100-01-01\nÅtgärd 2: Öva, ansvarig Bo Al, senast 2100-01-01\n`,
      stderr: '',
    });
    expect((await run(desk, ['logg', '--sök', 'bo al'])).stdout).toContain(number);
    const done = ['granska', number, '--klar', '2'];
    expect(json(await run(desk, [...done, '--kommentar', 'Övat', '--json']))).toMatchObject({
      number,
      action: 2,
      text: 'Öva',
      comment: 'Övat',
    });
    const { entries } = await logged(desk, number);
    expect((await run(desk, done)).stdout).toContain('är redan klar: Öva');
    const { incident, entries: after } = await logged(desk, number);
    expect(after).toHaveLength(entries.length);
    expect(incident.reviewActions).toMatchObject([
      { text: 'Uppdatera listan', responsible: 'Bo Al', dueDate: '2100-01-01', done: null },
      { text: 'Öva', done: { comment: 'Övat' } },
    ]);
    const { stdout } = await run(desk, ['logg', number]);
    expect(stdout).toContain('  Åtgärd 1: Uppdatera listan, ansvarig Bo Al, senast 2100-01-01 (kvar)\n');
    expect(stdout).toMatch(/ {2}Åtgärd 2: Öva.* \(klar [-\d: ]+ av .*: Övat\)\n/);
  });

  test.each([
    ['an action without a review', ['--åtgärd', 'Öva']],
    ['a blank action', [...comment, '--åtgärd', ' \u200b ']],
    ['somebody to do nothing', [...comment, '--ansvarig', 'Bo Al']],
    ['a day for nothing', [...comment, '--klart-senast', '2100-01-01']],
    ['a day that is none', [...comment, '--åtgärd', 'Öva', '--klart-senast', 'fredag']],
    ['a day that has been', [...comment, '--åtgärd', 'Öva', '--klart-senast', '2020-01-01']],
    ['what is not there to be done', ['--klar', '1']],
    ['what is no number', ['--klar', 'öva']],
    ['a review and the end of one at once', ['--klar', '1', '--åtgärd', 'Öva']],
  ])('%s is refused, with nothing saved', async (_, args) => {
    const desk = await deskWith(scenario('02').source);
    const before = (await logged(desk, number)).entries;
    const result = await run(desk, ['granska', number, ...args]);
    expect(result).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/\S/) });
    expect((await logged(desk, number)).entries).toEqual(before);
  });
});

describe('what there is to review', () => {
  test('is what is decided, oldest first and exercises last; then what is left to do, the late first', async () => {
    const desk = await deskWith(...['12', '04', '02', '01'].map((each) => scenario(each).source));
    await run(desk, ['ny', '--enkel'], { input: 'Inte beslutad\n' });
    const lines = (await run(desk, ['granska'])).stdout.split('\n');
    expect(lines[0]).toBe('ATT GRANSKA: 4');
    const numbers = lines.slice(2, 6).map((line) => line.slice(0, 11));
    // Received on the 21st at 02:41 and 03:10, on the 22nd, and the exercise on the 18th.
    expect(numbers).toEqual(['A-2026-0004', 'A-2026-0003', 'A-2026-0002', 'A-2026-0001']);
    expect(lines[5]).toContain('ÖVNING');

    const review = (which: string, text: string, ...more: readonly string[]) =>
      run(desk, ['granska', which, ...comment, '--åtgärd', text, ...more]);
    await review('A-2026-0004', 'Ingen dag');
    await review('A-2026-0003', 'Sedan', '--klart-senast', '2100-01-02');
    await review('A-2026-0002', 'Först', '--klart-senast', '2100-01-01');
    const { stdout } = await run(desk, ['granska']);
    expect(stdout).toContain('ATT GRANSKA: 1\n');
    const [, left = ''] = stdout.split('\n\n');
    expect(left.match(/Ingen dag|Sedan|Först/g)).toEqual(['Först', 'Sedan', 'Ingen dag']);
    expect(jsonLines(await run(desk, ['granska', '--json']))).toMatchObject([
      { number: 'A-2026-0001', exercise: true, reviewed: false },
      { number: 'A-2026-0002', reviewed: true, reviewActions: [{ number: 1, text: 'Först', late: false }] },
      { number: 'A-2026-0003' },
      { number: 'A-2026-0004' },
    ]);
  });

  test('is marked where this operator has begun, also what was reviewed before', async () => {
    const desk = await deskWith(...['04', '02', '01'].map((each) => scenario(each).source));
    await run(desk, ['granska', 'A-2026-0001', ...comment, '--åtgärd', 'Öva']);
    await run(desk, ['granska', 'A-2026-0002', ...comment]);
    const journal = openJournal(desk.data, { now: () => new Date().toISOString() });
    const begin = (which: string, operator: string, id = newId()) => {
      const incident = journal.findIncident(which)?.id ?? '';
      const draft = { ...emptyDraft(id), comment: bufferOf('Bra') };
      const body = JSON.stringify(typingOf({ draft, stop: { at: 'comment' } }));
      journal.typing.save({ incident, savedAt: '2026-11-22T09:00:00Z', body }, reviewTyping(operator));
    };
    for (const which of ['A-2026-0001', 'A-2026-0002', 'A-2026-0003']) begin(which, 'chef');
    begin('A-2026-0003', 'bo', journal.entriesOf(journal.findIncident('A-2026-0003')?.id ?? '')[0]?.id);
    journal.close();
    const { stdout } = await run(desk, ['granska', '--operatör', 'chef']);
    const marked = stdout.split('\n').filter((line) => line.includes('PÅBÖRJAD'));
    expect(marked).toHaveLength(3);
    expect(marked[0]).toMatch(/^A-2026-0003 .* PÅBÖRJAD /);
    expect(stdout).toMatch(/NY GRANSKNING PÅBÖRJAD: 1\n.*\nA-2026-0002 /);
    expect(marked[2]).toMatch(/^A-2026-0001 .* PÅBÖRJAD /);
    const begun = jsonLines(await run(desk, ['granska', '--json', '--operatör', 'chef']));
    expect(begun).toMatchObject([
      { number: 'A-2026-0003', begun: true },
      { number: 'A-2026-0001', begun: true },
      { number: 'A-2026-0002', begun: true, reviewed: true },
    ]);
    // Nobody else has, and what has become an entry is no longer begun.
    expect((await run(desk, ['granska', '--operatör', 'bo'])).stdout).not.toContain('PÅBÖRJAD');
  });

  test('is nothing where nothing has been saved, and makes no journal', async () => {
    const desk = newDesk();
    expect(await run(desk, ['granska'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/granskade/),
    });
    expect((await run(desk, ['granska', ...comment])).code).toBe(2);
    expect(existsSync(desk.data)).toBe(false);
  });
});
