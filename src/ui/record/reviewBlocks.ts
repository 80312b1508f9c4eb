/** The latest review of an incident, and what was to be done after the reviews with what came of it. */
import type { Incident } from '../../domain/incident.ts';
import { momentText } from '../../domain/momentText.ts';
import { record as words } from '../../texts/record.ts';
import { reviewActionText, shown } from '../../texts/review.ts';
import { actionStateText } from '../review/actionState.ts';
import type { RecordBlock } from './recordDocument.ts';

/** `now` is RFC 3339: what is late is late then. */
export function reviewBlocks({ review, reviewActions }: Incident, now: string): RecordBlock[] {
  const reviewed: RecordBlock = review
    ? {
        kind: 'fields',
        fields: [
          { label: words.fields.reviewed, value: words.by(momentText(review.at), review.by) },
          { label: words.fields.comment, value: review.comment },
          ...(review.learnt === '' ? [] : [{ label: words.fields.learnt, value: review.learnt }]),
        ],
      }
    : { kind: 'paragraph', text: words.notReviewed };
  const items = reviewActions.map((action, index) => ({
    label: [shown.action(index + 1), actionStateText(action, now)].join(' · '),
    text: reviewActionText(action),
  }));
  return items.length === 0 ? [reviewed] : [reviewed, { kind: 'list', items }];
}
