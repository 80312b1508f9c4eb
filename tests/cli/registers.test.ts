/** Settings, contacts and drafts through the command line. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newDesk, run } from '../pty/desk.ts';
import { contents, json, jsonLines, record, scenario } from './support.ts';

describe('inställningar', () => {
  test('are shown, changed one at a time, and taken back', async () => {
    const desk = newDesk();
    const defaults = json(await run(desk, ['inställningar', '--json']));
    expect(defaults).toMatchObject({ station: 'A', morgon: '07:00', 'samråd-minuter': '15' });
    expect((await run(desk, ['inställningar'])).stdout.trimEnd().split('\n')).toHaveLength(
      Object.keys(defaults).length,
    );
    expect(contents(desk.config)).toBeNull();

    expect(await run(desk, ['inställningar', 'Samrad minuter', '20'])).toEqual({
      code: 0,
      stdout: 'samråd-minuter = 20\n',
      stderr: '',
    });
    expect((await run(desk, ['installningar', 'samra\u030ad-minuter'])).stdout).toBe('20\n');
    expect(json(await run(desk, ['inställningar', 'station', 'c', '--json']))).toEqual({ station: 'C' });
    expect(json(await run(desk, ['inställningar', '--json']))).toEqual({
      ...defaults,
      station: 'C',
      'samråd-minuter': '20',
    });
    await run(desk, ['inställningar', 'station', '']);
    await run(desk, ['inställningar', 'samråd-minuter', '']);
    expect(json(await run(desk, ['inställningar', '--json']))).toEqual(defaults);
  });

  test('decide what an assessment says', async () => {
    const desk = newDesk();
    const due = async () => {
      const { actions } = json(await run(desk, ['bedöm', '--från', scenario('07').path]));
      return (actions as { kind: string; due: string }[]).find(({ kind }) => kind === 'call-director')?.due;
    };
    expect(await due()).toBe('2026-11-21T18:20:00+01:00');
    await run(desk, ['inställningar', 'samråd-minuter', '30']);
    expect(await due()).toBe('2026-11-21T18:35:00+01:00');
    await run(desk, ['inställningar', 'morgon', '6.30']);
    const waiting = json(await run(desk, ['bedöm', '--från', scenario('06').path]));
    expect(waiting.directorDueAt).toBe('2026-11-21T06:30:00+01:00');
  });

  test.each([
    ['station', '12', 'en bokstav, A–Z'],
    ['morgon', '25:00', 'ett klockslag, till exempel 07:00'],
    ['samråd-minuter', '-1', 'ett antal minuter'],
    ['jourens-telefon', 'ring', 'ett telefonnummer'],
    ['kontorstid-från', '18:00', 'kontorstid-från ska vara före kontorstid-till'],
  ])('%s cannot be %s', async (key, value, allowed) => {
    const desk = newDesk();
    const { code, stdout, stderr } = await run(desk, ['inställningar', '--', key, value]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(allowed);
    expect(contents(desk.config)).toBeNull();
  });
});

describe('kontakter', () => {
  const csv = [
    'roll;namn;enhet;telefon;e-post',
    'förvaltningsdirektör;Åsa Öhrn;;070-174 06 05;asa.ohrn@example.se',
    'enhetschef trygghetsjouren;Bo Ek;;070-174 06 06;',
    'TIB;;;031-390 06 12;',
    'enhetschef;Eva Ål;Äldreboende Höstlyckan;070-174 06 07;eva@example.se',
    '',
  ].join('\r\n');

  test('are imported, shown, used in the call’s summary and in the draft, and the same file changes nothing', async () => {
    const desk = newDesk();
    const file = join(desk.folder, 'kontakter.csv');
    writeFileSync(file, csv, 'latin1');
    const imported = await run(desk, ['kontakter', 'importera', file]);
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(imported.stdout).toContain('Nya (4): Åsa Öhrn, förvaltningsdirektör;');
    const before = contents(desk.config);
    expect(json(await run(desk, ['kontakter', 'importera', file, '--json']))).toMatchObject({
      saved: false,
      added: [],
    });
    expect(contents(desk.config)).toEqual(before);

    const listed = await run(desk, ['kontakter']);
    expect(listed.stdout).toContain(
      'Eva Ål, enhetschef Äldreboende Höstlyckan  070-174 06 07  eva@example.se',
    );
    expect(listed.stderr).toBe('');
    expect(jsonLines(await run(desk, ['kontakter', '--json']))).toMatchObject([
      { role: 'director', name: 'Åsa Öhrn' },
      { role: 'deskManager' },
      { role: 'dutyOfficer' },
      { role: 'unitManager', unit: 'Äldreboende Höstlyckan' },
    ]);

    const { stdout, stderr } = await run(desk, ['ny', '--från', scenario('02').path]);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/RING förvaltningsdirektören.*Åsa Öhrn.*070-174 06 05/);
    expect(stdout).toMatch(/Höstlyckan.*Eva Ål/);
    expect(json(await run(desk, ['mejl', '--json']))).toMatchObject({ to: 'asa.ohrn@example.se' });
  });

  test('a file with a bad row is refused with its line, and nothing is imported', async () => {
    const desk = newDesk();
    const file = join(desk.folder, 'kontakter.csv');
    writeFileSync(file, `${csv}chef;X;;1;\r\n`);
    const { code, stdout, stderr } = await run(desk, ['kontakter', 'importera', file]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Inga kontakter är importerade.\nRad 6: rollen ”chef” finns inte.');
    expect(await run(desk, ['kontakter', 'importera', `${file}x`])).toMatchObject({ code: 2, stdout: '' });
    expect(contents(desk.config)).toBeNull();
    const empty = await run(desk, ['kontakter']);
    expect(empty.stdout).toBe('Kontaktregistret är tomt.\n');
    expect(empty.stderr).toContain('tjour kontakter importera FIL.csv');
  });
});

describe('mejl', () => {
  test('lists, shows and saves the latest draft, and never overwrites', async () => {
    const desk = newDesk();
    const results = await record(desk, [scenario('01').source, scenario('12').source]);
    const [first, exercise] = results.map(({ draft }) => draft as { path: string; subject: string });
    const listed = jsonLines(await run(desk, ['mejl', '--json'])) as { number: string; subject: string }[];
    expect(listed.map(({ subject }) => subject)).toEqual([first?.subject, exercise?.subject]);
    expect((await run(desk, ['mejl'])).stdout).toContain(exercise?.subject);

    const shown = await run(desk, ['mejl', 'visa', 'a-2026-0001']);
    expect(shown.stdout).toContain(`Ämne: ${first?.subject}\n\n`);
    const whole = json(await run(desk, ['mejl', 'visa', 'A-2026-0001', '--json']));
    expect(Object.keys(whole)).toEqual(['number', 'file', 'subject', 'to', 'body']);
    expect(shown.stdout).toContain(String(whole.body).trimEnd());

    const copy = join(desk.folder, 'kopia.eml');
    const args = ['mejl', 'spara', 'A-2026-0001', '--till', copy];
    expect(await run(desk, args)).toMatchObject({ code: 0, stdout: `Sparat: ${copy}\n` });
    // The day and time of a draft are those of its entry.
    const withoutDate = (path = '') => readFileSync(path, 'utf8').replace(/^Date: .*$/m, '');
    expect(withoutDate(copy)).toEqual(withoutDate(first?.path));
    writeFileSync(copy, 'mitt');
    const again = await run(desk, args);
    expect([again.code, again.stdout]).toEqual([2, '']);
    expect(again.stderr).toContain(`${copy} finns redan`);
    expect(readFileSync(copy, 'utf8')).toBe('mitt');
    expect(await run(desk, [...args.slice(0, -1), join(desk.folder, 'ingen', 'x.eml')])).toMatchObject({
      code: 1,
    });
  });
});
