/** What is reviewed, what is to be done since before, and the fields: the one that is typed in open, the others a line. */
import { parseDueDate } from '../../domain/dueDate.ts';
import { momentText } from '../../domain/momentText.ts';
import { isLate } from '../../domain/review.ts';
import { cleanLine, isBlank } from '../../domain/text.ts';
import { isBlankAction } from '../../flow/review/draft.ts';
import { hasReview, type ReviewState } from '../../flow/review/state.ts';
import { type ActionPart, fieldAt, isSameStop, type Stop } from '../../flow/review/stops.ts';
import type { TextBuffer } from '../../flow/textBuffer.ts';
import { outcomeLabels, statusLabels, timingLabels } from '../../texts/labels.ts';
import { reviewActionText, shown, screen as words } from '../../texts/review.ts';
import { weekdays } from '../../texts/when.ts';
import { type Body, blank, fixed, stack, textField } from '../body.ts';
import { cut, type Line, line, paragraph, type Size } from '../frame.ts';
import { padEnd, width } from '../textLayout.ts';
import { actionStateText } from './actionState.ts';

/** So many rows of a text are seen at once. */
const fieldRows = 6;
/** The names of the fields stand in a column of their own. */
const nameWidth = Math.max(...Object.values(words.fields).map(width));

type Part = Body | readonly Line[];

export function reviewBody(state: ReviewState, size: Size): Body {
  const { columns } = size;
  const head = headLines(state, columns);
  if (state.incident.decision === null)
    return fixed([...head, blank, ...paragraph(words.undecided, columns, 'warning')]);
  const before = actionParts(state, size);
  return stack([
    head,
    ...(before.length === 0 ? [] : [[blank, line(shown.actions, 'strong')], ...before]),
    [blank],
    fieldPart(state, { at: 'comment' }, words.fields.comment, words.titles.comment, size),
    fieldPart(state, { at: 'learnt' }, words.fields.learnt, words.titles.learnt, size),
    ...state.draft.actions.flatMap((_, index) => newActionParts(state, index, size)),
    endPart(state, columns),
  ]);
}

/** When it was, how it was decided and what it was about, in a few lines; then the latest review. */
function headLines({ incident }: ReviewState, columns: number): Line[] {
  const { receivedAt, decision, status, answers, review } = incident;
  const timing = decision?.timing ? `, ${timingLabels[decision.timing]}` : '';
  const about = [
    momentText(receivedAt),
    ...(decision ? [outcomeLabels[decision.outcome] + timing] : []),
    statusLabels[status],
  ];
  const said = [answers.whatHappened, answers.whereHappened].map((answer) => answer?.text.trim() ?? '');
  const what = said.filter((text) => text !== '').join(', ');
  const reviewed = review && words.before(review.by, momentText(review.at), cleanLine(review.comment));
  return [
    ...paragraph(about.join(' · '), columns, 'quiet'),
    ...paragraph(cleanLine(what), columns, 'strong').slice(0, 2),
    ...(reviewed === null ? [] : paragraph(reviewed, columns).slice(0, 2)),
  ];
}

/** What is to be done since before, and what is done of it, numbered as everywhere. */
function actionParts(state: ReviewState, size: Size): Part[] {
  const { incident, stop, now } = state;
  return incident.reviewActions.flatMap((action, index): Part[] => {
    const isHere = isSameStop(stop, { at: 'action', id: action.id });
    const text = cleanLine(`${index + 1} ${reviewActionText(action)} (${actionStateText(action, now)})`);
    const tone = action.done ? 'quiet' : isLate(action, now) ? 'warning' : 'plain';
    if (isHere && stop.at === 'done')
      return [paragraph(text, size.columns, 'plain', '  '), openField(state, stop, words.titles.done, size)];
    const typed = cleanLine(state.draft.done[action.id]?.text ?? '');
    const below = typed === '' ? [] : [cut(line(`    ${words.unsaved(typed)}`, 'warning'), size.columns)];
    return isHere
      ? [opened(pointedAt(text, size.columns)), below]
      : [[cut(line(`  ${text}`, tone), size.columns), ...below]];
  });
}

