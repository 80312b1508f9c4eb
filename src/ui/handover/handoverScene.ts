/** The handover as a scene. */
import { type HandoverState, waiting } from '../../flow/handover/state.ts';
import type { Message } from '../../flow/handover/update.ts';
import type { Store } from '../../flow/store.ts';
import type { Scene } from '../scene.ts';
import { handoverView } from './handoverView.ts';

export function handoverScene(store: Store<HandoverState, Message>): Scene {
  return {
    place: () => {
      const state = store.state();
      return `${state.panel === 'help'} ${waiting(state)?.entry ?? ''}`;
    },
    frame: (size, scroll) => handoverView(store.state(), size, scroll),
    keys: (keys) => store.send(...keys.map((key) => ({ kind: 'key', key }) as const)),
    subscribe: store.subscribe,
  };
}
