/** The draft to the director: shown, saved with Enter, left for later with Esc, and never sent from here. */
import { type Found, foundIn, type GuardContext, isStrong, withoutStrong } from '../guard.ts';
import type { Key } from '../keys.ts';
import { bufferOf } from '../textBuffer.ts';
import type { DraftMessage } from './message.ts';
import { open } from './moving.ts';
import { onArrow } from './singleKeys.ts';
import type { CallState, ComposedDraft } from './state.ts';
import { andThen, type Moment, record, type Turn, turn } from './turn.ts';

export function onDraftKey(state: CallState, key: Key, at: Moment): Turn {
  if (key.kind === 'escape') return turn(state, { kind: 'exit', why: 'interrupted' });
  if (key.kind === 'text' && key.text.toLowerCase() === 'm' && draftFound(state).some(isStrong))
    return turn(withMasks(state));
  if (key.kind !== 'enter') return onArrow(state, key, at, ['Enter']);
  return wantSaved(state);
}

/** The personal data in the draft as it stands; nothing before it is composed. */
export function draftFound(state: CallState): Found[] {
  const { composed } = state.draft;
  return composed ? foundIn([composed.subject, composed.unwrapped], guardOf(state)) : [];
}

function guardOf({ desk, now }: CallState): GuardContext {
  return { known: desk.known, now };
}

/** The draft with what stops it masked, also when it is put together anew. */
function withMasks(state: CallState): CallState {
  const { composed } = state.draft;
  const masked = composed && maskedReport(composed, guardOf(state));
  return { ...state, draft: { ...state.draft, masked: true, composed: masked } };
}

/** The report without what would stop it. */
export function maskedReport(report: ComposedDraft, guard: GuardContext): ComposedDraft {
  return {
    ...report,
    subject: withoutStrong(report.subject, guard),
    body: withoutStrong(report.body, guard),
    unwrapped: withoutStrong(report.unwrapped, guard),
  };
}

/** Saves the draft, at once or as soon as it has been put together, with the number that the journal gives. */
function wantSaved(state: CallState): Turn {
  const { composed, saving } = state.draft;
  if (saving) return turn(state);
  if (!composed || !state.incident?.number) {
    const wanting = { ...state, draft: { ...state.draft, wanted: true } };
    return state.fault?.what === 'draft' ? turn(wanting, { kind: 'compose-draft' }) : turn(wanting);
  }
  const [worst] = draftFound(state);
  if (worst && (isStrong(worst) || !state.draft.warned)) {
    const draft = { ...state.draft, wanted: false, warned: !isStrong(worst) };
    return turn({ ...state, draft, notice: { kind: 'personal-data', strength: worst.strength } });
  }
  return turn(
    { ...state, draft: { ...state.draft, saving: true, wanted: false } },
    { kind: 'save-draft', draft: composed },
  );
}

export function onDraftMessage(state: CallState, message: DraftMessage, at: Moment): Turn {
  switch (message.kind) {
    case 'draft-composed': {
      if (state.draft.saving) return turn(state);
      const composed = { ...state, draft: { ...state.draft, composed: message.draft } };
      const next = state.draft.masked ? withMasks(composed) : composed;
      return state.draft.wanted ? wantSaved(next) : turn(next);
    }
    case 'draft-failed':
      return turn({
        ...state,
        draft: { ...state.draft, saving: false },
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
            ...open(next, 'finished'),
            draft: { ...next.draft, saving: false, path },
            // What was begun and not needed is not left behind as if there were more to do.
            motivation: bufferOf(next.incident?.motivation?.text ?? ''),
            otherwise: null,
          },
          { kind: 'exit', why: 'finished' },
        ),
      );
    }
  }
}
