/** The journal cannot be written: nothing typed is lost, and nothing is said to be saved that is not. */
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { enter, expectWholeCall, strokes, told } from './call.ts';
import { firstNumber, logged, newDesk, numbers, run } from './desk.ts';
import { needsMounts, smallDisk } from './disks.ts';
import { Terminal } from './terminal.ts';

const ctrlC = '\x03';
const ctrlS = '\x13';

beforeEach(needsMounts);

/** A call at a desk with a small disk. */
async function callOnSmallDisk(before: 'room' | 'full' | 'read-only') {
  const desk = newDesk();
  const disk = await smallDisk(desk);
  if (before === 'full') disk.fill();
  if (before === 'read-only') disk.readOnly();
  const terminal = new Terminal(desk, ['ny-händelse', '--övning'], { through: disk.through, columns: 120 });
  await terminal.waitFor('▶ 1');
  const inside = { through: disk.through };
  return { desk, disk, terminal, inside };
}

/** What the screen must say from now on: that it is not saved and why, never that it is, and what was said. */
function expectUnsaved(terminal: Terminal, cause: string, ...texts: readonly string[]): void {
  expect(terminal.text()).toContain(`EJ SPARAT: ${cause}.`);
  expect(terminal.screen()[0]).toContain('EJ SPARAT');
  expect(terminal.text()).not.toMatch(/allt spara[ts]/);
  for (const text of texts) expect(terminal.text()).toContain(text);
}

/** The path that the screen gives, over a line break if there is one. */
function pathOf(text: string): string {
  return /(\/\S*tjour-kopia-[\w-]+\.json)/.exec(text.replaceAll('\n  ', ''))?.[1] ?? 'no path on the screen';
}

describe('a disk that fills up during the call', () => {
  it('is seen at once; a copy can be saved elsewhere and read in; the call ends with 1', async () => {
    const { desk, disk, terminal, inside } = await callOnSmallDisk('room');
    await terminal.press(strokes.slice(0, 3));
    disk.fill();
    terminal.write(enter(told.whoIsAffected));
    await terminal.waitFor('EJ SPARAT');
    expectUnsaved(terminal, 'disken är full', told.whatHappened, told.whoIsAffected, '… 4', 'Ctrl+S');
    terminal.write('Polisen');
    await terminal.waitFor('│ Polisen');
    terminal.write(ctrlS);
    await terminal.waitFor('Kopia sparad');
    expectUnsaved(terminal, 'disken är full', told.whoIsAffected, 'Polisen');

    const copy = pathOf(terminal.text());
    expect(JSON.parse(readFileSync(copy, 'utf8')).exercise).toBe(true);
    const elsewhere = newDesk();
    expect(await run(elsewhere, ['ny-händelse', '--från', copy])).toMatchObject({ code: 0 });
    const { answers } = (await logged(elsewhere)).incident;
    expect(answers.whoIsAffected?.text).toBe(told.whoIsAffected);
    expect(answers.actorsInvolved?.text).toBe('Polisen');

    terminal.write(ctrlC);
    expect(await terminal.end()).toEqual({ code: 1, signal: 0 });
    const said = terminal.scrollback().join('\n');
    expect(said).toContain('ALLT BLEV INTE SPARAT');
    expect(said).not.toContain('Allt du skrev är sparat');
    expect(pathOf(said)).toBe(copy);
    disk.free();
    const { incident } = await logged(desk, firstNumber, inside);
    expect(Object.keys(incident.answers)).toEqual(['whatHappened', 'whenHappened', 'whereHappened']);
    expect((await run(desk, ['kontroll'], inside)).stdout).toContain('Loggen stämmer: 4 poster');
  });

  it('is forgotten when there is room again: everything is saved by itself, once', async () => {
    const { desk, disk, terminal, inside } = await callOnSmallDisk('room');
    await terminal.press(strokes.slice(0, 3));
    disk.fill();
    await terminal.press(strokes.slice(3, 12));
    expectUnsaved(terminal, 'disken är full');
    disk.free();
    await terminal.waitFor('allt sparat');
    expect(terminal.text()).not.toContain('EJ SPARAT');
    await terminal.press(strokes.slice(12));
    expect(await terminal.end()).toEqual({ code: 0, signal: 0 });
    expectWholeCall(await logged(desk, firstNumber, inside));
    expect(await numbers(desk, inside)).toEqual([firstNumber]);
    expect((await run(desk, ['kontroll'], inside)).stdout).toContain('Loggen stämmer: 18 poster');
  });

  it('says that what is being typed is not saved, before any Enter', async () => {
    const { disk, terminal } = await callOnSmallDisk('room');
    await terminal.press(strokes.slice(0, 1));
    disk.fill();
    // More than what is left of a block.
    terminal.write('Klockan är '.repeat(2000));
    await terminal.waitFor('EJ SPARAT, det du skriver just nu: disken är full');
    disk.free();
    await terminal.waitFor('allt sparat');
  });

  it('keeps the draft on the screen, and Enter saves it when there is room', async () => {
    const { desk, disk, terminal, inside } = await callOnSmallDisk('room');
    await terminal.press(strokes.slice(0, -1));
    disk.fill();
    terminal.write(enter());
    await terminal.waitFor('EJ SPARAT, utkastet: disken är full');
    expect(terminal.text()).toContain('Ämne: ÖVNING');
    disk.free();
    terminal.write(enter());
    expect(await terminal.end()).toEqual({ code: 0, signal: 0 });
    expectWholeCall(await logged(desk, firstNumber, inside));
  });
});

