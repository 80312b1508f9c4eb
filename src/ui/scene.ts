/** What may be on the screen, and the stage that shows one such thing at a time. */
import { type Key, letterByLetter } from '../flow/keys.ts';
import type { Store } from '../flow/store.ts';
import { cut, type Frame, line, type Size } from './frame.ts';

/** What is on the screen, and who takes its keys. */
export interface Scene {
  /** Where the reader is: when it changes, scrolling starts at the top. */
  place(): string;
  /** Never more lines than `size.rows`, never wider than `size.columns`. `scroll` is in rows. */
  frame(size: Size, scroll: number): Frame;
  /** Takes keys in order. A stage gives text letter by letter. */
  keys(keys: readonly Key[]): void;
  /** Calls back after every change that may show; gives the function that stops it. */
  subscribe(listener: () => void): () => void;
}

/** What a store holds as a scene, drawn by a view; `place` says where the reader is in it. */
export function sceneOf<State>(
  { state, send, subscribe }: Store<State, { readonly kind: 'key'; readonly key: Key }>,
  view: (state: State, size: Size, scroll: number) => Frame,
  place: (state: State) => string,
): Scene {
  return {
    place: () => place(state()),
    frame: (size, scroll) => view(state(), size, scroll),
    keys: (keys) => send(...keys.map((key) => ({ kind: 'key', key }) as const)),
    subscribe(listener) {
      let seen = state();
      return subscribe(() => {
        // Every second is a message, and most of them change nothing.
        if (state() === seen) return;
        seen = state();
        listener();
      });
    },
  };
}

/** Shows one scene, and above it a line about what cannot wait. Whoever draws it sees a scene like any other. */
export interface Stage extends Scene {
  /** The scene that is shown now. */
  scene(): Scene;
  /** Puts another scene in its place: it is drawn and gets the keys from now on, also those that were typed ahead. */
  show(scene: Scene): void;
  /** The line above every scene, as one cleaned line; null for none. */
  setBanner(text: string | null): void;
}

export function createStage(first: Scene): Stage {
  let scene = first;
  let shows = 0;
  let banner: string | null = null;
  const listeners = new Set<() => void>();
  /** While keys are taken nobody is told: once afterwards is enough. */
  let taking = false;
  let changed = false;

  const tell = () => {
    changed = true;
    if (!taking) for (const listener of listeners) listener();
  };
  let leave = first.subscribe(tell);

  return {
    scene: () => scene,
    show(next) {
      leave();
      scene = next;
      shows += 1;
      leave = next.subscribe(tell);
      tell();
    },
    setBanner(text) {
      if (text === banner) return;
      banner = text;
      tell();
    },
    place: () => `${shows} ${scene.place()}`,
    frame(size, scroll) {
      if (banner === null || size.rows === 0) return scene.frame(size, scroll);
      return bannered(scene.frame(underBanner(size), scroll), banner, size.columns);
    },
    keys(keys) {
      taking = true;
      changed = false;
      try {
        // One by one: a key may put another scene on the stage, and what was typed after it is for that one.
        for (const key of keys.flatMap(letterByLetter)) scene.keys([key]);
      } finally {
        taking = false;
        if (changed) tell();
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The room that is left for a scene under a banner. */
function underBanner({ columns, rows }: Size): Size {
  return { columns, rows: rows - 1 };
}

/** A frame drawn for the room `underBanner`, with a line above it that cannot be overlooked. */
export function bannered(frame: Frame, text: string, columns: number): Frame {
  const { lines, cursor } = frame;
  return {
    ...frame,
    lines: [cut(line(text, 'alarm'), columns), ...lines],
    cursor: cursor && { ...cursor, row: cursor.row + 1 },
  };
}
