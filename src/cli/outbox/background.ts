/** Sending from the desk screen, beside everything else that goes on there. */
import type { OutboxItem } from '../../domain/delivery.ts';
import { JournalError } from '../../journal/errors.ts';
import type { Journal } from '../../journal/journal.ts';
import { settingsFolder } from '../../settings/folders.ts';
import { readSettings } from '../../settings/settings.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../desk.ts';
import { sendOutbox } from './sender.ts';

const onTheirWay: readonly OutboxItem['delivery']['state'][] = ['queued', 'sending', 'waiting'];
const isOnItsWay = ({ delivery }: OutboxItem) => onTheirWay.includes(delivery.state);

/** How long after one round the next may begin, in milliseconds. */
const betweenRounds = 10_000;

export interface BackgroundSender {
  /**
   * Begins a round when any of these is to be sent, unless one goes on or has begun lately; `at` is in milliseconds,
   * from any start.
   */
  tick(mails: readonly OutboxItem[], at: number): void;
}

/**
 * Sends what is due, round by round. What goes wrong with a mail stands in the outbox, and a journal that cannot be
 * read or written the desk tells of itself; any other error goes to `fail`. A round goes on when the desk is left.
 */
export function backgroundSender(
  context: Pick<Context, 'env'>,
  { settings, dataFolder }: Pick<Desk, 'settings' | 'dataFolder'>,
  tools: {
    readonly journal: () => Journal;
    readonly operator: () => string;
    readonly fail: (error: unknown) => void;
  },
): BackgroundSender {
  let isBusy = false;
  let last = Number.NEGATIVE_INFINITY;
  const round = async () => {
    try {
      // As they are now: they may have been put right since the desk was opened.
      const now = await readSettings(settingsFolder(context.env)).catch(() => settings);
      await sendOutbox(context, { settings: now, dataFolder }, tools.journal(), {
        operator: tools.operator(),
      });
    } catch (error) {
      if (!(error instanceof JournalError)) tools.fail(error);
    } finally {
      isBusy = false;
    }
  };
  return {
    tick(mails, at) {
      if (isBusy || at - last < betweenRounds || !mails.some(isOnItsWay)) return;
      isBusy = true;
      last = at;
      void round();
    },
  };
}
