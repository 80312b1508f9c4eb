/** How the desk is told that something has fallen due: the bell, and a notification where the terminal has it. */
import type { FollowUp } from '../../domain/followUps.ts';
import type { Incident } from '../../domain/incident.ts';
import type { Contact } from '../../domain/register.ts';
import { reminders as words } from '../../texts/reminders.ts';
import { bell, desktopNotification } from '../../ui/terminalSignals.ts';
import type { Context } from '../context.ts';
import { followUpText } from '../followUpText.ts';

/** Rings once for all of them. `incidents` are those that they may be about. */
export function ring(
  { stdout, env }: { readonly stdout: { write(text: string): unknown }; readonly env: Context['env'] },
  followUps: readonly FollowUp[],
  { contacts, incidents }: { readonly contacts: readonly Contact[]; readonly incidents: readonly Incident[] },
): void {
  // What is real comes before any exercise, and is not taken for one.
  const first = followUps.find(({ exercise }) => !exercise) ?? followUps[0];
  if (!first) return;
  const incident = incidents.find(({ id }) => id === first.incident) ?? null;
  const title = words.title(
    followUps.length,
    followUps.every(({ exercise }) => exercise),
  );
  const body = `${first.number} ${followUpText(first, incident, contacts)}`;
  stdout.write(bell + desktopNotification(title, body, env));
}
