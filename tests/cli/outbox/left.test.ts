/** What `tjour mejl` and its commands say of mails that others have left, sent or taken back. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { handle, list, send, withdraw } from '../../../src/cli/commands/mejl.ts';
import { mailLines, named } from '../../../src/cli/outbox/outboxText.ts';
import { afterAttempt } from '../../../src/domain/deliverySteps.ts';
import * as sendingLock from '../../../src/journal/sendingLock.ts';
import { after, mail, outboxWith, type TestOutbox } from './outbox.ts';

const another = { ...mail, id: 'mail-2', messageId: '<2@example.se>', subject: 'En senare rapport' };
const accepted = { kind: 'accepted', answer: '250 Ok', refused: [] } as const;
const refused = { kind: 'permanent', phase: 'envelope', fault: 'recipient', answer: '550 Nej' } as const;

/** Runs commands on the outbox as a person at a desk that sends would, 20 minutes after the mail was queued. */
function commandsOn({ folder }: Pick<TestOutbox, 'folder'>) {
  const before = process.exitCode;
  onTestFinished(() => {
    process.exitCode = before;
  });
  const settings = { 'e-postserver-värd': '127.0.0.1', 'e-postserver-port': 9 };
  writeFileSync(join(folder, 'installningar.json'), JSON.stringify(settings));
  const said: string[] = [];
  // Somebody sits there, and is told what is waited for.
  const stream = { isTTY: true, write: (text: string) => said.push(text) } as unknown as NodeJS.WriteStream;
  const env = { TJOUR_DATA: folder, TJOUR_CONFIG: folder };
  const context = { env, stdin: process.stdin, stdout: stream, stderr: stream, now: () => after(20) };
  return { context, said: () => said.join('') };
}

/** Its sender has ended when the end of its text had been sent. */
function leave({ journal }: TestOutbox, id: string): void {
  journal.outbox.begin(id, after(1));
  journal.outbox.reach(id, 'ending', after(2));
}

function end({ journal }: TestOutbox, id: string, outcome: typeof accepted | typeof refused): void {
  const begun = journal.outbox.begin(id, after(1));
  if (!begun) throw new Error('it does not wait');
  journal.outbox.finish(id, outcome.kind, afterAttempt(begun.delivery, outcome, after(3), 'settings'));
}

test('a mail that is accepted while it is looked at is told of as accepted', async () => {
  const outbox = outboxWith(mail, another);
  const { context, said } = commandsOn(outbox);
  outbox.journal.outbox.begin(mail.id, after(1));
  const seen = outbox.item();
  const done = afterAttempt(seen.delivery, accepted, after(3), 'settings');
  // Its sender finishes, and lets go of the lock, just when that is looked at.
  const isSending = vi.spyOn(sendingLock, 'isSending').mockImplementation(() => {
    if (outbox.delivery().state === 'sending') outbox.journal.outbox.finish(mail.id, 'accepted', done);
    return false;
  });
  onTestFinished(() => isSending.mockRestore());
  await list(context, {});
  expect(said()).toMatch(/^ATT SE TILL \(1\)\n.*köat[\s\S]*SENAST\n.*mottaget av e-postservern/);
  expect(said()).not.toContain('PÅ VÄG');
  expect(named({ ...outbox, dataFolder: outbox.folder, contacts: [] }, seen)).toMatchObject({
    item: { delivery: { state: 'accepted' } },
    isLeft: false,
  });
});

test('skicka tells of every mail that was to be sent, also of one that turns out to be unknown', async () => {
  const outbox = outboxWith(mail);
  const { context, said } = commandsOn(outbox);
  leave(outbox, mail.id);
  await send(context, undefined, {});
  expect(process.exitCode).toBe(1);
  expect(said()).toMatch(/okänt[\s\S]*Det kan ha kommit fram[\s\S]*--igen/);
  expect(said()).not.toContain('Skickar');
});

test('skicka says of a mail that was taken back that it was, and sends nothing', async () => {
  const outbox = outboxWith(mail);
  const { context, said } = commandsOn(outbox);
  outbox.journal.outbox.withdraw(mail.id, after(1));
  await send(context, mail.id, {});
  expect(process.exitCode).toBe(1);
  expect(said()).toMatch(/^Mejlet är tillbakadraget och skickas inte\.\n/);
  expect(said()).not.toContain('Ett annat fönster');
});

test('the advice under one mail is about no other, and klar says what it has silenced', async () => {
  const outbox = outboxWith(mail, another);
  const { context, said } = commandsOn(outbox);
  end(outbox, mail.id, refused);
  end(outbox, another.id, refused);
  const desk = { ...outbox, dataFolder: outbox.folder, contacts: [] };
  const number = outbox.journal.findIncident(mail.incident ?? '')?.number;
  const adviceOn = (item = outbox.item()) => mailLines(named(desk, item), after(20), 'tjour').join('\n');
  expect(adviceOn()).toContain(`mejl klar ${mail.id}`);
  await handle(context, another.id, {});
  expect(said()).toBe('Antecknat. Mejlet till direktoren@example.se larmar inte längre: En senare rapport\n');
  expect(outbox.delivery().handledAt).toBeNull();
  expect(adviceOn()).toContain(`mejl klar ${number}`);
});

test('ta-bort is bad input only where nothing has been done', async () => {
  const outbox = outboxWith(mail, another);
  const { context, said } = commandsOn(outbox);
  leave(outbox, mail.id);
  const ended = withdraw(context, 'incident-1', {});
  await expect(ended).rejects.toMatchObject({
    code: 1,
    message: expect.stringContaining('kan ha gått iväg'),
  });
  expect(said()).toContain('är tillbakadraget');
  await expect(withdraw(context, 'incident-1', {})).rejects.toMatchObject({ code: 2 });
  await expect(withdraw(context, 'ett annat', {})).rejects.toThrow('inget mejl som väntar på att skickas');
});

test('each command says what there is none of, also where there is no journal', async () => {
  const { folder } = outboxWith();
  const { context } = commandsOn({ folder });
  const none = { ...context, env: { ...context.env, TJOUR_DATA: join(folder, 'ingen') } };
  await expect(withdraw(none, 'A-1', {})).rejects.toThrow('A-1 har inget mejl som väntar på att skickas.');
  await expect(handle(none, 'A-1', {})).rejects.toThrow('A-1 har inget mejl som larmar.');
});

test('a mail that is to be sent once more is not said to be untried', () => {
  const outbox = outboxWith(mail);
  end(outbox, mail.id, refused);
  outbox.journal.outbox.requeue(outbox.item(), after(4));
  const desk = { ...outbox, dataFolder: outbox.folder, contacts: [] };
  expect(mailLines(named(desk, outbox.item()), after(20), 'tjour').join('\n')).toContain(
    'Det väntar på att skickas.',
  );
});
