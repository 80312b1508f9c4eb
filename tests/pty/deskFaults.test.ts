/** The desk screen when the journal cannot be written or is gone, and when the program itself fails. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Desk, importContacts, logged, newDesk, type RunOptions, run } from './desk.ts';
import { needsMounts, smallDisk } from './disks.ts';
import { Terminal } from './terminal.ts';

const register = `roll;namn;enhet;telefon
förvaltningsdirektör;Anna Ek;;031-390 06 01
förvaltningsdirektör;Bo Dahl;;070-174 06 05
`;
const fire = {
  answers: { whatHappened: 'Brand på Höstlyckan' },
  assessment: { staffDirectlyAffected: 'yes' },
};

/** A desk with one incident, for which the director is to be phoned. */
async function atFire(desk: Desk, options: RunOptions = {}): Promise<void> {
  await importContacts(desk, register);
  const { code, stderr } = await run(desk, ['ny', '--från', '-'], {
    ...options,
    input: JSON.stringify(fire),
  });
  expect({ code, stderr }).toMatchObject({ code: 0 });
}

/** The desk screen after the journal has been deleted and a telephone tested: the test cannot be saved. */
async function withoutJournal(env: Readonly<Record<string, string>> = {}) {
  const desk = newDesk();
  await atFire(desk);
  const terminal = new Terminal(desk, [], { env });
  await terminal.waitFor('RING förvaltningsdirektören');
  for (const name of readdirSync(desk.data)) {
    if (name.startsWith('journal')) rmSync(join(desk.data, name));
  }
  terminal.write('ttj\r');
  await terminal.waitFor('EJ SPARAT: loggen saknas');
  const copies = () => readdirSync(desk.folder).filter((name) => name.startsWith('tjour-poster'));
  return { desk, terminal, copies };
}

it('stays up without a journal, whatever is opened, and leaves a copy of what is not saved', async () => {
  const { desk, terminal, copies } = await withoutJournal();
  // Neither the incident nor the log can be read; `?` is drawn after both.
  terminal.write('\rl');
  await terminal.waitFor('Loggen kunde inte läsas: loggen saknas');
  terminal.write('\x1b');
  await terminal.waitFor('Loggen går inte att läsa');
  terminal.write('?');
  await terminal.waitFor('lämna genast');
  expect(terminal.text()).toContain('Loggen går inte att läsa');
  terminal.write('\x1b');
  await terminal.waitFor('RING förvaltningsdirektören');
  await terminal.press([{ keys: 'q', shows: 'Allt är inte sparat' }]);
  terminal.write('q');
  expect(await terminal.end()).toEqual({ code: 1, signal: 0 });
  expect(terminal.scrollback().join(' ')).toContain('EJ SPARAT');
  expect(readFileSync(join(desk.folder, copies()[0] ?? ''), 'utf8')).toContain('"phone-tested"');
});

it('says what went wrong with itself on the ordinary screen, and leaves a copy of what is not saved', async () => {
  const fault = "process.on('SIGUSR2',()=>{throw%20new%20Error('trasigt')})";
  const { terminal, copies } = await withoutJournal({
    NODE_OPTIONS: `--import=data:text/javascript,${fault}`,
  });
  terminal.kill('SIGUSR2');
  expect(await terminal.end()).toEqual({ code: 1, signal: 0 });
  expect(terminal.buffer()).toBe('normal');
  expect(terminal.scrollback().join(' ')).toMatch(/EJ SPARAT.*Ett oväntat fel: trasigt/);
  expect(copies()).toHaveLength(1);
});

it('on a full disk keeps what was logged and what is typed, on every screen, until there is room', async (context) => {
  needsMounts(context);
  const desk = newDesk();
  const { through, fill, free } = await smallDisk(desk);
  await atFire(desk, { through });
  const terminal = new Terminal(desk, [], { through });
  await terminal.press([
    { keys: '', shows: 'RING förvaltningsdirektören' },
    { keys: '\r', shows: 'n nådd' },
  ]);
  fill();
  terminal.write('e');
  await terminal.waitFor(/Ej svar \d\d:\d\d EJ SPARAT/);
  await terminal.press([
    { keys: 'aVäxeln svarar', shows: 'Växeln svarar' },
    { keys: '\x1b', shows: 'n nådd' },
    { keys: '\x1b', shows: 'Allt är inte sparat än' },
    { keys: '\x1b', shows: 'ÖPPNA HÄNDELSER' },
  ]);
  expect(terminal.text()).toContain('EJ SPARAT: disken är full');
  await terminal.press([
    { keys: '\r', shows: 'Anna Ek 031-390 06 01: ej svar' },
    { keys: 'w', shows: 'Vilket meddelande?' },
  ]);
  expect(terminal.text()).not.toContain('allt sparat');
  await terminal.press([
    { keys: '\x1b', shows: 'n nådd' },
    { keys: 'a', shows: 'Växeln svarar' },
  ]);
  free();
  await terminal.waitFor('allt sparat');
  terminal.kill('SIGHUP');
  await terminal.end();
  const { incident } = await logged(desk, undefined, { through });
  expect(incident.actions.find(({ key }) => key === 'call-director')?.attempts).toHaveLength(1);
  const again = new Terminal(desk, ['händelse', incident.number], { through });
  await again.waitFor('Växeln svarar');
});
