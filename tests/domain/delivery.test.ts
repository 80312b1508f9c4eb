import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  byUrgency,
  type Delivery,
  deliveryStates,
  isDue,
  isLoud,
  isWithdrawable,
  queuedAt,
} from '../../src/domain/delivery.ts';
import { type Outcome, phases } from '../../src/domain/deliveryOutcome.ts';
import {
  afterAttempt,
  afterInterruption,
  attempting,
  withdrawnAt,
  withoutSecret,
} from '../../src/domain/deliverySteps.ts';
import { formatInstant } from '../../src/domain/time.ts';

const start = Temporal.Instant.from('2026-11-21T02:10:00Z');
const at = (minutes: number) => formatInstant(start.add({ milliseconds: minutes * 60_000 }), 'millisecond');
const transient: Outcome = { kind: 'transient', phase: 'envelope', fault: 'temporary', answer: '451 Sedan' };
const configuration: Outcome = { kind: 'configuration', phase: 'login', fault: 'login', answer: '535 Fel' };
const loud = (delivery: Delivery, minutes: number) => isLoud({ createdAt: at(0), delivery }, at(minutes));

it('waits 1, 2, 5, 10 and 15 minutes, and then 15 every time', () => {
  let delivery = queuedAt(at(0));
  const waits: (string | null)[] = [];
  for (let attempt = 0; attempt < 7; attempt += 1) {
    delivery = afterAttempt(delivery, transient, at(0), 'settings');
    waits.push(delivery.nextTryAt);
  }
  expect(waits).toEqual([1, 2, 5, 10, 15, 15, 15].map(at));
});

it('is loud after a quarter of an hour or six attempts, and at once when waiting will not help', () => {
  const waiting = afterAttempt(queuedAt(at(0)), transient, at(0), 'settings');
  expect([0, 14, 15].map((minutes) => loud(waiting, minutes))).toEqual([false, false, true]);
  expect([14, 15].map((minutes) => loud(queuedAt(at(0)), minutes))).toEqual([false, true]);
  expect([5, 6].map((attempts) => loud({ ...waiting, attempts }, 1))).toEqual([false, true]);
  const after = (outcome: Outcome) => afterAttempt(queuedAt(at(0)), outcome, at(0), 'settings');
  const accepted = { kind: 'accepted', answer: '250 Ok', refused: [] } as const;
  const refused = [{ address: 'a@example.se', answer: '550 Nej' }];
  expect(loud(after(configuration), 0)).toBe(true);
  expect(loud(after({ ...transient, kind: 'permanent', fault: 'refused' }), 0)).toBe(true);
  expect(loud(after({ kind: 'unknown', fault: null, answer: null }), 0)).toBe(true);
  expect(loud(after(accepted), 600)).toBe(false);
  expect(loud(after({ ...accepted, refused }), 600)).toBe(true);
  expect(loud({ ...after({ ...accepted, refused }), handledAt: at(1) }, 600)).toBe(false);
});

it('holds what the settings are to blame for until they are others, and tries it now and then all the same', () => {
  const held = afterAttempt(queuedAt(at(0)), configuration, at(0), 'settings');
  expect([0, 29, 30].map((minutes) => isDue(held, at(minutes), 'settings'))).toEqual([false, false, true]);
  expect(isDue(held, at(0), 'others')).toBe(true);
});

it('does not wait for ever for a time that was set by a clock that went wrong', () => {
  const waiting = afterAttempt(queuedAt(at(0)), transient, at(0), 'settings');
  expect(isDue({ ...waiting, nextTryAt: at(14) }, at(0), 'settings')).toBe(false);
  expect(isDue({ ...waiting, nextTryAt: at(10_000) }, at(0), 'settings')).toBe(true);
});

it('tries again after an interruption only where the mail cannot have been accepted', () => {
  for (const phase of phases) {
    const after = afterInterruption({ ...queuedAt(at(0)), state: 'sending', phase }, at(1));
    expect([after.state, isDue(after, at(1), 'settings')]).toEqual(
      phase === 'ending' ? ['unknown', false] : ['waiting', true],
    );
  }
});

it('never tries by itself what has been accepted, stopped or may have been accepted', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...deliveryStates),
      fc.option(fc.constantFrom('settings', 'others'), { nil: null }),
      fc.option(fc.integer({ min: -100, max: 100 }).map(at), { nil: null }),
      (state, heldBy, nextTryAt) => {
        const due = isDue({ ...queuedAt(at(0)), state, heldBy, nextTryAt }, at(0), 'settings');
        return !due || state === 'queued' || state === 'waiting';
      },
    ),
  );
});

it('says nothing of an attempt before the one that goes on', () => {
  const held = afterAttempt(queuedAt(at(0)), configuration, at(0), 'settings');
  const before = { ...held, endingAt: at(0) };
  const { state, phase, answer, fault, heldBy, nextTryAt, endingAt, attempts } = attempting(before, at(1));
  expect([state, phase, attempts]).toEqual(['sending', 'connecting', 1]);
  expect([answer, fault, heldBy, nextTryAt, endingAt]).toEqual([null, null, null, null, null]);
});

it('does not count it as a failure that somebody broke it off', () => {
  const sending = attempting(queuedAt(at(0)), at(0));
  const after = afterAttempt(
    sending,
    { kind: 'interrupted', phase: 'body', answer: null },
    at(0),
    'settings',
  );
  expect(after).toMatchObject({ state: 'waiting', fault: 'interrupted', attempts: 0 });
  expect(isDue(after, at(0), 'settings')).toBe(true);
});

it('is as due without a secret as it was, for whoever can read it, and loud meanwhile', () => {
  const waiting = withoutSecret(queuedAt(at(0)), at(0));
  expect([isDue(waiting, at(0), 'settings'), waiting.attempts, loud(waiting, 0)]).toEqual([true, 0, true]);
  const held = withoutSecret(afterAttempt(queuedAt(at(0)), configuration, at(0), 'settings'), at(30));
  expect([29, 30].map((minutes) => isDue(held, at(minutes), 'settings'))).toEqual([false, true]);
});

it('is quiet about what was withdrawn, and never withdraws what may have gone', () => {
  expect(deliveryStates.filter((state) => isWithdrawable({ ...queuedAt(at(0)), state }))).toEqual([
    'queued',
    'waiting',
    'stopped',
  ]);
  const stopped = afterAttempt(
    queuedAt(at(0)),
    { kind: 'permanent', phase: 'envelope', fault: 'recipient', answer: '550 Nej' },
    at(0),
    'settings',
  );
  expect([loud(stopped, 1), loud(withdrawnAt(stopped, at(1)), 600)]).toEqual([true, false]);
});

it('sends what is about an incident first, and the newest of it', () => {
  const item = (id: string, incident: string | null, minutes: number) => ({
    id,
    incident,
    createdAt: at(minutes),
    action: null,
    sender: '',
    recipients: [],
    subject: '',
    messageId: '',
    delivery: queuedAt(at(minutes)),
  });
  const mails = [item('reminder', null, 9), item('old', 'i', 1), item('new', 'i', 2)];
  expect(mails.toSorted(byUrgency).map(({ id }) => id)).toEqual(['new', 'old', 'reminder']);
});
