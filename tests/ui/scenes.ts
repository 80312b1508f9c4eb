/** A scene for tests: numbered lines, and what it was sent. */
import type { Key } from '../../src/flow/keys.ts';
import { line, scrolled } from '../../src/ui/frame.ts';
import type { Scene } from '../../src/ui/scene.ts';

export interface TestScene extends Scene {
  readonly taken: Key[];
  /** How many times it was asked to draw. */
  drawn(): number;
  /** Shows other lines, at another place when one is given, and tells so. */
  change(lines: readonly string[], place?: string): void;
  /** How many listen to it. */
  listeners(): number;
}

export function testScene(first: readonly string[], onKey: (key: Key) => void = () => undefined): TestScene {
  let lines = first;
  let where = 'start';
  let drawn = 0;
  const taken: Key[] = [];
  const listeners = new Set<() => void>();
  return {
    taken,
    drawn: () => drawn,
    change(next, place = where) {
      lines = next;
      where = place;
      for (const listener of listeners) listener();
    },
    listeners: () => listeners.size,
    place: () => where,
    frame(size, scroll) {
      drawn += 1;
      const all = lines.map((text) => line(text));
      return { ...scrolled(all, scroll, size.rows), cursor: { row: 0, column: lines.length } };
    },
    keys(keys) {
      for (const key of keys) {
        taken.push(key);
        onKey(key);
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The keys of a text, one for each letter. */
export const letters = (text: string): Key[] => [...text].map((letter) => ({ kind: 'text', text: letter }));

/** What was typed, as one text. */
export const typed = ({ taken }: TestScene): string =>
  taken.map((key) => ('text' in key ? key.text : `<${key.kind}>`)).join('');
