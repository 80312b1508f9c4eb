/** The draft to the director, to read through before it is saved. */
import type { CallState } from '../../flow/call/state.ts';
import * as words from '../../texts/call.ts';
import { type Line, line, paragraph, type Size, scrolled } from '../frame.ts';
import { type Body, fixed } from './body.ts';

export function draftBody(state: CallState, size: Size, scroll: number): Body {
  const { columns, rows } = size;
  const title = line(state.draft.saving ? words.draft.saving : words.draft.title, 'strong');
  const { lines, scrollMax } = scrolled(draftLines(state, columns), scroll, Math.max(1, rows - 1));
  return { ...fixed([title, ...lines]), scrollMax };
}

function draftLines(state: CallState, columns: number): Line[] {
  const { composed } = state.draft;
  if (!composed) return [line(words.draft.composing, 'quiet')];
  return [
    ...(composed.templateProblem === null
      ? []
      : paragraph(words.draft.templateProblem(composed.templateProblem), columns, 'warning')),
    ...paragraph(
      `${words.draft.to}: ${composed.to ?? words.draft.noRecipient}`,
      columns,
      composed.to === null ? 'warning' : 'plain',
    ),
    ...paragraph(`${words.draft.subject}: ${composed.subject}`, columns),
    ...paragraph(composed.unwrapped.trimEnd(), columns),
  ];
}
