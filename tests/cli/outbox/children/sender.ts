/**
 * Sends what is due in the folder's outbox, and is killed without warning when a phase is told: before it is written
 * down, or after. Arguments: folder, port, minutes after the start, and `before` or `after` with a phase, or nothing.
 */
import { join } from 'node:path';
import { deliverDue } from '../../../../src/cli/outbox/deliver.ts';
import { formatInstant } from '../../../../src/domain/time.ts';
import { openJournal } from '../../../../src/journal/journal.ts';
import { Secret } from '../../../../src/mail/secret.ts';
import { sendMail } from '../../../../src/mail/smtp.ts';

const [folder = '', port = '', now = '', moment = '', last = ''] = process.argv.slice(2);
const journal = openJournal(folder, { now: () => formatInstant(Temporal.Now.instant(), 'millisecond') });
const server = {
  host: '127.0.0.1',
  port: Number(port),
  security: 'starttls',
  caFile: join(folder, 'ca.pem'),
  user: 'jouren',
  login: 'password',
  plainAllowed: false,
} as const;
const die = () => process.kill(process.pid, 'SIGKILL');

await deliverDue({
  journal,
  folder,
  settings: 'settings',
  operator: 'jl',
  now: () => now,
  send: (mail, phase) =>
    sendMail(server, new Secret('hemligt-losenord-4711'), mail, {
      phase(next) {
        if (moment === 'before' && next === last) die();
        phase(next);
        if (moment === 'after' && next === last) die();
      },
    }),
});
journal.close();
