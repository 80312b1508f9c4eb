/** What the program has to say besides the questions: a hint about the last key, and what could not be saved. */
import type { CallState } from '../../flow/call/state.ts';
import * as words from '../../texts/call.ts';
import { notice as messageNotice } from '../../texts/messageScreen.ts';
import { guard as guardWords } from '../../texts/personalData.ts';

/** A hint about the last key; null when there is nothing to say. */
export function noticeText(state: CallState): string | null {
  const { notice } = state;
  switch (notice?.kind) {
    case undefined:
      return null;
    case 'press-one-of':
      return words.notice.pressOneOf(notice.keys);
    case 'looks-like-a-word':
      return words.notice.looksLikeAWord(notice.keys);
    case 'too-long':
      return state.step === 'draft'
        ? messageNotice.tooLong(notice.dropped)
        : words.notice.tooLong(notice.dropped);
    case 'choice-forbidden':
      return words.notice.forbidden(notice.by);
    case 'followed-recommendation':
      return words.notice.followedRecommendation;
    case 'kept-when-left':
      return words.notice.keptWhenLeft;
    case 'confirm-send':
      return words.notice.confirmSend(notice.to);
    case 'promise-lost':
      return words.notice.promiseLost;
    case 'too-long-to-edit':
      return words.notice.tooLongToEdit;
    case 'editor':
      return words.notice.editor[notice.came];
    case 'personal-data':
      return guardWords.stops[notice.strength];
  }
}

/** What could not be saved and why, and what can be done about it; null when all is well. */
export function faultText({ fault }: CallState): { readonly title: string; readonly rest: string } | null {
  if (!fault) return null;
  const rest = [
    fault.what === 'draft' ? words.fault.retryDraft : words.fault.stillHere,
    fault.rescuedTo === null ? words.fault.rescue : words.fault.rescued(fault.rescuedTo),
    ...(fault.rescueFailed ? [words.fault.rescueFailed] : []),
  ];
  return { title: words.fault.title[fault.what](fault.kind), rest: rest.join(' ') };
}
