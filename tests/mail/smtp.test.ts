/** One attempt against a server on loopback: what is sent, and what never is. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type Phase, phases } from '../../src/domain/deliveryOutcome.ts';
import { Secret } from '../../src/mail/secret.ts';
import type { MailServer, SmtpTimeouts } from '../../src/mail/server.ts';
import { type OutgoingMail, sendMail, tryServer } from '../../src/mail/smtp.ts';
import { assertUnseen, isLoopback } from '../../src/mail/smtpSocket.ts';
import { authority, certified } from './certificates.ts';
import { type Script, type ScriptedServer, scriptedServer } from './scriptedServer.ts';

const ours = authority('Stadens CA');
const good = certified(ours, ['127.0.0.1', 'localhost']);
const secret = new Secret('hemligt löSen+ord/42');
const patient: SmtpTimeouts = timeouts(5000);
const impatient: SmtpTimeouts = timeouts(300);

function timeouts(each: number): SmtpTimeouts {
  return { connecting: each, greeting: each, login: each, envelope: each, body: each, ending: each };
}

const mail: OutgoingMail = {
  sender: 'jouren@example.se',
  recipients: ['direktoren@example.se'],
  messageId: '<1@example.se>',
  bytes: Buffer.from('Subject: Prov\r\n\r\n.En punkt\r\n..Två\r\n.\r\nSlut\r\n'),
};

/** The CA file of `ours`. */
function caFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tjour-ca-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'ca.pem');
  writeFileSync(path, ours.cert);
  return path;
}

function settings({ port }: ScriptedServer, given: Partial<MailServer> = {}): MailServer {
  const usual = { host: '127.0.0.1', security: 'starttls', user: 'jouren', login: 'password' } as const;
  return { ...usual, port, caFile: caFile(), plainAllowed: false, ...given };
}

async function start(script: Partial<Script> = {}): Promise<ScriptedServer> {
  return scriptedServer(good, script);
}

/** Whether the secret was sent unencrypted, in any of its forms. */
function wasHeard({ heard }: ScriptedServer): boolean {
  const text = secret.reveal();
  const forms = [text, text.slice(0, 8), Buffer.from(text).toString('base64'), 'AUTH', 'jouren'];
  return forms.some((form) => heard.clear.includes(form));
}

it.each([
  ['STARTTLS and PLAIN', {}, {}],
  ['LOGIN where PLAIN is not offered', { extensions: ['AUTH LOGIN CRAM-MD5'] }, {}],
  ['TLS from the first byte', { tls: true }, { security: 'tls' }],
  ['an access token', {}, { login: 'oauth2' }],
  ['all commands at once', { extensions: ['PIPELINING', 'AUTH PLAIN', 'DSN'] }, {}],
] as const)('hands over the frozen bytes: %s', async (_name, script, given) => {
  const server = await start(script);
  const told: Phase[] = [];
  const outcome = await sendMail(settings(server, given), secret, mail, {
    phase: (phase) => told.push(phase),
  });
  expect(outcome).toEqual({ kind: 'accepted', answer: '250 2.0.0 Ok: queued as 1A2B3C', refused: [] });
  expect(told).toEqual(phases);
  expect(server.accepted).toEqual([
    { from: mail.sender, to: mail.recipients, text: Buffer.from(mail.bytes).toString('latin1') },
  ]);
  expect(wasHeard(server)).toBe(false);
  expect(server.heard.encrypted).toMatch(/^AUTH (PLAIN|LOGIN|XOAUTH2)/m);
});

it('asks to be told of what cannot be delivered, where the server offers that', async () => {
  const server = await start();
  await sendMail(settings(server), secret, mail);
  expect(server.heard.encrypted).toContain('RET=HDRS ENVID=1@example.se');
  expect(server.heard.encrypted).toContain('NOTIFY=FAILURE,DELAY');
  const without = await start({ extensions: ['AUTH PLAIN'] });
  await sendMail(settings(without), secret, mail);
  expect(without.heard.encrypted).not.toMatch(/RET=|NOTIFY=/);
});

it('keeps those that the server will not have, when it takes others', async () => {
  const server = await start();
  server.script.refuses.set('fel@example.se', '550 5.1.1 Okänd mottagare');
  const recipients = [...mail.recipients, 'fel@example.se'];
  expect(await sendMail(settings(server), secret, { ...mail, recipients })).toMatchObject({
    kind: 'accepted',
    refused: [{ address: 'fel@example.se', answer: '550 5.1.1 Okänd mottagare' }],
  });
});

