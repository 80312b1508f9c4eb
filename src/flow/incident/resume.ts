/** The incident screen as it starts, and what is kept of what is typed in it. */
import type { Entry, NewEntry } from '../../domain/entry.ts';
import { foldIncident } from '../../domain/incident.ts';
import { isBlank } from '../../domain/text.ts';
import { motivationAfterAdvice } from '../../texts/incidentPanels.ts';
import { asWritten } from '../newEntry.ts';
import { bufferOf, type TextBuffer } from '../textBuffer.ts';
import { select } from './selecting.ts';
import { type Field, fieldName, type IncidentContext, type IncidentState } from './state.ts';
import { withEntries } from './turn.ts';
import { openFieldOf } from './update.ts';

/** What has been typed and is not recorded as an entry yet, as plain JSON. */
export interface IncidentTyping {
  readonly version: 1;
  readonly screen: 'incident';
  readonly selected: string | null;
  /** The field that is open. */
  readonly field: Field | null;
  readonly texts: Readonly<Record<string, TextBuffer>>;
  /** The number of the latest entry that there was: what was typed may have become one that came after. */
  readonly after: number;
}

/** What must be kept besides the entries; null when nothing is typed. */
export function typingOf(state: IncidentState): IncidentTyping | null {
  const { selected, texts, entries, unshown } = state;
  const typed = Object.entries(texts).filter(([, { text }]) => !isBlank(text));
  if (typed.length === 0) return null;
  const after = entries.findLast(({ id }) => !unshown.includes(id))?.sequence ?? 0;
  return {
    version: 1,
    screen: 'incident',
    selected,
    field: openFieldOf(state),
    texts: Object.fromEntries(typed),
    after,
  };
}

/** Reads back what `typingOf` gave. Returns null for anything else, such as a later version's. */
export function parseIncidentTyping(json: string): IncidentTyping | null {
  try {
    const typing = JSON.parse(json) as IncidentTyping | null;
    return typing?.version === 1 && typing.screen === 'incident' ? typing : null;
  } catch {
    return null;
  }
}

/**
 * The screen at its start. `entries` are the incident's, in order, and `waiting` those that could not be written yet;
 * `typing` is JSON from `typingOf`, and `select` the key of the action to open. Throws RangeError when the entries open
 * no incident.
 */
export function startIncident(
  context: IncidentContext,
  entries: readonly Entry[],
  now: string,
  from: {
    readonly select?: string | null;
    readonly typing?: string | null;
    readonly waiting?: readonly NewEntry[];
  } = {},
): IncidentState {
  const incident = foldIncident(entries);
  if (!incident) throw new RangeError('no incident in these entries');
  const typing = from.typing ? parseIncidentTyping(from.typing) : null;
  const written = new Set(entries.map(({ id }) => id));
  const waiting = (from.waiting ?? []).filter(({ id }) => !written.has(id));
  const ids = waiting.map(({ id }) => id);
  const all = [...entries, ...waiting.map((entry) => asWritten(entry, { now: entry.receivedAt }))];
  const empty: IncidentState = {
    context,
    now,
    entries,
    unshown: ids,
    incident,
    unsaved: ids,
    selected: null,
    person: null,
    panel: null,
    texts: typing ? stillTyped(typing, entries) : {},
    notice: null,
    fault: null,
  };
  const started = withEntries(empty, all);
  const field = typing?.field;
  if (!field || !started.texts[fieldName(field)])
    return select(started, from.select ?? typing?.selected ?? null);
  // What was being written is met where it was left, whatever was to be opened.
  return { ...select(started, typing.selected), panel: { kind: 'field', field, backTo: null } };
}

/**
 * What has not become an entry since it was kept: it is kept a moment after the entries are, and a power cut in between
 * must not bring back what has been recorded.
 */
function stillTyped({ texts, after }: IncidentTyping, entries: readonly Entry[]): IncidentState['texts'] {
  const later = entries
    .filter(({ sequence }) => sequence > after)
    .map(({ payload }) => JSON.stringify(payload) ?? '');
  return Object.fromEntries(
    Object.entries(texts)
      .filter(([, { text }]) => !later.some((payload) => isIn(payload, text.trim())))
      .map(([name, { text }]) => [name, bufferOf(text)]),
  );
}

/** Whether the text is one of the payload's, or the reason in a motivation there. */
function isIn(payload: string, text: string): boolean {
  const asReason = JSON.stringify(motivationAfterAdvice('', text)).slice(1);
  return payload.includes(JSON.stringify(text)) || payload.includes(asReason);
}
