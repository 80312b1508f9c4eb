/** A mail reaches the server once, whatever happens on the way, and the journal knows how far it came. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { sendOnceMore } from '../../../src/cli/outbox/byHand.ts';
import type { Delivery } from '../../../src/domain/delivery.ts';
import { type Phase, phases } from '../../../src/domain/deliveryOutcome.ts';
import { verifyJournal } from '../../../src/journal/verify.ts';
import {
  type Failing,
  type ScriptedServer,
  type Step,
  scriptedServer,
  steps,
} from '../../mail/scriptedServer.ts';
import { after, certificate, mail, outboxWith, type TestOutbox, timeouts } from './outbox.ts';

const codes = [421, 451, 452, 454, 535, 550, 554];
const failings: readonly Failing[] = [
  'cut',
  'silent',
  'garbage',
  'half',
  'huge',
  ...codes.map((code) => ({ answer: `${code} 4.0.0 Nej` })),
];

const phaseOf: Readonly<Record<Step, readonly Phase[]>> = {
  connect: ['greeting'],
  greeting: ['greeting'],
  ehlo: ['greeting'],
  starttls: ['greeting'],
  handshake: ['greeting'],
  'ehlo-again': ['greeting'],
  auth: ['login'],
  mail: ['envelope'],
  rcpt: ['envelope'],
  data: ['envelope'],
  // How much of a short text the server has read nobody knows.
  body: ['body', 'ending'],
  dot: ['ending'],
  quit: ['ending'],
};

type Expected = 'accepted' | 'waiting' | 'held' | 'stopped' | 'unknown';

/** What the mail must be after a failure; several where only the server knows how much it has read. */
function expected(step: Step, failing: Failing): readonly Expected[] {
  if (step === 'quit') return ['accepted'];
  if (step === 'connect') return ['waiting'];
  // What is no TLS where TLS is spoken.
  if (step === 'handshake' && failing === 'huge') return ['accepted'];
  if (step === 'handshake' && typeof failing === 'object' && failing.answer.startsWith('421'))
    return ['held', 'waiting'];
  if (step === 'handshake' && (failing === 'garbage' || typeof failing === 'object')) return ['held'];
  if (typeof failing === 'object') {
    const code = Number(failing.answer.slice(0, 3));
    if (code < 500) return ['waiting'];
    if (step === 'body' || step === 'dot') return ['stopped'];
    return code === 535 || !['mail', 'rcpt', 'data'].includes(step) ? ['held'] : ['stopped'];
  }
  if (step === 'body') return ['waiting', 'unknown'];
  if (failing === 'huge') return ['accepted'];
  return step === 'dot' ? ['unknown'] : ['waiting'];
}

function seen({ state, heldBy }: Delivery): Expected {
  if (state === 'waiting') return heldBy === null ? 'waiting' : 'held';
  if (state === 'queued' || state === 'sending' || state === 'withdrawn') throw new Error(`left ${state}`);
  return state;
}

/** The server is well again, and time passes: what becomes of the mail, and how many there are of it. */
async function later(outbox: TestOutbox, server: ScriptedServer): Promise<void> {
  server.script.fault = null;
  for (const minutes of [1, 5, 20, 60, 600]) expect(await outbox.deliver(server, minutes)).toBe('done');
}

const extensions = ['AUTH PLAIN LOGIN XOAUTH2', 'SIZE 10000000', 'DSN'];

