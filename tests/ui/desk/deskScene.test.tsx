/** The desk drawn by Ink itself. */
import { cleanup, render } from 'ink-testing-library';
import { afterEach, expect, test, vi } from 'vitest';
import type { Message } from '../../../src/flow/desk/message.ts';
import type { DeskState } from '../../../src/flow/desk/state.ts';
import type { Effect } from '../../../src/flow/desk/turn.ts';
import { updateDesk } from '../../../src/flow/desk/update.ts';
import { createStore } from '../../../src/flow/store.ts';
import { deskScene } from '../../../src/ui/desk/deskScene.ts';
import { FrameScreen } from '../../../src/ui/FrameScreen.tsx';
import { incidentOf, later, night, TypedDesk } from '../../flow/desk/typedDesk.ts';

afterEach(cleanup);

test('a key shows at once; the clock draws only when its minute is another', async () => {
  let now = night;
  const effects: Effect[] = [];
  const store = createStore<DeskState, Message, Effect>({
    initial: new TypedDesk().load({ incidents: [incidentOf(1)] }).state,
    update: updateDesk,
    moment: () => ({ now, newId: () => 'entry-1' }),
    perform: (effect) => void effects.push(effect),
  });
  const { stdin, lastFrame, frames } = render(<FrameScreen scene={deskScene(store)} />);
  const seen = (text: string) => vi.waitFor(() => expect(lastFrame()).toContain(text));
  await seen('▶ nu  A-2026-0001  Ta reda på');
  stdin.write('\x1b[B');
  await seen('▶ nu  A-2026-0001  Återkoppla till TIB 031-390 06 12');
  const drawn = frames.length;
  for (let seconds = 1; seconds < 60; seconds++) {
    now = later(0, seconds);
    store.send({ kind: 'tick' });
  }
  now = later(1);
  store.send({ kind: 'tick' });
  await seen('02:42 · jl');
  expect(frames.length).toBe(drawn + 1);
  stdin.write('\r');
  expect(effects).toEqual([{ kind: 'open-incident', id: 'incident-1', action: 'inform-duty-officer' }]);
});
