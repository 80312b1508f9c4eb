/** The draft to the director: shown, changed, saved with Enter, sent with a key of its own, left for later with Esc. */
import { promiseIn } from '../../domain/message.ts';
import { isSameWording, keptWording, type Wording } from '../../domain/wording.ts';
import { type Found, foundIn, type GuardContext, isStrong, withoutStrongIn } from '../guard.ts';
import type { Key } from '../keys.ts';
import { bufferOf } from '../textBuffer.ts';
import {
  type EditorMessage,
  onFieldsKey,
  openWording,
  type WordingFields,
  wordingIn,
} from '../wordingFields.ts';
import type { DraftMessage } from './message.ts';
import { open } from './moving.ts';
import { onArrow } from './singleKeys.ts';
import type { CallState, DraftState, DraftToSave } from './state.ts';
import { andThen, type Moment, record, type Turn, turn } from './turn.ts';

export function onDraftKey(state: CallState, key: Key, at: Moment): Turn {
  const { fields, confirming } = state.draft;
  if (fields) return onWordingKey(state, fields, key);
  if (confirming) {
    const asked = withDraft(state, { confirming: false });
    return key.kind === 'enter' ? wantSaved(withDraft(asked, { sends: true })) : turn(asked);
  }
  switch (key.kind === 'text' ? key.text.toLowerCase() : key.kind) {
    case 'enter':
      return wantSaved(withDraft(state, { sends: false }));
    case 'escape':
      return turn(state, { kind: 'exit', why: 'interrupted' });
    case 'm':
      return draftFound(state).some(isStrong)
        ? turn(withDraft(state, { masked: true }))
        : hint(state, key, at);
    case 'r':
      return opened(state, () => hint(state, key, at));
    case 'v':
      return openedInEditor(state, () => hint(state, key, at));
    case 'e':
      return canSend(state) ? asksToSend(state) : hint(state, key, at);
    default:
      return hint(state, key, at);
  }
}

/** Nothing but what can be pressed; ↑ and ↓ move. */
function hint(state: CallState, key: Key, at: Moment): Turn {
  const edit = state.desk.editing && draftWording(state) ? ['r'] : [];
  return onArrow(state, key, at, ['Enter', ...edit, ...(canSend(state) ? ['e'] : [])]);
}

/** The report as it stands: as composed or as changed, and with what it may never lack; null before it is composed. */
export function draftWording(state: CallState): Wording | null {
  const { composed, edited, masked } = state.draft;
  if (!composed || !state.incident) return null;
  const { subject, text } = edited ? keptWording(edited, state.incident) : composed;
  return masked ? withoutStrongIn({ subject, text }, guardOf(state)) : { subject, text };
}

/** The personal data in the draft as it stands; nothing before it is composed. */
export function draftFound(state: CallState): Found[] {
  const wording = draftWording(state);
  return wording ? foundInDraft(state, wording) : [];
}

/** The same in words that are being changed. */
export function foundInDraft(state: CallState, { subject, text }: Wording): Found[] {
  return foundIn([subject, text], guardOf(state));
}

/** Whether the key that sends would lead anywhere. */
export function canSend({ desk, draft, incident }: CallState): boolean {
  return desk.sends && draft.composed?.to != null && incident !== null && incident.number !== '';
}

function guardOf({ desk, now }: CallState): GuardContext {
  return { known: desk.known, now };
}

function withDraft(state: CallState, draft: Partial<DraftState>): CallState {
  return { ...state, draft: { ...state.draft, ...draft } };
}

function opened(state: CallState, nothingToOpen: () => Turn): Turn {
  const wording = state.desk.editing && draftWording(state);
  if (!wording) return nothingToOpen();
  const fields = openWording(wording);
  return turn(fields ? withDraft(state, { fields }) : { ...state, notice: { kind: 'too-long-to-edit' } });
}

function openedInEditor(state: CallState, nothingToOpen: () => Turn): Turn {
  const wording = state.desk.editing?.editor == null ? null : draftWording(state);
  if (!wording) return nothingToOpen();
  return turn(withDraft(state, { inEditor: true }), { kind: 'open-editor', wording });
}

