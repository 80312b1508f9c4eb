import { expect, test } from 'vitest';
import { createStore } from '../../src/flow/store.ts';
import { turn } from '../../src/flow/turn.ts';

test('what an effect answers at once is taken before what was sent ahead, in the order of the answers', () => {
  const store = createStore<string, string, string>({
    initial: '',
    update: (state, message) => turn(state + message, ...(message === 'ask' ? ['one', 'two'] : [])),
    moment: () => ({ now: '', newId: () => '' }),
    perform: (effect, { send }) => send(` ${effect} `, `(${effect})`),
  });
  store.send('ask', ' next');
  expect(store.state()).toBe('ask one (one) two (two) next');
});
