/** A mail server that others have written (the library smtp-server) on loopback, and what it was told. */
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import type { Certified } from './certificates.ts';

/** Who may log in; a password and a token are compared to the letter. */
export interface Account {
  readonly user: string;
  readonly secret: string;
}

export interface RealServer {
  readonly port: number;
  /** Every attempt to log in. */
  readonly logins: { readonly method: string; readonly secure: boolean; readonly right: boolean }[];
  readonly accepted: { readonly from: string; readonly to: readonly string[]; readonly bytes: Buffer }[];
}

/** Closed when the test is over. */
export async function realServer(
  certified: Certified,
  account: Account,
  options: SMTPServerOptions = {},
): Promise<RealServer> {
  const logins: RealServer['logins'] = [];
  const accepted: RealServer['accepted'] = [];
  const server = new SMTPServer({
    key: certified.key,
    cert: certified.cert,
    disableReverseLookup: true,
    closeTimeout: 0,
    onAuth({ method, username, password, accessToken }, { secure }, answer) {
      const right = username === account.user && (password ?? accessToken) === account.secret;
      logins.push({ method, secure, right });
      // What is wrong with a token is told as data, which the client has to ask for (XOAUTH2).
      if (right) answer(null, { user: username });
      else if (method === 'XOAUTH2') answer(null, { data: { status: '401', schemes: 'bearer' } });
      else answer(Object.assign(new Error('Fel användare eller lösenord'), { responseCode: 535 }));
    },
    onData(stream, { envelope: { mailFrom, rcptTo } }, answer) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const from = mailFrom ? mailFrom.address : '';
        accepted.push({ from, to: rcptTo.map(({ address }) => address), bytes: Buffer.concat(chunks) });
        answer();
      });
    },
    ...options,
  });
  // A client that hangs up in the midst of it is no fault of the test's.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(resolve)));
  const address = server.server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, logins, accepted };
}
