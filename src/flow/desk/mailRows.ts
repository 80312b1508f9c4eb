/** The mails that may not have come through: who is to be rung about each, and their rows on the desk screen. */
import { isLoud, type OutboxItem, unsent } from '../../domain/delivery.ts';
import type { Contact } from '../../domain/register.ts';
import { contactsFor } from '../../domain/register.ts';
import type { DraftRow } from './rows.ts';

/** A mail with what its incident is known by; null where it is about none. */
export interface DeskMail {
  readonly item: OutboxItem;
  readonly about: { readonly id: string; readonly number: string; readonly exercise: boolean } | null;
}

/** The mail about an incident that somebody must see to, or all of the reminders to the desk itself that they must. */
export interface MailRow {
  readonly kind: 'mail';
  readonly id: string;
  readonly exercise: boolean;
  /** The newest first. */
  readonly mails: readonly [OutboxItem, ...OutboxItem[]];
  readonly about: DeskMail['about'];
  /** Whom to ring instead; null when nobody is known. */
  readonly whom: Contact | null;
}

/** The rows at this moment, RFC 3339, the newest mail first. What is about an incident comes before all reminders. */
export function mailRowsOf(
  mails: readonly DeskMail[],
  contacts: readonly Contact[],
  isShown: (mail: DeskMail) => boolean,
  now: string,
): MailRow[] {
  const loud = mails.filter((mail) => isLoud(mail.item, now) && isShown(mail)).toReversed();
  const rows = loud.flatMap(({ item, about }): MailRow[] => {
    const { id, incident } = item;
    if (incident === null) return [];
    const row = { kind: 'mail', id: `mail\n${id}`, exercise: about?.exercise ?? false } as const;
    return [{ ...row, mails: [item], about, whom: whomToRing(item, contacts) }];
  });
  const [first, ...others] = loud.filter(({ item }) => item.incident === null).map(({ item }) => item);
  const reminders = { kind: 'mail', id: 'mail', exercise: false, about: null, whom: null } as const;
  return first ? [...rows, { ...reminders, mails: [first, ...others] }] : rows;
}

/**
 * Whom the mail was meant for, as somebody to ring: the contact with its address; else the director where it carries out
 * what is to be done for the director, as a mail by the program does if it does anything.
 */
export function whomToRing(
  { recipients, action }: Pick<OutboxItem, 'recipients' | 'action'>,
  contacts: readonly Contact[],
): Contact | null {
  const addresses = recipients.map((address) => address.toLowerCase());
  const named = contacts.find(({ email }) => addresses.includes(email.toLowerCase()));
  if (named) return named;
  return action === null ? null : (contactsFor('director', contacts)[0] ?? null);
}

/** Whether the report is in the outbox, or may have gone: then it is not to be sent by hand as well. */
export function isOnItsWay({ incident }: Pick<DraftRow, 'incident'>, mails: readonly DeskMail[]): boolean {
  const messageId = incident.drafts.at(-1)?.messageId;
  return mails.some(
    ({ item }) =>
      item.messageId === messageId &&
      (unsent.some((state) => state === item.delivery.state) || item.delivery.state === 'unknown'),
  );
}
