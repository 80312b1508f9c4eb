/** Words about the journal: what went wrong with it, and what a check of it found. */
import type { JournalErrorKind } from '../journal/errors.ts';
import type { Finding, FindingKind } from '../journal/finding.ts';

/** What is wrong, in one sentence. What was not saved, and where else to save it, is said by the screen. */
export const journalErrors: Readonly<Record<JournalErrorKind, string>> = {
  full: 'Disken är full.',
  'read-only': 'Loggen får inte skrivas: mappen eller filen är skrivskyddad.',
  locked: 'Loggen är upptagen av ett annat program. Försök igen.',
  damaged: 'Loggens fil är skadad. Kör kommandot kontroll.',
  newer: 'Loggen är skriven av en senare version av tjour. Uppdatera programmet.',
  missing: 'Det finns ingen logg i mappen.',
  other: 'Loggen kunde inte läsas eller skrivas.',
};

/** What a check found, in one sentence that says which entry it is about. */
export function findingText(finding: Finding): string {
  return sentences[finding.kind](finding);
}

const sentences: Readonly<Record<FindingKind, (finding: Finding) => string>> = {
  file: ({ detail }) => `Loggens fil är skadad.${detail ? ` Databasen säger: ${detail}` : ''}`,
  schema: ({ detail }) => `Loggens tabeller eller skydd är ändrade: ${detail}.`,
  'entry-altered': (finding) =>
    `${entry(finding)} är ändrad efter att den skrevs, eller ditsatt i efterhand.`,
  'entry-replaced': (finding) => `${entry(finding)} är utbytt: den hör inte ihop med posterna intill.`,
  'entry-missing': (finding) => `${entry(finding)} saknas.`,
  'entry-unreadable': (finding) => `${entry(finding)} går inte att läsa: filen är skadad där.`,
  'payload-altered': (finding) => `Innehållet i ${inside(finding)} är ändrat efter att det skrevs.`,
  'payload-missing': (finding) => `Innehållet i ${inside(finding)} saknas, utan att vara gallrat.`,
  'payload-unreadable': (finding) =>
    `Innehållet i ${inside(finding)} går inte att läsa: filen är skadad där.`,
  'payload-extra': (finding) => `Det finns innehåll till ${inside(finding)}, men ingen sådan post.`,
  head: ({ sequence }) =>
    `Loggens slutmärke är ändrat eller borta${sequence === null ? '' : `. Sista posten är nummer ${sequence}`}.`,
  derived: ({ number }) =>
    `Listan eller sökningen stämmer inte med posterna${number === null ? '' : ` om ${number}`}. Posterna gäller.`,
  typing: ({ number }) =>
    `Det som höll på att skrivas${number === null ? '' : ` om ${number}`} går inte att läsa.`,
  outbox: ({ number }) =>
    `Ett mejl i utkorgen${number === null ? '' : ` om ${number}`} är skadat: mottagarna går inte att läsa, eller försöken att skicka det saknas.`,
  'export-head': () => 'Filens uppgifter om nummer, övning eller kontrollsumma stämmer inte med posterna.',
  'export-incomplete': () => 'Det är inte lika många poster i filen som när den togs ut.',
};

function entry({ sequence, through, number }: Finding): string {
  return through === null
    ? `Post ${sequence}${incident(number)}`
    : `Posterna ${sequence}–${through}${incident(number)}`;
}

function inside(finding: Finding): string {
  return entry(finding).replace('P', 'p');
}

function incident(number: string | null): string {
  return number === null ? '' : ` (${number})`;
}