describe.each([
  ['one command at a time', extensions, steps],
  // Where that is another dialogue.
  ['all commands at once', [...extensions, 'PIPELINING'], ['mail', 'rcpt', 'data', 'body', 'dot'] as const],
])('%s', (_name, offered, tried) => {
  const cases = tried.flatMap((step) => failings.map((failing) => [step, failing] as const));
  it.each(cases)('once and not twice: %s, %j', async (step, failing) => {
    const server = await scriptedServer(certificate, { fault: { step, failing }, extensions: offered });
    const outbox = outboxWith(mail);
    await outbox.deliver(server, 0, { timeouts: timeouts(failing === 'silent' ? phaseOf[step] : []) });
    const first = outbox.delivery();
    const became = seen(first);
    expect(expected(step, failing)).toContain(became);
    if (became === 'waiting') expect(first.nextTryAt).toBe(after(1));
    // Believed sent only if it was, and tried again only if it was not.
    if (became === 'accepted') expect(server.accepted).toHaveLength(1);
    else if (became !== 'unknown') expect(server.accepted).toHaveLength(0);
    expect(outbox.recorded()).toEqual(['accepted', 'stopped', 'unknown'].filter((each) => each === became));

    await later(outbox, server);
    const last = seen(outbox.delivery());
    expect(last).toBe(became === 'waiting' || became === 'held' ? 'accepted' : became);
    expect(server.accepted.length).toBeLessThanOrEqual(1);
    if (last === 'accepted') expect(server.accepted).toHaveLength(1);
    expect([...verifyJournal(outbox.folder)]).toEqual([]);
  });
});

it('knows that a long text that was cut off has not been accepted', async () => {
  const server = await scriptedServer(certificate, { fault: { step: 'body', failing: 'cut' } });
  const long = { ...mail, bytes: Buffer.alloc(20_000_000, 'x') };
  server.script.extensions = ['AUTH PLAIN'];
  const outbox = outboxWith(long);
  await outbox.deliver(server, 0);
  expect(outbox.delivery()).toMatchObject({ state: 'waiting', phase: 'body' });
});

const child = new URL('children/sender.ts', import.meta.url).pathname;

