/** What goes over the wire for all to see, with a server that others have written: never a secret and never a mail. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { composeMail } from '../../src/mail/draft.ts';
import { htmlBody } from '../../src/mail/html.ts';
import { Secret } from '../../src/mail/secret.ts';
import type { MailServer } from '../../src/mail/server.ts';
import { type OutgoingMail, sendMail, tryServer } from '../../src/mail/smtp.ts';
import { authority, certified } from './certificates.ts';
import { type RealServer, realServer } from './realServer.ts';
import { addingToStarttls, answeringStarttls, replacing, type Tampering, type Wire, wire } from './wire.ts';

const ours = authority('Stadens CA');
const good = certified(ours, ['127.0.0.1']);
const account = { user: 'jourkontot@förvaltning.example', secret: 'hemligt "löSen\\ord" +/=42' };
const secret = new Secret(account.secret);
const subject = 'Brand på Höstlyckan – A-2026-0002';
const text = 'Brand på Höstlyckan.\n\n.\n..\n.En rad med punkt först\nA-2026-0002\n';

async function outgoing(): Promise<OutgoingMail> {
  const sender = 'jouren@example.se';
  const recipient = 'direktoren@example.se';
  const messageId = '<019a@example.se>';
  const bytes = await composeMail({
    from: { name: 'Trygghetsjouren', address: sender },
    to: [{ name: 'Åsa Öhrn', address: recipient }],
    ...{ subject, text, html: htmlBody(text, subject), messageId, date: '2026-11-21T03:12:00+01:00' },
  });
  return { sender, recipients: [recipient], messageId, bytes };
}

function settings({ port }: Wire, given: Partial<MailServer> = {}): MailServer {
  const folder = mkdtempSync(join(tmpdir(), 'tjour-ca-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, ours.cert);
  const usual = { host: '127.0.0.1', security: 'starttls', login: 'password', plainAllowed: false } as const;
  return { ...usual, port, caFile, user: account.user, ...given };
}

/** Nothing was said in clear but what asks for encryption, and nothing of what is secret is anywhere on the wire. */
function expectUnseen(line: Wire, mail: OutgoingMail): void {
  for (const clear of line.sentInClear())
    expect(clear).toMatch(/^(EHLO [\w.[\]:-]+\r\n(STARTTLS\r\n)?)?(QUIT\r\n)?$/);
  const utf8 = (each: string) => Buffer.from(each).toString('latin1');
  const base64 = (each: string) => Buffer.from(each).toString('base64');
  const { user, secret: password } = account;
  const whole = [
    user,
    password,
    'hemligt',
    'jourkontot',
    mail.sender,
    ...mail.recipients,
    'A-2026-0002',
    'AUTH',
    'MAIL',
  ];
  const coded = [
    ...[user, password, `\0${user}\0${password}`],
    `user=${user}\x01auth=Bearer ${password}\x01\x01`,
  ];
  // Without its end, which depends on what follows.
  const forms = [...whole.map(utf8), ...coded.map(base64), base64(`\0${user}`).slice(0, 16), 'Subject:'];
  const sent = line.sent();
  expect(forms.filter((form) => sent.includes(form))).toEqual([]);
}

describe('logging in', () => {
  test.each([
    ['PLAIN', 'password', ['PLAIN'], 'PLAIN'],
    ['LOGIN', 'password', ['LOGIN'], 'LOGIN'],
    ['XOAUTH2', 'oauth2', ['XOAUTH2'], 'XOAUTH2'],
    ['a password where all are offered', 'password', ['XOAUTH2', 'LOGIN', 'PLAIN'], 'PLAIN'],
    ['a token where all are offered', 'oauth2', ['PLAIN', 'LOGIN', 'XOAUTH2'], 'XOAUTH2'],
  ] as const)(
    'by %s: the server gets the mail to the byte, and a wrong secret none',
    async (_, login, authMethods, method) => {
      const server = await realServer(good, account, { authMethods: [...authMethods] });
      const line = await wire(server.port);
      const mail = await outgoing();
      const wrong = new Secret(`${account.secret}!`);
      const refused = await sendMail(settings(line, { login }), wrong, mail);
      expect(refused).toMatchObject({ kind: 'configuration', phase: 'login', fault: 'login' });
      expect(JSON.stringify(refused)).not.toContain('hemligt');
      expect(server.accepted).toEqual([]);
      expect(await sendMail(settings(line, { login }), secret, mail)).toMatchObject({
        kind: 'accepted',
        refused: [],
      });
      expect(server.logins).toEqual([
        { method, secure: true, right: false },
        { method, secure: true, right: true },
      ]);
      const { sender: from, recipients: to, bytes } = mail;
      expect(server.accepted).toEqual([{ from, to, bytes: Buffer.from(bytes) }]);
      expectUnseen(line, mail);
    },
  );

  test.each([
    ['a password where only a token is taken', 'password' as const, { authMethods: ['XOAUTH2'] }],
    ['a token where only passwords are taken', 'oauth2' as const, { authMethods: ['PLAIN', 'LOGIN'] }],
    ['a password where nobody logs in', 'password' as const, { disabledCommands: ['AUTH'] }],
    ['a token where nobody logs in', 'oauth2' as const, { disabledCommands: ['AUTH'] }],
  ])('%s is not sent at all', async (_, login, options) => {
    const server = await realServer(good, account, options);
    const line = await wire(server.port);
    const mail = await outgoing();
    const outcome = await sendMail(settings(line, { login }), secret, mail);
    expect(outcome).toMatchObject({ kind: 'configuration', phase: 'login', fault: 'login-method' });
    expect([server.logins, server.accepted]).toEqual([[], []]);
    expectUnseen(line, mail);
  });
});

