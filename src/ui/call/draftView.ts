/** The draft to the director, to read through before it is saved. */

import { marked } from '../../domain/message.ts';
import { draftFound, draftWording, foundInDraft } from '../../flow/call/draftWording.ts';
import type { CallState } from '../../flow/call/state.ts';
import { type WordingFields, wordingIn } from '../../flow/wordingFields.ts';
import * as words from '../../texts/call.ts';
import { noRecipientInExercise } from '../../texts/messageScreen.ts';
import { personalDataUnseen } from '../../texts/personalData.ts';
import { type Body, fixed, stack } from '../body.ts';
import { type Line, line, paragraph, type Size, scrolled } from '../frame.ts';
import { guardLines, typedGuardLine } from '../guardLines.ts';
import { leastFields, wordingBody } from '../wordingBody.ts';
import { verdict } from './verdictView.ts';

export function draftBody(state: CallState, size: Size, scroll: number): Body {
  const { columns, rows } = size;
  const { fields, saving } = state.draft;
  if (fields) return editedBody(state, fields, size);
  const title = line(saving ? words.draft.saving : words.draft.title(state.desk.sends), 'strong');
  const { staying, rest } = guardLines(draftFound(state), columns, Math.floor(rows / 3));
  const above = [...phoneLines(state, columns), ...staying];
  const room = Math.max(1, rows - 1 - above.length);
  const { lines, scrollMax } = scrolled([...rest, ...draftLines(state, columns)], scroll, room);
  return { ...fixed([...above, title, ...lines]), scrollMax };
}

/** Who is to be phoned, and the personal data in it, stand above the words while they are changed too. */
function editedBody(state: CallState, fields: WordingFields, { columns, rows }: Size): Body {
  const above = [
    ...phoneLines(state, columns),
    ...[typedGuardLine(foundInDraft(state, wordingIn(fields)), '! ')].filter((each) => each !== null),
  ].slice(0, Math.max(0, rows - leastFields));
  return stack([above, wordingBody(fields, { columns, rows: rows - above.length })]);
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
  const { composed, edited, anew } = state.draft;
  const wording = draftWording(state);
  if (!composed || !wording) return [line(words.draft.composing, 'quiet')];
  return [
    ...paragraph(personalDataUnseen, columns, 'quiet'),
    ...(anew ? paragraph(words.draft.anew, columns, 'warning') : []),
    ...(edited === null ? [] : [line(words.draft.edited, 'warning')]),
    ...(composed.templateProblem === null
      ? []
      : paragraph(words.draft.templateProblem(composed.templateProblem), columns, 'warning')),
    ...paragraph(
      `${words.draft.to}: ${composed.to ?? (state.opening.exercise ? noRecipientInExercise : words.draft.noRecipient)}`,
      columns,
      composed.to === null ? 'warning' : 'plain',
    ),
    ...paragraph(`${words.draft.subject}: ${wording.subject}`, columns),
    ...paragraph(marked(wording.text, state.opening.exercise).trimEnd(), columns),
  ];
}
