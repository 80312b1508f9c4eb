/** What became of a mail could not be written down. */
import type { OutboxItem } from '../../domain/delivery.ts';
import type { Outcome } from '../../domain/deliveryOutcome.ts';
import { JournalError } from '../../journal/errors.ts';

/** The journal cannot be written, and has not been since the attempt ended: only this tells what became of the mail. */
export class UnrecordedError extends JournalError {
  readonly item: OutboxItem;
  readonly outcome: Outcome['kind'];

  constructor(item: OutboxItem, outcome: Outcome['kind'], error: JournalError) {
    super(error.kind, { cause: error });
    this.name = 'UnrecordedError';
    this.item = item;
    this.outcome = outcome;
  }
}