describe('somebody else’s certificate', () => {
  const stranger = authority('127.0.0.1');
  test.each([
    ['signed by nobody but itself', stranger, 'certificate-unknown'],
    ['by an unknown issuer', certified(stranger, ['127.0.0.1']), 'certificate-unknown'],
    ['for another name', certified(ours, ['mail.example.se']), 'certificate-name'],
    ['that has expired', certified(ours, ['127.0.0.1'], -20, -10), 'certificate-expired'],
    ['that is not yet good', certified(ours, ['127.0.0.1'], 10, 20), 'certificate'],
  ] as const)('%s', async (_, certificate, fault) => {
    for (const security of ['starttls', 'tls'] as const) {
      const server = await realServer(certificate, account, { secure: security === 'tls' });
      const line = await wire(server.port);
      await expectNothingSaid(server, line, { kind: 'configuration', fault }, { security });
    }
  });
});

/** Answers to all that a client can say, up to having taken its mail. */
const allGoesWell = [
  ...['250-x', '250 AUTH PLAIN LOGIN XOAUTH2', '235 2.7.0 Ok', '250 2.1.0 Ok', '250 2.1.5 Ok'],
  ...['354 Go ahead', '250 2.0.0 Ok: queued', ''],
].join('\r\n');

describe('encryption that is taken away', () => {
  const starttls = /(?<=250[ -])STARTTLS/;
  const refused = '502 5.5.1 Vad?\r\n';
  test.each<[string, object, Tampering]>([
    [
      'another way in is offered in its place, and it is refused',
      { fault: 'starttls' },
      { fromServer: replacing(starttls, 'AUTH PLAIN LOGIN XOAUTH2'), fromClient: answeringStarttls(refused) },
    ],
    [
      'it is refused for now',
      { kind: 'transient', fault: 'temporary' },
      { fromClient: answeringStarttls('454 4.7.0 Inte nu\r\n') },
    ],
    [
      'it is promised, and the dialogue goes on without it',
      { fault: 'tls' },
      { fromClient: answeringStarttls(`220 Ready\r\n${allGoesWell}`) },
    ],
    [
      'all is answered before anything is said',
      { fault: 'tls' },
      { fromServer: replacing(/^220 .*\r\n/, `$&${allGoesWell}`) },
    ],
    [
      'EHLO is answered as old servers do',
      { fault: 'starttls' },
      { fromServer: replacing(/^250-(.|\s)*$/, refused) },
    ],
  ])('by somebody in the midst: %s', async (_, outcome, tampering) => {
    const server = await realServer(good, account);
    await expectNothingSaid(server, await wire(server.port, tampering), outcome);
  });

  test('by the server itself, which would take a login in clear', async () => {
    const options = { disabledCommands: ['STARTTLS'], allowInsecureAuth: true };
    const server = await realServer(good, account, options);
    const outcome = { kind: 'configuration', fault: 'starttls' };
    await expectNothingSaid(server, await wire(server.port), outcome);
    // Nor with TLS from the first byte.
    await expectNothingSaid(server, await wire(server.port), { fault: 'tls' }, { security: 'tls' });
  });

  test.each<[string, Tampering]>([
    ['it is not offered, and taken anyway', { fromServer: replacing(starttls, 'XXXXXXXA') }],
    [
      'answers in clear come with the promise of it (CVE-2021-38371)',
      { fromServer: replacing(/^220 [^\r]*TLS[^\r]*\r\n/, `$&${allGoesWell}`) },
    ],
    ['commands in clear come with the wish for it', { fromClient: addingToStarttls }],
  ])('in vain: %s', async (_, tampering) => {
    const server = await realServer(good, account);
    const line = await wire(server.port, tampering);
    const mail = await outgoing();
    const outcome = await sendMail(settings(line), secret, mail);
    // Of the real server, and of nobody else.
    expect(outcome).toMatchObject({ kind: 'accepted', answer: '250 OK: message queued' });
    expect(server.logins).toEqual([{ method: 'PLAIN', secure: true, right: true }]);
    expect(server.accepted).toMatchObject([{ from: mail.sender, to: mail.recipients }]);
    expectUnseen(line, mail);
  });
});

/** Neither sending nor trying the server tells it anything. */
async function expectNothingSaid(
  server: RealServer,
  line: Wire,
  outcome: object,
  given: Partial<MailServer> = {},
): Promise<void> {
  const mail = await outgoing();
  expect(await sendMail(settings(line, given), secret, mail)).toMatchObject(outcome);
  expect(await tryServer(settings(line, given), secret, mail.sender)).toMatchObject(outcome);
  expect([server.logins, server.accepted]).toEqual([[], []]);
  expectUnseen(line, mail);
}
