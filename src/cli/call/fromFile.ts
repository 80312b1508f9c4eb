/** `tjour ny-händelse --från`: an incident from a file, without a terminal. */
import type { Incident } from '../../domain/incident.ts';
import { foldIncident, unansweredQuestions } from '../../domain/incident.ts';
import { recordFile } from '../../flow/call/fromFile.ts';
import { startCall } from '../../flow/call/state.ts';
import { record } from '../../flow/call/turn.ts';
import { newId } from '../../journal/id.ts';
import { openJournal } from '../../journal/journal.ts';
import { DraftError } from '../../mail/saveDraft.ts';
import * as words from '../../texts/cli.ts';
import { draftErrorText } from '../../texts/mail.ts';
import { type Context, machineTime, operatorName, print, tell } from '../context.ts';
import { decisionJson } from '../decisionJson.ts';
import { deskContext, missingContacts, openDesk } from '../desk.ts';
import { exitCode, Failure } from '../failure.ts';
import { readOne } from '../incidentFiles.ts';
import { composeReport, saveReport, usableTemplate } from './draft.ts';
import { summaryLines } from './summary.ts';

/** Records the file's incident, decides as recommended, and saves the draft. */
export async function newIncidentFromFile(
  context: Context,
  path: string,
  options: { readonly övning?: boolean; readonly operatör?: string; readonly json?: boolean },
): Promise<void> {
  const file = await readOne(context, path);
  const [desk, template] = await Promise.all([openDesk(context), usableTemplate()]);
  const receivedAt = file.receivedAt ?? context.now();
  const at = { now: receivedAt, newId };
  const opening = {
    id: newId(),
    station: desk.settings.station,
    source: file.source,
    channel: file.channel,
    exercise: file.exercise || (options.övning ?? false),
    caller: file.caller,
    operator: operatorName(options.operatör ?? file.operator, desk.settings.operator),
    receivedAt,
  };
  const { state, effects } = recordFile(startCall(opening, deskContext(desk, [])), file, at);
  const journal = openJournal(desk.dataFolder, { now: machineTime });
  try {
    const entries = effects.flatMap((effect) => (effect.kind === 'append' ? effect.entries : []));
    const incident = foldIncident(journal.append(entries));
    if (!incident) throw new Error('the incident did not come back from the journal');
    const now = context.now();
    const draft = composeReport(incident, desk, template, { now, chainHash: journal.head()?.hash ?? null });
    const saved = await saveReport(draft, incident, desk, { now, id: newId() }).catch((error: unknown) => {
      if (!(error instanceof DraftError)) throw error;
      throw new Failure(
        exitCode.fault,
        `${draftErrorText[error.kind]} ${words.afterCall.done(incident.number)}`,
        error,
      );
    });
    const { path: draftPath, ...payload } = saved;
    journal.append(
      record({ ...state, incident }, at, 'draft-saved', payload).effects.flatMap((effect) =>
        effect.kind === 'append' ? effect.entries : [],
      ),
    );
    if (options.json) print(context, JSON.stringify(resultJson(incident, draftPath, draft.subject)));
    else for (const line of summaryLines(incident, draftPath, desk.contacts)) print(context, line);
    if (draft.templateProblem !== null) tell(context, draft.templateProblem);
    if (!options.json) for (const problem of missingContacts(desk.contacts)) tell(context, problem);
  } finally {
    journal.close();
  }
}

function resultJson(incident: Incident, path: string, subject: string): object {
  return {
    incident: { number: incident.number, id: incident.id },
    decision: decisionJson(incident),
    draft: { path, subject },
    openQuestions: unansweredQuestions(incident.answers),
  };
}
