/** Every action with what was done about it: each attempt, the acknowledgement, and how it came to an end. */
import type { ActionState } from '../../domain/actionState.ts';
import { momentText } from '../../domain/momentText.ts';
import { personText } from '../../domain/person.ts';
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

function course({ assignedTo, attempts, acknowledgement, advice, status, end }: ActionState): string[] {
  return [
    ...(assignedTo === null ? [] : [words.assigned(assignedTo)]),
    ...attempts.map(({ at, by, whom, result }) =>
      words.attempt(momentText(at), personText(whom), attemptResultLabels[result], by),
    ),
    ...(advice ? [words.advice(momentText(advice.at), personText(advice.whom), advice.text)] : []),
    ...(acknowledgement ? [words.acknowledged(momentText(acknowledgement.at), acknowledgement.by)] : []),
    ...(end ? [words.end(momentText(end.at), actionStatusLabels[status], end.by, end.text)] : []),
  ];
}
