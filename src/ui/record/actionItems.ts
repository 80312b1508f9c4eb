/** Every action with what was done about it: each attempt, the acknowledgement, and how it came to an end. */
import type { ActionState } from '../../domain/actionState.ts';
import { momentText } from '../../domain/momentText.ts';
import { personText } from '../../domain/person.ts';
import { compareInstants } from '../../domain/time.ts';
import { actionStatusLabels, actionText } from '../../texts/actions.ts';
import { attemptResultLabels } from '../../texts/labels.ts';
import { record as words } from '../../texts/record.ts';
import type { RecordItem } from './recordDocument.ts';

export function actionItems(actions: readonly ActionState[]): RecordItem[] {
  return actions.map((state) => ({
    label: [actionStatusLabels[state.status], ...conditions(state)].join(' · '),
    text: actionText(state.action),
    more: course(state),
  }));
}

function conditions({ action, due }: ActionState): string[] {
  return [
    ...('requirement' in action ? [words.requirement[action.requirement]] : []),
    ...(due === null ? [] : [words.due(momentText(due))]),
  ];
}

/** In the order of its moments, whatever order it was written down in. */
function course({ assignedTo, attempts, acknowledgement, advice, status, end }: ActionState): string[] {
  const steps = [
    ...attempts.map(({ at, by, whom, result }) => ({
      at,
      text: words.attempt(momentText(at), personText(whom), attemptResultLabels[result], by),
    })),
    ...(advice
      ? [{ at: advice.at, text: words.advice(momentText(advice.at), personText(advice.whom), advice.text) }]
      : []),
    ...(acknowledgement
      ? [
          {
            at: acknowledgement.at,
            text: words.acknowledged(momentText(acknowledgement.at), acknowledgement.by),
          },
        ]
      : []),
    ...(end
      ? [{ at: end.at, text: words.end(momentText(end.at), actionStatusLabels[status], end.by, end.text) }]
      : []),
  ].toSorted((a, b) => compareInstants(a.at, b.at));
  return [...(assignedTo === null ? [] : [words.assigned(assignedTo)]), ...steps.map(({ text }) => text)];
}
