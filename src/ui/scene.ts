/** What may be on the screen, and the stage that shows one such thing at a time. */
import type { Key } from '../flow/keys.ts';
import { cut, type Frame, line, type Size } from './frame.ts';

/** What is on the screen, and who takes its keys. */
export interface Scene {
  /** Where the reader is: when it changes, scrolling starts at the top. */
  place(): string;
  /** Never more lines than `size.rows`, never wider than `size.columns`. `scroll` is in rows. */
  frame(size: Size, scroll: number): Frame;
  /** Takes keys in order, in whatever pieces they come. */
  keys(keys: readonly Key[]): void;
  /** Calls back after every change that may show; gives the function that stops it. */
  subscribe(listener: () => void): () => void;
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
        for (const key of keys.flatMap(singly)) scene.keys([key]);
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

/** What was typed in one piece, letter by letter. What was pasted is one. */
function singly(key: Key): readonly Key[] {
  return key.kind === 'text' ? [...key.text].map((text): Key => ({ kind: 'text', text })) : [key];
}

/** The room that is left for a scene under a banner. */
export function underBanner({ columns, rows }: Size): Size {
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
