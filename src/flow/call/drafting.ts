/** The draft to the director: shown, saved with Enter, and never sent from here. */
import type { Key } from '../keys.ts';
import type { DraftMessage } from './message.ts';
import { open } from './moving.ts';
import { onArrow } from './singleKeys.ts';
import type { CallState } from './state.ts';
import { andThen, type Moment, record, type Turn, turn } from './turn.ts';

export function onDraftKey(state: CallState, key: Key, at: Moment): Turn {
  if (key.kind !== 'enter') return onArrow(state, key, at, ['Enter']);
  return wantSaved(state);
}

/** Saves the draft, at once or as soon as it has been put together. */
function wantSaved(state: CallState): Turn {
  const { composed, saving } = state.draft;
  if (saving) return turn(state);
  if (!composed) return turn({ ...state, draft: { ...state.draft, wanted: true } });
  return turn(
    { ...state, draft: { ...state.draft, saving: true, wanted: false } },
    { kind: 'save-draft', draft: composed },
  );
}

export function onDraftMessage(state: CallState, message: DraftMessage, at: Moment): Turn {
  switch (message.kind) {
    case 'draft-composed': {
      const next = { ...state, draft: { ...state.draft, composed: message.draft } };
      return state.draft.wanted ? wantSaved(next) : turn(next);
    }
    case 'draft-failed':
      return turn({
        ...state,
        draft: { ...state.draft, saving: false },
        fault: { kind: message.fault, what: 'draft', rescuedTo: null, rescueFailed: false },
      });
    case 'draft-saved': {
      const { path, ...payload } = message.draft;
      const saved: CallState = {
        ...state,
        draft: { ...state.draft, saving: false, path },
        fault: state.fault?.what === 'draft' ? null : state.fault,
      };
      return andThen(record(saved, at, 'draft-saved', payload), (next) =>
        turn(open(next, 'finished'), { kind: 'exit', why: 'finished' }),
      );
    }
  }
}
