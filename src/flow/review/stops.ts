/** Where the keys go on the screen of a review, in order from top to bottom. */
import type { ReviewAction } from '../../domain/review.ts';
import { emptyBuffer, type TextBuffer } from '../textBuffer.ts';
import { isBlankAction, type ReviewDraft, withOneMore } from './draft.ts';

export type ActionPart = 'text' | 'responsible' | 'due';

export type Stop =
  /** Something to be done since before, by its id. */
  | { readonly at: 'action'; readonly id: string }
  /** The field for what came of it. */
  | { readonly at: 'done'; readonly id: string }
  | { readonly at: 'comment' | 'learnt' }
  /** One of the fields for something new to be done; `index` from 0. */
  | { readonly at: 'new-action'; readonly index: number; readonly part: ActionPart }
  /** The last line: save, or go back when there is nothing to save. */
  | { readonly at: 'end' };

interface Fields {
  readonly draft: ReviewDraft;
  /** What is to be done since before; what is done is no stop. */
  readonly actions: readonly ReviewAction[];
}

const parts: readonly ActionPart[] = ['text', 'responsible', 'due'];
const firstField: Stop = { at: 'comment' };

/** All of them, but for the field `done`, which stands in its action's place while it is open. */
export function stopsOf({ draft, actions }: Fields): Stop[] {
  const before = actions.flatMap(({ id, done }): Stop[] => (done === null ? [{ at: 'action', id }] : []));
  const added = draft.actions.flatMap((action, index) =>
    (isBlankAction(action) ? parts.slice(0, 1) : parts).map(
      (part): Stop => ({ at: 'new-action', index, part }),
    ),
  );
  return [...before, { at: 'comment' }, { at: 'learnt' }, ...added, { at: 'end' }];
}

export function isSameStop(a: Stop, b: Stop): boolean {
  return JSON.stringify(listed(a)) === JSON.stringify(listed(b));
}

/** The stop as `stopsOf` lists it, its parts in a fixed order. */
function listed(stop: Stop): readonly unknown[] {
  switch (stop.at) {
    case 'action':
    case 'done':
      return ['action', stop.id];
    case 'new-action':
      return [stop.at, stop.index, stop.part];
    default:
      return [stop.at];
  }
}

/** The stop that many steps on; never past the first or the last. */
export function stopAfter(fields: Fields, stop: Stop, by: 1 | -1): Stop {
  const stops = stopsOf(fields);
  const index = stops.findIndex((each) => isSameStop(each, stop));
  return stops[Math.max(0, Math.min(stops.length - 1, index + by))] ?? stop;
}

/** The stop if it is still there; otherwise the nearest that is. */
export function existingStop(fields: Fields, stop: Stop): Stop {
  const stops = stopsOf(fields);
  if (stops.some((each) => isSameStop(each, stop))) return stop;
  if (stop.at !== 'new-action') return firstField;
  const index = Math.min(stop.index, fields.draft.actions.length - 1);
  return { at: 'new-action', index, part: 'text' };
}

/** The stop that was kept as JSON; the first field of the review for what is none. */
export function parseStop(json: unknown): Stop {
  const { at, id, index, part } = Object(json) as Readonly<Record<string, unknown>>;
  switch (at) {
    case 'action':
    case 'done':
      return typeof id === 'string' ? { at, id } : firstField;
    case 'learnt':
    case 'end':
      return { at };
    case 'new-action': {
      const known = parts.find((each) => each === part);
      return known && isIndex(index) ? { at, index, part: known } : firstField;
    }
    default:
      return firstField;
  }
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** The text field there; null where nothing is typed. */
export function fieldAt({ done, actions, ...draft }: ReviewDraft, stop: Stop): TextBuffer | null {
  switch (stop.at) {
    case 'action':
    case 'end':
      return null;
    case 'done':
      return done[stop.id] ?? emptyBuffer;
    case 'new-action':
      return actions[stop.index]?.[stop.part] ?? null;
    default:
      return draft[stop.at];
  }
}

/** The draft with this text in the field there. */
export function withField(draft: ReviewDraft, stop: Stop, buffer: TextBuffer): ReviewDraft {
  switch (stop.at) {
    case 'action':
    case 'end':
      return draft;
    case 'done':
      return { ...draft, done: { ...draft.done, [stop.id]: buffer } };
    case 'new-action': {
      const changed = (action: ReviewDraft['actions'][number], index: number) =>
        index === stop.index ? { ...action, [stop.part]: buffer } : action;
      return withOneMore({ ...draft, actions: draft.actions.map(changed) });
    }
    default:
      return { ...draft, [stop.at]: buffer };
  }
}
