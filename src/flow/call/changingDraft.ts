/** The report to the director, changed by hand: in its fields, or in the operator's own editor. */
import { isSameWording, reworded, type Wording } from '../../domain/wording.ts';
import type { Key } from '../keys.ts';
import {
  type EditorMessage,
  onFieldsKey,
  openWording,
  type WordingFields,
  wordingIn,
} from '../wordingFields.ts';
import { draftPromise, draftWording, withDraft } from './draftWording.ts';
import type { CallState } from './state.ts';
import { type Turn, turn } from './turn.ts';

/** Opens its fields. */
export function openDraft(state: CallState, nothingToOpen: () => Turn): Turn {
  const wording = state.desk.editing && draftWording(state);
  if (!wording) return nothingToOpen();
  const fields = openWording(wording);
  return turn(fields ? withDraft(state, { fields }) : { ...state, notice: { kind: 'too-long-to-edit' } });
}

/** Opens it in the operator's own editor. */
export function openDraftInEditor(state: CallState, nothingToOpen: () => Turn): Turn {
  const wording = state.desk.editing?.editor == null ? null : draftWording(state);
  if (!wording) return nothingToOpen();
  return turn(withDraft(state, { inEditor: true }), { kind: 'open-editor', wording });
}

/** A key while its fields are open. */
export function onWordingKey(state: CallState, before: WordingFields, key: Key): Turn {
  const change = onFieldsKey(before, key);
  if (!change) return changed(withDraft(state, { fields: null }), wordingIn(before));
  const { fields, dropped } = change;
  const notice = dropped > 0 ? ({ kind: 'too-long', dropped } as const) : state.notice;
  return turn({ ...withDraft(state, { fields }), notice });
}

/** The report with these words in it; what was masked before is in them, and what is new is to be looked at anew. */
function changed(state: CallState, wording: Wording): Turn {
  const before = draftWording(state);
  if (!state.incident || !before || isSameWording(before, wording)) return turn(state);
  const promised = draftPromise(state);
  const edited = reworded(wording, promised, state.incident);
  const next = withDraft(state, { edited, masked: false, warned: false, anew: false, sends: false });
  const isLost = promised !== null && edited.nextReportAt === null;
  return turn(isLost ? { ...next, notice: { kind: 'promise-lost' } } : next);
}

/** What came back from the operator's own editor. */
export function onEditorMessage(state: CallState, message: EditorMessage): Turn {
  const back = withDraft(state, { inEditor: false });
  if (message.kind === 'not-edited') return turn({ ...back, notice: { kind: 'editor', came: message.why } });
  const before = draftWording(state);
  return before && isSameWording(before, message.wording)
    ? turn({ ...back, notice: { kind: 'editor', came: 'nothing-new' } })
    : changed(back, message.wording);
}
