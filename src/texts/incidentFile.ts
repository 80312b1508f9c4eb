/** What is wrong with an incident file, in words. */
import type { FileProblem } from '../domain/incidentFile.ts';

const what: Readonly<Record<FileProblem['kind'], string>> = {
  'broken-json': 'Filen är inte giltig JSON',
  'duplicate-field': 'Fältet finns två gånger',
  'unknown-field': 'Fältet finns inte',
  missing: 'Fältet saknas',
  blank: 'Fältet får inte vara tomt',
  'too-long': 'Texten är längre än 10 000 tecken',
  'not-a-time': 'Tiden ska skrivas som 2026-11-21T02:41:00+01:00',
  'wrong-value': 'Värdet går inte att använda',
};

/** One problem with its place and what is allowed. */
export function fileProblemText({ kind, path, row, column, allowed }: FileProblem): string {
  const field = path === '' ? '' : ` (${path})`;
  const choice = allowed.length > 0 ? ` Tillåtet: ${allowed.join(', ')}.` : '';
  return `Rad ${row}, kolumn ${column}${field}: ${what[kind]}.${choice}`;
}

/** All of it, for somebody who has to mend the file. */
export function fileRefused(file: string, problems: readonly FileProblem[]): string {
  return [
    `${file} kan inte användas. Inget är sparat.`,
    ...problems.map((each) => `  ${fileProblemText(each)}`),
  ].join('\n');
}

export const notFound = (file: string) => `Filen ${file} går inte att läsa. Inget är sparat.`;
export const notUtf8 = (file: string) =>
  `${file} är inte sparad som UTF-8. Spara den en gång till med kodningen UTF-8. Inget är sparat.`;
export const numbered = (file: string, row: number) => `${file}, rad ${row}`;
export const empty = (file: string) => `${file} är tom. Inget är sparat.`;
export const standardInput = 'Standard in';
