/** What an error in the dialogue with the server means for the mail. */
import type {
  ConfigurationFault,
  Outcome,
  PermanentFault,
  Phase,
  TransientFault,
} from '../domain/deliveryOutcome.ts';
import { cleanLine } from '../domain/text.ts';
import { hidden } from './secret.ts';
import { ServerSettingsError } from './smtpSocket.ts';

/** The phase took too long. */
export class PhaseTimeout extends Error {
  override readonly name = 'PhaseTimeout';
}

/** Somebody here has broken it off. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff';
}

/** What Node and nodemailer tell about an error. */
interface SmtpError {
  readonly code?: unknown;
  /** The system's code, where nodemailer has put its own in its place. */
  readonly originalCode?: unknown;
  /** The server's answer. */
  readonly response?: unknown;
  /** What it was an answer to. */
  readonly command?: unknown;
}

export interface Interrupted {
  readonly error: unknown;
  readonly phase: Phase;
  /** Whether the dot that ends the text may have been sent. */
  readonly isOut: boolean;
  /** Whether the server has said nothing yet, though it is its turn to speak first. */
  readonly isUnheard: boolean;
  /** Whether there is a secret to log in with. */
  readonly hasLogin: boolean;
  /** Texts that must not be seen. */
  readonly secrets: readonly string[];
}

/**
 * What becomes of the mail. An answer of 4xx or 5xx is a definite no at any time (RFC 5321, section 4.2.1); anything
 * else after the end of the text leaves it unknown whether the server has accepted it.
 */
export function outcomeOf(interrupted: Interrupted): Outcome {
  const { error, phase, isOut, secrets } = interrupted;
  if (error instanceof BrokenOff) {
    return isOut
      ? { kind: 'unknown', fault: 'unrecorded', answer: null }
      : { kind: 'interrupted', phase, answer: null };
  }
  const { response, command, code } = error as SmtpError;
  const answer = typeof response === 'string' ? answerText(response, secrets) : null;
  const reply = typeof response === 'string' ? replyCode(response) : null;
  if (isOut) {
    return reply === null || reply < 400
      ? { kind: 'unknown', fault: null, answer }
      : refusal(reply, 'ending', { answer, command });
  }
  if (error instanceof ServerSettingsError)
    return { kind: 'configuration', phase, fault: error.fault, answer };
  if (reply !== null && reply >= 500) {
    const fault = configurationFaultOf(reply, command, interrupted);
    if (fault) return { kind: 'configuration', phase, fault, answer };
  }
  if (reply !== null && reply >= 400) return refusal(reply, phase, { answer, command });
  // Said before anything was sent, about the size that the server has told or an address.
  if (code === 'EMESSAGE' && answer === null) return { kind: 'permanent', phase, fault: 'too-large', answer };
  if (code === 'EENVELOPE' && answer === null) return { kind: 'permanent', phase, fault: 'address', answer };
  const system = systemCodeOf(error as SmtpError);
  const certificate = certificateFaultOf(system);
  if (certificate) return { kind: 'configuration', phase, fault: certificate, answer };
  // An answer that was none, or not to what was asked.
  const fault = answer === null ? transientFaultOf(system, interrupted) : 'protocol';
  return { kind: 'transient', phase, fault, answer };
}

/** Three digits at the start of the answer; null when it does not start with a code. */
export function replyCode(response: string): number | null {
  const [, code] = /^([2-5]\d\d)(?:[\s-]|$)/.exec(response) ?? [];
  return code === undefined ? null : Number(code);
}

/** As much of an answer as is kept. */
const longestAnswer = 500;

/** The server's words on one line, without what must not be seen. */
export function answerText(response: string, secrets: readonly string[]): string {
  const lines = hidden(response, secrets)
    .slice(0, longestAnswer * 20)
    .split(/\r?\n/)
    .map((line, index) => (index === 0 ? line.replace(/^(\d{3})-/, '$1 ') : line.replace(/^\d{3}[ -]/, '')));
  // Once more, since what was taken out may have stood in the midst of it.
  const clean = hidden(cleanLine(lines.join(' ')), secrets);
  return [...clean].slice(0, longestAnswer).join('');
}

interface Answer {
  readonly answer: string | null;
  readonly command: unknown;
}

function refusal(reply: number, phase: Phase, { answer, command }: Answer): Outcome {
  return reply < 500
    ? { kind: 'transient', phase, fault: 'temporary', answer }
    : { kind: 'permanent', phase, fault: permanentFaultOf(answer ?? '', command), answer };
}

/** RFC 5321, section 4.2.3; RFC 3463: 5.2.2 and 5.2.3 about the mailbox, 5.3.4 about the system. */
const aboutSize = /^(552\b|5\d\d 5\.(2\.[23]|3\.4)\b)/;

function permanentFaultOf(answer: string, command: unknown): PermanentFault {
  if (aboutSize.test(answer)) return 'too-large';
  if (command === 'MAIL FROM') return 'sender';
  return command === 'RCPT TO' ? 'recipient' : 'refused';
}

/** RFC 4954, section 6: login is required, or refused, or wants encryption. */
const aboutLogin: readonly number[] = [530, 534, 535, 538];
/** RFC 5321, section 4.2.2: the command is not known. */
const unknownCommand: readonly number[] = [500, 502];

function configurationFaultOf(
  reply: number,
  command: unknown,
  { phase, hasLogin }: Interrupted,
): ConfigurationFault | null {
  if (command === 'STARTTLS' || (command === 'EHLO' && unknownCommand.includes(reply))) return 'starttls';
  if (phase === 'greeting') return 'greeting';
  if (phase === 'login') return 'login';
  if (phase === 'body' || !aboutLogin.includes(reply)) return null;
  return hasLogin ? 'login' : 'login-wanted';
}

function systemCodeOf({ code, originalCode }: SmtpError): string {
  return String(originalCode ?? code ?? '');
}

const unknownIssuers: readonly string[] = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];

/** By the codes of OpenSSL's verification and of Node's TLS. */
function certificateFaultOf(code: string): ConfigurationFault | null {
  if (code === 'CERT_HAS_EXPIRED') return 'certificate-expired';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'certificate-name';
  if (unknownIssuers.includes(code)) return 'certificate-unknown';
  if (/^(CERT_|UNABLE_TO_|INVALID_CA|PATH_LENGTH|INVALID_PURPOSE|HOSTNAME_MISMATCH)/.test(code))
    return 'certificate';
  return /^(EPROTO$|ERR_SSL_|ERR_TLS_)/.test(code) ? 'tls' : null;
}

const transientFaults: Readonly<Record<string, TransientFault>> = {
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  ECONNREFUSED: 'connection-refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETDOWN: 'unreachable',
  ETIMEDOUT: 'timeout',
  EPROTOCOL: 'protocol',
};

function transientFaultOf(code: string, { error, phase, isUnheard }: Interrupted): TransientFault {
  const fault = error instanceof PhaseTimeout ? 'timeout' : (transientFaults[code] ?? 'cut');
  return phase === 'greeting' && isUnheard && (fault === 'timeout' || fault === 'cut')
    ? 'no-greeting'
    : fault;
}
