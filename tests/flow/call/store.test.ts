import { expect, test } from 'vitest';
import { startCall } from '../../../src/flow/call/state.ts';
import { type CallStore, createCallStore } from '../../../src/flow/call/store.ts';
import type { Effect } from '../../../src/flow/call/turn.ts';
import { desk, keysOf, opening } from './typedCall.ts';

function storeWith(perform: (effect: Effect, store: CallStore) => void): CallStore {
  let ids = 0;
  const moment = () => ({ now: opening.receivedAt, newId: () => `entry-${++ids}` });
  return createCallStore(startCall(opening, desk), moment, perform);
}

const keys = (script: string) => keysOf(script).map((key) => ({ kind: 'key', key }) as const);

test('takes messages in order, and tells the listeners once', () => {
  const store = storeWith(() => undefined);
  const seen: string[] = [];
  const stop = store.subscribe(() => seen.push(store.state().step));
  store.send(...keys('Brand⏎02:15⏎'));
  expect(seen).toEqual(['whereHappened']);
  stop();
  store.send(...keys('⏎'));
  expect(seen).toHaveLength(1);
});

test('hands out every effect once', () => {
  const effects: Effect[] = [];
  const store = storeWith((effect) => effects.push(effect));
  store.send(...keys('Brand⏎02:15⏎{Ctrl+C}'));
  expect(effects.map(({ kind }) => kind)).toEqual(['append', 'append', 'exit']);
});

test('what an effect answers at once comes before what was typed ahead', () => {
  const order: string[] = [];
  const store = storeWith((effect, { send, state }) => {
    if (effect.kind !== 'append') return;
    order.push(`${effect.kind} at ${state().step}`);
    send({ kind: 'saved', ids: effect.entries.map(({ id }) => id), number: 'A-2026-0001' });
    // Not in the middle of performing.
    expect(state().unsaved).not.toEqual([]);
  });
  store.send(...keys('a⏎b⏎'));
  expect(order).toEqual(['append at whenHappened', 'append at whereHappened']);
  expect(store.state()).toMatchObject({ unsaved: [], incident: { number: 'A-2026-0001' } });
});

test('an effect that is answered later is answered in the state of that moment', () => {
  const asked: Effect[] = [];
  const store = storeWith((effect) => asked.push(effect));
  store.send(...keys('Brand⏎'));
  store.send({ kind: 'saved', ids: store.state().unsaved, number: 'A-2026-0001' });
  expect(store.state()).toMatchObject({ step: 'whenHappened', unsaved: [] });
});

test('an effect that throws loses nothing of what was typed ahead', () => {
  const store = storeWith(() => {
    throw new Error('no disk');
  });
  expect(() => store.send(...keys('Brand⏎02:15'))).toThrow('no disk');
  store.send({ kind: 'tick' });
  expect(store.state().fields.whenHappened.buffer.text).toBe('02:15');
});
