/** The desk as a scene. */
import type { Message } from '../../flow/desk/message.ts';
import type { DeskState } from '../../flow/desk/state.ts';
import type { Store } from '../../flow/store.ts';
import { type Scene, sceneOf } from '../scene.ts';
import { deskView } from './deskView.ts';

export function deskScene(store: Store<DeskState, Message>): Scene {
  return sceneOf(store, deskView, ({ panel }) => panel?.kind ?? 'list');
}
