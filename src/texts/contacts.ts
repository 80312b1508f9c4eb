/** What the user reads about the contacts, and the words that a file of contacts uses. */
import type { Contact, Role } from '../domain/register.ts';
import type { ContactProblem, Place } from '../settings/contactsFile.ts';
import type { ImportResult } from '../settings/importContacts.ts';

/** The glossary's words for the roles: shown, and expected in a file of contacts. */
export const roleTexts: Readonly<Record<Role, string>> = {
  director: 'förvaltningsdirektör',
  deskManager: 'enhetschef trygghetsjouren',
  qualityManager: 'avdelningschef kvalitet och utveckling',
  unitManager: 'enhetschef',
  dutyOfficer: 'TIB',
  crisisGroup: 'krisledningsgrupp',
  communications: 'kommunikation',
  other: 'övrig',
};

export const contactColumnsText = 'roll;namn;enhet;telefon;e-post';

/** A contact in a few words: who, and in what role. */
export function contactText({ role, name, unit }: Contact): string {
  const title = role === 'unitManager' ? `${roleTexts[role]} ${unit}` : roleTexts[role];
  return name === '' ? title : `${name}, ${title}`;
}

/** Who is missing in the register, or null when nobody is. Takes what `missingRoles` gives. */
export function missingRolesText(missing: readonly (readonly Role[])[]): string | null {
  if (missing.length === 0) return null;
  const groups = missing.map((group) => group.map((role) => roleTexts[role]).join(' eller '));
  return `Kontaktregistret saknar telefonnummer till: ${groups.join('; ')}.`;
}

/** Every problem of a file that was refused, a line each, and the roles there are when one was wrong. */
export function contactProblemsText(problems: readonly ContactProblem[]): string {
  const lines = ['Inga kontakter är importerade.', ...problems.map(contactProblemText)];
  if (problems.some(({ kind }) => kind === 'unknown-role')) {
    lines.push(`Rollerna är: ${Object.values(roleTexts).join(', ')}.`);
  }
  return lines.join('\n');
}

function contactProblemText(problem: ContactProblem): string {
  switch (problem.kind) {
    case 'not-csv':
      return 'Filen är en Excel-arbetsbok. Öppna den i Excel, välj Spara som och ”CSV UTF-8”, och importera den filen.';
    case 'no-contacts':
      return 'Filen innehåller inga kontakter. Den ska vara hela registret, så en tom fil importeras inte.';
    case 'no-role-column':
      return `Filens första rad ska vara kolumnernas rubriker, med minst roll: ${contactColumnsText}`;
    case 'repeated-column':
      return `Två kolumner har rubriken ”${shortened(problem.value)}”. Ge dem olika namn.`;
    default:
      return `${placeText(problem)}: ${rowProblemText(problem)}`;
  }
}

/** Excel counts rows and an editor counts lines; they differ after a cell of several lines. */
function placeText({ row, line }: Place): string {
  return row === line ? `Rad ${row}` : `Rad ${row} i Excel (rad ${line} i en textredigerare)`;
}

function rowProblemText(problem: Extract<ContactProblem, Place>): string {
  if (problem.kind === 'unclosed-quote') return 'ett citattecken (") saknar sin andra hälft.';
  const value = `”${shortened(problem.value)}”`;
  switch (problem.kind) {
    case 'unknown-role':
      return problem.value === '' ? 'roll saknas.' : `rollen ${value} finns inte.`;
    case 'unit-missing':
      return 'en enhetschef måste ha en enhet.';
    case 'nobody':
      return 'namn, telefon och e-post saknas. Minst ett av dem behövs.';
    case 'bad-phone':
      return `${value} är inget telefonnummer. Skriv det med siffror, till exempel 031-390 06 12.`;
    case 'bad-email':
      return `${value} är ingen e-postadress. Skriv den som namn@example.se.`;
    case 'cell-without-heading':
      return `${value} står i en kolumn utan rubrik.`;
    case 'lost-letter':
      return `${value} innehåller en bokstav som har gått förlorad (\uFFFD). Skriv om den i originalet.`;
  }
}

/** A summary of what an import changed, with the names. */
export function importText(result: ImportResult): string {
  const groups: readonly (readonly [string, readonly Contact[]])[] = [
    ['Nya', result.added],
    ['Ändrade', result.changed],
    ['Borttagna', result.removed],
  ];
  const changes = groups
    .filter(([, contacts]) => contacts.length > 0)
    .map(([title, contacts]) => `${title} (${contacts.length}): ${contacts.map(contactText).join('; ')}`);
  const first = result.saved ? 'Kontaktregistret är sparat.' : 'Kontaktregistret är oförändrat.';
  return [first, ...changes, `Oförändrade: ${result.unchanged.length}`].join('\n');
}

/** A value to quote: the start of it is enough to recognise it. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
