/** `tjour demo` fills an empty data folder, and `tjour statistik` counts what lies in one. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importContacts, newDesk, run } from '../pty/desk.ts';
import { contents, json, jsonLines, record, scenario } from './support.ts';

test('an empty folder is filled with incidents and contacts that pass the check', async () => {
  const desk = newDesk();
  const result = await run(desk, ['demo', '--antal', '30']);
  expect(result).toMatchObject({ code: 0, stderr: '' });
  expect(result.stdout).toContain(`30 påhittade händelser ligger i ${desk.data}`);
  expect(jsonLines(await run(desk, ['logg', '--json']))).toHaveLength(30);
  expect(jsonLines(await run(desk, ['kontakter', '--json'])).length).toBeGreaterThan(20);
  const checked = jsonLines(await run(desk, ['kontroll', '--json'])) as { ok: boolean; note?: boolean }[];
  expect(checked.filter(({ ok }) => !ok)).toEqual([]);
});

test('what somebody has is left as it is: a journal, any other file, a contact register', async () => {
  const used = newDesk();
  await record(used, [scenario('01').source]);
  const other = newDesk();
  mkdirSync(other.data, { recursive: true });
  writeFileSync(join(other.data, 'anteckning.txt'), 'spara');
  for (const desk of [used, other]) {
    const before = contents(desk.data);
    const result = await run(desk, ['demo']);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain('är inte tom');
    expect(contents(desk.data)).toEqual(before);
  }
  const known = newDesk();
  await importContacts(known, 'roll;namn;telefon\nFörvaltningsdirektör;Anna Ek;031-390 06 00\n');
  const register = contents(known.config);
  expect(await run(known, ['demo', '--antal', '1'])).toMatchObject({ code: 0 });
  expect(contents(known.config)).toEqual(register);
});

test.each(['0', '-1', '1,5', 'många', '1000001'])('%s is no number of incidents', async (count) => {
  const desk = newDesk();
  const result = await run(desk, ['demo', `--antal=${count}`]);
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(result.stderr).toContain('Inget är ändrat');
  expect(contents(desk.data)).toBe(null);
});

test('what is interrupted leaves nothing behind', async () => {
  const desk = newDesk();
  // Told of the first tenth, the shell asks it to stop.
  const script = `"$@" 2>"$0.log" & pid=$!
    until grep -q händelser "$0.log" 2>/dev/null; do kill -0 $pid || exit 99; done; kill -INT $pid; wait $pid`;
  const result = await run(desk, ['demo', '--antal', '20000'], {
    through: (command) => ['sh', '-c', script, join(desk.config, '..', 'demo'), ...command],
  });
  expect(result.code).toBe(130);
  expect(contents(desk.data)).toEqual({});
});

test('what was killed is not in the way, while one that lives is', async () => {
  const desk = newDesk();
  // Told of the first tenth, the shell stops it for a while, and then ends it without warning.
  const script = `"$@" --antal 20000 2>"$0.log" >/dev/null & pid=$!
    until grep -q händelser "$0.log" 2>/dev/null; do kill -0 $pid || exit 99; done; kill -STOP $pid
    "$@" --antal 2; echo "ended with $?"; kill -KILL $pid; wait $pid; "$@" --antal 3`;
  const result = await run(desk, ['demo'], {
    through: (command) => ['sh', '-c', script, join(desk.config, '..', 'demo'), ...command],
  });
  expect(result).toMatchObject({ code: 0, stderr: expect.stringContaining('är inte tom') });
  expect(result.stdout).toMatch(/^ended with 2\n3 påhittade händelser/);
  expect(Object.keys(contents(desk.data) ?? {})).toEqual([join(desk.data, 'journal.db')]);
});

test('the statistics count what the list shows, without exercises unless asked for', async () => {
  const desk = newDesk();
  await record(
    desk,
    ['01', '07', '05', '12'].map((number) => scenario(number).source),
  );
  expect(json(await run(desk, ['statistik', '--json']))).toMatchObject({
    fromDate: null,
    exercise: false,
    incidents: 3,
    outcomes: { ordinary: 1, 'consult-first': 1, 'contact-director': 1, undecided: 0 },
  });
  expect(json(await run(desk, ['statistik', '--json', '--ovning']))).toMatchObject({ incidents: 1 });
  const some = await run(desk, ['statistik', '--json', '--fran-datum', '2026-11-22']);
  expect(json(some)).toMatchObject({ fromDate: '2026-11-22', incidents: 1 });
  const { stdout } = await run(desk, ['statistik'], { env: { COLUMNS: '60' } });
  expect(stdout).toMatch(/^Statistik: alla datum, 3 händelser$/m);
  expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(60);
});

test('without a journal there is nothing to count, and nothing is made', async () => {
  const desk = newDesk();
  expect(await run(desk, ['statistik'])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Inga händelser.'),
  });
  expect(contents(desk.data)).toBe(null);
  const wrong = await run(desk, ['statistik', '--till-datum', '2026-13-01']);
  expect(wrong).toMatchObject({ code: 2, stdout: '' });
});
