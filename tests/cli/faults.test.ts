/** Exit codes 1, 3 and 130: what is said, what is saved, and no stack trace. Source: contract.md, "Exit codes". */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { type Desk, importContacts, newDesk, type Result, run } from '../pty/desk.ts';
import { needsMounts, smallDisk } from '../pty/disks.ts';
import { contents, json, jsonLines, record, scenario, shell } from './support.ts';

const { path, source } = scenario('02');

/** A fault in words: nothing on standard output, and no trace of the program's inside. */
function expectFault({ code, stdout, stderr }: Result, ...said: readonly (string | RegExp)[]): void {
  expect([code, stdout]).toEqual([1, '']);
  for (const words of said) expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/^\s+at |node:|Error:/m);
}

/** Where the journal cannot be: below a file. */
function belowFile(desk: Desk): string {
  const file = join(desk.folder, 'fil');
  writeFileSync(file, 'ingen mapp');
  return join(file, 'data');
}

describe('a data folder that cannot be', () => {
  test('is a fault that names the folder and says that nothing is saved', async () => {
    const desk = newDesk();
    const env = { TJOUR_DATA: belowFile(desk) };
    for (const args of [
      ['ny', '--från', path],
      ['ny', '--från', path, '--json'],
    ]) {
      const result = await run(desk, args, { env });
      expectFault(result, env.TJOUR_DATA, 'Händelsen är inte sparad.');
    }
    for (const args of [['logg'], ['logg', 'A-1'], ['mejl'], ['bord'], ['fortsätt', '--enkel']]) {
      expectFault(await run(desk, args, { env }), env.TJOUR_DATA);
    }
    const check = await run(desk, ['kontroll'], { env });
    expect(check.code).toBe(3);
    expect(check.stdout).toContain(`FEL  Det finns ingen logg i mappen. Loggen ligger i ${env.TJOUR_DATA}.`);
  });

  test('does not stop an assessment, which saves nothing', async () => {
    const desk = newDesk();
    const result = await run(desk, ['bedöm', '--från', path], { env: { TJOUR_DATA: belowFile(desk) } });
    expect(json(result)).toMatchObject({ outcome: 'contact-director' });
  });
});

describe('a disk that may only be read', () => {
  test('is a fault that says that nothing is saved; what is there can be read', async (context) => {
    needsMounts(context);
    const desk = newDesk();
    const disk = await smallDisk(desk);
    const inside = { through: disk.through };
    expect(await run(desk, ['ny', '--från', path], inside)).toMatchObject({ code: 0 });
    disk.readOnly();
    const folder = join(desk.data, 'en-till');
    for (const env of [{}, { TJOUR_DATA: folder }]) {
      const result = await run(desk, ['ny', '--från', path], { ...inside, env });
      expectFault(result, 'skrivskyddad', 'Händelsen är inte sparad.');
    }
    expect(jsonLines(await run(desk, ['logg', '--json'], inside))).toHaveLength(1);
    expect(await run(desk, ['kontroll'], inside)).toMatchObject({ code: 0 });
  });

  test('and one that is full', async (context) => {
    needsMounts(context);
    const desk = newDesk();
    const disk = await smallDisk(desk);
    disk.fill();
    expectFault(
      await run(desk, ['ny', '--från', path], { through: disk.through }),
      'Disken är full.',
      'inte sparad',
    );
    disk.free();
    expect(await run(desk, ['ny', '--från', path], { through: disk.through })).toMatchObject({ code: 0 });
  });
});

test('a draft that cannot be saved is a fault that says that the incident is', async () => {
  const desk = newDesk();
  mkdirSync(desk.data);
  // In the way of the drafts' folder.
  writeFileSync(join(desk.data, 'utkast'), '');
  const result = await run(desk, ['ny', '--från', path]);
  expectFault(result, 'Utkastet är inte sparat', 'sparad som A-2026-0001', 'tjour fortsätt A-2026-0001');
  expect(jsonLines(await run(desk, ['logg', '--json']))).toMatchObject([
    { number: 'A-2026-0001', status: 'open' },
  ]);
  const { unfinished } = json(await run(desk, ['--json']));
  expect(unfinished).toMatchObject([{ number: 'A-2026-0001' }]);
});

test('a journal that is no journal is left alone, and found by kontroll', async () => {
  const desk = newDesk();
  mkdirSync(desk.data);
  writeFileSync(join(desk.data, 'journal.db'), 'skräp');
  const before = contents(desk.data);
  expectFault(await run(desk, ['ny', '--från', path]), 'Loggens fil är skadad', 'Händelsen är inte sparad.');
  expectFault(await run(desk, ['logg']), 'Loggens fil är skadad');
  const check = await run(desk, ['kontroll']);
  expect([check.code, check.stderr]).toEqual([3, '']);
  expect(check.stdout).toMatch(/^FEL {2}Loggens fil är skadad/);
  expect(contents(desk.data)).toEqual(before);
});

