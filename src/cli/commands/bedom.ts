/** `tjour bedöm`: only the escalation, one line of JSON for each incident. Saves nothing. */
import { actionsFor } from '../../domain/actions.ts';
import { affectedUnits } from '../../domain/answers.ts';
import { assess } from '../../domain/assess.ts';
import { answersFromFile, factsFromFile } from '../../domain/fileFacts.ts';
import type { IncidentFile } from '../../domain/incidentFile.ts';
import { settingsFolder } from '../../settings/folders.ts';
import { readSettings, type Settings } from '../../settings/settings.ts';
import { type Context, printJson } from '../context.ts';
import { readSeveral } from '../incidentFiles.ts';

export async function run(context: Context, options: { readonly från: string }): Promise<void> {
  const [settings, files] = await Promise.all([
    readSettings(settingsFolder(context.env)),
    readSeveral(context, options.från),
  ]);
  const now = context.now();
  for (const file of files) printJson(context, recommendationFor(file, now, settings));
}

function recommendationFor(file: IncidentFile, now: string, { hours, consultMinutes }: Settings) {
  const receivedAt = file.receivedAt ?? now;
  const recommendation = assess(factsFromFile(file), receivedAt, hours);
  const units = affectedUnits(Object.fromEntries(answersFromFile(file)));
  return { ...recommendation, actions: actionsFor({ ...recommendation, receivedAt, units, consultMinutes }) };
}
