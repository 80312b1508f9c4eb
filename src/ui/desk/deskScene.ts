/** The desk as a scene. */
import type { Message } from '../../flow/desk/message.ts';
import type { DeskState } from '../../flow/desk/state.ts';
import type { Store } from '../../flow/store.ts';
import type { Scene } from '../scene.ts';
import { deskView } from './deskView.ts';

export function deskScene(store: Store<DeskState, Message>): Scene {
  return {
    place: () => store.state().panel?.kind ?? 'list',
    frame: (size, scroll) => deskView(store.state(), size, scroll),
    keys: (keys) => store.send(...keys.map((key) => ({ kind: 'key', key }) as const)),
    subscribe: store.subscribe,
  };
}
