/** What is open beside the list: a question that one key answers, or a text field. */
import { permissionFor } from '../../domain/decision.ts';
import { closingNeedsReason, stillOpen } from '../../flow/incident/closing.ts';
import { textIn } from '../../flow/incident/fields.ts';
import { answerKeys, recommendationOf } from '../../flow/incident/questions.ts';
import type { Field, IncidentState, Question } from '../../flow/incident/state.ts';
import { actionText } from '../../texts/actions.ts';
import * as call from '../../texts/call.ts';
import * as words from '../../texts/incident.ts';
import { type Body, fixed, stack, textField } from '../body.ts';
import { actionName, entryLines } from '../entryText.ts';
import { flow, type Line, line, paragraph, type Size } from '../frame.ts';
import { width } from '../textLayout.ts';

const tallestField = 4;

/** The question with its keys: they are seen also where what explains it has no room. */
export function questionBody(state: IncidentState, question: Question, columns: number): Body {
  const names = Object.values(words.questions.answers[question.kind]);
  const asked = questionText(question);
  const together = `${asked}  ${names.join(' · ')}`;
  const above = explanation(state, question, columns);
  const lines =
    width(together) <= columns
      ? [line(together, 'strong')]
      : [...paragraph(asked, columns, 'strong').slice(0, 2), ...flow(names, columns, 'strong')];
  return fixed([...above, ...lines], { from: above.length, to: above.length + lines.length });
}

function questionText(question: Question): string {
  return question.kind === 'acknowledged' || question.kind === 'crisis-leadership'
    ? words.questions[question.kind](question.by)
    : words.questions[question.kind];
}

function explanation(state: IncidentState, question: Question, columns: number): Line[] {
  switch (question.kind) {
    case 'crisis-leadership':
      return paragraph(words.questions.onYes, columns, 'quiet');
    case 'decide': {
      const recommendation = recommendationOf(state);
      const advice = state.incident.actions.find(({ key }) => key === question.action)?.advice;
      const forbidden = Object.values(answerKeys.decide).flatMap((choice) => {
        const permission = permissionFor(choice, recommendation);
        return permission.kind === 'forbidden'
          ? [`${words.top.choices[choice]}: ${call.decision.forbidden(permission.by)}`]
          : [];
      });
      return [
        ...(advice ? paragraph(words.card.advice(advice.whom.name, advice.text), columns).slice(0, 3) : []),
        ...forbidden.flatMap((text) => paragraph(text, columns, 'quiet')),
      ];
    }
    default:
      return [];
  }
}

/** The field under its title, and what it takes. */
export function fieldBody(state: IncidentState, field: Field, { columns, rows }: Size): Body {
  const { help } = words.fields[field.kind];
  const title = paragraph(fieldTitle(state, field), columns, 'strong').slice(0, 3);
  const below = paragraph(help, columns, 'quiet');
  const left = rows - title.length - below.length;
  const above = contextLines(state, field, { columns, rows: Math.max(0, left - 1) });
  const height = Math.max(1, Math.min(tallestField, left - above.length));
  return stack([title, above, textField(textIn(state, field), columns, height), below]);
}

function fieldTitle(state: IncidentState, field: Field): string {
  const { title } = words.fields[field.kind];
  switch (field.kind) {
    case 'follow-up-text':
      return words.followUpTitles[field.what];
    case 'whom':
    case 'skip':
    case 'next-try':
    case 'assign':
    case 'answer':
      return `${title} ${actionName(field.action, state.incident.actions)}`;
    default:
      return title;
  }
}

/** What one must have before one's eyes to write it. */
function contextLines(state: IncidentState, field: Field, { columns, rows }: Size): Line[] {
  switch (field.kind) {
    case 'close':
      return closeLines(state, { columns, rows });
    case 'note':
    case 'strike': {
      const id = field.kind === 'strike' ? field.entry : field.about;
      const text = entryLines(state.entries).find(({ entry }) => entry.id === id)?.text ?? '';
      return text === '' ? [] : paragraph(text, columns, 'plain', '  ').slice(0, Math.min(2, rows));
    }
    case 'follow-up-time': {
      const { text } = textIn(state, { kind: 'follow-up-text', what: field.what });
      return text === '' ? [] : paragraph(text, columns, 'plain', '  ').slice(0, Math.min(2, rows));
    }
    default:
      return [];
  }
}

/** What is still open, by name, as much of it as there is room for. */
function closeLines(state: IncidentState, { columns, rows }: Size): Line[] {
  const { closing } = words;
  const open = stillOpen(state);
  const { awaits } = state.incident;
  const needs = closingNeedsReason(state);
  const head = [
    ...(awaits === null ? [] : [line(closing.awaits[awaits], 'alarm')]),
    line(
      open.length === 0 ? closing.nothingOpen : closing.stillOpen(open.length),
      open.length === 0 ? 'good' : 'warning',
    ),
  ];
  const foot = paragraph(
    needs ? closing.needsReason : closing.reasonOptional,
    columns,
    needs ? 'strong' : 'quiet',
  );
  const room = Math.max(0, rows - head.length - foot.length);
  const fits = open.length <= room;
  const named = open.slice(0, fits ? room : Math.max(0, room - 1));
  return [
    ...head,
    ...named.map(({ action }) => line(`  ${actionText(action)}`)),
    ...(fits || room === 0 ? [] : [line(`  ${closing.andMore(open.length - named.length)}`, 'quiet')]),
    ...foot,
  ].slice(0, rows);
}
