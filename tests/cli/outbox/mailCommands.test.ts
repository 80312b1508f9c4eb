/** `tjour mejl`, `spara`, `klar`, `ta-bort` and `prova` as people meet them: the built program against a server on loopback. */
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { newEntry } from '../../../src/flow/newEntry.ts';
import { newId } from '../../../src/journal/id.ts';
import { openJournal } from '../../../src/journal/journal.ts';
import type { ScriptedServer } from '../../mail/scriptedServer.ts';
import { type Desk, logged, run } from '../../pty/desk.ts';
import { jsonLines, record, scenario } from '../support.ts';
import { deskWith, director, hidden, recorded, sendingAtTheDot, start } from './sendingDesk.ts';

const mejl = (desk: Desk, ...args: readonly string[]) => run(desk, ['mejl', ...args]);
const busy = { step: 'rcpt', failing: { answer: '451 4.7.1 Senare' } } as const;
const unknownRecipient = { step: 'rcpt', failing: { answer: '550 5.1.1 Okänd' } } as const;

interface MailLine {
  readonly kind: string;
  readonly mail: string;
  readonly state: string;
}

async function mailsOf(desk: Desk): Promise<MailLine[]> {
  const lines = jsonLines(await mejl(desk, '--json')) as MailLine[];
  return lines.filter(({ kind }) => kind === 'mail');
}

/** A sender that is killed when the server has got all of the mail and has not answered. */
async function killedAtTheDot(desk: Desk, server: ScriptedServer, number: string): Promise<void> {
  const child = await sendingAtTheDot(desk, server, number);
  child.kill('SIGKILL');
  await once(child, 'exit');
  server.script.fault = null;
}

test('what must be seen to comes first, then what is on its way, then the last few, and then drafts', async () => {
  const server = await start({ fault: unknownRecipient });
  const { desk, number: stopped } = await deskWith(server);
  await mejl(desk, 'skicka', stopped);
  const others: string[] = [];
  for (let nth = 0; nth < 6; nth += 1) others.push(await recorded(desk, '02'));
  server.script.fault = null;
  for (const number of others) await mejl(desk, 'skicka', number);
  const waiting = await recorded(desk, '02');
  server.script.fault = busy;
  await mejl(desk, 'skicka', waiting);
  const draft = await recorded(desk, '01');
  const page = (await mejl(desk)).stdout;
  const [oldest = '', ...rest] = others;
  const order = [
    'ATT SE TILL (1)',
    stopped,
    'RING direktören Eva Ståhl 031-390 06 20',
    'PÅ VÄG (1)',
    waiting,
    'SENAST',
    ...rest.toReversed(),
    'UTKAST',
    draft,
  ];
  expect(order.map((each) => page.indexOf(each)).toSorted((a, b) => a - b)).toEqual(
    order.map((each) => page.indexOf(each)),
  );
  expect(page).not.toContain(oldest);
  expect(page).toContain('tjour mejl --alla');
  const all = await mejl(desk, '--alla');
  expect(all.stdout).toContain(oldest);
  expect(all.stdout).not.toContain('--alla');
  const kinds = (jsonLines(await mejl(desk, '--json')) as MailLine[]).map(({ kind }) => kind);
  expect(kinds).toEqual([...Array(9).fill('draft'), ...Array(8).fill('mail')]);
});

test('spara gives what was recorded and looked through, not what the file says since', async () => {
  const { desk, number } = await deskWith(await start());
  const [file = ''] = readdirSync(join(desk.data, 'utkast'));
  const path = join(desk.data, 'utkast', file);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, before.replace('\r\n\r\n', '\r\n\r\n19121212-1212\r\n'));
  const copy = join(desk.folder, 'kopia.eml');
  const saved = await mejl(desk, 'spara', number, '--till', copy);
  expect(saved).toMatchObject({ code: 0, stderr: expect.stringContaining('ändrad för hand') });
  const body = (mail: string) => mail.slice(mail.indexOf('\r\n\r\n'));
  expect(body(readFileSync(copy, 'utf8'))).toBe(body(before));
});

test('a frozen mail is not looked through again; one with warnings is until it is frozen', async () => {
  const server = await start({ fault: busy });
  const { desk } = await deskWith(server);
  const source = JSON.parse(scenario('02').source) as { answers: object };
  const answers = { ...source.answers, whereHappened: 'Ring Karin på 0705-99 88 77' };
  const [result] = await record(desk, [{ ...source, answers }]);
  const { number } = (result as { incident: { number: string } }).incident;
  expect((await mejl(desk, 'skicka', number)).code).toBe(2);
  expect((await mejl(desk, 'skicka', number, '--trots-varning')).code).toBe(1);
  server.script.fault = null;
  expect(await mejl(desk, 'skicka', number)).toMatchObject({ code: 0, stderr: '' });
});

test('the advice is about the mail that it stands by, also when there is a later report', async () => {
  const server = await start({ fault: { step: 'dot', failing: 'cut' } });
  const { desk, number } = await deskWith(server);
  expect((await mejl(desk, 'skicka', number)).stdout).toContain(`mejl skicka ${number} --igen`);
  const journal = openJournal(desk.data, { now: () => new Date().toISOString() });
  const incident = journal.findIncident(number);
  const [draft] = incident?.drafts ?? [];
  if (!incident || !draft) throw new Error('no draft');
  const { entry: _, at: __, ...payload } = draft;
  const about = { incident: incident.id, operator: 'jl' };
  const later = { ...payload, subject: 'En senare rapport', messageId: '<senare@example.se>' };
  journal.append([newEntry('draft-saved', later, about, { now: new Date().toISOString(), newId })]);
  journal.close();
  server.script.fault = null;
  const [mail] = await mailsOf(desk);
  const page = (await mejl(desk)).stdout;
  expect(page).toContain(`mejl skicka ${mail?.mail} --igen`);
  expect((await mejl(desk, 'skicka', mail?.mail ?? '', '--igen')).code).toBe(0);
  expect(server.accepted[1]).toEqual(server.accepted[0]);
});

