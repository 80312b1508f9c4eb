/** The report to the director: from a decided incident to its text, and to its file. */
import type { Incident } from '../domain/incident.ts';
import { nextReportAt } from '../domain/message.ts';
import { toldLines } from '../domain/messageProgress.ts';
import { addressees } from '../domain/messageRecipients.ts';
import type { MailAddress } from '../domain/reach.ts';
import { type Contact, contactsFor } from '../domain/register.ts';
import { directorReport, type Reachable } from '../domain/report.ts';
import { draftSubject } from '../domain/reportSubject.ts';
import { understandWhen, whenText } from '../domain/when.ts';
import type { ComposedDraft, DraftToSave, SavedDraft } from '../flow/call/state.ts';
import { mailBody, renderReport } from '../mail/body.ts';
import { composeDraft, draftFileName, messageIdFor } from '../mail/draft.ts';
import { saveNumbered } from '../mail/saveDraft.ts';
import { draftsFolder } from './call/drafts.ts';
import type { Desk } from './desk.ts';
import type { UsableTemplate } from './templates.ts';

/** The report on a decided incident. Throws RangeError when it is not decided. */
export function composeReport(
  incident: Incident,
  desk: Desk,
  template: UsableTemplate,
  at: { readonly now: string; readonly chainHash: string | null },
): ComposedDraft {
  const { recommendation, decision } = incident;
  if (!recommendation || !decision) throw new RangeError('not decided');
  const promised = nextReportAt(decision.outcome, at.now, desk.settings.nextReportMinutes);
  const fields = directorReport({
    incident,
    recommendation,
    decision,
    now: at.now,
    desk: deskReachable(desk),
    director: directorOf(desk.contacts),
    understoodWhen: understoodWhen(incident),
    told: toldLines(incident.actions, at.now),
    nextReportAt: promised,
    chainHash: at.chainHash,
  });
  return {
    subject: draftSubject({ outcome: decision.outcome, ...subjectParts(incident) }),
    text: renderReport(template.source, fields),
    to: recipientOf(incident, desk)?.address ?? null,
    templateProblem: template.problem,
    nextReportAt: promised,
  };
}

/** Writes the draft's file under the next free number. Throws DraftError. */
export async function saveReport(
  draft: DraftToSave,
  incident: Pick<Incident, 'number' | 'exercise' | 'drafts'>,
  desk: Desk,
  at: { readonly now: string; readonly id: string },
): Promise<SavedDraft> {
  const { subject, nextReportAt: promised, first } = draft;
  const messageId = messageIdFor(at.id, desk.settings.deskEmail);
  const to = recipientOf(incident, desk);
  const body = mailBody(draft.text, incident.exercise);
  const bytes = await composeDraft({
    from: senderOf(desk),
    to: to ? [to] : [],
    subject,
    text: body,
    messageId,
    date: at.now,
  });
  const name = (n: number) => draftFileName(incident.number, n, incident.exercise);
  const folder = draftsFolder(desk.dataFolder);
  const { file, path } = await saveNumbered(folder, name, incident.drafts.length + 1, bytes);
  return { file, path, messageId, subject, to: to?.address ?? null, body, nextReportAt: promised, first };
}

/** How a reader reaches the desk. */
export function deskReachable({ settings }: Desk): Reachable {
  return { name: settings.deskName, phone: settings.deskPhone ?? '', email: settings.deskEmail ?? '' };
}

/** Who a mail is from; null when the desk has no address. */
export function senderOf({ settings }: Desk): MailAddress | null {
  return settings.deskEmail === null ? null : { name: settings.deskName, address: settings.deskEmail };
}

export function directorOf(contacts: readonly Contact[]): Contact | null {
  return contactsFor('director', contacts)[0] ?? null;
}

/** What "När har det hänt?" is taken to mean, in words. */
export function understoodWhen({ answers, whenSaidAt }: Incident): string | null {
  const said = understandWhen(answers.whenHappened?.text ?? '', whenSaidAt);
  return said && whenText(said, whenSaidAt);
}

/** What a subject line says of the incident. */
export function subjectParts({ exercise, number, answers }: Incident) {
  const what = answers.whatHappened?.text ?? '';
  return { exercise, number, what, where: answers.whereHappened?.text ?? '' };
}

/** Who gets the report: the director; in an exercise the exercise address. Null when there is none. */
export function recipientOf(incident: Pick<Incident, 'exercise'>, desk: Desk): MailAddress | null {
  const director = directorOf(desk.contacts);
  return addressees(director ? [director] : [], incident, desk.settings.exerciseEmail)[0] ?? null;
}