it.each([
  ['no way to log in can be used', { extensions: ['AUTH CRAM-MD5'] }, {}, 'login-method'],
  ['login is required', { fault: { step: 'mail', failing: { answer: '530 5.7.0 Logga in' } } }, {}, 'login'],
  ['the CA file is not there', {}, { caFile: '/finns/inte.pem' }, 'ca-file'],
  [
    'the CA file holds no certificate',
    {},
    { caFile: import.meta.filename.replace('smtp.test', 'certificates') },
    'ca-file',
  ],
] as const)('says that what is set up is wrong when %s', async (_name, script, given, fault) => {
  const server = await start(script);
  const outcome = await sendMail(settings(server, given), secret, mail, { timeouts: patient });
  expect(outcome).toMatchObject({ kind: 'configuration', fault });
  expect([wasHeard(server), server.accepted]).toEqual([false, []]);
});

it.each([
  ['greeting', '554 5.7.1 Inte du', 'configuration', 'greeting'],
  ['ehlo', '550 5.7.1 Inte du', 'configuration', 'greeting'],
  ['ehlo-again', '554 5.7.1 Inte du', 'configuration', 'greeting'],
  ['mail', '553 5.7.1 Inte din adress', 'permanent', 'sender'],
  ['mail', '552 5.3.4 För stort', 'permanent', 'too-large'],
  ['rcpt', '550 5.1.1 Finns inte', 'permanent', 'recipient'],
  ['rcpt', '552 5.2.2 Full brevlåda', 'permanent', 'too-large'],
  ['data', '554 5.7.1 Nej', 'permanent', 'refused'],
  ['dot', '554 5.7.1 Innehållet', 'permanent', 'refused'],
  ['dot', '554 5.3.4 För stort', 'permanent', 'too-large'],
] as const)('says what the server will not have: %s, %s', async (step, answer, kind, fault) => {
  for (const extensions of [['AUTH PLAIN'], ['AUTH PLAIN', 'PIPELINING']]) {
    const server = await start({ extensions, fault: { step, failing: { answer } } });
    expect(await sendMail(settings(server), secret, mail)).toMatchObject({ kind, fault, answer });
  }
});

it('says that the server wants a login where there is no user', async () => {
  const server = await start({ fault: { step: 'mail', failing: { answer: '530 5.7.0 Logga in' } } });
  expect(await sendMail(settings(server, { user: null }), null, mail)).toMatchObject({
    kind: 'configuration',
    fault: 'login-wanted',
  });
});

it('says that the server never spoke, as one that waits for TLS does', async () => {
  const server = await start({ tls: true });
  for (const security of ['starttls', 'plain'] as const) {
    const given = security === 'plain' ? { security, user: null } : { security };
    const outcome = await sendMail(settings(server, given), security === 'plain' ? null : secret, mail, {
      timeouts: impatient,
    });
    expect(outcome).toMatchObject({ kind: 'transient', phase: 'greeting', fault: 'no-greeting' });
  }
});

it.each(['greeting', 'ehlo', 'auth', 'mail', 'data'] as const)(
  'is broken off at once when it is to stop, and has not been sent: %s',
  async (step) => {
    const server = await start({ fault: { step, failing: 'silent' } });
    const stop = new AbortController();
    server.onStep = (reached) => {
      if (reached === step) stop.abort();
    };
    const outcome = await sendMail(settings(server), secret, mail, { timeouts: patient, stop: stop.signal });
    expect(outcome).toMatchObject({ kind: 'interrupted' });
    expect(server.accepted).toEqual([]);
  },
);

it('waits for the answer when the end has been sent, until that is given up too', async () => {
  const [stop, giveUp] = [new AbortController(), new AbortController()];
  const server = await start();
  server.onStep = (step) => {
    if (step === 'dot') stop.abort();
  };
  const attempt = () =>
    sendMail(settings(server), secret, mail, { timeouts: patient, giveUp: giveUp.signal });
  const answered = await sendMail(settings(server), secret, mail, { timeouts: patient, stop: stop.signal });
  expect([answered.kind, stop.signal.aborted]).toEqual(['accepted', true]);
  server.script.fault = { step: 'dot', failing: 'silent' };
  server.onStep = (step) => {
    if (step === 'dot') giveUp.abort();
  };
  expect(await attempt()).toEqual({ kind: 'unknown', fault: 'unrecorded', answer: null });
  // Before anything has been done.
  expect(await attempt()).toMatchObject({ kind: 'interrupted', phase: 'connecting' });
});

it('goes unencrypted to this machine only, unless that is allowed, and never with a login', async () => {
  const server = await start({ starttls: 'stripped' });
  const plain = settings(server, { security: 'plain', user: null });
  expect(await sendMail(plain, null, mail)).toMatchObject({ kind: 'accepted' });
  // There need not be any other machine to try with.
  const here = ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'];
  const elsewhere = ['10.0.0.1', '::ffff:10.0.0.1', '128.0.0.1', '::2', undefined];
  expect(here.map((remoteAddress) => isLoopback({ remoteAddress }))).toEqual(here.map(() => true));
  expect(elsewhere.map((remoteAddress) => isLoopback({ remoteAddress }))).toEqual(elsewhere.map(() => false));
  const refused = [false, true].flatMap((plainAllowed) =>
    (['mail', 'secret'] as const).filter((what) => {
      try {
        assertUnseen({ plainAllowed }, what, { isHere: false, isEncrypted: false });
        return false;
      } catch {
        return true;
      }
    }),
  );
  expect(refused).toEqual(['mail', 'secret', 'secret']);
});