describe('a disk that is full from the start', () => {
  it('takes the call, keeps all of it on the screen, and saves it when there is room', async () => {
    const { desk, disk, terminal, inside } = await callOnSmallDisk('full');
    terminal.write(enter(told.whatHappened));
    await terminal.waitFor('EJ SPARAT');
    expectUnsaved(terminal, 'disken är full', told.whatHappened, '▶ 2');
    await terminal.press(strokes.slice(1, 10));
    expectUnsaved(terminal, 'disken är full');
    disk.free();
    await terminal.waitFor('allt sparat');
    expect(terminal.screen()[0]).toContain(firstNumber);
    await terminal.press(strokes.slice(10));
    expect(await terminal.end()).toEqual({ code: 0, signal: 0 });
    expectWholeCall(await logged(desk, firstNumber, inside));
  });

  it('gives the draft its number when there is one', async () => {
    const { desk, disk, terminal, inside } = await callOnSmallDisk('full');
    await terminal.press(strokes.slice(0, -1));
    // Enter before there is room: the draft is saved when it can be.
    terminal.write(enter());
    disk.free();
    expect(await terminal.end()).toEqual({ code: 0, signal: 0 });
    const found = await logged(desk, firstNumber, inside);
    expectWholeCall(found);
    const [draft] = found.incident.drafts;
    expect(draft?.subject).toContain(firstNumber);
    expect(draft?.body).toContain(firstNumber);
    expect(draft?.file).toContain(firstNumber);
  });

  it('ends a whole call typed in one burst with 1 and a copy of all of it', async () => {
    const { terminal } = await callOnSmallDisk('full');
    terminal.write(strokes.map(({ keys }) => keys).join(''));
    await terminal.waitFor('Ämne:');
    expectUnsaved(terminal, 'disken är full');
    terminal.write(ctrlC);
    expect(await terminal.end()).toEqual({ code: 1, signal: 0 });
    const elsewhere = newDesk();
    const copy = pathOf(terminal.scrollback().join('\n'));
    expect(await run(elsewhere, ['ny-händelse', '--från', copy])).toMatchObject({ code: 0 });
    const { incident } = await logged(elsewhere);
    expect(incident.answers.operationsAtRisk?.text).toBe(told.operationsAtRisk);
    expect(incident.deskAnswers.informDirector?.answer).toBe('no');
    expect(incident.own?.answer).toBe('no');
    expect(incident.exercise).toBe(true);
  });
});

describe('a folder that may only be read', () => {
  it.each(['without a journal', 'with a journal'])(
    '%s ends with 1, a copy, and no word of being saved',
    async (how) => {
      const desk = newDesk();
      const disk = await smallDisk(desk);
      const inside = { through: disk.through };
      const withJournal = how === 'with a journal';
      if (withJournal) {
        const input = `Brand\n`;
        await run(desk, ['ny-händelse', '--enkel'], { ...inside, input });
      }
      disk.readOnly();
      const terminal = new Terminal(desk, ['ny-händelse'], { through: disk.through, columns: 120 });
      await terminal.waitFor('▶ 1');
      terminal.write(enter(told.whatHappened));
      await terminal.waitFor('EJ SPARAT');
      expectUnsaved(terminal, 'det går inte att skriva i datamappen', told.whatHappened);
      terminal.write(ctrlC);
      expect(await terminal.end()).toEqual({ code: 1, signal: 0 });
      const said = terminal.scrollback().join('\n');
      expect(said).toContain('ALLT BLEV INTE SPARAT');
      expect(said.replace('ALLT BLEV INTE SPARAT', '')).not.toMatch(/är sparat/i);
      expect(JSON.parse(readFileSync(pathOf(said), 'utf8')).answers.whatHappened.text).toBe(
        told.whatHappened,
      );
      expect(await numbers(desk, inside)).toHaveLength(withJournal ? 1 : 0);
    },
  );

  it('is written as soon as it may be', async () => {
    const { desk, disk, terminal, inside } = await callOnSmallDisk('read-only');
    await terminal.press(strokes.slice(0, 4));
    expectUnsaved(terminal, 'det går inte att skriva i datamappen');
    disk.writable();
    await terminal.waitFor('allt sparat');
    await terminal.press(strokes.slice(4));
    expect(await terminal.end()).toEqual({ code: 0, signal: 0 });
    expectWholeCall(await logged(desk, firstNumber, inside));
  });
});
