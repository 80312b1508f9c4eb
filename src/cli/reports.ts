/** The report to the director: from a decided incident to its text, and to its file. */

import type { Incident } from '../domain/incident.ts';
import { nextReportAt } from '../domain/message.ts';
import { toldLines } from '../domain/messageProgress.ts';
import { directorReport } from '../domain/report.ts';
import { draftSubject } from '../domain/reportSubject.ts';
import type { ComposedDraft, DraftToSave, SavedDraft } from '../flow/call/state.ts';
import { mailBody, renderReport } from '../mail/body.ts';
import { composeDraft, draftFileName, messageIdFor } from '../mail/draft.ts';
import { saveNumbered } from '../mail/saveDraft.ts';
import { draftsFolder } from './call/drafts.ts';
import {
  deskReachable,
  directorOf,
  recipientOf,
  senderOf,
  subjectParts,
  understoodWhen,
} from './correspondents.ts';
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
