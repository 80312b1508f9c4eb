/** The calls that are not done, read from the journal: also those of which there is only what was being typed. */
import { cleanLine } from '../domain/text.ts';
import { parseTyping } from '../flow/call/resume.ts';
import type { Journal } from '../journal/journal.ts';
import type { Unfinished } from '../journal/ongoing.ts';

export interface UnfinishedCall {
  /** Null when nothing has been entered yet. */
  readonly number: string | null;
  /** The incident's id, or its id to be. */
  readonly id: string;
  /** RFC 3339; null when it cannot be read. */
  readonly receivedAt: string | null;
  readonly exercise: boolean;
  /** What happened, on one line; may be blank. */
  readonly summary: string;
}

/** Newest first. Throws JournalError. */
export function unfinishedCalls(journal: Journal): UnfinishedCall[] {
  return journal.unfinished().map(unfinishedCall);
}

/** Only those of which there is nothing but what was being typed. Throws JournalError. */
export function typedCalls(journal: Journal): UnfinishedCall[] {
  return journal
    .unfinished()
    .filter(({ incident }) => incident === null)
    .map(unfinishedCall);
}

function unfinishedCall({ id, incident, typing }: Unfinished): UnfinishedCall {
  const typed = typing && parseTyping(typing.body);
  const opening = incident ?? typed?.opening;
  return {
    number: incident?.number ?? null,
    id,
    receivedAt: opening?.receivedAt ?? null,
    exercise: opening?.exercise ?? false,
    summary: incident?.summary || cleanLine(typed?.fields.whatHappened?.typed.buffer.text ?? ''),
  };
}
