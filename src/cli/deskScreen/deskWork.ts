/** What the desk screen shows, read from the journal. */

import type { OutboxItem } from '../../domain/delivery.ts';
import type { Incident } from '../../domain/incident.ts';
import type { DeskMail } from '../../flow/desk/mailRows.ts';
import type { DeskWork } from '../../flow/desk/rows.ts';
import type { Journal } from '../../journal/journal.ts';
import { latestHandoverIn, phonesIn } from '../deskRecord.ts';
import { typedCalls } from '../unfinishedCalls.ts';
import { type LiveIncidents, liveIncidents } from './liveIncidents.ts';

export interface LiveWork {
  /**
   * The work when it has changed since it was last asked for, or could not be read then; otherwise null. Throws
   * JournalError.
   */
  changed(): DeskWork | null;
}

/** Keeps up with what any workplace writes, at little cost while nobody does. */
export function liveWork(
  journal: () => Journal,
  about: { readonly exercise: boolean; readonly phoneTestDays: number },
): LiveWork {
  const live: LiveIncidents = liveIncidents(journal);
  let typed: string | null = null;
  let posted: string | null = null;
  /** The last time ended in an error, and what it had read by then has not been given to anybody. */
  let isOwed = false;
  return {
    changed() {
      const wasOwed = isOwed;
      isOwed = true;
      const isChanged = live.refresh();
      const typings = typedCalls(journal());
      // How far a mail has come is no entry.
      const mails = journal().outbox.unsettled();
      const [typedBefore, postedBefore] = [typed, posted];
      typed = JSON.stringify(typings);
      posted = JSON.stringify(mails);
      const work =
        isChanged || typed !== typedBefore || posted !== postedBefore || wasOwed
          ? {
              incidents: live.all(),
              typings,
              handover: latestHandoverIn(journal(), about.exercise),
              phones: phonesIn(journal(), about.phoneTestDays),
              mails: mails.map((item) => deskMail(item, live.all(), journal())),
            }
          : null;
      isOwed = false;
      return work;
    },
  };
}

/** The incident may have been closed since. */
function deskMail(item: OutboxItem, open: readonly Incident[], journal: Journal): DeskMail {
  const { incident: id } = item;
  if (id === null) return { item, about: null };
  const incident = open.find((each) => each.id === id) ?? journal.findIncident(id);
  return { item, about: incident && { id, number: incident.number, exercise: incident.exercise } };
}
