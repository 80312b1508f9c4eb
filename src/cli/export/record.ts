/** What was taken out about many incidents stands in the desk's own stream: what, by whom and when. */
import type { ExportFormat } from '../../domain/payloads.ts';
import { deskEntry } from '../../flow/newEntry.ts';
import { newId } from '../../journal/id.ts';
import { dataFolder, settingsFolder } from '../../settings/folders.ts';
import { readSettings } from '../../settings/settings.ts';
import { exporting as words } from '../../texts/exports.ts';
import { type Context, operatorName } from '../context.ts';
import { recordAtDesk } from '../deskRecord.ts';

/** Who takes it out: as asked for, otherwise as the settings say. Throws SettingsError. */
export async function operatorAtDesk(context: Context, asked: string | undefined): Promise<string> {
  const { operator } = await readSettings(settingsFolder(context.env));
  return operatorName(asked, operator);
}

/** Records it; `selection` is what it was narrowed to, as it was typed. Throws Failure when it cannot be recorded. */
export function recordExport(
  context: Context,
  format: ExportFormat,
  selection: string,
  operator: string,
): void {
  const exported = { format, entries: null, selection };
  const entry = deskEntry('exported', exported, operator, { now: context.now(), newId });
  recordAtDesk(context, dataFolder(context.env), words.notRecorded, (journal) => journal.append([entry]));
}
