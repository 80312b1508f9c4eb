/** Handing over, and the tests of the telephones, without a terminal. */
import { describe, expect, test } from 'vitest';
import type { NewEntry } from '../../src/domain/entry.ts';
import { deskStream } from '../../src/domain/payloads.ts';
import { newId } from '../../src/journal/id.ts';
import { openJournal } from '../../src/journal/journal.ts';
import { type Desk, newDesk, type Result, run } from '../pty/desk.ts';
import { contents, json, jsonLines, record, scenario } from './support.ts';

const { source } = scenario('02');

/** Refused in one sentence, and nothing is written. */
function expectRefused({ code, stdout, stderr }: Result, said: string): void {
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(said);
  expect(stderr).toContain('Inget är sparat.');
}

describe('överlämning', () => {
  test('shows what is open; signed by one and acknowledged by another, in the journal', async () => {
    const desk = newDesk();
    await record(desk, [source]);
    const shown = await run(desk, ['o\u0308verla\u0308mning', '--operatör', 'jl']);
    expect([shown.code, shown.stderr]).toEqual([0, '']);
    expect(shown.stdout).toMatch(/^ÖVERLÄMNING .*, från jl\n1 öppen händelse · 5 försenade/);
    expect(shown.stdout).toContain('RING förvaltningsdirektören');
    expect(shown.stdout).toMatch(/Ingen överlämning är gjord ännu\.\n$/);

    const note = 'Ring Anna\u001b[31m efter sju';
    const signed = json(
      await run(desk, ['overlamning', '--signera', '--operator', 'jl', '--anteckning', note, '--json']),
    );
    expect(signed.handover).toMatchObject({ by: 'jl', note: 'Ring Anna efter sju', acknowledged: null });
    expect(signed.handover).toMatchObject({
      page: expect.arrayContaining([expect.stringContaining('-0001  Brand')]),
    });

    await record(desk, [scenario('07').source]);
    const waiting = await run(desk, ['överlämning']);
    expect(waiting.stdout).toContain('Signerad av jl');
    expect(waiting.stdout).toMatch(/ÄNDRAT SEDAN DESS\n {2}Ny: A-\d{4}-0002 {2}Hotfull person/);

    const before = contents(desk.data);
    expectRefused(await run(desk, ['överlämning', '--kvittera', '--operatör', 'JL']), 'jl har signerat.');
    expect(contents(desk.data)).toEqual(before);
    const taken = await run(desk, ['överlämning', '--kvittera', '--operatör', 'mk']);
    expect(taken).toMatchObject({ code: 0, stderr: '' });
    expect(taken.stdout).toMatch(/^Överlämningen från jl .* är kvitterad av mk\.\nÄNDRAT SEDAN DESS\n/);
    const again = await run(desk, ['överlämning', '--kvittera', '--operatör', 'ab']);
    expectRefused(again, 'redan kvitterad');
    const { handover } = json(await run(desk, ['överlämning', '--json']));
    expect(handover).toMatchObject({ by: 'jl', acknowledged: { by: 'mk' } });
  });

  test('with nothing to acknowledge, or asked for two things, saves nothing', async () => {
    const desk = newDesk();
    expectRefused(await run(desk, ['överlämning', '--kvittera', '--operatör', 'mk']), 'ingen överlämning');
    expectRefused(await run(desk, ['överlämning', '--kvittera', '--signera']), 'inte båda');
    expectRefused(await run(desk, ['överlämning', '--anteckning', 'x']), '--anteckning hör ihop');
    expect((await run(desk, ['överlämning'])).stdout).toContain('Inget är öppet, försenat eller utlovat.');
    expect(contents(desk.data)).toBeNull();
  });

  test('an exercise hands over exercises, and is not the handover of the real desk', async () => {
    const desk = newDesk();
    await record(desk, [source, scenario('12').source]);
    const signed = json(
      await run(desk, ['överlämning', '--signera', '--ovning', '--operatör', 'jl', '--json']),
    );
    expect(signed.handover).toMatchObject({ exercise: true });
    const text = JSON.stringify(signed);
    expect([text.includes('-0001'), text.includes('ÖVNING A-')]).toEqual([false, true]);
    expect(json(await run(desk, ['överlämning', '--json'])).handover).toBeNull();
    expectRefused(await run(desk, ['överlämning', '--kvittera', '--operatör', 'mk']), 'ingen överlämning');
    const taken = await run(desk, ['överlämning', '--kvittera', '--övning', '--operatör', 'mk']);
    expect(taken.code).toBe(0);
  });
});