function onWordingKey(state: CallState, before: WordingFields, key: Key): Turn {
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
  const edited = keptWording(wording, state.incident);
  const next = withDraft(state, { edited, masked: false, warned: false, anew: false });
  const promised = state.draft.composed?.nextReportAt ?? null;
  const isLost = promiseIn(before.text, promised) !== null && promiseIn(edited.text, promised) === null;
  return turn(isLost ? { ...next, notice: { kind: 'promise-lost' } } : next);
}

function onEditorMessage(state: CallState, message: EditorMessage): Turn {
  const back = withDraft(state, { inEditor: false });
  if (message.kind === 'not-edited') return turn({ ...back, notice: { kind: 'editor', came: message.why } });
  const before = draftWording(state);
  return before && isSameWording(before, message.wording)
    ? turn({ ...back, notice: { kind: 'editor', came: 'nothing-new' } })
    : changed(back, message.wording);
}

/** Enter sends, and any other key does not. */
function asksToSend(state: CallState): Turn {
  const to = state.draft.composed?.to ?? '';
  return unlessPersonal(state, (next) =>
    turn({ ...withDraft(next, { confirming: true }), notice: { kind: 'confirm-send', to } }),
  );
}

/** Saves the draft, at once or as soon as it has been put together, with the number that the journal gives. */
function wantSaved(state: CallState): Turn {
  if (!draftWording(state) || !state.incident?.number) {
    const wanting = withDraft(state, { wanted: true });
    return state.fault?.what === 'draft' ? turn(wanting, { kind: 'compose-draft' }) : turn(wanting);
  }
  return unlessPersonal(state, (next) => {
    const draft = draftToSave(next);
    return draft
      ? turn(withDraft(next, { saving: true, wanted: false }), { kind: 'save-draft', draft })
      : turn(next);
  });
}

/** Goes on, unless there is personal data in the draft; what is only a warning stops it once. */
function unlessPersonal(state: CallState, go: (state: CallState) => Turn): Turn {
  const [worst] = draftFound(state);
  if (!worst || (!isStrong(worst) && state.draft.warned)) return go(state);
  return turn({
    ...withDraft(state, { wanted: false, warned: !isStrong(worst) }),
    notice: { kind: 'personal-data', strength: worst.strength },
  });
}

function draftToSave(state: CallState): DraftToSave | null {
  const { composed } = state.draft;
  const wording = draftWording(state);
  if (!composed || !wording) return null;
  // What is masked is kept no more in what the program wrote first.
  const first = withoutStrongIn(composed, guardOf(state));
  return {
    ...wording,
    nextReportAt: promiseIn(wording.text, composed.nextReportAt),
    first: isSameWording(wording, first) ? null : first,
  };
}

export function onDraftMessage(state: CallState, message: DraftMessage, at: Moment): Turn {
  switch (message.kind) {
    case 'draft-composed': {
      if (state.draft.saving) return turn(state);
      const composed = withDraft(state, { composed: message.draft });
      return state.draft.wanted ? wantSaved(composed) : turn(composed);
    }
    case 'draft-failed':
      return turn({
        ...withDraft(state, { saving: false }),
        // That answers are not saved is the graver fault: it is the one to show.
        fault:
          state.fault?.what === 'entries'
            ? state.fault
            : { kind: message.fault, what: 'draft', rescuedTo: null, rescueFailed: false },
      });
    case 'draft-saved': {
      const { path, ...payload } = message.draft;
      const fault = state.fault?.what === 'draft' ? null : state.fault;
      const recorded = record({ ...state, fault }, at, 'draft-saved', payload);
      if (!state.draft.saving) return recorded;
      return andThen(recorded, (next) =>
        turn(
          {
            ...withDraft(open(next, 'finished'), { saving: false, path }),
            // What was begun and not needed is not left behind as if there were more to do.
            motivation: bufferOf(next.incident?.motivation?.text ?? ''),
            otherwise: null,
          },
          ...(state.draft.sends ? [{ kind: 'queue-report' } as const] : []),
          { kind: 'exit', why: 'finished' },
        ),
      );
    }
    case 'edited':
    case 'not-edited':
      return onEditorMessage(state, message);
  }
}
