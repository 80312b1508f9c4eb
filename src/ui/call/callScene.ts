/** The call as a scene. */
import type { CallStore } from '../../flow/call/store.ts';
import { type Scene, sceneOf } from '../scene.ts';
import { callView } from './callView.ts';

export function callScene(store: CallStore): Scene {
  return sceneOf(store, callView, ({ step }) => step);
}
