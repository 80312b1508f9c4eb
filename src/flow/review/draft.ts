/** A review as it is being written. */
import { isBlank } from '../../domain/text.ts';
import { emptyBuffer, type TextBuffer } from '../textBuffer.ts';

/** Something to be done after the review, in its fields. */
export interface ActionFields {
  readonly text: TextBuffer;
  readonly responsible: TextBuffer;
  readonly due: TextBuffer;
}

export interface ReviewDraft {
  /**
   * The id of the entry that it becomes: what is kept a moment too long is known by it. Every screen has its own, so
   * that two that began with the same text write two reviews.
   */
  readonly id: string;
  readonly comment: TextBuffer;
  readonly learnt: TextBuffer;
  /** The last one is always blank, for one more. */
  readonly actions: readonly ActionFields[];
  /** What came of what is to be done since before, by its id, where that is being written. */
  readonly done: Readonly<Record<string, TextBuffer>>;
}

const noFields: ActionFields = { text: emptyBuffer, responsible: emptyBuffer, due: emptyBuffer };

export function emptyDraft(id: string, done: ReviewDraft['done'] = {}): ReviewDraft {
  return { id, comment: emptyBuffer, learnt: emptyBuffer, actions: [noFields], done };
}

export function isBlankAction({ text, responsible, due }: ActionFields): boolean {
  return [text, responsible, due].every((buffer) => isBlank(buffer.text));
}

/** What is to be done, without the blank fields for one more. */
export function filledActions({ actions }: ReviewDraft): readonly ActionFields[] {
  return actions.slice(0, actions.findLastIndex((action) => !isBlankAction(action)) + 1);
}

/** Whether nothing is written of the review itself. */
export function isBlankReview(draft: ReviewDraft): boolean {
  return isBlank(draft.comment.text) && isBlank(draft.learnt.text) && filledActions(draft).length === 0;
}

/** Whether nothing at all is written. */
export function isBlankDraft(draft: ReviewDraft): boolean {
  return isBlankReview(draft) && Object.values(draft.done).every(({ text }) => isBlank(text));
}

/** The draft with the blank fields for one more at its end, and no others. */
export function withOneMore(draft: ReviewDraft): ReviewDraft {
  return { ...draft, actions: [...filledActions(draft), noFields] };
}
