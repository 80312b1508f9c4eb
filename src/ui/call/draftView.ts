/** The draft to the director, to read through before it is saved. */
import { draftFound } from '../../flow/call/drafting.ts';
import type { CallState } from '../../flow/call/state.ts';
import * as words from '../../texts/call.ts';
import { noRecipientInExercise } from '../../texts/messageScreen.ts';
import { personalDataUnseen } from '../../texts/personalData.ts';
import { type Body, fixed } from '../body.ts';
import { type Line, line, paragraph, type Size, scrolled } from '../frame.ts';
import { guardLines } from '../guardLines.ts';
import { verdict } from './verdictView.ts';

export function draftBody(state: CallState, size: Size, scroll: number): Body {
  const { columns, rows } = size;
  const title = line(state.draft.saving ? words.draft.saving : words.draft.title, 'strong');
  const phone = [
    ...phoneLines(state, columns),
    ...guardLines(draftFound(state), columns, Math.floor(rows / 3)),
  ];
  const room = Math.max(1, rows - 1 - phone.length);
  const { lines, scrollMax } = scrolled(draftLines(state, columns), scroll, room);
  return { ...fixed([...phone, title, ...lines]), scrollMax };
}

/** The call comes before the mail: whom to phone stands above the draft. */
function phoneLines(state: CallState, columns: number): Line[] {
  const decision = state.incident?.decision;
  if (decision?.outcome !== 'contact-director') return [];
  const { director } = state.desk;
  const text = director === null ? verdict(decision) : `${verdict(decision)}: ${director}`;
  return paragraph(text, columns, 'alarm');
}

function draftLines(state: CallState, columns: number): Line[] {
  const { composed } = state.draft;
  if (!composed) return [line(words.draft.composing, 'quiet')];
  return [
    ...paragraph(personalDataUnseen, columns, 'quiet'),
    ...(composed.templateProblem === null
      ? []
      : paragraph(words.draft.templateProblem(composed.templateProblem), columns, 'warning')),
    ...paragraph(
      `${words.draft.to}: ${composed.to ?? (state.opening.exercise ? noRecipientInExercise : words.draft.noRecipient)}`,
      columns,
      composed.to === null ? 'warning' : 'plain',
    ),
    ...paragraph(`${words.draft.subject}: ${composed.subject}`, columns),
    ...paragraph(composed.unwrapped.trimEnd(), columns),
  ];
}
