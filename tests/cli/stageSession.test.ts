import { expect, onTestFinished, test, vi } from 'vitest';
import { type Front, frontOnStage, runFront } from '../../src/cli/stageSession.ts';
import { createStage } from '../../src/ui/scene.ts';
import { testScene } from '../ui/scenes.ts';

function aFront() {
  const { promise: closed, resolve: endByItself, reject: fail } = Promise.withResolvers<void>();
  const { promise: ended, resolve: end } = Promise.withResolvers<string>();
  const happened: string[] = [];
  const front: Front = {
    closed,
    async close() {
      happened.push('closed');
      endByItself();
    },
  };
  const runs = { tick: () => happened.push('tick'), stop: () => happened.push('stop'), ended };
  return { front, runs, happened, end, endByItself, fail };
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const listeners = () => signals.map((signal) => process.listenerCount(signal));

test('ticks every second until it has ended; then the front is closed, and nothing listens or ticks', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const before = listeners();
  const { front, runs, happened, end } = aFront();
  const running = runFront(front, runs);
  expect(listeners()).toEqual(before.map((count) => count + 1));
  vi.advanceTimersByTime(2000);
  end('klart');
  expect(await running).toBe('klart');
  vi.advanceTimersByTime(5000);
  expect(happened).toEqual(['tick', 'tick', 'closed']);
  expect(listeners()).toEqual(before);
});

test.each(['a signal', 'a front that ends by itself'])(
  '%s asks it to stop, and it says when',
  async (how) => {
    const { front, runs, happened, end, endByItself } = aFront();
    const stop = () => {
      happened.push('stop');
      end('sparat');
    };
    const running = runFront(front, { ...runs, stop });
    if (how === 'a signal') process.emit('SIGTERM');
    else endByItself();
    expect(await running).toBe('sparat');
    expect(happened).toEqual(['stop', 'closed']);
  },
);

test('a front that fails is closed, and its error told', async () => {
  const { front, runs, happened, fail } = aFront();
  const running = runFront(front, runs);
  fail(new Error('no picture'));
  await expect(running).rejects.toThrow('no picture');
  expect(happened).toEqual(['closed']);
});

test('a scene on a stage gives way to the one before it, and the stage stays open', async () => {
  const { front, happened } = aFront();
  const [desk, call] = [testScene([]), testScene([])];
  const stage = createStage(desk);
  const onStage = frontOnStage({ ...front, stage }, call);
  expect(stage.scene()).toBe(call);
  await onStage.close();
  expect(stage.scene()).toBe(desk);
  expect(happened).toEqual([]);
});
