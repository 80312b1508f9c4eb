/** The handover as a scene. */
import { type HandoverState, waiting } from '../../flow/handover/state.ts';
import type { Message } from '../../flow/handover/update.ts';
import type { Store } from '../../flow/store.ts';
import { type Scene, sceneOf } from '../scene.ts';
import { handoverView } from './handoverView.ts';

export function handoverScene(store: Store<HandoverState, Message>): Scene {
  return sceneOf(store, handoverView, (state) => `${state.panel === 'help'} ${waiting(state)?.entry ?? ''}`);
}
