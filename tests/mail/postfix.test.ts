/** The report through a real mail server, and the message that came out of it as another program reads it. */
import { expect, test, vi } from 'vitest';
import { record } from '../cli/support.ts';
import { type Desk, importContacts, newDesk, run } from '../pty/desk.ts';
import {
  bouncing,
  director,
  type Postfix,
  postfixMissing,
  rawOf,
  readByPython,
  startPostfix,
  user,
} from './postfix.ts';

const missing = postfixMissing();
const slow = { timeout: 120_000 };

/** A desk that reports to this address through the server, with one incident. */
async function deskWith(postfix: Postfix, address: string): Promise<Desk> {
  const desk = { ...newDesk(), env: { LÖSENORD: postfix.password } };
  await importContacts(
    desk,
    `roll;namn;telefon;e-post\nFörvaltningsdirektör;Åsa Öhrn;031-390 06 00;${address}\n`,
  );
  const settings = {
    'jourens-e-post': user,
    'jourens-telefon': '031-390 06 10',
    'e-postserver-värd': 'localhost',
    'e-postserver-port': String(postfix.port),
    'e-postserver-ca-fil': postfix.ca,
    'e-postserver-användare': user,
    'e-postserver-hemlighet': 'miljö:LÖSENORD',
  };
  for (const [key, value] of Object.entries(settings)) {
    const { code, stderr } = await run(desk, ['inställningar', key, value]);
    if (code !== 0) throw new Error(stderr);
  }
  const whatHappened = 'Strömavbrott på Åsgatan, åtta våningar utan hiss';
  await record(desk, [{ answers: { whatHappened, whereHappened: 'Östra sjukhusområdet' } }]);
  return desk;
}

const number = `A-${new Date().getFullYear()}-0001`;

test.skipIf(missing !== null)(`a real Postfix${missing === null ? '' : ` (${missing})`}`, slow, async () => {
  const postfix = await startPostfix();
  try {
    const desk = await deskWith(postfix, director);
    const tried = await run(desk, ['mejl', 'prova']);
    expect([tried.code, tried.stderr]).toEqual([0, '']);
    const wrong = await run(desk, ['mejl', 'prova'], { env: { LÖSENORD: 'fel' } });
    expect(wrong.code).not.toBe(0);

    // Put off the first time, taken the second, once.
    postfix.greylist();
    const first = await run(desk, ['mejl', 'skicka', number]);
    expect(first.code).toBe(1);
    expect(first.stdout + first.stderr).toContain('Greylisted');
    expect(postfix.mailbox(director)).toEqual([]);
    const second = await run(desk, ['mejl', 'skicka', number]);
    expect([second.code, second.stderr]).toEqual([0, '']);
    await run(desk, ['mejl', 'skicka', number]);
    await vi.waitUntil(() => postfix.mailbox(director).length > 0, slow);
    expect(postfix.mailbox(director)).toHaveLength(1);

    const [file = ''] = postfix.mailbox(director);
    const read = readByPython(file) as {
      headers: [string, string][];
      parts: { type: string; text: string }[];
      defects: string[];
    };
    const header = (name: string) => read.headers.filter(([each]) => each === name).map(([, value]) => value);
    expect(read.defects).toEqual([]);
    expect(header('Subject').join()).toMatch(/Strömavbrott på Åsgatan/);
    expect(header('Subject').join()).toContain(number);
    expect(header('To')).toEqual([`Åsa Öhrn <${director}>`]);
    expect(header('From').join()).toContain(`<${user}>`);
    expect(header('Message-ID')).toHaveLength(1);
    expect(header('Content-Language')).toEqual(['sv']);
    expect(read.parts.map(({ type }) => type)).toEqual(['text/plain', 'text/html']);
    for (const { text } of read.parts) expect(text).toContain('åtta våningar utan hiss');
    expect(rawOf(file)).not.toContain(postfix.password);

    // What Postfix finds nobody to give to comes back to the desk; here it has been accepted.
    const other = await deskWith(postfix, bouncing);
    await run(other, ['mejl', 'skicka', number]);
    const sent = await run(other, ['mejl', 'skicka', number]);
    expect([sent.code, sent.stderr]).toEqual([0, '']);
    await vi.waitUntil(() => postfix.mailbox(user).length > 0, slow);
    const bounce = readByPython(postfix.mailbox(user)[0] ?? '') as typeof read;
    expect(bounce.parts.map(({ text }) => String(text)).join()).toContain('finns inte');
  } finally {
    postfix.stop();
  }
});
