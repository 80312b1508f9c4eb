/** The part of a scene that is seen: how far it is scrolled, and what that looks like, painted once for every change. */
import type { Key } from '../flow/keys.ts';
import type { Position, Size } from './frame.ts';
import { paintedLines } from './paint.ts';
import type { Scene } from './scene.ts';

export interface Picture {
  /** The lines with the escape sequences of their tones. */
  readonly text: string;
  readonly cursor: Position | null;
}

export interface Viewport {
  /** The same object as long as it looks the same, so that a change that is not seen costs no drawing. */
  picture(size: Size): Picture;
  /** Scrolls by half a window where there is more to see, and passes the keys on. */
  keys(keys: readonly Key[]): void;
  subscribe(listener: () => void): () => void;
}

/** Looks at the scene from its top. */
export function createViewport(scene: Scene): Viewport {
  let place = scene.place();
  let scroll = 0;
  let scrollMax = 0;
  let seen: { readonly size: Size; readonly picture: Picture } | null = null;
  /** Whether the scene may look different from what was seen. */
  let isStale = true;
  const listeners = new Set<() => void>();

  const scrollBy = (by: number) => {
    const next = Math.max(0, Math.min(scrollMax, Math.min(scrollMax, scroll) + by));
    if (next === scroll) return;
    scroll = next;
    isStale = true;
    for (const listener of listeners) listener();
  };

  return {
    picture(size) {
      if (seen && !isStale && size.columns === seen.size.columns && size.rows === seen.size.rows)
        return seen.picture;
      const now = scene.place();
      if (now !== place) {
        place = now;
        scroll = 0;
      }
      const frame = scene.frame(size, scroll);
      const picture = { text: paintedLines(frame).join('\n'), cursor: frame.cursor };
      seen = { size, picture: seen && looksTheSame(seen.picture, picture) ? seen.picture : picture };
      scrollMax = frame.scrollMax;
      isStale = false;
      return seen.picture;
    },
    keys(keys) {
      // The terminal's last row is not part of the frame, but it is of the window.
      const halfWindow = ((seen?.size.rows ?? 0) + 1) >> 1;
      for (const { kind } of keys) {
        if (kind === 'page-down') scrollBy(halfWindow);
        if (kind === 'page-up') scrollBy(-halfWindow);
      }
      scene.keys(keys);
    },
    subscribe(listener) {
      // It may have changed while nobody listened.
      isStale = true;
      listeners.add(listener);
      const stop = scene.subscribe(() => {
        isStale = true;
        listener();
      });
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
  };
}

function looksTheSame(a: Picture, b: Picture): boolean {
  return a.text === b.text && a.cursor?.row === b.cursor?.row && a.cursor?.column === b.cursor?.column;
}
