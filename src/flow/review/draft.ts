/** A review as it is being written, and what of it is kept so that it is there the next time. */
import { isBlank } from '../../domain/text.ts';
import { bufferOf, emptyBuffer, type TextBuffer } from '../textBuffer.ts';
import type { Stop } from './stops.ts';

/** Something to be done after the review, in its fields. */
export interface ActionFields {
  readonly text: TextBuffer;
  readonly responsible: TextBuffer;
  readonly due: TextBuffer;
}

export interface ReviewDraft {
  /** The id of the entry that it becomes: what is kept a moment too long is known by it. */
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

/** What has been typed and is not recorded, as plain JSON. */
export interface ReviewTyping {
  readonly version: 1;
  readonly screen: 'review';
  readonly draft: ReviewDraft;
  readonly stop: Stop;
}

/** What must be kept besides the entries; null when nothing is typed. */
export function typingOf({
  draft,
  stop,
}: {
  readonly draft: ReviewDraft;
  readonly stop: Stop;
}): ReviewTyping | null {
  return isBlankDraft(draft) ? null : { version: 1, screen: 'review', draft, stop };
}

/** Reads back what `typingOf` gave. Null for anything else, such as a later version's. */
export function parseReviewTyping(json: string): ReviewTyping | null {
  try {
    const typing = JSON.parse(json) as ReviewTyping | null;
    if (typing?.version !== 1 || typing.screen !== 'review') return null;
    const { id, comment, learnt, actions, done } = typing.draft;
    const again = ({ text }: TextBuffer) => bufferOf(text);
    const draft: ReviewDraft = {
      id: String(id),
      comment: again(comment),
      learnt: again(learnt),
      actions: actions.map(({ text, responsible, due }) => ({
        text: again(text),
        responsible: again(responsible),
        due: again(due),
      })),
      done: Object.fromEntries(Object.entries(done).map(([action, buffer]) => [action, again(buffer)])),
    };
    return { ...typing, draft: withOneMore(draft) };
  } catch {
    return null;
  }
}
