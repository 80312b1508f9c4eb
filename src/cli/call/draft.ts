/** From a decided incident to the draft's text, and to its file. */
import builtIn from '../../../templates/rapport-direktor.txt';
import type { Incident } from '../../domain/incident.ts';
import { isMailAddress } from '../../domain/reach.ts';
import type { Contact } from '../../domain/register.ts';
import { contactsFor } from '../../domain/register.ts';
import { directorReport } from '../../domain/report.ts';
import { draftSubject } from '../../domain/reportSubject.ts';
import { formatInstant, parseInstant } from '../../domain/time.ts';
import { understandWhen, whenText } from '../../domain/when.ts';
import type { ComposedDraft, SavedDraft } from '../../flow/call/state.ts';
import { renderReport } from '../../mail/body.ts';
import { composeDraft, draftFileName, messageIdFor } from '../../mail/draft.ts';
import { DraftError, saveDraft } from '../../mail/saveDraft.ts';
import { TemplateError } from '../../mail/template.ts';
import { templateFailure } from '../../texts/mail.ts';
import { type Desk, loadReportTemplate } from '../desk.ts';
import { draftsFolder } from './drafts.ts';

/** A template that can be used: the desk's, or the program's own and what is wrong with the desk's. */
export interface UsableTemplate {
  readonly source: string;
  readonly problem: string | null;
}

/** A broken template never stops a report. */
export async function usableTemplate(): Promise<UsableTemplate> {
  try {
    return { source: await loadReportTemplate(), problem: null };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { source: builtIn, problem: templateFailure(error) };
  }
}

/** The report on a decided incident. Throws RangeError when it is not decided. */
export function composeReport(
  incident: Incident,
  desk: Desk,
  template: UsableTemplate,
  at: { readonly now: string; readonly chainHash: string | null },
): ComposedDraft {
  const { recommendation, decision } = incident;
  if (!recommendation || !decision) throw new RangeError('not decided');
  const { settings } = desk;
  const director = directorOf(desk.contacts);
  const said = understandWhen(incident.answers.whenHappened?.text ?? '', incident.receivedAt);
  const fields = directorReport({
    incident,
    recommendation,
    decision,
    now: at.now,
    desk: { name: settings.deskName, phone: settings.deskPhone ?? '', email: settings.deskEmail ?? '' },
    director,
    understoodWhen: said && whenText(said, incident.receivedAt),
    told: [],
    nextReportAt: formatInstant(parseInstant(at.now).add({ minutes: settings.nextReportMinutes })),
    chainHash: at.chainHash,
  });
  return {
    subject: draftSubject({
      outcome: decision.outcome,
      exercise: incident.exercise,
      number: incident.number,
      what: incident.answers.whatHappened?.text ?? '',
      where: incident.answers.whereHappened?.text ?? '',
    }),
    body: renderReport(template.source, fields),
    unwrapped: renderReport(template.source, fields, Number.POSITIVE_INFINITY),
    to: director && isMailAddress(director.email) ? director.email : null,
    templateProblem: template.problem,
  };
}

function directorOf(contacts: readonly Contact[]): Contact | null {
  return contactsFor('director', contacts)[0] ?? null;
}

/** Writes the draft's file under the next free number. Throws DraftError. */
export async function saveReport(
  draft: ComposedDraft,
  incident: Pick<Incident, 'number' | 'exercise' | 'drafts'>,
  desk: Desk,
  at: { readonly now: string; readonly id: string },
): Promise<SavedDraft> {
  const { settings } = desk;
  const director = directorOf(desk.contacts);
  const messageId = messageIdFor(at.id, settings.deskEmail);
  const bytes = await composeDraft({
    from: settings.deskEmail === null ? null : { name: settings.deskName, address: settings.deskEmail },
    to: director && { name: director.name, address: director.email },
    subject: draft.subject,
    text: draft.body,
    messageId,
    date: at.now,
  });
  for (let n = incident.drafts.length + 1; ; n++) {
    const file = draftFileName(incident.number, n, incident.exercise);
    try {
      const path = await saveDraft(draftsFolder(desk.dataFolder), file, bytes);
      return { file, path, messageId, subject: draft.subject, to: draft.to, body: draft.body };
    } catch (error) {
      // A file from an earlier try, whose entry never reached the journal: leave it and take the next number.
      if (!(error instanceof DraftError) || error.kind !== 'exists') throw error;
    }
  }
}