it('hides the secret in what the server says', async () => {
  const token = Buffer.from(`\0jouren\0${secret.reveal()}`).toString('base64');
  const misread = Buffer.from(secret.reveal()).toString('latin1');
  const answer = `535 5.7.8 ${secret.reveal()} ${misread} ${Buffer.from(secret.reveal()).toString('base64')} ${token} fel`;
  const server = await start({ fault: { step: 'auth', failing: { answer } } });
  const outcome = await sendMail(settings(server), secret, mail);
  expect(outcome).toMatchObject({
    kind: 'configuration',
    fault: 'login',
    answer: '535 5.7.8 [hemlig] [hemlig] [hemlig] [hemlig] fel',
  });
});

it('hides the secret also without the white space around it', async () => {
  const spaced = new Secret('  rätt ord ');
  const server = await start({ fault: { step: 'auth', failing: { answer: '535 5.7.8 rätt ord, fel' } } });
  expect(await sendMail(settings(server), spaced, mail)).toMatchObject({ answer: '535 5.7.8 [hemlig], fel' });
});

it('sends nothing to an address that is none, and takes å, ä and ö in a domain', async () => {
  const server = await start();
  for (const recipients of [
    [],
    ['inte en adress'],
    ['åke@example.se'],
    ['ok@example.se', 'a b@example.se'],
  ]) {
    const outcome = await sendMail(settings(server), secret, { ...mail, recipients });
    expect(outcome).toMatchObject({ kind: 'permanent', fault: 'address' });
  }
  expect(server.heard).toEqual({ clear: '', encrypted: '' });
  await sendMail(settings(server), secret, { ...mail, recipients: ['direktoren@göteborg.example.se'] });
  expect(server.accepted[0]?.to).toEqual(['direktoren@xn--gteborg-90a.example.se']);
});

it('sends no end when that cannot be written down', async () => {
  for (const last of phases) {
    const server = await start();
    const attempt = sendMail(settings(server), secret, mail, {
      phase: (phase) => {
        if (phase === last) throw new RangeError('full');
      },
    });
    await expect(attempt).rejects.toThrow('full');
    expect(server.accepted).toEqual([]);
    expect(server.heard.encrypted).not.toContain('\r\n.\r\n');
  }
});

it('does not take an answer for one to what has not been sent', async () => {
  const early = { answer: '354 Go\r\n250 2.0.0 Ok: queued' };
  const server = await start({ fault: { step: 'data', failing: early } });
  expect(await sendMail(settings(server), secret, mail)).toMatchObject({
    kind: 'transient',
    fault: 'protocol',
  });
  const eager = await start({ fault: { step: 'data', failing: { answer: '250 Ok' } } });
  expect(await sendMail(settings(eager), secret, mail)).toMatchObject({
    kind: 'transient',
    fault: 'protocol',
  });
  expect(eager.heard.encrypted).not.toContain('Subject');
});

it('is interrupted by a server that trickles', async () => {
  const server = await start({ fault: { step: 'ehlo', failing: 'silent' } });
  expect(await sendMail(settings(server), secret, mail, { timeouts: impatient })).toMatchObject({
    kind: 'transient',
    phase: 'greeting',
    fault: 'timeout',
  });
});

it('tries everything but sending', async () => {
  const server = await start();
  expect(await tryServer(settings(server), secret, mail.sender)).toMatchObject({ kind: 'accepted' });
  server.script.fault = { step: 'mail', failing: { answer: '550 5.7.1 Inte från dig' } };
  expect(await tryServer(settings(server), secret, mail.sender)).toMatchObject({
    kind: 'permanent',
    phase: 'envelope',
    fault: 'sender',
    answer: '550 5.7.1 Inte från dig',
  });
  expect(server.heard.encrypted).not.toMatch(/^DATA/m);
  await server.close();
  expect(await tryServer(settings(server), secret, mail.sender)).toMatchObject({
    kind: 'transient',
    fault: 'connection-refused',
  });
});

it('never sends the end to a server that hung up while that was written down', async () => {
  const server = await start({ starttls: 'stripped' });
  const plain = settings(server, { security: 'plain', user: null });
  const outcome = await sendMail(plain, null, mail, {
    phase: (phase) => {
      if (phase === 'ending') for (const socket of server.sockets) socket.destroy();
    },
  });
  expect(outcome).toMatchObject({ kind: 'transient', phase: 'ending', fault: 'cut' });
});
