/** The mail server that mails are handed to, and how long it may take. */
import type { Phase } from '../domain/deliveryOutcome.ts';

export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `starttls` and `tls` always encrypt; `plain` never does. */
  readonly security: 'starttls' | 'tls' | 'plain';
  /** A file of certificates in PEM that are trusted besides the system's own. */
  readonly caFile: string | null;
  /** Null when the server wants no login. */
  readonly user: string | null;
  /** What the secret is: a password, or an access token. */
  readonly login: 'password' | 'oauth2';
  /** Whether mail may go unencrypted to another machine. The secret never does. */
  readonly plainAllowed: boolean;
}

/** How long each phase may take at most, in milliseconds. */
export type SmtpTimeouts = Readonly<Record<Phase, number>>;

/**
 * Shorter than RFC 5321, section 4.5.3.2, asks of relays, since somebody waits and will try again; but the answer to
 * the end of the text is waited for as long as it says, since without it nobody knows whether the mail was accepted.
 */
export const smtpTimeouts: SmtpTimeouts = {
  connecting: 20_000,
  greeting: 60_000,
  login: 60_000,
  envelope: 120_000,
  body: 180_000,
  ending: 600_000,
};
