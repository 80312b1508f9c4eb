/** The desk as a frame: header, what cannot wait, the list or what is opened over it, hints and keys. Pure. */
import { selectedRow } from '../../flow/desk/list.ts';
import { noteField } from '../../flow/desk/phoneTest.ts';
import type { DeskState } from '../../flow/desk/state.ts';
import * as call from '../../texts/call.ts';
import * as words from '../../texts/desk.ts';
import { journalErrors } from '../../texts/journal.ts';
import { type Body, blank, fixed } from '../body.ts';
import { type Frame, flow, type Line, paragraph, type Size } from '../frame.ts';
import { framed, heightOf, tooSmall } from '../layout.ts';
import { fittingAlerts } from './alerts.ts';
import { deskHeader } from './header.ts';
import { listLines } from './listView.ts';
import { helpBody, phoneTestBody } from './panelView.ts';
import { rowText } from './rowText.ts';

/** Below this the list cannot be shown. */
const smallest: Size = { columns: 34, rows: 12 };
/** From this width a row is usually seen whole. */
const wide = 90;

/** The frame for this state: never more lines than `rows`, never wider than `columns`. */
export function deskView(state: DeskState, size: Size, scroll: number): Frame {
  const small = tooSmall(size, smallest);
  if (small) return small;
  const { columns, rows } = size;
  const below = (scrolling: readonly string[]) => footer(state, columns, scrolling);
  const room = rows - 1 - heightOf(below);
  // With all keys in view, what stands above the list is among them.
  const alerts = state.panel?.kind === 'help' ? [] : fittingAlerts(state, columns, Math.floor(room / 3));
  const above = [deskHeader(state, columns), ...alerts];
  return framed(size, above, (left) => bodyOf(state, left, scroll), below, scroll);
}

function bodyOf(state: DeskState, size: Size, scroll: number): Body {
  switch (state.panel?.kind) {
    case 'phone-test':
      return phoneTestBody(state, state.panel, size);
    case 'help':
      return helpBody(state, size, scroll);
    case undefined:
      return fixed(listLines(state, size));
  }
}

function footer(state: DeskState, columns: number, scrolling: readonly string[]): Line[] {
  const [first = '', ...others] = keysFor(state);
  const keys = [first, ...(state.panel?.kind === 'help' ? scrolling : []), ...others];
  return [...hintLines(state, columns), ...flow(keys, columns, 'quiet').slice(0, columns < 60 ? 3 : 2)];
}

/** About the last key; else the selected row in full, where the list has no room for all of it. */
function hintLines(state: DeskState, columns: number): Line[] {
  const rows = columns < wide ? 2 : 1;
  const hint = noticeText(state);
  const row = state.panel ? null : selectedRow(state);
  const lines =
    hint !== null
      ? paragraph(hint, columns, 'warning')
      : paragraph(row ? rowText(row, state).rest : '', columns, 'strong');
  // Always as many, so that the list stays where it is.
  return Array.from({ length: rows }, (_, index) => lines[index] ?? blank);
}

function noticeText({ notice }: DeskState): string | null {
  switch (notice?.kind) {
    case undefined:
      return null;
    case 'unknown-key':
      return words.notice.unknownKey;
    case 'nothing-to-open':
      return words.notice.nothingToOpen;
    case 'press-one-of':
      return call.notice.pressOneOf(notice.keys);
    case 'note-required':
      return words.notice.noteRequired;
    case 'too-long':
      return call.notice.tooLong(notice.dropped);
    case 'handling':
      return words.notice.handling(notice.mails.length);
    case 'handled':
      return words.notice.handled;
    case 'not-handled':
      return words.notice.notHandled(journalErrors[notice.fault]);
    case 'no-incident':
      return words.notice.noIncident;
    case 'test-saved':
      return words.notice.testSaved(notice.phone, notice.result);
    case 'leaving':
      return words.notice.leaving(notice.fallenDue, notice.unsaved);
  }
}

function keysFor(state: DeskState): readonly string[] {
  switch (state.panel?.kind) {
    case 'help':
      return words.keys.help;
    case 'phone-test':
      if (noteField(state)) return words.keys.note;
      return state.panel.phone ? words.keys.result : words.keys.phone;
    case undefined:
      return words.keys.list(state.context.exercise, selectedRow(state)?.kind === 'mail');
  }
}