test('a journal that is gone while its drafts are there is no new one', async () => {
  const desk = newDesk();
  await record(desk, [source]);
  rmSync(join(desk.data, 'journal.db'));
  expectFault(await run(desk, ['logg']), 'Det finns ingen logg i mappen.', desk.data);
  expect(await run(desk, ['kontroll'])).toMatchObject({ code: 3 });
});

describe('kontroll', () => {
  test('finds nothing wrong with a desk that is new or in use', async () => {
    const desk = newDesk();
    const checks = async () => {
      const result = await run(desk, ['kontroll', '--json']);
      const found = jsonLines(result) as { what: string; ok: boolean; note?: boolean }[];
      return found.map(({ what, ok, note }) => `${what} ${ok}${note ? ' note' : ''}`);
    };
    const fine = [
      'journal true',
      ...['settings true', 'settings true note'],
      ...['contacts true', 'contacts true note'],
      ...['template true', 'template true', 'checklist true'],
      'mail-server true note',
      ...['phone true note', 'phone true note'],
    ];
    expect(await checks()).toEqual(fine);
    expect(contents(desk.data)).toBeNull();
    mkdirSync(desk.data);
    expect(await checks()).toEqual(fine);
    await record(desk, [source]);
    expect(await checks()).toEqual(fine);
    const { code, stdout } = await run(desk, ['kontroll']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^OK {3}Loggen stämmer: 17 poster\. Sista kontrollsumman: [\da-f]{64}\n/);
  });

  test('notes what is missing and is no fault, and nothing once it is there', async () => {
    const desk = newDesk();
    const notes = async () => {
      const { code, stdout } = await run(desk, ['kontroll']);
      expect(code).toBe(0);
      return stdout.split('\n').filter((line) => line.startsWith('OBS  '));
    };
    expect(await notes()).toEqual([
      expect.stringContaining('Rapporten säger då inget nummer till jouren.'),
      expect.stringContaining('Kontaktregistret saknar telefonnummer till: förvaltningsdirektör;'),
      expect.stringContaining('Ingen e-postserver är inställd'),
      expect.stringContaining('TIB-telefonen är aldrig testad.'),
      expect.stringContaining('Backuptelefonen är aldrig testad.'),
    ]);
    await run(desk, ['inställningar', 'jourens-telefon', '031-390 06 10']);
    await run(desk, ['inställningar', 'jourens-e-post', 'jouren@goteborg.example']);
    await run(desk, ['inställningar', 'e-postserver-värd', 'relay.goteborg.example']);
    const roles = ['förvaltningsdirektör', 'enhetschef trygghetsjouren', 'TIB'];
    await importContacts(
      desk,
      `roll;namn;enhet;telefon\n${roles.map((role) => `${role};Bo;;031-390 06 12\n`).join('')}`,
    );
    for (const phone of ['tib', 'backup'])
      await run(desk, ['telefontest', '--telefon', phone, '--resultat', 'fungerar']);
    expect(await notes()).toEqual([]);
  });

  test('ends with 3 and says which entry has been changed', async () => {
    const desk = newDesk();
    await record(desk, [source]);
    const db = new DatabaseSync(join(desk.data, 'journal.db'));
    db.exec("DROP TRIGGER entry_never_changes; UPDATE entry SET operator = 'xx' WHERE sequence = 3");
    db.close();
    const { code, stdout, stderr } = await run(desk, ['kontroll']);
    expect([code, stderr]).toEqual([3, '']);
    expect(stdout).toContain('FEL  Post 3 (A-2026-0001) är ändrad');
    const found = (await run(desk, ['kontroll', '--json'])).stdout.split('\n')[0] ?? '';
    expect(JSON.parse(found)).toMatchObject({ what: 'journal', ok: false, finding: expect.any(Object) });
    const early = await run(desk, ['kontroll'], shell('{ "$@"; echo "kod $?" >&2; } | head -c 1'));
    expect(early.stderr).toBe('kod 3\n');
  });
});

