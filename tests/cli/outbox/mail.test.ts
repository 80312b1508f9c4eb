/** `tjour mejl skicka`, `prova`, `klar` and what `påminn` sends: the built program against a server on loopback. */
import { once } from 'node:events';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { logged, run } from '../../pty/desk.ts';
import { jsonLines } from '../support.ts';
import { deskWith, director, hidden, recorded, secret, sendingAtTheDot, start } from './sendingDesk.ts';

test('the latest report reaches the director once, as text and HTML, and the record tells', async () => {
  const server = await start();
  const { desk, number } = await deskWith(server);
  const sent = await run(desk, ['mejl', 'skicka', number]);
  expect(sent).toMatchObject({ code: 0, stderr: '' });
  expect(sent.stdout).toMatch(`Mejlet till ${director} är mottaget av e-postservern`);

  const { incident, entries } = await logged(desk, number);
  const [draft] = incident.drafts;
  const mail = await PostalMime.parse(server.accepted[0]?.text ?? '');
  expect(mail).toMatchObject({ messageId: draft?.messageId, subject: draft?.subject });
  expect(mail.from?.address).toBe('jouren@goteborg.example');
  expect(mail.to?.map(({ address }) => address)).toEqual([director]);
  expect(mail.text?.trimEnd()).toBe(draft?.body.trimEnd());
  expect(mail.html).toContain('<html lang="sv">');
  expect(mail.html).not.toMatch(/<img|src=|href=|url\(|http/i);
  const words = (text = '') =>
    text
      .replace(/^- /gm, '')
      .split(/\s+/)
      .filter((word) => word !== '');
  const inHtml = mail.html
    ?.replace(/<head>[\s\S]*<\/head>|<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  expect(words(inHtml)).toEqual(words(draft?.body));

  expect(entries.slice(-2).map(({ type }) => type)).toEqual(['mail-queued', 'mail-sent']);
  expect(incident.actions.find(({ key }) => key === 'mail-director')?.status).toBe('done');
  expect((await run(desk, ['händelse', number])).stdout).toContain('mottaget av e-postservern');
  expect(jsonLines(await run(desk, ['mejl', '--json'])).at(-1)).toMatchObject({
    number,
    state: 'accepted',
    recipients: [director],
    answer: '250 2.0.0 Ok: queued as 1A2B3C',
    course: [{ nth: 1, phase: 'ending', outcome: 'accepted' }],
  });

  const again = await run(desk, ['mejl', 'skicka', number, '--igen']);
  expect(again).toMatchObject({ code: 0 });
  expect(again.stdout).toContain('skickas inte en gång till');
  expect(server.accepted).toHaveLength(1);
});

test('what may have come through is sent again only when somebody says so, to the byte the same', async () => {
  const server = await start({ fault: { step: 'dot', failing: 'cut' } });
  const { desk, number } = await deskWith(server);
  const first = await run(desk, ['mejl', 'skicka', number]);
  expect(first.code).toBe(1);
  for (const said of [
    'RING direktören Eva Ståhl 031-390 06 20',
    'Message-ID: <',
    `mejl skicka ${number} --igen`,
    'sparat i utkorgen',
  ])
    expect(first.stdout).toContain(said);
  server.script.fault = null;
  expect((await run(desk, ['mejl', 'skicka', number])).code).toBe(1);
  expect((await run(desk, ['mejl', 'skicka'])).code).toBe(0);
  expect(await run(desk, ['påminn'])).toMatchObject({
    code: 3,
    stdout: expect.stringContaining('RING direktören'),
  });
  expect(server.accepted).toHaveLength(1);
  expect((await run(desk, ['mejl', 'skicka', number, '--igen'])).code).toBe(0);
  expect(server.accepted[1]).toEqual(server.accepted[0]);
});

test('somebody who has rung instead silences it', async () => {
  const server = await start({ fault: { step: 'rcpt', failing: { answer: '550 5.1.1 Okänd' } } });
  const { desk, number } = await deskWith(server);
  expect(await run(desk, ['mejl', 'skicka', number])).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/stoppat[\s\S]*Servern svarade: 550 5\.1\.1 Okänd/),
  });
  expect((await run(desk, ['påminn'])).stdout).toContain('RING direktören');
  expect(await run(desk, ['mejl', 'klar', number])).toMatchObject({ code: 0 });
  expect((await run(desk, ['påminn'])).stdout).not.toContain('RING direktören');
  expect((await run(desk, ['mejl', 'klar', number])).code).toBe(2);
});

test('a timer sends what could not be sent', async () => {
  const server = await start({ fault: { step: 'auth', failing: { answer: '535 5.7.8 Nej' } } });
  const { desk, number } = await deskWith(server);
  expect(await run(desk, ['mejl', 'skicka', number])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('godtog inte inloggningen'),
  });
  server.script.fault = null;
  await run(desk, ['påminn']);
  expect(server.accepted).toHaveLength(0);
  await run(desk, ['inställningar', 'e-postserver-användare', 'jouren2']);
  await run(desk, ['påminn']);
  expect(server.accepted).toHaveLength(1);
});

