/** `tjour påminn`: what has fallen due, for cron, a systemd timer or the Task Scheduler; and a mail about it. */
import { countdownText } from '../../domain/countdown.ts';
import type { PhoneTest, SignedHandover } from '../../domain/deskLog.ts';
import { phonesToTest, phoneTests } from '../../domain/deskLog.ts';
import { shortMomentText } from '../../domain/momentText.ts';
import { settingDefinitions } from '../../settings/settingKeys.ts';
import { deskPhoneLabels } from '../../texts/labels.ts';
import { mailServer } from '../../texts/mailServer.ts';
import { reminders as words } from '../../texts/reminders.ts';
import { type Context, operatorName, print, printJson, programName, tell } from '../context.ts';
import { openDeskForCall } from '../desk.ts';
import { latestHandoverIn, phonesIn } from '../deskRecord.ts';
import { dueIn } from '../due.ts';
import { exitCode } from '../failure.ts';
import { followUpJson, followUpText } from '../followUpText.ts';
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

  for (const { followUp, incident } of due) {
    if (options.json) {
      printJson(context, followUpJson(followUp, incident, desk.contacts));
      continue;
    }
    const text = followUpText(followUp, incident, desk.contacts);
    const late = countdownText(followUp.due, now);
    print(context, words.line(late, followUp.number, text, followUp.exercise), 4);
  }
  if (!options.json) sayTheRest(context, due.length, phones, found.handover);
  const operator = operatorName(options.operatör, desk.settings.operator);
  const say = (text: string) => (options.json ? tell : print)(context, text);
  try {
    if (!options.mejl) return;
    const { mailReminders } = await import('../reminderMail.ts');
    await mailReminders(context, desk, operator, due, say);
    if (due.length > 0 && desk.settings.mailHost === null)
      say(mailServer.none(settingDefinitions.mailHost.key, programName(context)));
  } finally {
    // Also what could not be sent before, and not only reminders.
    const { remindOfMails } = await import('../outbox/reminded.ts');
    await remindOfMails(context, desk, { operator, json: options.json ?? false });
  }
}

function sayTheRest(
  context: Context,
  due: number,
  phones: readonly PhoneTest[],
  handover: SignedHandover | null,
): void {
  if (due === 0) print(context, words.none);
  for (const test of phones) print(context, phoneText(test));
  if (handover && !handover.acknowledged)
    print(context, words.handover(handover.by, shortMomentText(handover.at)));
}

function phoneText({ phone, latest, due }: PhoneTest): string {
  const name = deskPhoneLabels[phone];
  return latest?.result === 'fault'
    ? words.phoneFault(name, shortMomentText(latest.at))
    : words.phone(name, due === null ? '' : shortMomentText(due));
}
