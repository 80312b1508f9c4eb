/**
 * One mail, handed to the mail server by SMTP (RFC 5321), so that it is always known how far it came. The dialogue is
 * nodemailer's; what is done here is to encrypt or refuse, to tell each phase before it begins, and to hold back the
 * end of the text until that has been told: nodemailer sends the dot that ends it when its stream ends, and not before.
 */
import { Readable } from 'node:stream';
import type { OutboxItem } from '../domain/delivery.ts';
import type { Outcome, Phase, RefusedRecipient } from '../domain/deliveryOutcome.ts';
import { asciiAddress } from './address.ts';
import type { Secret } from './secret.ts';
import { type MailServer, type SmtpTimeouts, smtpTimeouts } from './server.ts';
import { type Dialogue, inDialogue } from './smtpDialogue.ts';
import { replyCode } from './smtpFault.ts';
import { Refusal } from './smtpLogin.ts';

/** What is sent, and between whom. */
export interface OutgoingMail extends Pick<OutboxItem, 'sender' | 'recipients' | 'messageId'> {
  /** With CRLF throughout: the server gets exactly these, but for the dots that are doubled on the way. */
  readonly bytes: Uint8Array;
}

export interface SmtpOptions {
  /** Called before each phase begins. What it throws ends the attempt: the mail has then not been sent. */
  readonly phase?: (phase: Phase) => void;
  readonly timeouts?: SmtpTimeouts | undefined;
  /** Breaks the attempt off at once, unless 'ending' has been told: then its answer is waited for. */
  readonly stop?: AbortSignal | undefined;
  /** Breaks it off whatever has been told: the answer is not waited for. */
  readonly giveUp?: AbortSignal | undefined;
}

/**
 * Makes one attempt. Rejects with what `phase` throws, and otherwise with nothing: every fault is an outcome. Once
 * 'ending' has been told, only the outcome says whether the mail may have been accepted.
 */
export async function sendMail(
  server: MailServer,
  secret: Secret | null,
  mail: OutgoingMail,
  { phase: tell = () => undefined, timeouts = smtpTimeouts, stop, giveUp }: SmtpOptions = {},
): Promise<Outcome> {
  const [sender, ...recipients] = [mail.sender, ...mail.recipients].map(asciiAddress);
  const to = recipients.filter((address) => address !== null);
  if (sender === undefined || sender === null || to.length === 0 || to.length < recipients.length) {
    return { kind: 'permanent', phase: 'connecting', fault: 'address', answer: null };
  }
  return inDialogue(server, secret, { tell, timeouts, stop, giveUp }, (dialogue) => {
    dialogue.enter('envelope');
    const { connection, succeed, fail } = dialogue;
    const text = heldBack(mail.bytes, dialogue);
    connection.send(envelopeOf(mail, sender, to), text, (error, info) => {
      if (error) return fail(error);
      // An answer that came before the end of the text was an answer to something else.
      if (!dialogue.isOut() || replyCode(info.response) !== 250) return fail(new Refusal(info.response));
      const refused = (info.rejectedErrors ?? []).map((each): RefusedRecipient => {
        const { recipient = '', response = '' } = each as { recipient?: string; response?: string };
        return { address: recipient, answer: dialogue.readable(response) };
      });
      succeed({ kind: 'accepted', answer: dialogue.readable(info.response), refused });
    });
  });
}

/**
 * Tries the server without sending anything: connects, encrypts, logs in and asks whether it takes mail from the sender.
 * 'accepted' when all of it went well. Never rejects.
 */
export function tryServer(
  server: MailServer,
  secret: Secret | null,
  from: string,
  { timeouts = smtpTimeouts, stop }: Pick<SmtpOptions, 'timeouts' | 'stop'> = {},
): Promise<Outcome> {
  const sender = asciiAddress(from);
  if (sender === null) {
    return Promise.resolve({ kind: 'permanent', phase: 'connecting', fault: 'address', answer: null });
  }
  return inDialogue(server, secret, { tell: () => undefined, timeouts, stop }, async (dialogue, command) => {
    dialogue.enter('envelope');
    const answer = await command(`MAIL FROM:<${sender}>`);
    if (!answer.startsWith('2')) return dialogue.fail(new Refusal(answer, 'MAIL FROM'));
    await command('RSET');
    dialogue.succeed({ kind: 'accepted', answer: dialogue.readable(answer), refused: [] });
  });
}

/**
 * The text as a stream that is not read before the server has asked for it, and whose end waits until it has been told
 * that the end comes.
 */
function heldBack(bytes: Uint8Array, { connection, enter, guarded, out }: Dialogue): Readable {
  let isBegun = false;
  const begin = () => {
    isBegun = true;
    const asked = String(connection.lastServerResponse);
    if (!asked.startsWith('354')) throw new Refusal(asked);
    enter('body');
    stream.push(bytes);
  };
  const end = () => {
    // When all that comes before it has left this process: what went wrong with that has been seen by then.
    const socket = connection._socket;
    if (socket) socket.write('', (error) => error || stream.destroyed || guarded(endTold));
  };
  const endTold = () => {
    enter('ending');
    // What the server did meanwhile is seen first: when it has hung up, the attempt is over and has surely come to nothing.
    setImmediate(() => {
      out();
      stream.push(null);
    });
  };
  const stream = new Readable({
    read() {
      if (isBegun) setImmediate(end);
      else guarded(begin);
    },
  });
  return stream;
}

function envelopeOf({ bytes, messageId }: OutgoingMail, from: string, to: string[]) {
  const envid = messageId.replace(/^<|>$/g, '');
  return {
    from,
    to,
    size: bytes.length,
    // RFC 3461: to be told when it cannot be delivered, where the server offers that. An id has at most 100 characters.
    dsn: { ret: 'HDRS', notify: 'FAILURE,DELAY', ...(envid.length <= 100 ? { id: envid } : {}) } as const,
  };
}
