/** `tjour granska`: records that somebody has gone through an incident afterwards. */
import type { EntryPayloads } from '../../domain/entry.ts';
import { cleanText, countCharacters, isBlank, maxAnswerLength } from '../../domain/text.ts';
import { newEntry } from '../../flow/newEntry.ts';
import { newId } from '../../journal/id.ts';
import { settingsFolder } from '../../settings/folders.ts';
import { readSettings } from '../../settings/settings.ts';
import { review as words } from '../../texts/exports.ts';
import { type Context, operatorName, print, printJson } from '../context.ts';
import { badInput } from '../failure.ts';
import { recordOnIncident } from '../incidentRecord.ts';

export interface ReviewOptions {
  readonly kommentar: string;
  readonly lärdom?: string;
  readonly operatör?: string;
  readonly json?: boolean;
}

/** Throws Failure, with nothing saved, on a blank comment or an incident that is not decided. */
export async function run(context: Context, number: string, options: ReviewOptions): Promise<void> {
  const review = reviewFrom(options);
  const { operator: setting } = await readSettings(settingsFolder(context.env));
  const operator = operatorName(options.operatör, setting);
  const at = { now: context.now(), newId };
  const incident = recordOnIncident(context, number, words.notSaved, (journal, found) => {
    if (found.decision === null) throw badInput(words.notDecided(found.number));
    journal.append([newEntry('reviewed', review, { incident: found.id, operator }, at)]);
    return found;
  });
  if (options.json) printJson(context, { number: incident.number, ...review, at: at.now, by: operator });
  else print(context, words.done(incident.number, operator));
}

function reviewFrom({ kommentar, lärdom = '' }: ReviewOptions): EntryPayloads['reviewed'] {
  const comment = cleanText(kommentar).trim();
  const learnt = cleanText(lärdom).trim();
  if (isBlank(comment)) throw badInput(words.noComment);
  if ([comment, learnt].some((text) => countCharacters(text) > maxAnswerLength))
    throw badInput(words.tooLong(maxAnswerLength));
  return { comment, learnt };
}
