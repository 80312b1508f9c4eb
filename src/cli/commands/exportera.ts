/** `tjour exportera`: one incident's whole record as a file, to register and keep, or to check on another machine. */
import { foldIncident, type Incident } from '../../domain/incident.ts';
import type { ExportFormat } from '../../domain/payloads.ts';
import { newEntry } from '../../flow/newEntry.ts';
import { type ChainedEntry, type ExportFile, exportFormat } from '../../journal/chainedEntries.ts';
import { JournalError } from '../../journal/errors.ts';
import { newId } from '../../journal/id.ts';
import { settingsFolder } from '../../settings/folders.ts';
import { readSettings } from '../../settings/settings.ts';
import { exporting as words } from '../../texts/exports.ts';
import { recordDocument } from '../../ui/record/recordDocument.ts';
import { type Context, jsonLine, operatorName, print } from '../context.ts';
import { writeNewFile } from '../export/newFile.ts';
import { badInput } from '../failure.ts';
import { existingIncident, recordOnIncident } from '../incidentRecord.ts';

export interface ExportOptions {
  /** The file. */
  readonly pdf?: string;
  /** The file; true for standard output. */
  readonly json?: string | true;
  readonly operatör?: string;
}

/** Throws Failure; that nothing was taken out, or that the attempt is recorded although the file is not there. */
export async function run(context: Context, number: string, options: ExportOptions): Promise<void> {
  const { pdf, json } = options;
  const path = pdf ?? json;
  if (path === undefined || (pdf !== undefined && json !== undefined)) throw badInput(words.oneFormat);
  existingIncident(context, number);
  const { operator: setting } = await readSettings(settingsFolder(context.env));
  const operator = operatorName(options.operatör, setting);
  const take = (format: ExportFormat) => takeOut(context, number, format, operator);
  if (path === true) context.stdout.write(jsonText(take('json')));
  else if (pdf === undefined) await writeNewFile(path, () => take('json'), jsonText);
  else await writeNewFile(path, () => take('pdf'), pdfOf);
  if (path !== true) print(context, words.saved(path));
}

/** The incident with all of its entries up to the one that says that it was taken out, which is the last. */
interface TakenOut {
  readonly incident: Incident;
  readonly entries: readonly ChainedEntry[];
  readonly taken: ChainedEntry;
}

function takeOut(context: Context, number: string, format: ExportFormat, operator: string): TakenOut {
  return recordOnIncident(context, number, words.notRecorded, (journal, { id }) => {
    const before = journal.chainedEntriesOf(id);
    const exported = { format, entries: before.length, selection: '' };
    const at = { now: context.now(), newId };
    const entry = newEntry('exported', exported, { incident: id, operator }, at);
    journal.append([entry]);
    // What another workplace wrote in between came after what is taken out.
    const taken = journal.chainedEntriesOf(id).find((each) => each.id === entry.id);
    const entries = taken ? [...before, taken] : before;
    const incident = foldIncident(entries);
    if (!taken || !incident) throw new JournalError('damaged');
    return { incident, entries, taken };
  });
}

function jsonText({ incident: { number, exercise }, entries, taken }: TakenOut): string {
  const { sequence, hash } = taken;
  const file: ExportFile = { format: exportFormat, number, exercise, head: { sequence, hash }, entries };
  return jsonLine(file);
}

async function pdfOf({ incident, entries, taken }: TakenOut): Promise<Uint8Array> {
  const { recordPdf } = await import('../export/pdf.ts');
  return recordPdf(recordDocument(incident, entries, taken));
}
