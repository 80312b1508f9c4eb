/** The timeline: every entry in order, one pointed at, which may be struck. */
import type { Entry } from '../../domain/entry.ts';
import { canBeStruck, struckEntries } from '../../domain/struck.ts';
import type { Key } from '../keys.ts';
import { closePanel, isBack, openField, refuse } from './panels.ts';
import { moved } from './selecting.ts';
import type { IncidentState, Panel } from './state.ts';
import { newestEntry, type Turn, turn } from './turn.ts';

type Timeline = Extract<Panel, { kind: 'timeline' }>;

/** Opens it at its latest entry; for striking, at the latest that can be struck. */
export function openTimeline(state: IncidentState, striking: boolean): IncidentState {
  if (!striking) return { ...state, panel: { kind: 'timeline', entry: newestEntry(state), striking } };
  const last = strikable(state).at(-1);
  return last
    ? { ...state, panel: { kind: 'timeline', entry: last.id, striking } }
    : refuse(state, 'nothing-to-strike');
}

/** The entries that can be struck and have not been. */
function strikable({ entries }: IncidentState): Entry[] {
  const struck = struckEntries(entries);
  return entries.filter((entry) => canBeStruck(entry) && !struck.has(entry.id));
}

export function onTimelineKey(state: IncidentState, panel: Timeline, key: Key): Turn {
  const letter = key.kind === 'text' ? key.text.toLowerCase() : '';
  if (isBack(key) || (letter === 'l' && !panel.striking)) return turn(closePanel(state));
  if (panel.striking ? key.kind === 'enter' : letter === 'r') return turn(chooseToStrike(state, panel.entry));
  const among = panel.striking ? strikable(state) : state.entries;
  const index = among.findIndex(({ id }) => id === panel.entry);
  const to = moved(index < 0 ? among.length - 1 : index, among.length, key.kind);
  if (to === null) return turn(refuse(state, 'no-such-key'));
  return turn({ ...state, panel: { ...panel, entry: among[to]?.id ?? panel.entry } });
}

function chooseToStrike(state: IncidentState, entry: string): IncidentState {
  if (state.incident.status === 'closed') return refuse(state, 'is-closed');
  return strikable(state).some(({ id }) => id === entry)
    ? openField(state, { kind: 'strike', entry })
    : refuse(state, 'cannot-be-struck');
}
