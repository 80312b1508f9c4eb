/** An outbox with one mail in it, and a sender that sends it to a server of the test's. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Asked, deliverDue, type RoundEnd, type Sender } from '../../../src/cli/outbox/deliver.ts';
import type { Delivery, OutboxItem } from '../../../src/domain/delivery.ts';
import { type Phase, phases } from '../../../src/domain/deliveryOutcome.ts';
import { formatInstant } from '../../../src/domain/time.ts';
import { type Journal, openJournal } from '../../../src/journal/journal.ts';
import type { Mail } from '../../../src/journal/outbox.ts';
import { Secret } from '../../../src/mail/secret.ts';
import type { MailServer, SmtpTimeouts } from '../../../src/mail/server.ts';
import { sendMail } from '../../../src/mail/smtp.ts';
import { entry, opening } from '../../journal/entries.ts';
import { decision } from '../../journal/fixtures.ts';
import { authority, certified } from '../../mail/certificates.ts';

const ours = authority('Stadens CA');
export const certificate = certified(ours, ['127.0.0.1']);
export const secret = new Secret('hemligt-losenord-4711');

/** When the mail is queued. */
export const start = Temporal.Instant.from('2026-11-21T02:10:00Z');

/** So long after the start, RFC 3339. */
export const after = (minutes: number) => formatInstant(start.add({ minutes }), 'millisecond');

/** All phases may take long, but for those that are to be too slow. */
export function timeouts(slow: readonly Phase[] = []): SmtpTimeouts {
  const each = phases.map((phase) => [phase, slow.includes(phase) ? 250 : 20_000]);
  return Object.fromEntries(each) as unknown as SmtpTimeouts;
}

export const mail: Mail = {
  id: 'mail-1',
  incident: 'incident-1',
  action: 'mail-director',
  createdAt: after(0),
  sender: 'jouren@example.se',
  recipients: ['direktoren@example.se'],
  subject: '[INFO] Strömavbrott',
  messageId: '<1@example.se>',
  bytes: Buffer.from(`Subject: Prov\r\n\r\n${'En rad om vad som har hänt.\r\n'.repeat(20)}`, 'latin1'),
};

export interface TestOutbox {
  readonly folder: string;
  readonly caFile: string;
  readonly journal: Journal;
  item(): OutboxItem;
  delivery(): Delivery;
  /** What the incident's record says of the mail's states. */
  recorded(): unknown[];
  /** Runs a sender at this many minutes after the start. */
  deliver(server: { readonly port: number }, minutes: number, given?: Deliver): Promise<RoundEnd>;
}

export interface Deliver extends Partial<Sender> {
  readonly asked?: Asked;
  readonly timeouts?: SmtpTimeouts;
}

export function serverSettings(port: number, caFile: string): MailServer {
  return {
    host: '127.0.0.1',
    port,
    security: 'starttls',
    caFile,
    user: 'jouren',
    login: 'password',
    plainAllowed: false,
  };
}

/** An outbox with the mail queued; gone when the test is over. */
export function outboxWith(...mails: readonly Mail[]): TestOutbox {
  const folder = mkdtempSync(join(tmpdir(), 'tjour-outbox-'));
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, ours.cert);
  const journal = openJournal(folder, { now: () => after(0) });
  onTestFinished(() => {
    journal.close();
    rmSync(folder, { recursive: true });
  });
  const incident = 'incident-1';
  journal.append([entry(incident, 'incident-opened', opening), decision(incident)]);
  for (const each of mails) journal.outbox.queue(each);
  const item = () => {
    const found = journal.outbox.find(mail.id);
    if (!found) throw new Error('the mail is gone');
    return found;
  };
  return {
    folder,
    caFile,
    journal,
    item,
    delivery: () => item().delivery,
    recorded: () =>
      journal
        .entriesOf(incident)
        .filter(({ type }) => type === 'mail-sent')
        .map(({ payload }) => (payload as { readonly state: unknown }).state),
    deliver: ({ port }, minutes, { asked, timeouts: each = timeouts(), ...given } = {}) =>
      deliverDue(
        {
          journal,
          folder,
          settings: 'settings',
          operator: 'jl',
          now: () => after(minutes),
          send: (outgoing, phase) =>
            sendMail(serverSettings(port, caFile), secret, outgoing, {
              phase,
              timeouts: each,
              stop: given.stop,
              giveUp: given.giveUp,
            }),
          ...given,
        },
        asked,
      ),
  };
}
