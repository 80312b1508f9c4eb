/** The dialogue with the mail server up to the mail itself: connecting, encrypting, logging in, and what goes wrong. */
import type { Socket } from 'node:net';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Outcome, Phase } from '../domain/deliveryOutcome.ts';
import type { Secret } from './secret.ts';
import type { MailServer, SmtpTimeouts } from './server.ts';
import { answerText, BrokenOff, outcomeOf, PhaseTimeout } from './smtpFault.ts';
import { type Command, logIn, secretTexts } from './smtpLogin.ts';
import { assertUnseen, isLoopback, openSocket, ServerSettingsError, trusted } from './smtpSocket.ts';

export interface Dialogue {
  readonly connection: SMTPConnection;
  /** Goes on to the phase, when it has been told. */
  enter(phase: Phase): void;
  /** Takes a step; what it throws ends the dialogue. */
  guarded(step: () => void): void;
  /** The dot that ends the text may be sent from now on. */
  out(): void;
  isOut(): boolean;
  /** The server's words, without what must not be seen. */
  readable(response: string): string;
  succeed(outcome: Outcome): void;
  fail(error: unknown): void;
}

/** What `phase` of the caller has thrown: no fault of the server's. */
class NotTold extends Error {}

export interface Ways {
  readonly tell: (phase: Phase) => void;
  readonly timeouts: SmtpTimeouts;
  /** Breaks it off before `ending`. */
  readonly stop?: AbortSignal | undefined;
  /** Breaks it off at any time. */
  readonly giveUp?: AbortSignal | undefined;
}

/**
 * Connects, encrypts and logs in, and then does `work`, until it or a fault gives the outcome. Rejects with what `tell`
 * throws.
 */
export async function inDialogue(
  server: MailServer,
  secret: Secret | null,
  { tell, timeouts, stop, giveUp }: Ways,
  work: (dialogue: Dialogue, command: Command) => void | Promise<void>,
): Promise<Outcome> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const secrets = secretTexts(server, secret);
  const { promise: ended, resolve: succeed, reject: fail } = Promise.withResolvers<Outcome>();
  const timedOut = new AbortController();
  let phase: Phase = 'connecting';
  let isOut = false;
  let timer: NodeJS.Timeout | undefined;
  let socket: Socket | null = null;
  let connection: SMTPConnection | null = null;

  const enter = (next: Phase) => {
    try {
      tell(next);
    } catch (cause) {
      throw new NotTold('not told', { cause });
    }
    phase = next;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timedOut.abort(new PhaseTimeout());
      fail(new PhaseTimeout());
    }, timeouts[next]);
  };

  const talk = async () => {
    enter('connecting');
    const secureContext = server.security === 'plain' ? null : trusted(server);
    const opened = await openSocket(server, timedOut.signal);
    socket = opened;
    const isHere = isLoopback(opened);
    if (secureContext === null) assertUnseen(server, 'mail', { isHere, isEncrypted: false });
    enter('greeting');
    connection = new Connection({
      connection: opened,
      host: server.host,
      port: server.port,
      secure: server.security === 'tls',
      requireTLS: server.security === 'starttls',
      ignoreTLS: server.security === 'plain',
      tls: secureContext === null ? {} : { secureContext },
      // Every phase has a timer here; nodemailer's own shall not be first.
      ...longerThan(timeouts),
      customAuth: {
        [ownWay]: async ({ authMethods, sendCommand }) => {
          const command: Command = async (line) => (await sendCommand(line)).response;
          if (secret !== null) await logIn(server, secret, authMethods, command);
          const dialogue = {
            connection: open,
            enter,
            guarded,
            out,
            isOut: () => isOut,
            readable,
            succeed,
            fail,
          };
          await work(dialogue, command);
        },
      },
    });
    const open = connection;
    open.on('error', fail);
    // Closed without a word; an error that is on its way comes first.
    open.once('end', () => setImmediate(fail, new Error('ended')));
    open.connect((error) => {
      if (error) return fail(error);
      guarded(() => {
        enter('login');
        if (secret !== null) assertUnseen(server, 'secret', { isHere, isEncrypted: open.secure });
        if (secret !== null && !open.allowsAuth) throw new ServerSettingsError('login-method');
        open.login({ method: ownWay }, (refused) => {
          if (refused) fail(refused);
        });
      });
    });
  };
  const out = () => {
    isOut = true;
  };
  const readable = (response: string) => answerText(response, secrets);
  const guarded = (step: () => void) => {
    try {
      step();
    } catch (error) {
      fail(error);
    }
  };

  const breakOff = () => fail(new BrokenOff());
  const breakOffInTime = () => {
    if (phase !== 'ending') breakOff();
  };
  stop?.addEventListener('abort', breakOffInTime);
  giveUp?.addEventListener('abort', breakOff);
  if (stop?.aborted || giveUp?.aborted) breakOff();

  talk().catch(fail);
  try {
    const outcome = await ended;
    // First it is written down what became of the mail.
    setImmediate(leave, connection);
    return outcome;
  } catch (error) {
    timedOut.abort(error);
    (connection as SMTPConnection | null)?.close();
    (socket as Socket | null)?.destroy();
    if (error instanceof NotTold) throw error.cause;
    const isUnheard = server.security !== 'tls' && !(connection as SMTPConnection | null)?.lastServerResponse;
    return outcomeOf({ error, phase, isOut, isUnheard, hasLogin: secret !== null, secrets });
  } finally {
    stop?.removeEventListener('abort', breakOffInTime);
    giveUp?.removeEventListener('abort', breakOff);
    clearTimeout(timer);
  }
}

/**
 * The name of a way to log in that is ours: nodemailer lets such a way send commands of its own, and chooses among its
 * own ways one that must not be used.
 */
const ownWay = 'TJOUR';

/** For nodemailer's own timers, in milliseconds. */
function longerThan(timeouts: SmtpTimeouts) {
  const longest = Math.max(...Object.values(timeouts)) * 2;
  return {
    connectionTimeout: longest,
    greetingTimeout: longest,
    socketTimeout: longest,
    // What is left to send when it is closed is not sent.
    socketCloseTimeout: 0,
  };
}

/** How long the server may take to say goodbye, in milliseconds. */
const goodbye = 2000;

/** Says goodbye; what comes of it changes nothing. */
function leave(connection: SMTPConnection | null): void {
  if (!connection) return;
  connection.quit();
  const timer = setTimeout(() => connection.close(), goodbye);
  connection.once('end', () => clearTimeout(timer));
}
