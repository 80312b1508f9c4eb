/** The desk sends at once what is asked for, says what keeps it from sending, and what has not gone when it is left. */
import { mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { processContext } from '../../../src/cli/context.ts';
import { deskPost } from '../../../src/cli/deskScreen/deskPost.ts';
import { openWorkplace } from '../../../src/cli/deskScreen/workplace.ts';
import { scriptedServer } from '../../mail/scriptedServer.ts';
import { certificate, mail, outboxWith } from '../outbox/outbox.ts';

const another = { ...mail, id: 'mail-2', messageId: '<2@example.se>' };

async function postTo(port: number) {
  const outbox = outboxWith(mail);
  const { folder } = outbox;
  const settings = {
    'e-postserver-värd': '127.0.0.1',
    'e-postserver-port': port,
    'e-postserver-ca-fil': outbox.caFile,
  };
  writeFileSync(join(folder, 'installningar.json'), JSON.stringify(settings));
  const said: string[] = [];
  const stderr = { write: (text: string) => said.push(text) } as unknown as NodeJS.WriteStream;
  const env = { TJOUR_DATA: folder, TJOUR_CONFIG: folder };
  const workplace = await openWorkplace({ ...processContext(), env, stderr }, { operatör: 'jl' });
  onTestFinished(() => workplace.close());
  const [problemsChanged, fail] = [vi.fn(), vi.fn()];
  const post = deskPost(workplace, { problemsChanged, fail });
  return { outbox, workplace, post, said, problemsChanged, fail };
}

test('a mail that somebody wishes sent goes at once, though a round has begun lately', async () => {
  const server = await scriptedServer(certificate);
  const { outbox, workplace, post, said, fail } = await postTo(server.port);
  post.tick();
  await vi.waitUntil(() => outbox.delivery().state === 'accepted');
  outbox.journal.outbox.queue(another);
  workplace.sendSoon?.(another.id);
  await vi.waitUntil(() => {
    post.tick();
    return outbox.journal.outbox.find(another.id)?.delivery.state === 'accepted';
  });
  await post.end();
  expect([workplace.sendSoon, said, fail.mock.calls]).toEqual([null, [], []]);
});

test('what keeps mails from being sent is told for as long as it lasts', async () => {
  const server = await scriptedServer(certificate);
  const { outbox, workplace, post, problemsChanged } = await postTo(server.port);
  const lock = join(outbox.folder, 'sandning.lock');
  mkdirSync(lock);
  post.tick();
  await vi.waitUntil(() => problemsChanged.mock.calls.length > 0);
  expect(workplace.problems.at(-1)).toMatch(/^Mejl går inte att skicka nu\. ./);
  rmdirSync(lock);
  workplace.sendSoon?.(mail.id);
  await vi.waitUntil(() => {
    post.tick();
    return outbox.delivery().state === 'accepted';
  });
  await post.end();
  expect(workplace.problems.join()).not.toContain('Mejl');
});

test('the desk is not left without a word while a mail has not gone', async () => {
  const { outbox, post, said } = await postTo(9);
  // Also one that somebody has rung about instead.
  outbox.journal.outbox.handle(mail.id, mail.createdAt);
  await post.end();
  expect(said.join('')).toMatch(/^1 mejl väntar i utkorgen: tjour mejl skicka\s*$/);
});