test.each([
  ['no server', { 'e-postserver-värd': null }, undefined, 'Ingen e-postserver'],
  ['no sender', { 'jourens-e-post': null }, undefined, 'ingen e-postadress att skicka från'],
  ['no director', {}, 'TIB,Vakten,,031-390 06 12,\n', 'förvaltningsdirektören'],
])('nothing is queued with %s', async (_name, given, contacts, said) => {
  const server = await start();
  const { desk, number } = await deskWith(server, given, contacts);
  expect(await run(desk, ['mejl', 'skicka', number])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(said),
  });
  expect(jsonLines(await run(desk, ['mejl', '--json']))).toHaveLength(1);
});

test('an exercise is sent to the exercise address or not at all', async () => {
  const server = await start();
  const { desk } = await deskWith(server);
  const number = await recorded(desk, '12');
  expect(await run(desk, ['mejl', 'skicka', number])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('övningsadress'),
  });
  await run(desk, ['inställningar', 'övningsadress', 'ovning@goteborg.example']);
  expect((await run(desk, ['mejl', 'skicka', number])).code).toBe(0);
  expect(server.accepted.map(({ to }) => to)).toEqual([['ovning@goteborg.example']]);
});

test('prova says what is wrong and what to do, and sends nothing', async () => {
  const server = await start();
  const { desk } = await deskWith(server);
  const tried = () => run(desk, ['mejl', 'prova']);
  expect(await tried()).toMatchObject({ code: 0, stdout: expect.stringContaining('går att använda') });
  server.script.fault = { step: 'auth', failing: { answer: '535 5.7.8 Fel' } };
  expect(await tried()).toMatchObject({ code: 3, stdout: expect.stringContaining('e-postserver-hemlighet') });
  server.script.fault = { step: 'mail', failing: { answer: '550 5.7.1 Inte du' } };
  expect(await tried()).toMatchObject({ code: 3, stdout: expect.stringContaining('550 5.7.1 Inte du') });
  await run(desk, ['inställningar', 'e-postserver-ca-fil', '']);
  expect(await tried()).toMatchObject({ code: 3, stdout: expect.stringContaining('e-postserver-ca-fil') });
  await run(desk, ['inställningar', 'e-postserver-hemlighet', 'fil:/finns/inte']);
  expect(await tried()).toMatchObject({ code: 3, stdout: expect.stringContaining('/finns/inte finns inte') });
  expect(await run(desk, ['kontroll'])).toMatchObject({
    code: 3,
    stdout: expect.stringContaining('/finns/inte'),
  });
  expect(server.heard.encrypted).not.toMatch(/^DATA/m);
});

test('the secret stands nowhere', async () => {
  const bytes = Buffer.from(secret);
  const plain = Buffer.from(`\0jouren\0${secret}`).toString('base64');
  const forms = [
    secret,
    bytes.toString('latin1'),
    bytes.toString('base64'),
    plain,
    encodeURIComponent(secret),
  ];
  const server = await start();
  const { desk, number } = await deskWith(server);
  const debug = { env: { ...hidden, TJOUR_DEBUG: '1' } };
  const said: string[] = [];
  const say = async (...args: readonly string[]) => {
    const { stdout, stderr } = await run(desk, args, debug);
    said.push(stdout, stderr);
  };
  for (const step of ['auth', 'mail', 'dot'] as const) {
    server.script.fault = { step, failing: { answer: `451 4.0.0 ${forms.join(' ')}` } };
    await say('mejl', 'skicka', number);
    await say('mejl', 'prova', '--json');
  }
  for (const args of [
    ['mejl'],
    ['mejl', '--json'],
    ['påminn'],
    ['kontroll'],
    ['inställningar'],
    ['logg', number, '--json'],
  ])
    await say(...args);
  await say('inställningar', 'e-postserver-hemlighet', secret);
  // While it runs: what others on the machine can see of it.
  const child = await sendingAtTheDot(desk, server, number);
  said.push(readFileSync(`/proc/${child.pid}/cmdline`, 'utf8'));
  child.kill('SIGKILL');
  await once(child, 'exit');
  await say('mejl', 'skicka', number);
  await say('logg', number);
  const files = globSync('**/*', { cwd: desk.folder }).map((file) => join(desk.folder, file));
  said.push(...files.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file, 'latin1')));

  expect(said.join('\n')).toContain('[hemlig]');
  expect(server.heard.encrypted).toContain(plain);
  for (const form of forms) {
    const spelled = [form, Buffer.from(form).toString('latin1')];
    const seen = said.findIndex((text) => spelled.some((each) => text.includes(each)));
    expect([form, seen]).toEqual([form, -1]);
  }
});
