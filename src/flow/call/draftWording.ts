/** What the report to the director says as it stands: as the program put it together, or as somebody changed it. */
import { promiseIn } from '../../domain/message.ts';
import { keptWording, type Wording } from '../../domain/wording.ts';
import { type Found, firstWording, foundIn, type GuardContext, withoutStrongIn } from '../guard.ts';
import type { CallState, DraftState, DraftToSave } from './state.ts';

/** The report as it stands: as composed or as changed, and with what it may never lack; null before it is composed. */
export function draftWording(state: CallState): Wording | null {
  const { composed, edited, masked } = state.draft;
  if (!composed || !state.incident) return null;
  const { subject, text } = edited ? keptWording(edited, state.incident) : composed;
  return masked ? withoutStrongIn({ subject, text }, guardOf(state)) : { subject, text };
}

/** When the report promises the next one, as far as its text still says so. */
export function draftPromise({ draft: { edited, composed } }: CallState): string | null {
  return (edited ?? composed)?.nextReportAt ?? null;
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

export function guardOf({ desk, now }: CallState): GuardContext {
  return { known: desk.known, now };
}

export function withDraft(state: CallState, draft: Partial<DraftState>): CallState {
  return { ...state, draft: { ...state.draft, ...draft } };
}

/** The report as it is to be written down. Null before it is composed. */
export function draftToSave(state: CallState): DraftToSave | null {
  const { composed } = state.draft;
  const wording = draftWording(state);
  if (!composed || !wording) return null;
  return {
    ...wording,
    nextReportAt: promiseIn(wording.text, draftPromise(state)),
    first: firstWording(composed, wording, guardOf(state)),
  };
}
