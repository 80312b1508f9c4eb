/** What is recorded on the screen of a review: the review itself, and that something is done. */
import { parseDueDate } from '../../domain/dueDate.ts';
import type { NewEntry } from '../../domain/entry.ts';
import { applyEntry } from '../../domain/incident.ts';
import { isBlank } from '../../domain/text.ts';
import type { HintKind } from '../../texts/review.ts';
import { asWritten } from '../newEntry.ts';
import type { Moment } from '../turn.ts';
import { emptyDraft, filledActions, isBlankAction } from './draft.ts';
import { reviewActionDoneEntry, reviewEntries } from './entries.ts';
import { fieldsOf, type ReviewState } from './state.ts';
import { fieldAt, type Stop, stopAfter } from './stops.ts';
import { hint, type Turn, turn } from './turn.ts';

/** Writes the review with all that is to be done after it; or says what is missing, where it is. */
export function save(state: ReviewState, at: Moment): Turn {
  const { draft } = state;
  if (isBlank(draft.comment.text)) return missing(state, { at: 'comment' }, 'needs-comment');
  const filled = filledActions(draft).map((action, index) => ({ action, index }));
  const actions = filled
    .filter(({ action }) => !isBlankAction(action))
    .map(({ action, index }) => ({
      index,
      text: action.text.text,
      responsible: action.responsible.text,
      due: parseDueDate(action.due.text, at.now),
    }));
  for (const { index, text, due } of actions) {
    const field = (part: 'text' | 'due'): Stop => ({ at: 'new-action', index, part });
    if (isBlank(text)) return missing(state, field('text'), 'needs-text');
    if (due.kind === 'not-understood') return missing(state, field('due'), 'due-not-understood');
    if (due.kind === 'past') return missing(state, field('due'), 'due-past');
  }
  const written = {
    comment: draft.comment.text,
    learnt: isBlank(draft.learnt.text) ? '' : draft.learnt.text,
    actions: actions.map(({ text, responsible, due }) => ({
      text,
      responsible: isBlank(responsible) ? '' : responsible,
      dueDate: due.kind === 'date' ? due.date : null,
    })),
  };
  const entries = reviewEntries(written, aboutOf(state), at, draft.id);
  const after = withRecorded(state, entries, 'reviewed', at);
  return turn(
    { ...after, draft: emptyDraft(at.newId(), draft.done), stop: { at: 'end' } },
    { kind: 'append', entries },
  );
}

/** The one of this id is done, with what stands in its field. */
export function markDone(state: ReviewState, id: string, at: Moment): Turn {
  const text = fieldAt(state.draft, { at: 'done', id })?.text ?? '';
  const entry = reviewActionDoneEntry(id, isBlank(text) ? '' : text, aboutOf(state), at);
  const { [id]: _, ...done } = state.draft.done;
  const after = withRecorded(state, [entry], 'marked-done', at);
  const next = stopAfter(fieldsOf(state), state.stop, 1);
  return turn(
    { ...after, draft: { ...after.draft, done }, stop: next },
    { kind: 'append', entries: [entry] },
  );
}

function aboutOf({ incident, operator }: ReviewState) {
  return { incident: incident.id, operator };
}

/** Shown at once, and said to be saved when the journal has it. */
function withRecorded(
  state: ReviewState,
  entries: readonly NewEntry[],
  onSaved: HintKind,
  at: Moment,
): ReviewState {
  const incident = entries.reduce(
    (before, entry) => applyEntry(before, asWritten(entry, at)) ?? before,
    state.incident,
  );
  return {
    ...state,
    incident,
    onSaved,
    recorded: [...state.recorded, ...entries],
    unsaved: [...state.unsaved, ...entries.map(({ id }) => id)],
  };
}

function missing(state: ReviewState, stop: Stop, kind: HintKind): Turn {
  return hint({ ...state, stop }, kind);
}
