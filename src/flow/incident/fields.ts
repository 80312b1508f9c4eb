/** The text fields: what is typed in them, and what Enter makes of it. */
import { crisisLeadershipKey } from '../../domain/actionState.ts';
import { personFrom } from '../../domain/person.ts';
import { parsePlanned } from '../../domain/plannedTime.ts';
import { cleanLine, isBlank } from '../../domain/text.ts';
import { editField } from '../editing.ts';
import type { Key } from '../keys.ts';
import { emptyBuffer, type TextBuffer } from '../textBuffer.ts';
import { attempt } from './attempting.ts';
import { closeIncident, reopenIncident } from './closing.ts';
import { decideAfterAdvice } from './deciding.ts';
import { onward } from './ending.ts';
import { ask, closePanel, finishField, forgetText, openField, refuse } from './panels.ts';
import { withNextPerson } from './selecting.ts';
import { type Field, fieldName, type IncidentState, type RecordedKind } from './state.ts';
import { andThen, type Moment, record, type Turn, turn } from './turn.ts';

/** What stands in the field. */
export function textIn({ texts }: Pick<IncidentState, 'texts'>, field: Field): TextBuffer {
  return texts[fieldName(field)] ?? emptyBuffer;
}

/** Esc leaves the field with its text, Enter records it, everything else edits it. */
export function onFieldKey(state: IncidentState, field: Field, key: Key, at: Moment): Turn {
  if (key.kind === 'escape') return turn(closePanel(state));
  if (key.kind === 'enter') return submit(state, field, at);
  const change = editField(textIn(state, field), key);
  if (change.kind !== 'changed') return turn(state);
  return turn({
    ...state,
    texts: { ...state.texts, [fieldName(field)]: change.buffer },
    notice: change.dropped > 0 ? { kind: 'too-long', dropped: change.dropped } : null,
  });
}

function submit(state: IncidentState, field: Field, at: Moment): Turn {
  const written = textIn(state, field).text.trim();
  const text = isBlank(written) ? '' : written;
  const line = cleanLine(text);
  const finished = finishField(state, field);
  switch (field.kind) {
    case 'note':
    case 'director-reason': {
      if (text === '') return turn(finished);
      return told(record(finished, at, 'note-added', { text, about: field.about }), 'noted', at);
    }
    case 'whom':
      return line === ''
        ? turn(refuse(state, 'needs-whom'))
        : attempt(finished, field.action, personFrom(line), field.result, at);
    case 'advice': {
      if (text === '') return turn(refuse(state, 'needs-text'));
      const { action, whom } = field;
      const consulted = record(finished, at, 'consulted', { action, whom, advice: text });
      return andThen(consulted, (next) => turn(ask(next, { kind: 'decide', action })));
    }
    case 'decision-reason':
      return text === ''
        ? turn(refuse(state, 'needs-text'))
        : decideAfterAdvice(state, finished, { key: field.action, choice: field.choice, reason: text }, at);
    case 'skip':
      return text === ''
        ? turn(refuse(state, 'needs-text'))
        : onward(
            state,
            record(finished, at, 'action-skipped', { action: field.action, reason: text }),
            field.action,
            'skipped',
            at,
          );
    case 'assign':
      return line === ''
        ? turn(refuse(state, 'needs-text'))
        : told(record(finished, at, 'action-assigned', { action: field.action, to: line }), 'assigned', at);
    case 'answer': {
      if (text === '') return turn(refuse(state, 'needs-text'));
      const described = record(finished, at, 'consequences-described', { text });
      const done = andThen(described, (next) =>
        record(next, at, 'action-done', { action: field.action, note: text }),
      );
      return onward(state, done, field.action, 'answered', at);
    }
    case 'next-try':
      return withTime(state, text, at, (until) => setNextTry(finished, field.action, until, at));
    case 'ask-again': {
      const onToReason = (next: IncidentState) =>
        turn(openField(next, { kind: 'director-reason', about: field.about }));
      if (text === '') return onToReason(finished);
      return withTime(state, text, at, (until) =>
        andThen(setNextTry(finished, crisisLeadershipKey, until, at), onToReason),
      );
    }
    case 'follow-up-text':
      // The text stays until the time is given too: only then is there something to record.
      return text === '' && field.what === 'other'
        ? turn(refuse(state, 'needs-text'))
        : turn(openField(state, { kind: 'follow-up-time', what: field.what }));
    case 'follow-up-time':
      return withTime(state, text, at, (until) => addFollowUp(finished, field, until, at));
    case 'strike':
      return text === '' ? turn(refuse(state, 'needs-text')) : strike(finished, field.entry, text, at);
    case 'close':
      return closeIncident(state, finished, text, at);
    case 'reopen':
      return reopenIncident(finished, text, at);
  }
}

function told(recorded: Turn, what: RecordedKind, at: Moment): Turn {
  return andThen(recorded, (next) => turn({ ...next, notice: { kind: 'recorded', what, at: at.now } }));
}

/** Goes on with the time that the text says; a text that says none is answered with why. */
function withTime(state: IncidentState, text: string, at: Moment, then: (until: string) => Turn): Turn {
  const planned = parsePlanned(text, at.now);
  switch (planned.kind) {
    case 'at':
      return then(planned.at);
    case 'not-understood':
      return turn(refuse(state, 'time-not-understood'));
    case 'past':
      return turn({ ...state, notice: { kind: 'time-past', at: planned.at } });
    case 'too-far':
      return turn({ ...state, notice: { kind: 'time-too-far', at: planned.at } });
  }
}

function setNextTry(state: IncidentState, action: string, until: string, at: Moment): Turn {
  return andThen(record(state, at, 'next-try-set', { action, at: until }), (next) =>
    turn({ ...next, notice: { kind: 'next-try-set', until } }),
  );
}

function addFollowUp(
  state: IncidentState,
  { what }: Extract<Field, { kind: 'follow-up-time' }>,
  until: string,
  at: Moment,
): Turn {
  const about: Field = { kind: 'follow-up-text', what };
  const text = cleanLine(textIn(state, about).text);
  const action = { kind: 'follow-up', what, text, due: until } as const;
  return andThen(record(forgetText(state, about), at, 'actions-added', { actions: [action] }), (next) =>
    turn({ ...next, notice: { kind: 'follow-up-added', until } }),
  );
}

/** The entry no longer counts: what it had done to the actions is undone, and whom to try is seen to anew. */
function strike(state: IncidentState, entry: string, reason: string, at: Moment): Turn {
  const struck = record(state, at, 'entry-struck', { reason }, entry);
  return told(
    andThen(struck, (next) => turn(withNextPerson(next))),
    'struck',
    at,
  );
}
