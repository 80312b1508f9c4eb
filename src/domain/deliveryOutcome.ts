/** What an attempt to hand a mail to the mail server may come to, and what may go wrong in it. */

/**
 * How far into the dialogue with the server an attempt has come. Before `ending` the mail cannot have been accepted:
 * only then is the dot sent that ends its text. `greeting` lasts until the connection is encrypted.
 */
export const phases = ['connecting', 'greeting', 'login', 'envelope', 'body', 'ending'] as const;
export type Phase = (typeof phases)[number];

/** It may go better another time. `no-greeting`: connected, and then not a word, as from a server that waits for TLS. */
export type TransientFault =
  | 'name-not-found'
  | 'connection-refused'
  | 'unreachable'
  | 'no-greeting'
  | 'timeout'
  | 'cut'
  | 'temporary'
  | 'protocol';

/**
 * The attempt was broken off here. `interrupted`: before the mail could have been accepted; `unrecorded`: after that,
 * and what the server answered, if it did, was not written down.
 */
export type OwnFault = 'interrupted' | 'unrecorded';

/**
 * The server will not have this mail: its sender, its recipient, its size, or `refused` for what else it said. With
 * `address` it has an address that no server can take.
 */
export type PermanentFault = 'sender' | 'recipient' | 'too-large' | 'refused' | 'address';

/**
 * What is set up is wrong, so every mail would fail in the same way. `secret`: it cannot be read in this process, which
 * says nothing of others. `greeting`: the server wants nothing to do with this machine. `login-wanted`: it wants a
 * login, and there is no user.
 */
export type ConfigurationFault =
  | 'secret'
  | 'greeting'
  | 'login-wanted'
  | 'ca-file'
  | 'certificate-expired'
  | 'certificate-name'
  | 'certificate-unknown'
  | 'certificate'
  | 'tls'
  | 'starttls'
  | 'unencrypted'
  | 'login'
  | 'login-method';

export type Fault = TransientFault | OwnFault | PermanentFault | ConfigurationFault;

export interface RefusedRecipient {
  readonly address: string;
  /** The server's words, cleaned. */
  readonly answer: string;
}

/** What became of one attempt. `answer` is the server's last words, cleaned; null when it said nothing. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly answer: string; readonly refused: readonly RefusedRecipient[] }
  | Failed<'transient', TransientFault>
  | Failed<'permanent', PermanentFault>
  | Failed<'configuration', ConfigurationFault>
  /** Broken off here before the end of the text was sent: it has surely not been accepted. */
  | { readonly kind: 'interrupted'; readonly phase: Phase; readonly answer: null }
  /** All of it went out, and no answer came; `unrecorded` when it was not waited for any longer. */
  | { readonly kind: 'unknown'; readonly fault: 'unrecorded' | null; readonly answer: string | null };

interface Failed<Kind, Fault> {
  readonly kind: Kind;
  readonly phase: Phase;
  readonly fault: Fault;
  readonly answer: string | null;
}

/**
 * Whether the next mail would fail in the same way just now, so that none is tried: the server does not answer, or what
 * is set up is wrong.
 */
export function concernsAll(outcome: Outcome): boolean {
  switch (outcome.kind) {
    case 'accepted':
    case 'permanent':
      return false;
    case 'transient':
      // An answer to the mail itself, such as greylisting.
      return outcome.fault !== 'temporary' || phases.indexOf(outcome.phase) < phases.indexOf('envelope');
    case 'unknown':
    case 'interrupted':
    case 'configuration':
      return true;
  }
}
