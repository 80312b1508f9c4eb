/** The mail server as the settings have it. */

import { idFor } from '../../journal/id.ts';
import type { SecretSource } from '../../mail/secret.ts';
import type { MailServer } from '../../mail/server.ts';
import type { Settings } from '../../settings/settings.ts';

export interface SetUp {
  readonly server: MailServer;
  /** Null when the server wants no login. */
  readonly secret: SecretSource | null;
  /** Stands for all of it but the secret itself: another text, other settings. */
  readonly settings: string;
}

const securities = { starttls: 'starttls', tls: 'tls', okrypterat: 'plain' } as const;
/** RFC 6409, RFC 8314, RFC 5321. */
const usualPorts = { starttls: 587, tls: 465, plain: 25 } as const;
const sources = { miljö: 'env', fil: 'file', kommando: 'command' } as const;

/** What the settings say; null when they name no server. */
export function mailServerOf(settings: Settings): SetUp | null {
  const { mailHost, mailPort, mailSecurity, mailCaFile, mailUser, mailSecret, mailLogin, mailPlainAllowed } =
    settings;
  if (mailHost === null) return null;
  const security = securities[mailSecurity];
  const server: MailServer = {
    host: mailHost,
    port: mailPort ?? usualPorts[security],
    security,
    caFile: mailCaFile,
    user: mailUser,
    login: mailLogin === 'oauth2' ? 'oauth2' : 'password',
    plainAllowed: mailPlainAllowed === 'ja',
  };
  const secret = mailUser === null ? null : secretSource(mailSecret ?? '');
  // As a digest: it stands in the journal, and a command may hold what must not.
  return { server, secret, settings: idFor(JSON.stringify({ ...server, mailSecret })) };
}

/** With a user there must be a secret: without its setting, none is found. */
function secretSource(text: string): SecretSource {
  const [word = '', ...rest] = text.split(':');
  const from = Object.hasOwn(sources, word) ? sources[word as keyof typeof sources] : 'env';
  return { from, what: rest.join(':') };
}
