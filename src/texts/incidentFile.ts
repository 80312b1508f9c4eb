/** What is wrong with an incident file, in words. */
import type { FileProblem } from '../domain/incidentFile.ts';
import { shortened } from './contacts.ts';

const what: Readonly<Record<FileProblem['kind'], string>> = {
  'broken-json': 'Filen är inte giltig JSON här',
  'too-deep': 'Filen är inte en händelsefil: den har för många nivåer',
  'name-expected':
    'Här ska ett fältnamn inom raka citattecken stå. Efter det sista fältet får det inte stå något kommatecken',
  'value-expected': 'Här saknas ett värde. Efter det sista värdet får det inte stå något kommatecken',
  'colon-expected': 'Här ska ett kolon stå, mellan fältets namn och dess värde',
  'comma-expected': 'Här ska ett kommatecken stå, mellan två fält eller värden',
  'end-expected':
    'Händelsen är slut, men filen fortsätter. En fil är en händelse; bara ”tjour bedöm” tar flera, en på varje rad',
  'not-closed': 'Här fattas en avslutande } eller ]',
  comment: 'En händelsefil får inte ha kommentarer',
  'string-not-closed': 'Texten saknar sitt andra citattecken på raden. En radbrytning i en text skrivs \\n',
  'bad-escape': 'Efter ett omvänt snedstreck ska n, r, t, b, f, /, \\, " eller u och fyra siffror stå',
  'control-character': 'Texten har ett tecken som inte syns. Ta bort det; en tabb skrivs \\t',
  'duplicate-field': 'Fältet finns två gånger',
  'unknown-field': 'Fältet finns inte',
  missing: 'Fältet saknas',
  blank: 'Fältet får inte vara tomt',
  'too-long': 'Texten är längre än 10 000 tecken',
  'not-a-time': 'Tiden ska skrivas som 2026-11-21T02:41:00+01:00',
  'year-out-of-range': 'Årtalet ska vara mellan 1900 och 2199',
  'not-text': 'Värdet ska vara text inom raka citattecken',
  'not-a-list': 'Värdet ska vara en lista, [ … ]',
  'not-an-object': 'Värdet ska vara ett objekt, { … }',
  'not-an-answer': 'Svaret ska vara text inom raka citattecken, eller ett objekt, { "text": … }',
  'wrong-value': 'Värdet går inte att använda',
};

/** One problem with its place and what is allowed. */
export function fileProblemText({ kind, path, row, column, allowed }: FileProblem): string {
  const field = path === '' ? '' : ` (${shortened(path)})`;
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
export const empty = (file: string) => `${file} är tom. Inget är sparat.`;
export const standardInput = 'Standard in';