describe('a settings file that cannot be used', () => {
  test.each([
    ['{', 'är skadad och går inte att tolka'],
    ['{"station": 5}', 'station kan inte vara ”5”'],
    ['[]', 'är skadad och går inte att tolka'],
  ])('%s is named and never overwritten', async (broken, message) => {
    const desk = newDesk();
    const file = join(desk.config, 'installningar.json');
    mkdirSync(desk.config);
    writeFileSync(file, broken);
    const before = contents(desk.config);
    for (const args of [
      ['inställningar'],
      ['inställningar', 'station'],
      ['inställningar', 'morgon', '06:30'],
      ['bedöm', '--från', path],
    ]) {
      expectFault(await run(desk, args), message, file);
    }
    expectFault(await run(desk, ['ny', '--från', path]), message, file, 'Händelsen är inte sparad.');
    const check = await run(desk, ['kontroll']);
    expect(check.code).toBe(3);
    expect(check.stdout).toMatch(new RegExp(`^FEL .*${file}`, 'm'));
    expect(contents(desk.config)).toEqual(before);
    expect(contents(desk.data)).toBeNull();
    // A call is never stopped by it.
    const call = await run(desk, ['ny', '--enkel'], { input: 'Brand\n' });
    expect(call.code).toBe(130);
    expect(call.stdout).toContain(message);
  });
});

test('a call that ends in the middle ends with 130, and everything is there', async () => {
  const desk = newDesk();
  const { code, stderr } = await run(desk, ['ny', '--enkel'], { input: 'Brand\nnyss\nHisingen\n' });
  expect(code).toBe(130);
  const [, number = ''] =
    /Avbrutet\. Allt du skrev är sparat\. Fortsätt med: tjour fortsätt (\S+)/.exec(stderr) ?? [];
  const { entries } = json(await run(desk, ['logg', number, '--json']));
  const said = (entries as { payload: { text?: string } }[]).map(({ payload }) => payload.text);
  expect(said).toEqual([undefined, 'Brand', 'nyss', 'Hisingen']);
  const nothing = await run(newDesk(), ['ny', '--enkel']);
  expect([nothing.code, nothing.stderr]).toEqual([130, 'Avbrutet. Inget var skrivet, så inget är sparat.\n']);
});

test('what to type next works for somebody who started with npx', async () => {
  const desk = newDesk();
  const env = { npm_command: 'exec' };
  const { stderr } = await run(desk, ['ny', '--enkel'], { input: 'Brand\n', env });
  expect(stderr).toMatch(/Fortsätt med: npx tjour fortsätt A-\d{4}-0001\n/);
  for (const args of [['bord'], ['kontroll'], ['logg', 'A-9'], ['fortsätt', 'A-9', '--enkel'], ['--nej']]) {
    const said = await run(desk, args, { env });
    expect(said.stdout + said.stderr).toContain('npx tjour ');
    expect(said.stdout + said.stderr).not.toMatch(/(?<!npx )\btjour /);
  }
});

describe('a result that cannot be written out', () => {
  test('to a full disk is a fault; the incident is saved', async () => {
    const desk = newDesk();
    const full = shell('exec "$@" > /dev/full');
    expectFault(await run(desk, ['ny', '--från', path, '--json'], full), 'Det som är sparat ligger kvar.');
    expectFault(await run(desk, ['logg'], full), 'Resultatet kunde inte skrivas ut');
    expect(jsonLines(await run(desk, ['logg', '--json']))).toHaveLength(1);
  });

  test('nor the message that would say so, does no more harm', async () => {
    const script = '{ "$@" 2>&1; echo "kod $?" >&3; } 3>&2 | true';
    const { stderr } = await run(newDesk(), ['hej'], shell(script));
    expect(stderr).toBe('kod 2\n');
  });
});

describe('a fault of the program itself', () => {
  /** Throws where nobody catches, once the program is ready for it. */
  const module = `const t = setInterval(() => {
    if (process.listenerCount('uncaughtException') > 0) { clearInterval(t); throw new Error('oj\\u001b[31m'); }
  }, 1);`;
  const broken = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(module)}` };
  const waiting = shell('sleep 5 | "$@"');

  test('is said in one sentence', async () => {
    const result = await run(newDesk(), ['ny', '--från', '-'], { env: broken, ...waiting });
    expectFault(result, /^Ett oväntat fel: oj\. Det som redan är sparat ligger kvar\./);
  });

  test('has its stack trace with TJOUR_DEBUG, and so has a fault that is known', async () => {
    const desk = newDesk();
    const unknown = await run(desk, ['ny', '--från', '-'], {
      env: { ...broken, TJOUR_DEBUG: '1' },
      ...waiting,
    });
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toMatch(/^ +at /m);
    const env = { TJOUR_DATA: belowFile(desk), TJOUR_DEBUG: '1' };
    const known = await run(desk, ['logg'], { env });
    expect(known.stderr).toMatch(/^ +at /m);
    expect(known.stderr).toContain('Det finns ingen logg i mappen.');
  });
});
