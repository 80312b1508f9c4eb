/** The test of a telephone: which one, whether it works, and a note; then it is an entry. */
import type { DeskPhone } from '../../domain/payloads.ts';
import { cleanText, isBlank } from '../../domain/text.ts';
import { editField } from '../editing.ts';
import type { Key } from '../keys.ts';
import { deskEntry } from '../newEntry.ts';
import { emptyBuffer, type TextBuffer } from '../textBuffer.ts';
import type { Moment } from '../turn.ts';
import type { DeskState, PhoneResult, PhoneTestPanel } from './state.ts';
import { type Turn, turn } from './turn.ts';

/** The key for each telephone and for each result, as the bottom line shows them. */
export const phoneKeys: Readonly<Record<string, DeskPhone>> = { t: 'primary', b: 'backup' };
export const resultKeys: Readonly<Record<string, PhoneResult>> = { j: 'works', n: 'fault' };

/** The state with a test begun. */
export function startPhoneTest(state: DeskState): DeskState {
  return { ...state, panel: { kind: 'phone-test', phone: null, result: null, note: emptyBuffer } };
}

/** The note, once it is its turn; null while no text is typed. */
export function noteField({ panel }: DeskState): TextBuffer | null {
  return panel?.kind === 'phone-test' && panel.phone && panel.result ? panel.note : null;
}

/** Esc goes back one question, and from the first one leaves the test. */
export function onPhoneTestKey(state: DeskState, panel: PhoneTestPanel, key: Key, at: Moment): Turn {
  const { phone, result } = panel;
  const to = (change: Partial<PhoneTestPanel>) => turn({ ...state, panel: { ...panel, ...change } });
  if (phone === null) {
    if (key.kind === 'escape') return turn({ ...state, panel: null });
    const chosen = choice(phoneKeys, key);
    return chosen ? to({ phone: chosen }) : pressOneOf(state, phoneKeys);
  }
  if (result === null) {
    if (key.kind === 'escape') return to({ phone: null });
    const chosen = choice(resultKeys, key);
    return chosen ? to({ result: chosen }) : pressOneOf(state, resultKeys);
  }
  if (key.kind === 'escape') return to({ result: null });
  if (key.kind === 'enter') return recorded(state, { ...panel, phone, result }, at);
  const change = editField(panel.note, key);
  if (change.kind !== 'changed') return turn(state);
  const notice = change.dropped > 0 ? ({ kind: 'too-long', dropped: change.dropped } as const) : null;
  return turn({ ...state, panel: { ...panel, note: change.buffer }, notice });
}

function choice<T>(keys: Readonly<Record<string, T>>, key: Key): T | undefined {
  const letter = key.kind === 'text' ? key.text.toLowerCase() : '';
  return Object.hasOwn(keys, letter) ? keys[letter] : undefined;
}

function pressOneOf(state: DeskState, keys: Readonly<Record<string, unknown>>): Turn {
  return turn({ ...state, notice: { kind: 'press-one-of', keys: Object.keys(keys) } });
}

/** A fault that nobody has described cannot be mended by the next shift. */
function recorded(
  state: DeskState,
  { phone, result, note }: PhoneTestPanel & { readonly phone: DeskPhone; readonly result: PhoneResult },
  at: Moment,
): Turn {
  if (result === 'fault' && isBlank(note.text)) return turn({ ...state, notice: { kind: 'note-required' } });
  const { operator, exercise } = state.context;
  const test = { phone, result, note: cleanText(note.text).trim(), exercise };
  const entry = deskEntry('phone-tested', test, operator, at);
  return turn(
    { ...state, panel: null, unsaved: [...state.unsaved, entry] },
    { kind: 'append', entries: [entry] },
  );
}
