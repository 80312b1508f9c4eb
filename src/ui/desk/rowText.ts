/** A row of the desk screen in words. */
import type { AnyAction } from '../../domain/actions.ts';
import { summaryOf } from '../../domain/answers.ts';
import type { Incident } from '../../domain/incident.ts';
import { shortMomentText } from '../../domain/momentText.ts';
import { cleanLine } from '../../domain/text.ts';
import type { MailRow } from '../../flow/desk/mailRows.ts';
import type { CallRow, DeskRow, DraftRow, FollowUpRow, IncidentRow } from '../../flow/desk/rows.ts';
import type { DeskState } from '../../flow/desk/state.ts';
import { actionText } from '../../texts/actions.ts';
import { mailCame, reminderMails, ringInstead } from '../../texts/delivery.ts';
import * as words from '../../texts/desk.ts';
import { exercise, outcomeLabels, timingLabels } from '../../texts/labels.ts';
import { exerciseSubject } from '../../texts/report.ts';
import { dueText } from '../dueText.ts';
import { reachText, withReach } from '../reachText.ts';

export interface RowText {
  /** What stands in columns under each other, the most needed first; a narrow window has room for fewer. */
  readonly cells: readonly string[];
  /** What follows them, from the fullest words to the fewest: the first for which there is room. */
  readonly texts: readonly string[];
  /** What follows that, as far as there is room. */
  readonly more: string;
  /** All that the list may have no room for, as one line. */
  readonly rest: string;
}

export function rowText(row: DeskRow, { now }: Pick<DeskState, 'now'>): RowText {
  const parts = partsOf(row, now);
  const cells = parts.cells.map(cleanLine);
  const texts = parts.texts.map(cleanLine);
  const more = parts.more === '' ? '' : ` · ${cleanLine(parts.more)}`;
  const [first = ''] = texts;
  const [, ...others] = cells;
  // What a number is about is read before the incident's own.
  const words =
    row.kind === 'follow-up' ? [`${first} · ${others.join('')}${more}`] : [...others, first + more];
  const rest = [row.exercise ? exercise : '', ...words].filter((part) => part !== '');
  return { cells, texts, more, rest: rest.join('  ') };
}

type Parts = Pick<RowText, 'cells' | 'texts' | 'more'>;

function partsOf(row: DeskRow, now: string): Parts {
  switch (row.kind) {
    case 'mail':
      return mailParts(row);
    case 'follow-up':
      return followUpParts(row, now);
    case 'draft':
      return draftParts(row);
    case 'call':
      return callParts(row);
    case 'incident':
      return incidentParts(row);
  }
}

/** Whom to ring instead comes first. */
function mailParts({ mails, about, whom }: MailRow): Parts {
  const [item] = mails;
  if (item.incident === null)
    return { cells: [], texts: [reminderMails(mails.length)], more: mailCame(item) };
  const number = about === null ? '' : `${about.number} · `;
  return { cells: [], texts: ringInstead(item, whom), more: number + item.subject };
}

function followUpParts(row: FollowUpRow, now: string): Parts {
  const { followUp, incident } = row;
  const title = followUpTitle(row);
  return {
    cells: [dueText(followUp, now), followUp.number],
    texts: followUp.action ? reachTexts(row, title, followUp.action.action) : [title],
    more: followUp.action ? summaryOf(incident.answers) : '',
  };
}

/** Where there is not room for all of it, the number to dial, or the unit, goes before the words. */
function reachTexts({ whom, exercise: isExercise }: FollowUpRow, title: string, action: AnyAction): string[] {
  const short = words.row.short(action.kind);
  const person = whom();
  if (person === null && isExercise && action.kind === 'mail-director')
    return [`${title}: ${words.row.noRecipient}`];
  const whole = person ? withReach(title, action, person) : title;
  if (person === null || whole === title)
    return action.kind === 'inform-unit-manager' && action.unit
      ? [title, `${short} ${action.unit}`]
      : [title];
  const reach = reachText(action, person);
  return [whole, `${short} ${reach}`.trim(), reach];
}

/** What is to be done, without when and whom to reach. */
export function followUpTitle({ followUp: { action }, incident }: FollowUpRow): string {
  if (action === null)
    return `${words.row.awaits.decision} ${summaryOf(incident.answers) || words.row.nothingYet}`;
  const assigned = action.assignedTo === null ? '' : ` ${words.row.assigned(action.assignedTo)}`;
  return actionText(action.action) + assigned;
}

/** The row is marked as an exercise itself. */
function draftParts({ incident, subject }: DraftRow): Parts {
  const unmarked = subject.startsWith(exerciseSubject) ? subject.slice(exerciseSubject.length) : subject;
  return { cells: [incident.number], texts: [unmarked], more: '' };
}

function callParts({ call }: CallRow): Parts {
  const { number, receivedAt, summary } = call;
  return {
    cells: [number ?? words.row.notNumbered, '', '', receivedAt === null ? '' : shortMomentText(receivedAt)],
    texts: [`${words.row.unfinished} ${summary || words.row.nothingYet}`],
    more: '',
  };
}

function incidentParts({ incident, summary, remaining, isWatched }: IncidentRow): Parts {
  const { number, awaits, receivedAt } = incident;
  const needs = awaits ? [words.row.awaits[awaits]] : [];
  return {
    cells: [
      number,
      stateText(incident),
      words.row.remaining(remaining, isWatched),
      shortMomentText(receivedAt),
    ],
    texts: [[...needs, summary || words.row.nothingYet].join(' ')],
    more: '',
  };
}

/** What was decided; once the director has been reached, what came of that. */
function stateText({ decision, actions, crisisLeadership }: Incident): string {
  if (!decision) return '';
  const isReached = actions.some(
    ({ action, status }) => action.kind === 'call-director' && status === 'done',
  );
  if (isReached)
    return crisisLeadership ? words.row.crisisLeadership(crisisLeadership.answer) : words.row.directorReached;
  const timing = decision.timing ? `, ${timingLabels[decision.timing]}` : '';
  return outcomeLabels[decision.outcome] + timing;
}
