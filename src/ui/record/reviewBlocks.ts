/** The reviews of an incident, the latest first, and what was to be done after them with what came of it. */
import type { Incident } from '../../domain/incident.ts';
import { momentText } from '../../domain/momentText.ts';
import { record as words } from '../../texts/record.ts';
import { reviewActionText, shown } from '../../texts/review.ts';
import { actionStateText } from '../review/actionState.ts';
import type { RecordBlock } from './recordDocument.ts';

/** `now` is RFC 3339: what is late is late then. */
export function reviewBlocks({ reviews, reviewActions }: Incident, now: string): RecordBlock[] {
  const items = reviewActions.map((action, index) => ({
    label: [shown.action(index + 1), actionStateText(action, now)].join(' · '),
    text: reviewActionText(action),
  }));
  return [
    ...(reviews.length === 0 ? [{ kind: 'paragraph', text: words.notReviewed } as const] : []),
    ...reviews.toReversed().map(reviewBlock),
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
  ];
}

function reviewBlock({ at, by, comment, learnt }: Incident['reviews'][number]): RecordBlock {
  return {
    kind: 'fields',
    fields: [
      { label: words.fields.reviewed, value: words.by(momentText(at), by) },
      { label: words.fields.comment, value: comment },
      ...(learnt === '' ? [] : [{ label: words.fields.learnt, value: learnt }]),
    ],
  };
}
