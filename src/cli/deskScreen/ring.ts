/** How the desk is told that something has fallen due: the bell, and a notification where the terminal has it. */
import type { FollowUp } from '../../domain/followUps.ts';
import type { Contact } from '../../domain/register.ts';
import { reminders as words } from '../../texts/reminders.ts';
import { bell, desktopNotification } from '../../ui/terminalSignals.ts';
import type { Context } from '../context.ts';
import { followUpText } from '../followUpText.ts';

/** Rings once for all of them. */
export function ring(
  { stdout, env }: Pick<Context, 'stdout' | 'env'>,
  followUps: readonly FollowUp[],
  contacts: readonly Contact[],
): void {
  const [first] = followUps;
  if (!first) return;
  const title = words.title(
    followUps.length,
    followUps.every(({ exercise }) => exercise),
  );
  const body = `${first.number} ${followUpText(first, null, contacts)}`;
  stdout.write(bell + desktopNotification(title, body, env));
}
