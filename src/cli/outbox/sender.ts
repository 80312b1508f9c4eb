/** Sending what is in the outbox through the mail server that is set up. */
import { type OutboxItem, unsent } from '../../domain/delivery.ts';
import type { Journal } from '../../journal/journal.ts';
import type { Secret } from '../../mail/secret.ts';
import { type Context, machineTime } from '../context.ts';
import type { Desk } from '../desk.ts';
import { type Asked, deliverDue, type Ending, type RoundEnd } from './deliver.ts';
import { mailServerOf } from './mailServer.ts';

export interface Posting extends Ending {
  readonly operator: string;
  /** What somebody wishes to be tried now. */
  readonly asked?: Asked | null;
  /**
   * Gets each mail whose state or phase has changed, as it is then: with state `sending` and phase `ending`, its answer
   * is waited for. Must not throw.
   */
  readonly changed?: (item: OutboxItem) => void;
}

/**
 * Sends what is due: see `deliverDue`. 'no-server' when none is set up, and then nothing is done. Throws JournalError,
 * and UnrecordedError when what became of a mail could not be written down.
 */
export async function sendOutbox(
  { env }: Pick<Context, 'env'>,
  { settings: deskSettings, dataFolder: folder }: Pick<Desk, 'settings' | 'dataFolder'>,
  journal: Journal,
  { operator, asked = null, ...ways }: Posting,
): Promise<RoundEnd | 'no-server'> {
  const setUp = mailServerOf(deskSettings);
  if (!setUp) return 'no-server';
  if (journal.outbox.items(unsent).length === 0) return 'done';
  const { server, secret: source, settings } = setUp;
  const { stop, giveUp } = ways;
  const [{ sendMail }, { readSecret, SecretError }] = await Promise.all([
    import('../../mail/smtp.ts'),
    import('../../mail/secret.ts'),
  ]);
  // Once for all that are sent now: a command may take its time, or ask somebody.
  let secret: Secret | null = null;
  return deliverDue(
    {
      ...ways,
      journal,
      folder,
      settings,
      operator,
      now: machineTime,
      async ready() {
        if (source === null || secret !== null) return true;
        try {
          secret = await readSecret(source, env, stop);
          return true;
        } catch (error) {
          if (error instanceof SecretError) return false;
          throw error;
        }
      },
      send: (mail, phase) => sendMail(server, secret, mail, { phase, stop, giveUp }),
    },
    asked,
  );
}
