/** Draws a scene and passes on what the terminal sends. It owns no text: the scene does. */
import { Text, useApp, useCursor, useInput, usePaste, useWindowSize } from 'ink';
import { useInsertionEffect, useMemo, useSyncExternalStore } from 'react';
import { keysFromInput } from '../flow/keys.ts';
import type { Scene } from './scene.ts';
import { createViewport } from './viewport.ts';

/** Gives the terminal to another program while `work` runs. */
export type Suspend = (work: () => Promise<void>) => Promise<void>;

export function FrameScreen({
  scene,
  onSuspendable,
}: {
  readonly scene: Scene;
  /** Gets the function that gives the terminal away: only a component is given it. */
  readonly onSuspendable?: (suspend: Suspend) => void;
}) {
  const { suspendTerminal } = useApp();
  useInsertionEffect(() => onSuspendable?.(suspendTerminal), [onSuspendable, suspendTerminal]);
  const viewport = useMemo(() => createViewport(scene), [scene]);
  const { columns, rows } = useWindowSize();
  // The terminal's last row stays empty: a frame that fills it makes some consoles scroll.
  const { text, cursor } = useSyncExternalStore(viewport.subscribe, () =>
    viewport.picture({ columns, rows: rows - 1 }),
  );
  useInput((input, key) => viewport.keys(keysFromInput(input, key)));
  usePaste((pasted) => viewport.keys([{ kind: 'paste', text: pasted }]));

  const { setCursorPosition } = useCursor();
  setCursorPosition(cursor ? { x: cursor.column, y: cursor.row } : undefined);

  // One text for all lines: the frame has wrapped them already, and a row of its own for each takes twice the time.
  return <Text>{text}</Text>;
}
