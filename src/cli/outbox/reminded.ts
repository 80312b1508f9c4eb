/** What `påminn` does with the outbox: sends what waits, and tells of what somebody must see to. */
import { isLoud, type OutboxItem } from '../../domain/delivery.ts';
import { openJournal } from '../../journal/journal.ts';
import { type Context, machineTime } from '../context.ts';
import type { Desk } from '../desk.ts';
import { readingJournalIn } from '../withJournal.ts';
import { type NamedMail, named } from './outboxText.ts';
import { sendOutbox } from './sender.ts';

/** The mails that are still loud when all that is due has been tried. Throws JournalError. */
export async function sendAndListen(context: Context, desk: Desk, operator: string): Promise<NamedMail[]> {
  const unsettled = readingJournalIn(desk.dataFolder, (journal) => journal.outbox.unsettled()) ?? [];
  if (unsettled.length === 0) return [];
  const journal = openJournal(desk.dataFolder, { now: machineTime });
  try {
    await sendOutbox(context, desk, journal, { operator });
    const isHeard = (item: OutboxItem) => isLoud(item, context.now());
    return journal.outbox
      .unsettled()
      .filter(isHeard)
      .map((item) => named(journal, item));
  } finally {
    journal.close();
  }
}
