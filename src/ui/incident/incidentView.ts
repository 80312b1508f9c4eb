/** The incident as a frame: header, the decision and what cannot wait, the actions or what is read, hints and keys. */
import type { IncidentState } from '../../flow/incident/state.ts';
import { type Body, blank, fixed, stack } from '../body.ts';
import type { Frame, Size } from '../frame.ts';
import { framed, heightOf, tooSmall } from '../layout.ts';
import { actionListLines } from './actionList.ts';
import { footer } from './footer.ts';
import { incidentHeader } from './header.ts';
import { fieldBody, questionBody } from './panelView.ts';
import { detailsBody, keysBody, timelineBody } from './readingView.ts';
import { alarmLines, decisionLines } from './topView.ts';

/** Below this the actions cannot be shown. */
const smallest: Size = { columns: 34, rows: 10 };
/** Room for an action and its number, also when there is much else to say. */
const leastBody = 4;

/** The frame for this state: never more lines than `rows`, never wider than `columns`. */
export function incidentView(state: IncidentState, size: Size, scroll: number): Frame {
  const small = tooSmall(size, smallest);
  if (small) return small;
  const { columns, rows } = size;
  const below = (scrolling: readonly string[]) => footer(state, size, scrolling);
  const top = [...alarmLines(state, columns), ...decisionLines(state, columns)];
  const room = rows - 1 - heightOf(below) - leastBody;
  const above = [incidentHeader(state, columns), ...top.slice(0, room)];
  return framed(size, above, (left) => bodyOf(state, left, scroll), below, scroll);
}

function bodyOf(state: IncidentState, size: Size, scroll: number): Body {
  const { panel } = state;
  switch (panel?.kind) {
    case undefined:
      return fixed(actionListLines(state, size));
    case 'question':
      return underList(state, questionBody(state, panel.question, size.columns), size);
    case 'field':
      return underList(state, fieldBody(state, panel.field, size), size);
    case 'timeline':
      return timelineBody(state, panel, size);
    case 'details':
      return detailsBody(state, size, scroll);
    case 'keys':
      return keysBody(size, scroll);
  }
}

/** The list gives way to what is asked: as much of it as there is room for. */
function underList(state: IncidentState, asked: Body, { columns, rows }: Size): Body {
  const room = rows - asked.lines.length - 1;
  if (room < 1) return asked;
  return stack([actionListLines(state, { columns, rows: room }), [blank], asked]);
}
