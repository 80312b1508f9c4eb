/** The draft to the director: shown, changed, saved with Enter, sent with a key of its own, left for later with Esc. */
import { isStrong } from '../guard.ts';
import type { Key } from '../keys.ts';
import { bufferOf } from '../textBuffer.ts';
import { onEditorMessage, onWordingKey, openDraft, openDraftInEditor } from './changingDraft.ts';
import { canSend, draftFound, draftToSave, draftWording, withDraft } from './draftWording.ts';
import type { DraftMessage } from './message.ts';
import { open } from './moving.ts';
import { onArrow } from './singleKeys.ts';
import type { CallState } from './state.ts';
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
      // What could not be saved and was to be sent still is.
      return wantSaved(withDraft(state, { sends: sendsAgain(state) }));
    case 'escape':
      return turn(state, { kind: 'exit', why: 'interrupted' });
    case 'm':
      return draftFound(state).some(isStrong)
        ? turn(withDraft(state, { masked: true }))
        : hint(state, key, at);
    case 'r':
      return openDraft(state, () => hint(state, key, at));
    case 'v':
      return openDraftInEditor(state, () => hint(state, key, at));
    case 'e':
      return canSend(state) ? asksToSend(state) : hint(state, key, at);
    default:
      return hint(state, key, at);
  }
}

/** Whether Enter tries once more to save what somebody has said is to be sent. */
export function sendsAgain({ draft, fault }: CallState): boolean {
  return fault?.what === 'draft' && draft.sends;
}

/** Nothing but what can be pressed; ↑ and ↓ move. */
function hint(state: CallState, key: Key, at: Moment): Turn {
  const edit = state.desk.editing && draftWording(state) ? ['r'] : [];
  return onArrow(state, key, at, ['Enter', ...edit, ...(canSend(state) ? ['e'] : [])]);
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

/** The call is over when the journal has all of it; what is to be sent is sent then, and not before. */
export function endedWhenSaved(state: CallState): Turn {
  if (state.step !== 'finished' || state.unsaved.length > 0) return turn(state);
  return turn(
    withDraft(state, { sends: false }),
    ...(state.draft.sends ? [{ kind: 'queue-report' } as const] : []),
    { kind: 'exit', why: 'finished' },
  );
}

export function onDraftMessage(state: CallState, message: DraftMessage, at: Moment): Turn {
  switch (message.kind) {
    case 'draft-composed': {
      if (state.draft.saving) return turn(state);
      const fault = state.fault?.what === 'draft' ? null : state.fault;
      const composed = { ...withDraft(state, { composed: message.draft }), fault };
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
        turn({
          ...withDraft(open(next, 'finished'), { saving: false, path }),
          // What was begun and not needed is not left behind as if there were more to do.
          motivation: bufferOf(next.incident?.motivation?.text ?? ''),
          otherwise: null,
        }),
      );
    }
    case 'edited':
    case 'not-edited':
      return onEditorMessage(state, message);
  }
}
