/** What one message leads to on any screen: the next state, and the effects that somebody outside must carry out. */
import type { NewEntry } from '../domain/entry.ts';

/** What `update` may not find out by itself. */
export interface Moment {
  /** RFC 3339. */
  readonly now: string;
  /** A new UUIDv7 at every call. */
  readonly newId: () => string;
}

export interface Turn<State, Effect> {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/** The effect that every screen has: write to the journal, all or nothing. */
export interface Append {
  readonly kind: 'append';
  readonly entries: readonly NewEntry[];
}

export function turn<State, Effect>(state: State, ...effects: Effect[]): Turn<State, Effect> {
  return { state, effects };
}

/** Goes on from a turn: the effects add up, and entries that follow each other are written together. */
export function andThen<State, Effect extends { readonly kind: string }>(
  first: Turn<State, Effect>,
  next: (state: State) => Turn<State, Effect>,
): Turn<State, Effect> {
  const second = next(first.state);
  return { state: second.state, effects: joined(first.effects, second.effects) };
}

/** Entries that follow each other are saved together or not at all. */
function joined<Effect extends { readonly kind: string }>(
  first: readonly Effect[],
  second: readonly Effect[],
): readonly Effect[] {
  const last = first.at(-1);
  const [next, ...rest] = second;
  if (!last || !next || !isAppend(last) || !isAppend(next)) return [...first, ...second];
  return [...first.slice(0, -1), { ...last, entries: [...last.entries, ...next.entries] }, ...rest];
}

function isAppend<Effect extends { readonly kind: string }>(effect: Effect): effect is Effect & Append {
  return effect.kind === 'append';
}
