/** What of a review that is being written is kept, so that it is there the next time. */
import { bufferOf, type TextBuffer } from '../textBuffer.ts';
import { isBlankDraft, type ReviewDraft, withOneMore } from './draft.ts';
import { parseStop, type Stop } from './stops.ts';

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
    return { version: 1, screen: 'review', draft: withOneMore(draft), stop: parseStop(typing.stop) };
  } catch {
    return null;
  }
}
