/** Writes what a screen records to the journal, in order and each exactly once, and tries again what failed. */
import type { Entry, NewEntry } from '../domain/entry.ts';
import type { FaultKind } from '../flow/fault.ts';
import type { Journal } from '../journal/journal.ts';
import { faultKind } from './faultKind.ts';

/** How long the journal rests after a failure before it is tried again by itself. */
const restMilliseconds = 3000;

export interface EntryWriter {
  /** Writes what is waiting and then these, all or none. Without entries: what is waiting, at once. */
  write(entries: readonly NewEntry[]): void;
  /** Writes what is waiting, unless the journal rests. Call it often: it does no needless work. */
  retry(): void;
  /** The entries that are waiting to be written, in order. */
  waiting(): readonly NewEntry[];
  /** Why they wait; null when none do. */
  fault(): FaultKind | null;
  /** Whether the journal is not to be tried again yet: a lock is waited for, and the screen must not stand still for that. */
  isResting(): boolean;
  /** Lets the journal rest from now on, after something else that failed with it. */
  rest(): void;
}

export interface EntryWriterParts {
  /** The journal, opened when it is first needed and again as long as that fails. May throw JournalError. */
  readonly openedJournal: () => Journal;
  /** The entries as written: they are on the disk. */
  readonly onSaved: (entries: readonly Entry[]) => void;
  /** Nothing was written; all of it waits. */
  readonly onFailed: (fault: FaultKind) => void;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

export function createEntryWriter({
  openedJournal,
  onSaved,
  onFailed,
  now = () => performance.now(),
}: EntryWriterParts): EntryWriter {
  let waiting: readonly NewEntry[] = [];
  let fault: FaultKind | null = null;
  let restsUntil = Number.NEGATIVE_INFINITY;

  const rest = () => {
    restsUntil = now() + restMilliseconds;
  };
  const isResting = () => now() < restsUntil;

  function flush(): void {
    if (waiting.length === 0) return;
    let written: readonly Entry[];
    try {
      written = openedJournal().append(waiting);
    } catch (error) {
      rest();
      fault = faultKind(error);
      onFailed(fault);
      return;
    }
    waiting = [];
    fault = null;
    onSaved(written);
  }

  return {
    write(entries) {
      waiting = [...waiting, ...entries];
      flush();
    },
    retry() {
      if (!isResting()) flush();
    },
    waiting: () => waiting,
    fault: () => fault,
    isResting,
    rest,
  };
}
