/** `tjour påminn`: what has fallen due, for cron, a systemd timer or the Task Scheduler; and a mail about it. */
import { countdownText } from '../../domain/countdown.ts';
import type { PhoneTest, SignedHandover } from '../../domain/deskLog.ts';
import { phonesToTest, phoneTests } from '../../domain/deskLog.ts';
import { type FollowUp, followUpsOf, hasFallenDue, inOrder } from '../../domain/followUps.ts';
import type { Incident } from '../../domain/incident.ts';
import { shortMomentText } from '../../domain/momentText.ts';
import { deskPhoneLabels } from '../../texts/labels.ts';
import { reminders as words } from '../../texts/reminders.ts';
import { type Context, operatorName, print, printJson, tell } from '../context.ts';
import { openDeskForCall } from '../desk.ts';
import { latestHandoverIn, phonesIn } from '../deskRecord.ts';
import { exitCode } from '../failure.ts';
import { followUpText } from '../followUpText.ts';
import { readingJournal } from '../withJournal.ts';

export interface ReminderOptions {
  readonly json?: boolean;
  readonly mejl?: boolean;
  readonly övning?: boolean;
  readonly operatör?: string;
}

/** Prints what has fallen due. Exit code 3 when anything has. */
export async function run(context: Context, options: ReminderOptions): Promise<void> {
  const exercise = options.övning ?? false;
  const { desk } = await openDeskForCall(context);
  const { reminderMinutes, phoneTestDays } = desk.settings;
  const now = context.now();
  const found = readingJournal(context, (journal) => ({
    incidents: journal.openIncidents().filter((incident) => incident.exercise || !exercise),
    phones: phonesIn(journal, phoneTestDays),
    handover: latestHandoverIn(journal, exercise),
  })) ?? { incidents: [], phones: phoneTests([], phoneTestDays), handover: null };
  const due = dueIn(found.incidents, reminderMinutes, now);
  const phones = phonesToTest(found.phones, now).filter(({ due: last }) => last !== null);
  if (due.length + phones.length > 0) process.exitCode = exitCode.checkFailed;

  for (const each of due) {
    const text = followUpText(each.followUp, each.incident, desk.contacts);
    const { number, exercise: isExercise, due: dueAt, key } = each.followUp;
    const late = countdownText(dueAt, now);
    if (options.json)
      printJson(context, {
        number,
        id: each.incident.id,
        action: key,
        due: dueAt,
        exercise: isExercise,
        text,
      });
    else print(context, words.line(late, number, text, isExercise), 4);
  }
  if (!options.json) sayTheRest(context, due.length, phones, found.handover);
  if (!options.mejl) return;
  const { mailReminders } = await import('../reminderMail.ts');
  const operator = operatorName(options.operatör, desk.settings.operator);
  const say = (text: string) => (options.json ? tell : print)(context, text);
  await mailReminders(context, desk, operator, due, say);
}

/** A follow-up together with its incident. */
export interface Due {
  readonly followUp: FollowUp;
  readonly incident: Incident;
}

function dueIn(incidents: readonly Incident[], reminderMinutes: number, now: string): Due[] {
  const byId = new Map(incidents.map((incident) => [incident.id, incident]));
  const all = incidents.flatMap((incident) => followUpsOf(incident, reminderMinutes));
  return inOrder(all.filter((followUp) => hasFallenDue(followUp, now))).flatMap((followUp) => {
    const incident = byId.get(followUp.incident);
    return incident ? [{ followUp, incident }] : [];
  });
}

function sayTheRest(
  context: Context,
  due: number,
  phones: readonly PhoneTest[],
  handover: SignedHandover | null,
): void {
  if (due === 0) print(context, words.none);
  for (const { phone, due: last } of phones)
    print(context, words.phone(deskPhoneLabels[phone], shortMomentText(last ?? '')));
  if (handover && !handover.acknowledged)
    print(context, words.handover(handover.by, shortMomentText(handover.at)));
}
