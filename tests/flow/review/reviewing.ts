/** A review driven by typed keys, over a journal that writes when it is told to. */
import { type Entry, entryVersion, type NewEntry } from '../../../src/domain/entry.ts';
import { letterByLetter } from '../../../src/flow/keys.ts';
import { type ReviewState, startReview } from '../../../src/flow/review/state.ts';
import type { Effect } from '../../../src/flow/review/turn.ts';
import { typingOf } from '../../../src/flow/review/typing.ts';
import { type Message, updateReview } from '../../../src/flow/review/update.ts';
import { decided, night, type Story } from '../../domain/story.ts';
import { keysOf } from '../call/typedCall.ts';

/** Reviewed once, with these left to do and the first of them done. */
export function reviewedBefore(...texts: readonly string[]): Story {
  const story = decided('ordinary');
  story.tell('08:00', 'reviewed', { comment: 'Bra.', learnt: '' });
  const ids = texts.map((text) =>
    story.tell('08:00', 'review-action-added', { text, responsible: '', dueDate: null }),
  );
  if (ids[0]) story.tell('09:00', 'review-action-done', { action: ids[0], comment: '' });
  return story;
}

export class Reviewing {
  state: ReviewState;
  readonly effects: Effect[] = [];
  now = night('10:00');
  readonly entries: Entry[];
  private ids = 0;

  constructor(
    story: Story = decided('ordinary'),
    from: { readonly typing?: string | null; readonly waiting?: readonly NewEntry[] } = {},
  ) {
    this.entries = [...story.entries];
    this.state = startReview('chef', this.entries, this.now, 'review-1', from);
  }

  press(script: string): this {
    const keys = keysOf(script).flatMap(letterByLetter);
    return this.send(...keys.map((key) => ({ kind: 'key', key }) as const));
  }

  send(...messages: readonly Message[]): this {
    for (const message of messages) {
      const at = { now: this.now, newId: () => `new-${++this.ids}` };
      const { state, effects } = updateReview(this.state, message, at);
      this.state = state;
      this.effects.push(...effects);
    }
    return this;
  }

  /** The journal writes what it has not, and the screen reads it. */
  save(): this {
    const known = new Set(this.entries.map(({ id }) => id));
    for (const entry of this.written.filter(({ id }) => !known.has(id))) {
      const sequence = this.entries.length + 1;
      const about = { sequence, recordedAt: this.now, version: entryVersion, hash: '' };
      this.entries.push({ ...entry, ...about });
    }
    this.send({ kind: 'saved', ids: this.written.map(({ id }) => id) });
    return this.send({ kind: 'journal-changed', entries: this.entries });
  }

  /** Everything that was to be written, in order. */
  get written(): NewEntry[] {
    return this.effects.flatMap((effect) => (effect.kind === 'append' ? effect.entries : []));
  }

  /** What is kept of what is typed, as the journal keeps it. */
  get kept(): string | null {
    const typing = typingOf(this.state);
    return typing && JSON.stringify(typing);
  }

  get kinds(): string[] {
    return this.effects.map(({ kind }) => kind);
  }
}
