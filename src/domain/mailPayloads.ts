/** What the record says of mails that the program itself sends about an incident. */
import type { DeliveryState, OutboxItem } from './delivery.ts';
import type { RefusedRecipient } from './deliveryOutcome.ts';

/** `mail` is the mail's id in the outbox. */
interface AboutMail extends Pick<OutboxItem, 'action' | 'messageId' | 'recipients'> {
  readonly mail: string;
}

export interface MailPayloads {
  /** A mail was put in the outbox. */
  'mail-queued': AboutMail & { readonly subject: string };
  /** What became of it, once it is not tried again by itself. */
  'mail-sent': AboutMail & {
    /** `accepted` by the mail server, `stopped` by it, or nobody knows which. */
    readonly state: 'accepted' | 'stopped' | 'unknown';
    /** When it was put in the outbox, RFC 3339. */
    readonly queuedAt: string;
    /** Who did not get it, though others did. */
    readonly refused: readonly RefusedRecipient[];
    /** The server's last words, cleaned; null when it said nothing. */
    readonly answer: string | null;
  };
  /**
   * Somebody wishes it to be sent once more, the same to the byte: `unknown` may have been accepted before, `stopped`
   * was not.
   */
  'mail-requeued': AboutMail & { readonly state: 'stopped' | 'unknown' };
  /** Somebody has seen to it in another way: it no longer calls for attention. */
  'mail-handled': AboutMail & { readonly state: DeliveryState };
  /**
   * It was taken back before it had gone. `replacement`: the same message was put in the outbox to somebody else, as the
   * mail with this id; null when somebody took it back by hand.
   */
  'mail-withdrawn': AboutMail & { readonly replacement: string | null };
}
