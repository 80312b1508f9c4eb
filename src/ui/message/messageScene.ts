/** The screen where a message is made, as a scene. */
import type { Message } from '../../flow/message/message.ts';
import type { MessageState } from '../../flow/message/state.ts';
import type { Store } from '../../flow/store.ts';
import { type Scene, sceneOf } from '../scene.ts';
import { messageView } from './messageView.ts';

export function messageScene(store: Store<MessageState, Message>): Scene {
  return sceneOf(store, messageView, ({ page, help }) => (help ? 'help' : page.step));
}
