/** `tjour kontroll --fil`: whether an incident that was taken out is as it was then. */
import { readFile } from 'node:fs/promises';
import { cleanLine } from '../../domain/text.ts';
import { readExport } from '../../journal/exportFile.ts';
import { verifyExport } from '../../journal/verifyExport.ts';
import { fileCheck as words } from '../../texts/exports.ts';
import { findingText } from '../../texts/journal.ts';
import type { Checked } from '../commands/kontroll.ts';
import { badInput } from '../failure.ts';

/** What was found. Throws Failure when it is no such file. */
export async function checkFile(path: string): Promise<Checked[]> {
  const file = readExport(await read(path));
  if (!file) throw badInput(words.notExport(cleanLine(path)));
  const findings = [...verifyExport(file)];
  if (findings.length > 0)
    return findings.map((finding) => ({ what: 'export', ok: false, text: findingText(finding), finding }));
  const { number, entries, head } = file;
  const disposed = entries.filter(({ disposedBy }) => disposedBy !== null).length;
  const notes = [...(disposed > 0 ? [words.disposed(disposed)] : []), words.limits(head.sequence)];
  return [
    { what: 'export', ok: true, text: words.fine(cleanLine(number), entries.length, head.hash) },
    ...notes.map((text) => ({ what: 'export', ok: true, note: true, text }) as const),
  ];
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw badInput(words.notFound(cleanLine(path)));
  }
}