test('ta-bort takes back what has not gone, and nothing else', async () => {
  const server = await start({ fault: busy });
  const { desk, number } = await deskWith(server);
  await mejl(desk, 'skicka', number);
  const withdrawn = await mejl(desk, 'ta-bort', number, '--operatör', 'ma');
  expect(withdrawn).toMatchObject({
    code: 0,
    stdout: `Mejlet till ${director} är tillbakadraget och skickas inte.\n`,
  });
  expect((await logged(desk, number)).entries.at(-1)).toMatchObject({
    type: 'mail-withdrawn',
    operator: 'ma',
  });
  server.script.fault = null;
  expect(await mejl(desk, 'skicka')).toMatchObject({ code: 0, stdout: 'Inget väntar i utkorgen.\n' });
  expect(server.accepted).toEqual([]);
  expect((await mejl(desk)).stdout).toMatch(/SENAST\n.*tillbakadraget/);
  expect((await mejl(desk, 'ta-bort', number)).code).toBe(2);
  // It is a report that is not sent, as before.
  expect((await mejl(desk)).stdout).toMatch(new RegExp(`UTKAST SOM INTE ÄR SKICKADE[^]*${number}`));

  const gone = await recorded(desk, '02');
  await killedAtTheDot(desk, server, gone);
  expect(await mejl(desk, 'ta-bort', gone)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('kan ha gått iväg'),
  });
  expect((await mailsOf(desk)).at(-1)?.state).toBe('unknown');
});

test('klar says in the record who it was', async () => {
  const server = await start({ fault: unknownRecipient });
  const { desk, number } = await deskWith(server);
  await mejl(desk, 'skicka', number);
  expect((await mejl(desk, 'klar', number, '--operatör', 'ma')).code).toBe(0);
  expect((await logged(desk, number)).entries.at(-1)).toMatchObject({ type: 'mail-handled', operator: 'ma' });
});

test('a mail whose sender was killed is told of as it is, also while nothing can be written', async () => {
  const server = await start();
  const { desk, number } = await deskWith(server);
  await killedAtTheDot(desk, server, number);
  const page = (await mejl(desk)).stdout;
  expect(page).toMatch(/^ATT SE TILL \(1\)\n.*avbrutet/);
  expect(page).toMatch(/Hela mejlet gick iväg .*\n.*Det kan ha kommit fram/);
  const [file = ''] = readdirSync(desk.data).filter((name) => name.endsWith('.db'));
  const db = new DatabaseSync(join(desk.data, file));
  db.exec('BEGIN IMMEDIATE');
  const reminded = await run(desk, ['påminn']);
  db.close();
  expect(reminded).toMatchObject({ code: 1, stderr: expect.stringContaining('Loggen') });
  expect(reminded.stdout).toContain('RING direktören Eva Ståhl 031-390 06 20: mejlet kanske inte kom fram');
});

test('påminn tells once of all reminders that cannot be sent, and why', async () => {
  const { desk } = await deskWith(await start(), { 'e-postserver-värd': null });
  const reminded = await run(desk, ['påminn', '--mejl']);
  expect(reminded.stdout.match(/Ingen e-postserver är inställd/g)).toHaveLength(1);
  const journal = openJournal(desk.data, { now: () => new Date().toISOString() });
  const old = {
    incident: null,
    action: null,
    createdAt: '2026-01-01T03:10:00+01:00',
    bytes: Buffer.from(''),
  };
  for (const id of ['p1', 'p2'])
    journal.outbox.queue({
      ...old,
      id,
      messageId: id,
      sender: director,
      recipients: [director],
      subject: id,
    });
  journal.close();
  const later = await run(desk, ['påminn']);
  expect(later.stdout.match(/till jouren/g)).toHaveLength(1);
  expect(later.stdout).toContain('2 påminnelser till jouren är inte framme');
});

test('prova says what it has tried, and what the server or the command wants', async () => {
  const server = await start();
  const { desk } = await deskWith(server, { 'e-postserver-användare': null });
  const tried = async () => (await mejl(desk, 'prova')).stdout;
  expect(await tried()).toContain('förbindelsen, certifikatet och avsändaren är godkända');
  server.script.fault = { step: 'mail', failing: { answer: '530 5.7.0 Authentication required' } };
  expect(await tried()).toContain('e-postserver-användare');
  const set = (key: string, value: string) => run(desk, ['inställningar', key, value]);
  await set('e-postserver-användare', 'jouren');
  await set('e-postserver-hemlighet', 'kommando:exit 7');
  expect(await tried()).toMatch(/misslyckades \(felkod 7\)\. Kör det för hand/);
  server.script.fault = null;
  writeFileSync(join(desk.folder, 'pw'), hidden.TJOUR_PROV, { mode: 0o600 });
  for (const typed of ['fil:~/pw', 'fil:pw']) {
    expect((await set('e-postserver-hemlighet', typed)).stdout).toContain(`fil:${join(desk.folder, 'pw')}`);
    expect(await tried()).toContain('inloggningen');
  }
});
