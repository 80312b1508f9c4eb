/** The screen where a message is made, as a scene. */
import type { Message } from '../../flow/message/message.ts';
import type { MessageState } from '../../flow/message/state.ts';
import type { Store } from '../../flow/store.ts';
import type { Scene } from '../scene.ts';
import { messageView } from './messageView.ts';

export function messageScene(store: Store<MessageState, Message>): Scene {
  return {
    place: () => store.state().page.step,
    frame: (size, scroll) => messageView(store.state(), size, scroll),
    keys: (keys) => store.send(...keys.map((key) => ({ kind: 'key', key }) as const)),
    subscribe: store.subscribe,
  };
}
