/** Breaking off: whoever can see what is said is asked to wait, and nobody is kept by a window that is closed. */
import { expect, onTestFinished, test } from 'vitest';
import { processContext } from '../../../src/cli/context.ts';
import { breakingOff } from '../../../src/cli/outbox/breakingOff.ts';
import { queuedAt } from '../../../src/domain/delivery.ts';
import { mailOf } from '../../flow/desk/typedDesk.ts';

const night = '2026-11-21T03:10:00+01:00';

function sending() {
  const told: string[] = [];
  const stderr = { write: (text: string) => told.push(text) };
  const way = breakingOff({ ...processContext(), stderr } as unknown as Parameters<typeof breakingOff>[0]);
  onTestFinished(() => way.close());
  const { item } = mailOf('report', null, { ...queuedAt(night), state: 'sending', phase: 'ending' });
  way.changed(item);
  return { told, way, done: () => [way.stop.aborted, way.giveUp.aborted] };
}

test('the first Ctrl+C says that the answer is waited for, and the second gives it up', () => {
  const { told, done } = sending();
  process.emit('SIGINT', 'SIGINT');
  expect([done(), told.length]).toEqual([[true, false], 1]);
  process.emit('SIGINT', 'SIGINT');
  expect(done()).toEqual([true, true]);
});

test.each(['SIGTERM', 'SIGHUP'] as const)('%s gives it up at once: nobody is there to wait', (signal) => {
  const { told, done } = sending();
  process.emit(signal, signal);
  expect([done(), told]).toEqual([[true, true], []]);
});
