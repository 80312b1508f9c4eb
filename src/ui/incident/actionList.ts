/** The actions: the open ones by time, the selected one unfolded, and those that have come to an end. */
import type { ActionState } from '../../domain/actionState.ts';
import { countdownText } from '../../domain/countdown.ts';
import { briefMomentText } from '../../domain/momentText.ts';
import { compareInstants } from '../../domain/time.ts';
import { actionsInOrder, isAcknowledged } from '../../flow/incident/actionsShown.ts';
import type { IncidentState } from '../../flow/incident/state.ts';
import { actionStatusLabels, actionText } from '../../texts/actions.ts';
import * as words from '../../texts/incident.ts';
import { apart, type Line, line, type Size, type Tone } from '../frame.ts';
import { padEnd, width } from '../textLayout.ts';
import { actionCard } from './actionCard.ts';
import { windowed } from './windowed.ts';

const marker = '▶ ';
const indent = '  ';
/** The time's column is no wider than this, also when something is days late. */
const widestTime = 19;

/** As many rows as there are; what has come to an end is folded to a count where there is no room for it. */
export function actionListLines(state: IncidentState, size: Size): Line[] {
  const actions = actionsInOrder(state);
  if (actions.length === 0) return [line(words.list.nothing, 'quiet')].slice(0, size.rows);
  const times = timeColumn(state, actions);
  const blockOf = (action: ActionState) =>
    action.key === state.selected
      ? actionCard(state, action, `${marker}${timeOf(state, action)}`, { ...size, rows: size.rows - 2 })
      : [row(state, action, times, size.columns)];
  const blocks = actions.map(blockOf);
  const open = actions.filter(({ status }) => status === 'open').length;
  const selected = actions.findIndex(({ key }) => key === state.selected);
  const isTall = blocks.reduce((sum, block) => sum + block.length, 0) > size.rows;
  // A mark for what is more takes a row: to fold away a single one would gain nothing.
  if (!isTall || selected >= open || actions.length - open < 2)
    return windowed(blocks, selected, size.rows, words.list);
  const folded = line(`${indent}${foldedText(actions.slice(open))}`, 'quiet');
  return [...windowed(blocks.slice(0, open), selected, size.rows - 1, words.list), folded].slice(
    0,
    size.rows,
  );
}

function foldedText(ended: readonly ActionState[]): string {
  const count = (status: ActionState['status']) => ended.filter((action) => action.status === status).length;
  return words.list.folded(count('done'), count('skipped'), count('superseded'));
}

/** When it is due, or how and when it ended. In a closed incident nothing is late. */
function timeOf({ now, incident }: IncidentState, { status, due, end }: ActionState): string {
  if (incident.status === 'closed' && status === 'open') return actionStatusLabels.open;
  if (status !== 'open') {
    const clock = end && status === 'done' ? ` ${briefMomentText(end.at, now)}` : '';
    return `${actionStatusLabels[status]}${clock}`;
  }
  return due === null ? words.list.noTime : countdownText(due, now);
}

function timeColumn(state: IncidentState, actions: readonly ActionState[]): number {
  return Math.min(widestTime, Math.max(...actions.map((action) => width(timeOf(state, action)))));
}

function row(state: IncidentState, action: ActionState, times: number, columns: number): Line {
  const isOpen = action.status === 'open';
  const left: Line = [
    {
      text: `${indent}${padEnd(timeOf(state, action), times)}  `,
      tone: isOpen ? timeTone(state, action) : 'quiet',
    },
    { text: actionText(action.action), tone: isOpen ? 'plain' : 'quiet' },
  ];
  const about = rowEnd(action);
  // In a narrow window the action's own words come first.
  if (about === '' || columns < 60) return left;
  return apart(left, line(`  ${about}`, 'quiet'), columns, 'plain');
}

function rowEnd(action: ActionState): string {
  const { status, attempts, assignedTo, acknowledgement } = action;
  if (status === 'done')
    return isAcknowledged(action.action)
      ? acknowledgement
        ? words.list.acknowledged
        : words.list.notAcknowledged
      : '';
  if (status !== 'open') return '';
  return [assignedTo ?? '', attempts.length > 0 ? words.list.tried(attempts.length) : '']
    .filter((part) => part !== '')
    .join(' · ');
}

function timeTone({ now, incident }: IncidentState, { due }: ActionState): Tone {
  if (due === null || incident.status === 'closed') return 'quiet';
  return compareInstants(due, now) <= 0 ? 'warning' : 'plain';
}
