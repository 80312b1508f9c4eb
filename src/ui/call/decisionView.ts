/** The motivation for waiting, the decision with its reasons, and the reason for deciding otherwise. */
import { choices, permissionFor } from '../../domain/choices.ts';
import { deskQuestions, ownOperationQuestion } from '../../domain/questions.ts';
import { recommendationNow } from '../../flow/call/moving.ts';
import type { CallState } from '../../flow/call/state.ts';
import * as words from '../../texts/call.ts';
import { answerLabels } from '../../texts/labels.ts';
import { type Body, blank, scrolledAbove, stack, textField } from '../body.ts';
import { type Line, line, paragraph, type Size } from '../frame.ts';
import { heading } from './heading.ts';
import { verdictLines, verdictThatFits } from './verdictView.ts';

const tallestField = 6;

export function motivationBody(state: CallState, size: Size): Body {
  return reasonBody(state, size, words.motivation.title, words.motivation.safeWay, state.motivation);
}

export function decisionBody(state: CallState, size: Size, scroll: number): Body {
  const recommendation = recommendationNow(state);
  const { otherwise } = state;
  if (otherwise) {
    const weaker = permissionFor(otherwise.choice, recommendation).kind === 'weaker';
    return reasonBody(
      state,
      size,
      words.decision.reasonTitle[otherwise.choice],
      weaker ? words.decision.reasonNeeded : words.decision.reasonOptional,
      otherwise.reason,
    );
  }
  const below = choiceLines(state, size.columns);
  const above = [
    ...verdictLines(recommendation, heading(state), size.columns, directorLine(state)),
    ...basisLines(state, size.columns),
  ];
  return scrolledAbove(above, below, size.rows, scroll);
}

/** Whom to phone, where the recommendation is to phone. */
function directorLine(state: CallState): string | null {
  const { outcome } = recommendationNow(state);
  const { director } = state.desk;
  return outcome === 'contact-director' && director !== null ? words.verdict.director.who(director) : null;
}

/** What the decision rests on, so that a slip of the finger is seen before it counts. */
function basisLines(state: CallState, columns: number): Line[] {
  const asked = deskQuestions.map(({ id, short }) => {
    const answer = state.incident?.deskAnswers[id]?.answer ?? 'unknown';
    return `${short}: ${answerLabels[answer]}`;
  });
  const own = `${ownOperationQuestion.short}: ${answerLabels[state.incident?.own?.answer ?? 'unknown']}`;
  const answers = [own, ...asked];
  const motivation = state.incident?.motivation?.text ?? '';
  return [
    ...paragraph(`${words.decision.answers}: ${answers.join(' · ')}`, columns, 'quiet', '', '  '),
    ...(motivation === ''
      ? []
      : paragraph(`${words.decision.motivation}: ${motivation}`, columns, 'plain', '', '  ')),
  ];
}

function reasonBody(
  state: CallState,
  size: Size,
  title: string,
  explanation: string,
  buffer: CallState['motivation'],
): Body {
  const { columns, rows } = size;
  const head = [...paragraph(title, columns, 'strong'), ...paragraph(explanation, columns, 'quiet')];
  const field = textField(buffer, columns, Math.max(1, Math.min(tallestField, rows - head.length)));
  const top = stack([head, field]);
  const room = { columns, rows: rows - top.lines.length - 1 };
  return stack([top, [blank], verdictThatFits(recommendationNow(state), heading(state), room)]);
}

/** The other decisions, each with its key, and what it takes or why it cannot be chosen. */
function choiceLines(state: CallState, columns: number): Line[] {
  const recommendation = recommendationNow(state);
  return [
    line(words.decision.otherwise, 'quiet'),
    ...choices.flatMap(({ id }, index) => {
      const permission = permissionFor(id, recommendation);
      const remark = {
        recommended: words.decision.asRecommended,
        stronger: words.decision.stronger,
        weaker: words.decision.needsReason,
        forbidden: permission.kind === 'forbidden' ? words.decision.forbidden(permission.by) : '',
      }[permission.kind];
      const text = `${index + 1} ${words.decision.choices[id]} – ${remark}`;
      return paragraph(text, columns, permission.kind === 'forbidden' ? 'quiet' : 'plain', '  ', '  ');
    }),
  ];
}
