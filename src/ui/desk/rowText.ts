/** A row of the desk screen in words. */

import { summaryOf } from '../../domain/answers.ts';
import { countdownText } from '../../domain/countdown.ts';
import { shortMomentText } from '../../domain/momentText.ts';
import { personText } from '../../domain/person.ts';
import { cleanLine } from '../../domain/text.ts';
import type { CallRow, DeskRow, DraftRow, FollowUpRow, IncidentRow } from '../../flow/desk/rows.ts';
import type { DeskState } from '../../flow/desk/state.ts';
import { actionText } from '../../texts/actions.ts';
import * as words from '../../texts/desk.ts';
import { exercise, outcomeLabels, timingLabels } from '../../texts/labels.ts';

export interface RowText {
  /** What stands in columns under each other, the most needed first; a narrow window has room for fewer. */
  readonly cells: readonly string[];
  /** What follows them, as far as there is room. */
  readonly text: string;
  /** All that the list may have no room for, as one line. */
  readonly rest: string;
}

/** Further ahead than this the moment says more than how long it is. */
const longestCountdown = { hours: 12 };

export function rowText(row: DeskRow, { now }: Pick<DeskState, 'now'>): RowText {
  const parts = partsOf(row, now);
  const cells = parts.cells.map(cleanLine);
  const text = cleanLine(parts.text);
  const unseen = row.kind === 'follow-up' ? [] : cells.slice(1);
  const rest = [row.exercise ? exercise : '', ...unseen, text].filter((part) => part !== '');
  return { cells, text, rest: rest.join('  ') };
}

type Parts = Pick<RowText, 'cells' | 'text'>;

function partsOf(row: DeskRow, now: string): Parts {
  switch (row.kind) {
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

function followUpParts(row: FollowUpRow, now: string): Parts {
  const { followUp, incident } = row;
  const summary = summaryOf(incident.answers);
  const parts = followUp.action ? [`${followUpTitle(row)}${reachText(row)}`, summary] : [followUpTitle(row)];
  return {
    cells: [whenText(followUp, now), followUp.number],
    text: parts.filter((part) => part !== '').join(' · '),
  };
}

/** What is to be done, without when and whom to reach. */
export function followUpTitle({ followUp: { action }, incident }: FollowUpRow): string {
  if (action === null)
    return `${words.row.awaits.decision} ${summaryOf(incident.answers) || words.row.nothingYet}`;
  const assigned = action.assignedTo === null ? '' : ` ${words.row.assigned(action.assignedTo)}`;
  return actionText(action.action) + assigned;
}

/** `: Anna Ek 031-390 06 00`; a member of the crisis group is named already. */
function reachText({ followUp, whom }: FollowUpRow): string {
  const person = whom();
  if (person === null) return '';
  const kind = followUp.action?.action.kind;
  const name = kind === 'call-together' ? '' : person.name;
  const reach = personText({ name, phone: kind === 'mail-director' ? person.email : person.phone });
  return reach === '' ? '' : `: ${reach}`;
}

/** What is to be done at once is not late until the desk is reminded of it: somebody is at work on it. */
function whenText({ at, due }: FollowUpRow['followUp'], now: string): string {
  const moment = Date.parse(now);
  if (Date.parse(due) <= moment && moment < Date.parse(at)) return countdownText(now, now);
  const isFar = Date.parse(due) - moment > longestCountdown.hours * 3_600_000;
  return isFar ? shortMomentText(due) : countdownText(due, now);
}

function draftParts({ incident, subject }: DraftRow): Parts {
  return { cells: [incident.number], text: subject };
}

function callParts({ call }: CallRow): Parts {
  const { number, receivedAt, summary } = call;
  return {
    cells: [number ?? words.row.notNumbered, '', '', receivedAt === null ? '' : shortMomentText(receivedAt)],
    text: `${words.row.unfinished} ${summary || words.row.nothingYet}`,
  };
}

function incidentParts({ incident, summary, remaining }: IncidentRow): Parts {
  const { number, decision, awaits, receivedAt } = incident;
  const timing = decision?.timing ? `, ${timingLabels[decision.timing]}` : '';
  const outcome = decision ? outcomeLabels[decision.outcome] + timing : '';
  const needs = awaits ? [words.row.awaits[awaits]] : [];
  return {
    cells: [number, outcome, words.row.remaining(remaining), shortMomentText(receivedAt)],
    text: [...needs, summary || words.row.nothingYet].join(' '),
  };
}
