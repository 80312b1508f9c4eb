/** What all screens of one workplace share: who works there, what the desk has set up, and the journal. */
import type { Checklist } from '../../domain/checklist.ts';
import type { Entry } from '../../domain/entry.ts';
import type { FaultKind } from '../../flow/fault.ts';
import type { Moment } from '../../flow/turn.ts';
import { newId } from '../../journal/id.ts';
import { type Journal, openJournal } from '../../journal/journal.ts';
import { checklistFileProblemText } from '../../texts/checklists.ts';
import { type Context, machineTime, operatorName } from '../context.ts';
import { type Desk, openDeskForCall } from '../desk.ts';
import { readDeskChecklists } from '../deskChecklists.ts';
import { createEntryWriter, type EntryWriter } from '../entryWriter.ts';

export interface WrittenListener {
  saved(entries: readonly Entry[]): void;
  failed(fault: FaultKind): void;
}

export interface Workplace {
  readonly context: Context;
  readonly desk: Desk;
  readonly checklists: readonly Checklist[];
  /** What is wrong, in words: with the set-up, and with what could not be saved. */
  readonly problems: string[];
  /** Everything that is done here is an exercise. */
  readonly exercise: boolean;
  /** Who works; another after a handover. */
  operator: string;
  /**
   * What is typed on the incidents' own screens and could not be kept in the journal, by the incident's id; null where
   * what is kept there is to be cleared.
   */
  readonly unkept: Map<string, string | null>;
  /** Begins sending that mail at once; null where nothing sends in the background. */
  sendSoon: ((mail: string) => void) | null;
  /** While somebody is on the telephone the bell is silent. */
  callsUnderWay: number;
  /** What is to be said on the ordinary screen when the stage is closed. */
  readonly afterwards: (() => void)[];
  /** Writes what every screen records; what a screen could not write is tried again also when it has been left. */
  readonly writer: EntryWriter;
  /** Tells what became of what was written; gives the function that stops it. */
  onWritten(listener: WrittenListener): () => void;
  /** The journal, opened when it is first needed and again as long as that fails. May throw JournalError. */
  readonly journal: () => Journal;
  readonly moment: () => Moment;
  close(): void;
}

/** Reads the settings, the contacts and the checklists; a fault in any of them stops nothing and is told. */
export async function openWorkplace(
  context: Context,
  options: {
    readonly operatör?: string | undefined;
    readonly övning?: boolean | undefined;
    /** The journal is there, and is not made where it is gone. */
    readonly existing?: boolean;
  },
): Promise<Workplace> {
  const [{ desk, problems }, { checklists, problems: broken }] = await Promise.all([
    openDeskForCall(context),
    readDeskChecklists(context.env),
  ]);
  let journal: Journal | null = null;
  const listeners = new Set<WrittenListener>();
  const openedJournal = () => {
    journal ??= openJournal(desk.dataFolder, { now: machineTime, existing: options.existing ?? false });
    return journal;
  };
  return {
    context,
    desk,
    checklists,
    problems: [...problems, ...broken.map(checklistFileProblemText)],
    exercise: options.övning ?? false,
    operator: operatorName(options.operatör, desk.settings.operator),
    unkept: new Map(),
    sendSoon: null,
    callsUnderWay: 0,
    afterwards: [],
    writer: createEntryWriter({
      openedJournal,
      onSaved(entries) {
        for (const { saved } of listeners) saved(entries);
      },
      onFailed(fault) {
        for (const { failed } of listeners) failed(fault);
      },
    }),
    onWritten(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    journal: openedJournal,
    moment: () => ({ now: context.now(), newId }),
    close() {
      journal?.close();
      journal = null;
    },
  };
}