/** A sender of its own, until it ends or is killed. `onStep` is called at every step of the server. */
async function sender(
  outbox: TestOutbox,
  server: ScriptedServer,
  args: readonly string[],
  killAt: Step | null = null,
): Promise<boolean> {
  const process_ = spawn(process.execPath, [child, outbox.folder, String(server.port), after(0), ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  server.onStep = (step) => {
    if (step === killAt) process_.kill('SIGKILL');
  };
  const [, signal] = await once(process_, 'exit');
  server.onStep = () => undefined;
  return signal === 'SIGKILL';
}

const moments = phases.flatMap((phase) => [
  ['before', phase],
  ['after', phase],
]);

it.each([
  ...moments.map(([moment = '', phase = '']) => [`${moment} ${phase}`, [moment, phase], null] as const),
  ...steps.map((step) => [`at the server's ${step}`, [], step] as const),
])('a sender that is killed leaves what the next one can go by: %s', async (_name, args, killAt) => {
  const server = await scriptedServer(certificate);
  const outbox = outboxWith(mail);
  expect(await sender(outbox, server, args, killAt)).toBe(true);
  const left = outbox.delivery();
  const reached = left.state === 'sending' && left.phase === 'ending';

  await outbox.deliver(server, 0);
  const state = left.state === 'accepted' ? 'accepted' : reached ? 'unknown' : 'accepted';
  expect(outbox.delivery().state).toBe(state);
  await later(outbox, server);
  expect(outbox.delivery().state).toBe(state);
  expect(server.accepted.length).toBeLessThanOrEqual(1);
  if (state === 'accepted') expect(server.accepted).toHaveLength(1);
  expect(outbox.recorded()).toEqual([state]);
  expect([...verifyJournal(outbox.folder)]).toEqual([]);
});

it('lets one sender at a time send, in this process and in others', async () => {
  const server = await scriptedServer(certificate, { fault: { step: 'dot', failing: 'silent' } });
  const outbox = outboxWith(mail);
  const { promise: isThere, resolve: there } = Promise.withResolvers<void>();
  const other = spawn(process.execPath, [child, outbox.folder, String(server.port), after(0)]);
  server.onStep = (step) => {
    if (step === 'dot') there();
  };
  await isThere;
  expect(await outbox.deliver(server, 0)).toBe('busy');
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(await outbox.deliver(server, 0)).toBe('done');
  expect(outbox.delivery().state).toBe('unknown');
  server.script.fault = null;
  outbox.journal.outbox.queue({ ...mail, id: 'mail-2', messageId: '<2@example.se>' });
  const two = [outbox.deliver(server, 0), outbox.deliver(server, 0)];
  expect(await Promise.all(two)).toEqual(['done', 'busy']);
  expect(server.accepted).toHaveLength(2);
});

it('tries again after 1, 2, 5, 10 and 15 minutes, and then every 15', async () => {
  const server = await scriptedServer(certificate, {
    fault: { step: 'mail', failing: { answer: '451 Sedan' } },
  });
  const outbox = outboxWith(mail);
  const tries: number[] = [];
  for (let minute = 0; minute <= 70; minute += 1) {
    const before = outbox.journal.outbox.attemptsOf(mail.id).length;
    await outbox.deliver(server, minute);
    if (outbox.journal.outbox.attemptsOf(mail.id).length > before) tries.push(minute);
  }
  expect(tries).toEqual([0, 1, 3, 8, 18, 33, 48, 63]);
  expect(outbox.journal.outbox.attemptsOf(mail.id)[2]).toEqual({
    nth: 3,
    startedAt: after(3),
    endedAt: after(3),
    phase: 'envelope',
    endingAt: null,
    outcome: 'transient',
    fault: 'temporary',
    answer: '451 Sedan',
  });
});

it('holds everything when what is set up is wrong, until it is another or half an hour has passed', async () => {
  const failing = { answer: '535 5.7.8 Fel lösenord' };
  const server = await scriptedServer(certificate, { fault: { step: 'auth', failing } });
  const outbox = outboxWith(mail, { ...mail, id: 'mail-2', messageId: '<2@example.se>' });
  await outbox.deliver(server, 0);
  const attempts = () =>
    outbox.journal.outbox.items().map(({ id }) => outbox.journal.outbox.attemptsOf(id).length);
  for (const minute of [1, 29, 30, 31, 59]) await outbox.deliver(server, minute);
  expect(attempts()).toEqual([2, 0]);
  server.script.fault = null;
  await outbox.deliver(server, 59);
  expect(attempts()).toEqual([2, 0]);
  await outbox.deliver(server, 59, { settings: 'others' });
  expect([attempts(), server.accepted.length]).toEqual([[3, 1], 2]);
});

it('lets go of what was held as soon as one mail has gone through', async () => {
  const failing = { answer: '535 5.7.8 Fel lösenord' };
  const server = await scriptedServer(certificate, { fault: { step: 'auth', failing } });
  const outbox = outboxWith(mail, { ...mail, id: 'mail-2', messageId: '<2@example.se>' });
  await outbox.deliver(server, 0);
  server.script.fault = null;
  await outbox.deliver(server, 1, { asked: { mail: 'mail-2' } });
  expect(server.accepted).toHaveLength(2);
});

it('sends the same bytes again when somebody says so, and only then', async () => {
  const server = await scriptedServer(certificate, { fault: { step: 'dot', failing: 'cut' } });
  const outbox = outboxWith(mail);
  await outbox.deliver(server, 0);
  await outbox.deliver(server, 1, { asked: 'all' });
  expect([outbox.delivery().state, server.accepted.length]).toEqual(['unknown', 1]);
  server.script.fault = null;
  expect(sendOnceMore(outbox.journal, outbox.item(), { now: after(2), operator: 'jl' })).toBe(true);
  await outbox.deliver(server, 2);
  expect(outbox.delivery().state).toBe('accepted');
  expect(server.accepted).toHaveLength(2);
  expect(server.accepted[1]).toEqual(server.accepted[0]);
});

it('ends the action that the mail carries out, once it is accepted', async () => {
  const server = await scriptedServer(certificate);
  const outbox = outboxWith(mail);
  const status = () =>
    outbox.journal.findIncident('incident-1')?.actions.find(({ key }) => key === 'mail-director')?.status;
  expect(status()).toBe('open');
  await outbox.deliver(server, 0);
  expect(status()).toBe('done');
});
