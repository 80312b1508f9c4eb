/** What is open beside the list: a question that one key answers, or a text field. */

import { permissionFor } from '../../domain/choices.ts';
import { countdownText } from '../../domain/countdown.ts';
import { briefMomentText, shortMomentText } from '../../domain/momentText.ts';
import { nameOf } from '../../domain/person.ts';
import { parsePlanned } from '../../domain/plannedTime.ts';
import { isBlank } from '../../domain/text.ts';
import { closingNeedsReason, stillOpen } from '../../flow/incident/closing.ts';
import { morningAfterAdvice, recommendationOf } from '../../flow/incident/deciding.ts';
import { textIn } from '../../flow/incident/fields.ts';
import { answerKeys } from '../../flow/incident/questions.ts';
import type { Field, IncidentState, Question } from '../../flow/incident/state.ts';
import { actionText } from '../../texts/actions.ts';
import * as call from '../../texts/call.ts';
import * as words from '../../texts/incident.ts';
import { notice as noticeWords } from '../../texts/incidentNotices.ts';
import * as panels from '../../texts/incidentPanels.ts';
import { crisisAnswerLabels } from '../../texts/labels.ts';
import { type Body, blank, fixed, stack, textField } from '../body.ts';
import { actionName, entryLines } from '../entryText.ts';
import { flow, type Line, line, paragraph, type Size } from '../frame.ts';
import { width } from '../textLayout.ts';

const tallestField = 4;

/** The question with its keys: they are seen also where what explains it has no room. */
export function questionBody(state: IncidentState, question: Question, columns: number): Body {
  const names = answerNames(state, question);
  const asked = questionText(question);
  const together = `${asked}  ${names.join(' · ')}`;
  const above = explanation(state, question, columns);
  const lines =
    width(together) <= columns
      ? [line(together, 'strong')]
      : [...paragraph(asked, columns, 'strong').slice(0, 2), ...flow(names, columns, 'strong')];
  return fixed([...above, ...lines], { from: above.length, to: above.length + lines.length });
}

function answerNames(state: IncidentState, { kind }: Question): string[] {
  const { answers, morning } = panels.questions;
  if (kind !== 'decide') return Object.values(answers[kind]);
  return Object.values({ ...answers.decide, m: morning(shortMomentText(morningAfterAdvice(state))) });
}

function questionText(question: Question): string {
  return question.kind === 'acknowledged' || question.kind === 'crisis-leadership'
    ? panels.questions[question.kind](question.by)
    : panels.questions[question.kind];
}

function explanation(state: IncidentState, question: Question, columns: number): Line[] {
  switch (question.kind) {
    case 'crisis-leadership':
      return [...standingLines(state, columns), ...paragraph(panels.questions.onYes, columns, 'quiet')];
    case 'decide': {
      const recommendation = recommendationOf(state);
      const forbidden = Object.values(answerKeys.decide).flatMap((choice) => {
        const permission = permissionFor(choice, recommendation);
        return permission.kind === 'forbidden'
          ? [`${words.top.choices[choice]}: ${call.decision.forbidden(permission.by)}`]
          : [];
      });
      return [
        ...adviceLines(state, question.action, columns).slice(0, 3),
        ...forbidden.flatMap((text) => paragraph(text, columns, 'quiet')),
      ];
    }
    default:
      return [];
  }
}

/** What the director has decided so far. */
function standingLines({ incident: { crisisLeadership }, now }: IncidentState, columns: number): Line[] {
  if (!crisisLeadership) return [];
  const { answer, director, at } = crisisLeadership;
  const text = panels.questions.stands(crisisAnswerLabels[answer], director, briefMomentText(at, now));
  return paragraph(text, columns, 'strong');
}

function adviceLines({ incident }: IncidentState, key: string, columns: number): Line[] {
  const advice = incident.actions.find((action) => action.key === key)?.advice;
  return advice ? paragraph(words.card.advice(nameOf(advice.whom), advice.text), columns) : [];
}

/** The field under its title, and what it takes. */
export function fieldBody(state: IncidentState, field: Field, { columns, rows }: Size): Body {
  const { help } = panels.fields[field.kind];
  const title = paragraph(fieldTitle(state, field), columns, 'strong').slice(0, 3);
  const below = [...timeLines(state, field, columns), ...paragraph(help, columns, 'quiet')];
  const left = rows - title.length - below.length;
  const above = contextLines(state, field, { columns, rows: Math.max(0, left - 1) });
  const height = Math.max(1, Math.min(tallestField, left - above.length));
  return stack([title, above, textField(textIn(state, field), columns, height), below]);
}

function fieldTitle(state: IncidentState, field: Field): string {
  const { title } = panels.fields[field.kind];
  switch (field.kind) {
    case 'follow-up-text':
      return panels.followUpTitles[field.what];
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

/** What the time means that is being typed: always the same number of rows, so that nothing jumps meanwhile. */
function timeLines(state: IncidentState, field: Field, columns: number): Line[] {
  if (!takesTime(field)) return [];
  const { text } = textIn(state, field);
  return isBlank(text) ? [blank] : paragraph(timeText(text, state.now), columns, 'plain').slice(0, 2);
}

function timeText(text: string, now: string): string {
  const planned = parsePlanned(text, now);
  switch (planned.kind) {
    case 'at':
      return panels.timeField.understood(shortMomentText(planned.at), countdownText(planned.at, now));
    case 'not-understood':
      return panels.timeField.notUnderstood;
    case 'past':
      return noticeWords.timePast(shortMomentText(planned.at));
    case 'too-far':
      return noticeWords.timeTooFar(shortMomentText(planned.at));
  }
}

function takesTime({ kind }: Field): boolean {
  return kind === 'next-try' || kind === 'ask-again' || kind === 'follow-up-time';
}

/** What one must have before one's eyes to write it. */
function contextLines(state: IncidentState, field: Field, { columns, rows }: Size): Line[] {
  switch (field.kind) {
    case 'decision-reason':
      return adviceLines(state, field.action, columns).slice(0, Math.min(3, rows));
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
  const { closing } = panels;
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
