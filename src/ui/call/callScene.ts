/** The call as a scene. */
import type { CallStore } from '../../flow/call/store.ts';
import type { Scene } from '../scene.ts';
import { callView } from './callView.ts';

export function callScene(store: CallStore): Scene {
  return {
    place: () => store.state().step,
    frame: (size, scroll) => callView(store.state(), size, scroll),
    keys: (keys) => store.send(...keys.map((key) => ({ kind: 'key', key }) as const)),
    subscribe: store.subscribe,
  };
}
