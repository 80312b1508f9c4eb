/** What a person does with a mail in the outbox, each with its entry in the record of the incident. */
import { type OutboxItem, resendable } from '../../domain/delivery.ts';
import type { EntryPayloads, EntryType, NewEntry } from '../../domain/entry.ts';
import { newEntry } from '../../flow/newEntry.ts';
import { newId } from '../../journal/id.ts';
import type { Journal } from '../../journal/journal.ts';
import { type By, recordWith } from './recorded.ts';

/**
 * Has the mail sent once more, the same to the byte, as it was `seen`: stopped, or perhaps accepted. False, and nothing
 * is done, when it is no longer as it was seen: another has had it sent meanwhile. Throws JournalError.
 */
export function sendOnceMore(journal: Journal, seen: OutboxItem, by: By): boolean {
  const state = resendable.find((each) => each === seen.delivery.state);
  if (state === undefined) return false;
  const entries = entriesFor('mail-requeued', seen, { ...aboutMail(seen), state }, by);
  return recordWith(journal, entries, (outbox) => outbox.requeue(seen, by.now));
}

/**
 * Somebody has seen to the mail in another way: it no longer calls for attention, and what waits is still sent. False
 * when that has been said already. Throws JournalError.
 */
export function handleMail(journal: Journal, item: OutboxItem, by: By): boolean {
  const { state } = item.delivery;
  const entries = entriesFor('mail-handled', item, { ...aboutMail(item), state }, by);
  return recordWith(journal, entries, (outbox) => outbox.handle(item.id, by.now));
}

/**
 * Takes the mail back, so that it is never sent. False, and nothing is done, unless it has surely not gone and nobody is
 * sending it. Throws JournalError.
 */
export function withdrawMail(journal: Journal, item: OutboxItem, by: By): boolean {
  const entries = entriesFor('mail-withdrawn', item, { ...aboutMail(item), replacement: null }, by);
  return recordWith(journal, entries, (outbox) => outbox.withdraw(item.id, by.now));
}

/** What every entry about a mail says of it. */
export function aboutMail({ id, action, messageId, recipients }: Omit<OutboxItem, 'delivery'>) {
  return { mail: id, action, messageId, recipients };
}

function entriesFor<T extends EntryType>(
  type: T,
  { incident }: OutboxItem,
  payload: EntryPayloads[T],
  { now, operator }: By,
): NewEntry[] {
  return incident === null ? [] : [newEntry(type, payload, { incident, operator }, { now, newId })];
}
