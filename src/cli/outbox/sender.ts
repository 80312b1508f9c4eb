/** Sending what is in the outbox through the mail server that is set up. */
import type { OutboxItem, Outcome } from '../../domain/delivery.ts';
import type { Journal } from '../../journal/journal.ts';
import type { Secret } from '../../mail/secret.ts';
import { type Context, machineTime } from '../context.ts';
import type { Desk } from '../desk.ts';
import { deliverDue } from './deliver.ts';
import { mailServerOf } from './mailServer.ts';

export interface Posting {
  readonly operator: string;
  /** Somebody wishes it: what waits is tried now. */
  readonly asked?: boolean;
  /** Gets each mail whose state has changed. */
  readonly changed?: (item: OutboxItem) => void;
}

/**
 * Sends what is due. 'busy' when another sender is at it; 'no-server' when none is set up, and then nothing is done.
 * Throws JournalError.
 */
export async function sendOutbox(
  { env }: Pick<Context, 'env'>,
  { settings: deskSettings, dataFolder: folder }: Pick<Desk, 'settings' | 'dataFolder'>,
  journal: Journal,
  { operator, asked = false, changed = () => undefined }: Posting,
): Promise<'done' | 'busy' | 'no-server'> {
  const setUp = mailServerOf(deskSettings);
  if (!setUp) return 'no-server';
  if (journal.outbox.items(['queued', 'sending', 'waiting']).length === 0) return 'done';
  const { server, secret: source, settings } = setUp;
  const [{ sendMail }, { readSecret, SecretError }] = await Promise.all([
    import('../../mail/smtp.ts'),
    import('../../mail/secret.ts'),
  ]);
  // Once for all that are sent now: a command may take its time, or ask somebody.
  let secret: Promise<Secret | null> | null = null;
  return deliverDue(
    {
      journal,
      folder,
      settings,
      operator,
      now: machineTime,
      changed,
      async send(mail, phase): Promise<Outcome> {
        try {
          secret ??= source === null ? Promise.resolve(null) : readSecret(source, env);
          return await sendMail(server, await secret, mail, { phase });
        } catch (error) {
          if (!(error instanceof SecretError)) throw error;
          return { kind: 'configuration', phase: 'connecting', fault: 'secret', answer: null };
        }
      },
    },
    asked,
  );
}