/** Something new to be done: a line, or where it is typed in, a line for each of its fields. */
function newActionParts(state: ReviewState, index: number, size: Size): Part[] {
  const { draft, stop, incident } = state;
  const action = draft.actions[index];
  if (!action) return [];
  const number = incident.reviewActions.length + index + 1;
  const name = shown.action(number);
  const at = (part: ActionPart): Stop => ({ at: 'new-action', index, part });
  if (stop.at !== 'new-action' || stop.index !== index) {
    const [text, responsible, due] = [action.text, action.responsible, action.due].map((each) =>
      cleanLine(each.text),
    );
    const all = [text, responsible, due].filter((each) => each !== undefined && each !== '').join(' · ');
    return [closedField(name, all, size.columns)];
  }
  const first = fieldPart(state, at('text'), name, words.titles.text(number), size);
  if (isBlankAction(action)) return [first];
  return [
    first,
    fieldPart(state, at('responsible'), words.fields.responsible, words.titles.responsible, size),
    fieldPart(state, at('due'), words.fields.due, words.titles.due, size),
  ];
}

/** A field by its name with what stands in it; open where it is typed in. */
function fieldPart(state: ReviewState, at: Stop, name: string, title: string, size: Size): Part {
  if (isSameStop(state.stop, at)) return openField(state, at, title, size);
  return closedField(name, cleanLine(fieldAt(state.draft, at)?.text ?? ''), size.columns);
}

function closedField(name: string, text: string, columns: number): Line[] {
  const isEmpty = text === '';
  const named = { text: `  ${padEnd(name, nameWidth)}  `, tone: 'quiet' } as const;
  return [cut([named, { text: isEmpty ? words.empty : text, tone: isEmpty ? 'quiet' : 'plain' }], columns)];
}

function openField(state: ReviewState, at: Stop, title: string, { columns, rows }: Size): Body {
  const titled = pointedAt(title, columns).slice(0, Math.max(1, rows - 2));
  const buffer = fieldAt(state.draft, at);
  if (!buffer) return opened(titled);
  const below = at.at === 'new-action' && at.part === 'due' ? dayLines(buffer, state.now, columns) : [];
  const height = Math.max(1, Math.min(fieldRows, rows - titled.length - below.length));
  const body = stack([titled, textField(buffer, columns, height), below]);
  return { ...body, open: { from: 0, to: body.lines.length } };
}

/** Where the keys go. */
function pointedAt(text: string, columns: number): Line[] {
  return paragraph(`▶ ${text}`, columns, 'strong', '', '  ');
}

function opened(lines: readonly Line[]): Body {
  return fixed(lines, { from: 0, to: lines.length });
}

/** What the day means that is being typed: always one row, so that nothing jumps meanwhile. */
function dayLines({ text }: TextBuffer, now: string, columns: number): Line[] {
  const due = parseDueDate(text, now);
  if (isBlank(text)) return [blank];
  return [cut(line(dayText(due), due.kind === 'date' ? 'good' : 'warning'), columns)];
}

function dayText(due: ReturnType<typeof parseDueDate>): string {
  switch (due.kind) {
    case 'date':
      return due.date === null ? '' : words.understood(dayName(due.date));
    case 'not-understood':
      return words.notUnderstood;
    case 'past':
      return words.past(due.date);
  }
}

/** `tis 2026-12-01` */
function dayName(date: string): string {
  return `${weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1]} ${date}`;
}

function endPart(state: ReviewState, columns: number): Body | readonly Line[] {
  const text = hasReview(state) ? words.save : words.back;
  return state.stop.at === 'end' ? opened(pointedAt(text, columns)) : [cut(line(`  ${text}`), columns)];
}
