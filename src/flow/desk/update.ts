/** What happens at the desk, as one pure function: the next state, and the effects to carry out. */
import { callDirectorKey, mailDirectorKey } from '../../domain/actionState.ts';
import { undecidedKey } from '../../domain/followUps.ts';
import type { Key } from '../keys.ts';
import type { Moment } from '../turn.ts';
import { atTime, moved, movedSection, selectedRow, withContext, withWork } from './list.ts';
import type { MailRow } from './mailRows.ts';
import type { Message } from './message.ts';
import { onPhoneTestKey, startPhoneTest } from './phoneTest.ts';
import { type DeskRow, followUpRowId } from './rows.ts';
import type { DeskState } from './state.ts';
import { type Effect, type Turn, turn } from './turn.ts';

/** The next state, and what must be done outside. */
export function updateDesk(before: DeskState, message: Message, at: Moment): Turn {
  const state = atTime(before, at.now);
  switch (message.kind) {
    case 'key':
      return onKey(state, message.key, at);
    case 'tick':
      return turn(state);
    case 'loaded': {
      const { kind: _, ...work } = message;
      return turn(withWork({ ...state, now: at.now }, work));
    }
    case 'read-failed':
      return turn({ ...state, readFault: message.fault });
    case 'handled':
    case 'not-handled':
      return turn({ ...state, notice: message });
    case 'context-changed':
      return turn(withContext({ ...state, now: at.now }, message.context));
    case 'rang': {
      const rows = message.followUps.map(followUpRowId);
      const others = state.rang.filter(({ row }) => !rows.includes(row));
      return turn({ ...state, rang: [...others, ...rows.map((row) => ({ row, at: at.now }))] });
    }
    case 'saved':
      return turn(onSaved(state, message.ids));
    case 'save-failed':
      return turn({ ...state, fault: message.fault });
    case 'interrupted':
      return turn(state, { kind: 'exit', why: 'interrupted' });
  }
}

/** All that waited has been written, also what other screens recorded. */
function onSaved(state: DeskState, ids: readonly string[]): DeskState {
  const saved: DeskState = {
    ...state,
    unsaved: state.unsaved.filter(({ id }) => !ids.includes(id)),
    fault: null,
  };
  const test = state.unsaved.findLast(({ id }) => ids.includes(id))?.payload;
  if (!test) return saved;
  const { phone, result } = test;
  return { ...saved, notice: { kind: 'test-saved', phone, result } };
}

function onKey(before: DeskState, key: Key, at: Moment): Turn {
  if (key.kind === 'interrupt') return turn(before, { kind: 'exit', why: 'interrupted' });
  const state: DeskState = { ...before, notice: null };
  switch (state.panel?.kind) {
    case 'phone-test':
      return onPhoneTestKey(state, state.panel, key, at);
    case 'help':
      return onHelpKey(state, key);
    case undefined:
      return onListKey(state, key, before.notice);
  }
}

const closesHelp: readonly string[] = ['?', 'q', 'Q'];

/** What closes it, and the keys that it tells of: these do what they say. */
function onHelpKey(state: DeskState, key: Key): Turn {
  const closed: DeskState = { ...state, panel: null };
  // How far it is scrolled is the screen's own matter.
  if (key.kind === 'page-up' || key.kind === 'page-down') return turn(state);
  if (key.kind === 'escape' || key.kind === 'enter') return turn(closed);
  if (key.kind === 'text' && closesHelp.includes(key.text)) return turn(closed);
  return onListKey(closed, key, null);
}

/** As many rows as a small window shows at most. */
const page = 10;

function onListKey(state: DeskState, key: Key, notice: DeskState['notice']): Turn {
  switch (key.kind) {
    case 'up':
      return turn(moved(state, -1));
    case 'down':
      return turn(moved(state, 1));
    case 'page-up':
      return turn(moved(state, -page));
    case 'page-down':
      return turn(moved(state, page));
    case 'home':
      return turn(moved(state, Number.NEGATIVE_INFINITY));
    case 'end':
      return turn(moved(state, Number.POSITIVE_INFINITY));
    case 'tab':
      return turn(movedSection(state, 1));
    case 'shift-tab':
      return turn(movedSection(state, -1));
    case 'enter':
      return opened(state);
    case 'text':
      return onLetter(state, key.text.toLowerCase(), notice);
    case 'escape':
      return notice === null ? unknownKey(state) : turn(state);
    default:
      return unknownKey(state);
  }
}

function onLetter(state: DeskState, letter: string, notice: DeskState['notice']): Turn {
  switch (letter) {
    case 'n':
      return turn(state, { kind: 'new-call' });
    case 'l':
      return turn(state, { kind: 'log' });
    case 'ö':
    case 'o':
      return turn(state, { kind: 'handover' });
    case 't':
      return turn(startPhoneTest(state));
    case 'k':
      return handling(state, notice);
    case '?':
      return turn({ ...state, panel: { kind: 'help' } });
    case 'q':
      return leaving(state, notice);
    default:
      return unknownKey(state);
  }
}

function unknownKey(state: DeskState): Turn {
  return turn({ ...state, notice: { kind: 'unknown-key' } });
}

/** Nobody leaves what has fallen due, or is not saved, by a slip of the finger. */
function leaving(state: DeskState, notice: DeskState['notice']): Turn {
  const unsaved = state.unsaved.length > 0 || state.fault !== null;
  const { fallenDue } = state;
  if (notice?.kind === 'leaving' || (fallenDue === 0 && !unsaved))
    return turn(state, { kind: 'exit', why: 'left' });
  return turn({ ...state, notice: { kind: 'leaving', fallenDue, unsaved } });
}

/** No alarm is silenced by a slip of the finger. */
function handling(state: DeskState, notice: DeskState['notice']): Turn {
  const row = selectedRow(state);
  if (row?.kind !== 'mail') return unknownKey(state);
  const mails = row.mails.map(({ id }) => id);
  const isConfirmed = notice?.kind === 'handling' && notice.mails.join() === mails.join();
  return isConfirmed
    ? turn(state, { kind: 'handle-mails', mails })
    : turn({ ...state, notice: { kind: 'handling', mails } });
}

function opened(state: DeskState): Turn {
  const row = selectedRow(state);
  if (!row) return turn({ ...state, notice: { kind: 'nothing-to-open' } });
  const effect = opening(row);
  return effect ? turn(state, effect) : turn({ ...state, notice: { kind: 'no-incident' } });
}

/** What the row asks for: the call, where it is one of the incident's actions. */
function callOf({ whom }: MailRow): string | null {
  return whom?.role === 'director' ? callDirectorKey : null;
}

/** A call that has not come to a decision goes on; everything else opens its incident, if it is about any. */
function opening(row: DeskRow): Effect | null {
  if (row.kind === 'mail')
    return row.about && { kind: 'open-incident', id: row.about.id, action: callOf(row) };
  if (row.kind === 'call') return { kind: 'resume-call', id: row.call.id };
  const { id, status } = row.incident;
  if (status === 'draft') return { kind: 'resume-call', id };
  switch (row.kind) {
    case 'follow-up': {
      const { key } = row.followUp;
      return { kind: 'open-incident', id, action: key === undecidedKey ? null : key };
    }
    case 'draft':
      return { kind: 'open-incident', id, action: mailDirectorKey };
    case 'incident':
      return { kind: 'open-incident', id, action: null };
  }
}
