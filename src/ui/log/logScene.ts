/** The log browser as a scene. */
import type { LogMessage } from '../../flow/log/message.ts';
import type { LogState, Seen } from '../../flow/log/state.ts';
import type { Store } from '../../flow/store.ts';
import { type Scene, sceneOf } from '../scene.ts';
import { logPicture } from './logView.ts';

export function logScene(store: Store<LogState, LogMessage>): Scene {
  let seen: Seen | null = null;
  const scene = sceneOf(
    store,
    (state, size, scroll) => {
      const picture = logPicture(state, size, scroll);
      seen = picture.seen;
      return picture.frame;
    },
    ({ isHelpShown }) => (isHelpShown ? 'help' : 'log'),
  );
  return {
    ...scene,
    keys(keys) {
      // A key that pages goes as far as the window that it was pressed in.
      if (seen) store.send({ kind: 'seen', seen });
      scene.keys(keys);
    },
  };
}
