/** The actions: the open ones by time, the selected one unfolded, and those that have come to an end. */

import type { ActionState } from '../../domain/actionState.ts';
import { type FollowUp, followUpsOf, hasFallenDue } from '../../domain/followUps.ts';
import { briefMomentText } from '../../domain/momentText.ts';
import { isAcknowledged, isAllDone } from '../../flow/incident/actionsShown.ts';
import { actionsInOrder } from '../../flow/incident/order.ts';
import { dueOf } from '../../flow/incident/rounds.ts';
import type { IncidentState } from '../../flow/incident/state.ts';
import { actionStatusLabels, actionText } from '../../texts/actions.ts';
import * as words from '../../texts/incident.ts';
import { dueText } from '../dueText.ts';
import { apart, type Line, line, lineWidth, paragraph, type Size, type Tone } from '../frame.ts';
import { padEnd, width } from '../textLayout.ts';
import { actionCard } from './actionCard.ts';
import { reachedBefore } from './reachedBefore.ts';
import { windowed } from './windowed.ts';

const marker = '▶ ';
const indent = '  ';
/** The time's column is no wider than this, also when something is days late. */
const widestTime = 19;
/** Where there is less room than this beside the time, the action's own words come first. */
const leastWords = 32;

/** As many rows as there are; what has come to an end is folded to a count where there is no room for it. */
export function actionListLines(state: IncidentState, { columns, rows }: Size): Line[] {
  const actions = actionsInOrder(state);
  if (actions.length === 0) return [line(words.list.nothing, 'quiet')].slice(0, rows);
  const done = isAllDone(state) ? paragraph(words.list.allDone, columns, 'good') : [];
  return [...done, ...listed(state, actions, { columns, rows: rows - done.length })].slice(0, rows);
}

function listed(state: IncidentState, actions: readonly ActionState[], { columns, rows }: Size): Line[] {
  const times = timesOf(state, actions);
  const column = Math.min(widestTime, Math.max(...times.map(({ text }) => width(text))));
  const blocks = actions.map((action, index) => {
    const time = times[index] ?? noTime;
    const list = listTitle(action, actions[index - 1], columns);
    if (action.key !== state.selected) return [...list, row(state, action, time, column, columns)];
    const size = { columns, rows: rows - 2 - list.length };
    return [...list, ...actionCard(state, action, `${marker}${time.text}`, size)];
  });
  const open = actions.filter(({ status }) => status === 'open').length;
  const selected = actions.findIndex(({ key }) => key === state.selected);
  // A mark for what is more takes a row: to fold away a single one would gain nothing.
  if (heightOf(blocks) <= rows || selected >= open || actions.length - open < 2)
    return windowed(blocks, selected, rows, words.list);
  let shown = open;
  while (shown < actions.length && heightOf(blocks.slice(0, shown + 1)) < rows) shown++;
  const count = foldedText(actions.slice(shown));
  const folded = shown > open ? words.list.andFolded(count) : count;
  return [
    ...windowed(blocks.slice(0, shown), selected, rows - 1, words.list),
    line(`${indent}${folded}`, 'quiet'),
  ];
}

function heightOf(blocks: readonly (readonly Line[])[]): number {
  return blocks.reduce((sum, block) => sum + block.length, 0);
}

/** The name of the checklist above the first of its points. */
function listTitle(
  { action, status }: ActionState,
  before: ActionState | undefined,
  columns: number,
): Line[] {
  if (action.kind !== 'checklist-point') return [];
  const isSame =
    before?.action.kind === 'checklist-point' &&
    before.action.checklist === action.checklist &&
    (before.status === 'open') === (status === 'open');
  return isSame ? [] : paragraph(action.checklist, columns, 'quiet', indent).slice(0, 1);
}

function foldedText(ended: readonly ActionState[]): string {
  const count = (status: ActionState['status']) => ended.filter((action) => action.status === status).length;
  return words.list.folded(count('done'), count('skipped'), count('superseded'));
}

interface Time {
  readonly text: string;
  readonly tone: Tone;
}

const noTime: Time = { text: words.list.noTime, tone: 'quiet' };

/** When each is due, or how and when it ended. */
function timesOf(state: IncidentState, actions: readonly ActionState[]): Time[] {
  const followUps = followUpsOf(state.incident, state.context.reminderMinutes);
  const byKey = new Map(followUps.map((followUp) => [followUp.key, followUp]));
  return actions.map((action) => timeOf(state, action, byKey.get(action.key)));
}

function timeOf(state: IncidentState, action: ActionState, followUp: FollowUp | undefined): Time {
  const { now, incident } = state;
  const { status, end } = action;
  if (status !== 'open') {
    const clock = end && status === 'done' ? ` ${briefMomentText(end.at, now)}` : '';
    return { text: `${actionStatusLabels[status]}${clock}`, tone: 'quiet' };
  }
  // In a closed incident nothing is late.
  if (incident.status === 'closed') return { text: actionStatusLabels.open, tone: 'quiet' };
  if (!followUp) return noTime;
  const due = dueOf(state, action) ?? followUp.due;
  const text = dueText({ at: followUp.at, due }, now);
  if (hasFallenDue(followUp, now)) return { text, tone: 'warning' };
  return { text, tone: hasFallenDue({ at: due }, now) ? 'strong' : 'plain' };
}

function row(
  state: IncidentState,
  action: ActionState,
  { text, tone }: Time,
  times: number,
  columns: number,
): Line {
  const time = { text: `${indent}${padEnd(text, times)}  `, tone };
  const left: Line = [
    time,
    { text: actionText(action.action), tone: action.status === 'open' ? 'plain' : 'quiet' },
  ];
  const room = columns - width(time.text) - leastWords;
  const about = rowEnds(state, action).find((each) => width(each) + 2 <= room || fits(left, each, columns));
  return about === undefined ? left : apart(left, line(`  ${about}`, 'quiet'), columns, 'plain');
}

function fits(left: Line, about: string, columns: number): boolean {
  return lineWidth(left) + 3 + width(about) <= columns;
}

/** What stands at the row's end, from the fullest words to the fewest; none when there is nothing to say. */
function rowEnds(state: IncidentState, action: ActionState): string[] {
  const { status, assignedTo, acknowledgement } = action;
  const { list } = words;
  if (status === 'done' && isAcknowledged(action.action))
    return [acknowledgement ? list.acknowledged : list.notAcknowledged];
  if (status !== 'open') return [];
  const before = reachedBefore(action);
  const tried = action.attempts.filter(({ at }) => !before || Date.parse(at) > Date.parse(before.at)).length;
  const rest = [assignedTo ?? '', tried > 0 ? list.tried(tried) : ''];
  const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');
  if (!before) return [joined(...rest)].filter((text) => text !== '');
  const clock = briefMomentText(before.at, state.now);
  return [
    joined(list.reachedBefore(clock), ...rest),
    list.reachedBefore(clock),
    list.reachedBeforeShort(clock),
  ];
}
