/** Logging in to the mail server, by whichever way both it and the settings know. */

import type { Secret } from './secret.ts';
import type { MailServer } from './server.ts';
import { ServerSettingsError } from './smtpSocket.ts';

/** Sends one line and gives the server's answer to it. */
export type Command = (line: string) => Promise<string>;

/** An answer that is not what was hoped for. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly response: string;
  /** What it was an answer to, where that matters: as nodemailer names it. */
  readonly command: string | undefined;

  constructor(response: string, command?: string) {
    super('refused');
    this.response = response;
    this.command = command;
  }
}

/** What is sent in place of the secret, and what a server may send back: nothing of it must be seen. */
export function secretTexts({ user }: MailServer, secret: Secret | null): string[] {
  if (secret === null) return [];
  const text = secret.reveal();
  // Without the white space around it too, as a server or what cleans its words may have it.
  const forms = [text, text.trim()].flatMap((each) => [
    plainToken(user ?? '', each),
    bearerToken(user ?? '', each),
    base64(each),
    each,
    // As it looks when its bytes are read in another encoding.
    Buffer.from(each, 'utf8').toString('latin1'),
    encodeURIComponent(each),
  ]);
  // The longest first: one may stand in the midst of another.
  return [...new Set(forms)].toSorted((a, b) => b.length - a.length);
}

/**
 * AUTH PLAIN (RFC 4616) or LOGIN with a password, XOAUTH2 with an access token. A password is never used for less, such
 * as CRAM-MD5. Rejects with Refusal, or ServerSettingsError 'login-method' when the server offers none of them.
 */
export async function logIn(
  { user, login }: MailServer,
  secret: Secret,
  offered: readonly string[],
  command: Command,
): Promise<void> {
  const name = user ?? '';
  if (login === 'oauth2') {
    if (!offered.includes('XOAUTH2')) throw new ServerSettingsError('login-method');
    const answer = await command(`AUTH XOAUTH2 ${bearerToken(name, secret.reveal())}`);
    // What is wrong comes as a question, and the refusal after an empty line.
    expect(2, answer.startsWith('334') ? await command('') : answer);
  } else if (offered.includes('PLAIN')) {
    expect(2, await command(`AUTH PLAIN ${plainToken(name, secret.reveal())}`));
  } else if (offered.includes('LOGIN')) {
    expect(3, await command('AUTH LOGIN'));
    expect(3, await command(base64(name)));
    expect(2, await command(base64(secret.reveal())));
  } else {
    throw new ServerSettingsError('login-method');
  }
}

function plainToken(user: string, password: string): string {
  return base64(`\0${user}\0${password}`);
}

function bearerToken(user: string, token: string): string {
  return base64(`user=${user}\x01auth=Bearer ${token}\x01\x01`);
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

/** Throws Refusal unless the answer begins with this digit. */
function expect(digit: 2 | 3, answer: string): void {
  if (!answer.startsWith(String(digit))) throw new Refusal(answer);
}
