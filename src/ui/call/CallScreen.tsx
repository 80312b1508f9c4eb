/** Draws the call and turns what the terminal sends into messages. It owns no text: the store does. */
import { Text, useCursor, useInput, usePaste, useWindowSize } from 'ink';
import { useState, useSyncExternalStore } from 'react';
import type { StepId } from '../../flow/call/steps.ts';
import type { CallStore } from '../../flow/call/store.ts';
import { type Key, keysFromInput } from '../../flow/keys.ts';
import { paintedLines } from '../paint.ts';
import { callView } from './callView.ts';

export function CallScreen({ store }: { readonly store: CallStore }) {
  const state = useSyncExternalStore(store.subscribe, store.state);
  const { columns, rows } = useWindowSize();
  const [scroll, scrollBy] = useScroll(state.step);
  // The terminal's last row stays empty: a frame that fills it makes some consoles scroll.
  const frame = callView(state, { columns, rows: rows - 1 }, scroll);

  const onKeys = (keys: readonly Key[]) => {
    for (const { kind } of keys) {
      if (kind === 'page-down') scrollBy(rows >> 1, frame.scrollMax);
      if (kind === 'page-up') scrollBy(-(rows >> 1), frame.scrollMax);
    }
    store.send(...keys.map((key) => ({ kind: 'key', key }) as const));
  };
  useInput((input, key) => onKeys(keysFromInput(input, key)));
  usePaste((text) => onKeys([{ kind: 'paste', text }]));

  const { setCursorPosition } = useCursor();
  setCursorPosition(frame.cursor ? { x: frame.cursor.column, y: frame.cursor.row } : undefined);

  // One text for all lines: the frame has wrapped them already, and a row of its own for each takes twice the time.
  return <Text>{paintedLines(frame).join('\n')}</Text>;
}

/** How far the step's text is scrolled; every step starts at its top. */
function useScroll(step: StepId): [number, (by: number, max: number) => void] {
  const [place, setPlace] = useState({ step, first: 0 });
  // Renders once more, before anything is drawn.
  if (place.step !== step) setPlace({ step, first: 0 });
  const scrollBy = (by: number, max: number) =>
    setPlace((now) => ({ ...now, first: Math.max(0, Math.min(max, Math.min(max, now.first) + by)) }));
  return [place.first, scrollBy];
}