/** A test of both telephones so many days ago. */
function testedDaysAgo(desk: Desk, days: number): void {
  const journal = openJournal(desk.data, { now: () => new Date().toISOString() });
  const receivedAt = Temporal.Now.zonedDateTimeISO('Europe/Stockholm')
    .subtract({ days })
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
  for (const phone of ['primary', 'backup'] as const) {
    const entry: NewEntry<'phone-tested'> = {
      id: newId(),
      incident: deskStream,
      operator: 'jl',
      receivedAt,
      occurredAt: null,
      type: 'phone-tested',
      corrects: null,
      payload: { phone, result: 'works', note: '', exercise: false },
    };
    journal.append([entry]);
  }
  journal.close();
}

describe('telefontest', () => {
  test('is recorded, and says when the next one is due', async () => {
    const desk = newDesk();
    expect((await run(desk, ['telefontest'])).stdout).toMatch(
      /^TIB-telefonen är aldrig testad\.\nBackuptelefonen är aldrig testad\.\n/,
    );
    const args = ['telefontest', '--telefon', 'TIB', '--resultat', 'fungerar', '--operatör', 'jl'];
    expect((await run(desk, args)).stdout).toMatch(
      /^TIB-telefonen fungerar: testad .* av jl\.\nTesta igen senast /,
    );
    const [tib, backup] = jsonLines(await run(desk, ['telefontest', '--json']));
    expect(tib).toMatchObject({ phone: 'primary', latest: { result: 'works', by: 'jl' }, isDue: false });
    expect(backup).toMatchObject({ phone: 'backup', latest: null, due: null, isDue: true });
  });

  test.each([
    [['--telefon', 'constructor', '--resultat', 'fungerar'], 'Telefonen ”constructor” finns inte.'],
    [['--telefon', 'tib', '--resultat', 'nja'], 'Resultatet ”nja”'],
    [['--telefon', 'tib'], 'Ange både'],
    [['--telefon', 'tib', '--resultat', 'fel'], 'skriv vad som är fel'],
    [['--telefon', 'tib', '--resultat', 'fel', '--anteckning', '  '], 'skriv vad som är fel'],
  ])('%j is refused', async (args, said) => {
    const desk = newDesk();
    expectRefused(await run(desk, ['telefontest', ...args]), said);
    expect(contents(desk.data)).toBeNull();
  });

  test('in an exercise is not a test of the telephone', async () => {
    const desk = newDesk();
    const args = ['telefontest', '--telefon', 'tib', '--resultat', 'fungerar', '--övning'];
    expect((await run(desk, args)).stdout).toContain('ÖVNING');
    expect(jsonLines(await run(desk, ['telefontest', '--json']))).toMatchObject([
      { latest: null },
      { latest: null },
    ]);
  });
});

describe('kontroll', () => {
  const lines = async (desk: Desk) => {
    const { code, stdout } = await run(desk, ['kontroll']);
    return { code, lines: stdout.split('\n').filter((line) => /telefonen|Överlämningen/.test(line)) };
  };

  test('a telephone whose test is overdue is wrong, and the setting says when that is', async () => {
    const desk = newDesk();
    testedDaysAgo(desk, 8);
    expect(await lines(desk)).toEqual({
      code: 3,
      lines: [
        expect.stringMatching(/^FEL {2}TIB-.* skulle ha gjorts /),
        expect.stringMatching(/^FEL {2}Backup/),
      ],
    });
    await run(desk, ['inställningar', 'telefontest-dagar', '9']);
    expect(await lines(desk)).toEqual({
      code: 0,
      lines: [expect.stringMatching(/^OK {3}TIB-/), expect.stringMatching(/^OK {3}Backup/)],
    });
  });

  test('a telephone that does not work is wrong until it has been tested again', async () => {
    const desk = newDesk();
    testedDaysAgo(desk, 1);
    const args = ['telefontest', '--telefon', 'backup', '--resultat'];
    await run(desk, [...args, 'fel', '--anteckning', 'laddar inte']);
    expect(await lines(desk)).toMatchObject({
      code: 3,
      lines: [/^OK/, /^FEL {2}Backuptelefonen fungerar inte.*”laddar inte”/].map((line) =>
        expect.stringMatching(line),
      ),
    });
    await run(desk, [...args, 'fungerar']);
    expect(await lines(desk)).toMatchObject({ code: 0 });
  });

  test('a handover that nobody has acknowledged is noted', async () => {
    const desk = newDesk();
    testedDaysAgo(desk, 1);
    await run(desk, ['överlämning', '--signera', '--operatör', 'jl']);
    const { code, lines: found } = await lines(desk);
    expect([code, found.at(-1)]).toEqual([
      0,
      expect.stringMatching(/^OBS {2}Överlämningen från jl .* inte kvitterad/),
    ]);
    await run(desk, ['överlämning', '--kvittera', '--operatör', 'mk']);
    expect((await lines(desk)).lines.join()).not.toContain('Överlämningen');
  });
});
