/** `tjour ny-händelse --från`: an incident from a file, without a terminal. */

import { unansweredQuestions } from '../../domain/answers.ts';
import type { NewEntry } from '../../domain/entry.ts';
import { foldIncident, type Incident } from '../../domain/incident.ts';
import type { IncidentFile } from '../../domain/incidentFile.ts';
import { recordFile } from '../../flow/call/fromFile.ts';
import { type Opening, startCall } from '../../flow/call/state.ts';
import { type Effect, record } from '../../flow/call/turn.ts';
import { foundIn, isStrong, withoutStrongIn } from '../../flow/guard.ts';
import { newId } from '../../journal/id.ts';
import { openJournal } from '../../journal/journal.ts';
import * as callWords from '../../texts/call.ts';
import * as words from '../../texts/cli.ts';
import { guard as guardWords } from '../../texts/personalData.ts';
import { type Context, machineTime, operatorName, print, printJson, programName, tell } from '../context.ts';
import { decisionJson } from '../decisionJson.ts';
import { describe } from '../describe.ts';
import { callContext, type Desk, knownTo, missingContacts, openDesk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { readOne } from '../incidentFiles.ts';
import { composeReport, saveReport } from '../reports.ts';
import { usableReportTemplate } from '../templates.ts';
import { summaryLines } from './summary.ts';

interface FileOptions {
  readonly övning?: boolean;
  readonly operatör?: string;
  readonly json?: boolean;
}

/** Records the file's incident, decides as recommended, and saves the draft. Throws Failure that says what is saved. */
export async function newIncidentFromFile(
  context: Context,
  path: string,
  options: FileOptions,
): Promise<void> {
  const file = await readOne(context, path);
  const progress = { saved: words.fromFile.nothing };
  try {
    await recordAndReport(context, file, options, progress);
  } catch (error) {
    const known = describe(error, context);
    throw known ? new Failure(known.code, `${known.message} ${progress.saved}`, error) : error;
  }
}

/** Keeps in `progress`, in words, what is on the disk. */
async function recordAndReport(
  context: Context,
  file: IncidentFile,
  options: FileOptions,
  progress: { saved: string },
): Promise<void> {
  const [desk, template] = await Promise.all([openDesk(context), usableReportTemplate(context.env)]);
  const opening = openingOf(file, options, desk, context.now());
  const at = { now: opening.receivedAt, newId };
  const { state, effects } = recordFile(startCall(opening, callContext(desk, [])), file, at);
  const journal = openJournal(desk.dataFolder, { now: machineTime });
  try {
    const incident = foldIncident(journal.append(entriesIn(effects)));
    if (!incident) throw new Error('the incident did not come back from the journal');
    progress.saved = words.fromFile.incident(incident.number, programName(context));
    const now = context.now();
    const composed = composeReport(incident, desk, template, {
      now,
      chainHash: journal.head()?.hash ?? null,
    });
    const guarded = { known: knownTo(desk), now };
    const strong = foundIn([composed.subject, composed.text], guarded).filter(isStrong);
    const { nextReportAt } = composed;
    // Nobody is there to ask: what would stop the report is masked in it, and that is told.
    const report = { ...withoutStrongIn(composed, guarded), nextReportAt, first: null };
    const { path, ...draft } = await saveReport(report, incident, desk, { now, id: newId() });
    progress.saved = words.fromFile.incidentAndDraft(incident.number, path);
    journal.append(entriesIn(record({ ...state, incident }, at, 'draft-saved', draft).effects));
    if (options.json) printJson(context, resultJson(incident, path, draft.subject));
    else
      for (const line of summaryLines(incident, { path, isQueued: false }, desk.contacts))
        print(context, line);
    if (composed.templateProblem !== null)
      tell(context, callWords.draft.templateProblem(composed.templateProblem));
    if (strong.length > 0) tell(context, guardWords.masked(strong.length));
    if (!options.json)
      for (const problem of missingContacts(desk.contacts, programName(context))) tell(context, problem);
  } finally {
    journal.close();
  }
}

function openingOf(file: IncidentFile, options: FileOptions, { settings }: Desk, now: string): Opening {
  const { source, channel, caller, receivedAt = now } = file;
  return {
    id: newId(),
    station: settings.station,
    source,
    channel,
    exercise: file.exercise || (options.övning ?? false),
    caller,
    operator: operatorName(options.operatör ?? file.operator, settings.operator),
    receivedAt,
  };
}

function entriesIn(effects: readonly Effect[]): readonly NewEntry[] {
  return effects.flatMap((effect) => (effect.kind === 'append' ? effect.entries : []));
}

function resultJson(incident: Incident, path: string, subject: string): object {
  return {
    incident: { number: incident.number, id: incident.id },
    decision: decisionJson(incident),
    draft: { path, subject },
    openQuestions: unansweredQuestions(incident.answers),
  };
}
