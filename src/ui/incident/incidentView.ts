/** The incident as a frame: header, the decision and what cannot wait, the actions or what is read, hints and keys. */
import type { IncidentState } from '../../flow/incident/state.ts';
import * as words from '../../texts/incident.ts';
import { type Body, blank, fixed, inView, stack } from '../body.ts';
import { cut, type Frame, paragraph, type Size } from '../frame.ts';
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
  const { columns, rows } = size;
  if (columns < smallest.columns || rows < smallest.rows) {
    const lines = paragraph(words.tooSmall(columns, rows + 1), Math.max(1, columns), 'warning');
    return { lines: lines.slice(0, rows), cursor: null, scrollMax: 0 };
  }
  const below = footer(state, size, true);
  const top = [...alarmLines(state, columns), ...decisionLines(state, columns)];
  const above = [incidentHeader(state, columns), ...top.slice(0, rows - 1 - below.length - leastBody)];
  const height = rows - above.length - below.length;
  const body = inView(bodyOf(state, { columns, rows: height }, scroll), height);
  const keys = body.scrollMax > 0 ? below : footer(state, size, false);
  const filler = Array.from({ length: rows - above.length - body.lines.length - keys.length }, () => blank);
  return {
    lines: [...above, ...body.lines, ...filler, ...keys].map((each) => cut(each, columns)),
    cursor: body.cursor && { ...body.cursor, row: body.cursor.row + above.length },
    scrollMax: body.scrollMax,
  };
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
