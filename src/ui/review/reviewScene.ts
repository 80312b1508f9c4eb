/** The review of an incident as a scene. */
import type { ReviewState } from '../../flow/review/state.ts';
import type { Message } from '../../flow/review/update.ts';
import type { Store } from '../../flow/store.ts';
import { type Scene, sceneOf } from '../scene.ts';
import { reviewView } from './reviewView.ts';

export function reviewScene(store: Store<ReviewState, Message>): Scene {
  return sceneOf(store, reviewView, () => 'review');
}
