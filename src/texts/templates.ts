/** Words about the templates of the mails: what they are for, what is wrong with them, and the words of `tjour mallar`. */
import type { MessageKind } from '../domain/payloads.ts';
import type { TemplateErrorKind, TemplateProblem } from '../mail/templateError.ts';

export const commands = {
  list: 'Visa mallarna för rapporten och meddelandena, och vilka som är egna',
  copy: 'Kopiera programmets mallar till mappen för egna, för att ändra dem där',
  check: 'Kontrollera egna mallar, eller filerna som anges',
  show: 'Visa mejlet som en mall ger, med påhittade händelser',
};

export const options = {
  names: 'mallens namn, till exempel enhetschef (annars alla)',
  name: 'mallens namn, till exempel enhetschef',
  files: 'filer som heter som sina mallar (annars alla egna)',
  file: 'en annan fil i stället för den mall som används',
};

/** What each is for, as `tjour mallar` lists them. */
export const purposes: Readonly<Record<MessageKind | 'report', string>> = {
  report: 'Rapporten till förvaltningsdirektören',
  'unit-manager': 'Information till en enhetschef',
  feedback: 'Återkoppling till TIB',
  'crisis-group': 'Kallelse till krisledningsgruppen',
  'director-update': 'Uppdatering till förvaltningsdirektören',
  'director-final': 'Slutrapport till förvaltningsdirektören',
};

export const list = {
  columns: { name: 'MALL', used: 'ANVÄNDS', purpose: 'ÄR' },
  used: { own: 'egen', 'built-in': 'programmets', faulty: 'programmets (den egna har fel)' },
  folder: (folder: string) => `Egna mallar ligger i ${folder}`,
  howToCopy: (program: string) => `Gör en egen: ${program} mallar kopiera NAMN`,
};

export const copy = {
  copied: (path: string) => `Kopierad: ${path}`,
  next: (program: string) => `Ändra texten i filen. Kontrollera den sedan med: ${program} mallar kontrollera`,
  exists: (path: string) => `${path} finns redan och har inte rörts.`,
  notSaved: (path: string) => `${path} kunde inte skrivas.`,
};

export const check = {
  none: (folder: string) => `Det finns inga egna mallar i ${folder}. Programmets egna används.`,
  fine: (path: string) => `${path} går att använda.`,
};

export const show = {
  heading: (outcome: string, exercise: string | null) =>
    `——— ${outcome}${exercise === null ? '' : `, ${exercise}`} ———`,
  subject: 'Ämne',
  notMade: (purpose: string, outcome: string) => `${purpose} görs inte för utfallet ${outcome}.`,
};

/** A name that no template has. */
export const unknownTemplate = (name: string, names: readonly string[], suggestion: string | null) =>
  `Det finns ingen mall som heter ${name}. ${suggestion === null ? `Mallarna heter ${names.join(', ')}` : `Menade du ${suggestion}`}${suggestion === null ? '.' : '?'}`;

/** A file among the desk's own that no template has the name of. */
export const unusedFile = (path: string, suggestion: string | null) =>
  `${path} används inte, för ingen mall heter så.${suggestion === null ? '' : ` Menade du ${suggestion}?`}`;

/** One fault in a template, with its place. */
export function templateProblemText(problem: TemplateProblem): string {
  if (problem.kind === 'required-missing') {
    return `fältet {{${problem.field}}} måste finnas i mallen och får inte bero på ett villkor.`;
  }
  return `rad ${problem.row}, kolumn ${problem.column}: ${faultText(problem)}`;
}

function faultText(problem: Exclude<TemplateProblem, { kind: 'required-missing' }>): string {
  const field = 'field' in problem ? short(problem.field) : '';
  switch (problem.kind) {
    case 'unknown-field':
      return unknownFieldText(field, problem);
    case 'not-text':
      return `Fältet ”${field}” är ingen text. Skriv {{#${field}}} … {{/${field}}} runt det som ska stå.`;
    case 'unescaped':
      return `Skriv {{${field}}}, med två klamrar och utan &.`;
    case 'partial':
      return 'En mall kan inte hämta in en annan mall.';
    case 'delimiters':
      return 'Klamrarna {{ och }} kan inte bytas mot något annat.';
    case 'unclosed-tag':
      return 'Klammern {{ saknar sitt slut }}.';
    case 'unclosed-section':
      return `Delen {{#${field}}} saknar sitt slut {{/${field}}}.`;
    case 'unopened-section':
      return `Delen slutar med {{/${field}}} men har ingen början.`;
    case 'list-in-list':
      return `Listan ”${field}” kan inte stå inuti en annan lista.`;
    case 'too-deep':
      return 'För många delar står inuti varandra. Högst 20 går bra.';
    case 'blanks':
      return 'För många blanktecken i rad. Ta bort dem.';
  }
}

function unknownFieldText(
  field: string,
  { suggestion, within }: Extract<TemplateProblem, { kind: 'unknown-field' }>,
): string {
  if (within !== null) return `Fältet ”${field}” finns bara inuti {{#${within}}} … {{/${within}}}.`;
  if (field === '.') return '{{.}} går bara att skriva inuti en lista av texter.';
  const help =
    suggestion === null
      ? 'Fälten räknas upp överst i mallen som följer med.'
      : `Menade du {{${suggestion}}}?`;
  return `Fältet ”${field}” finns inte. ${help}`;
}

/** A name on one line, as much of it as is needed to find it. */
function short(field: string): string {
  const line = field.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** Why a template cannot be used. The faults themselves follow, where there are any. */
const errorTexts: Readonly<Record<TemplateErrorKind, (template: string) => string>> = {
  missing: (template) => `${template} finns inte.`,
  unreadable: (template) => `${template} går inte att läsa.`,
  'unreadable-folder': (folder) => `${folder} går inte att läsa.`,
  'not-a-file': (template) => `${template} är ingen vanlig fil.`,
  outside: (template) => `${template} är en länk ut ur mappen med mallar. Lägg själva filen där.`,
  'too-large': (template) => `${template} är för stor. Den får vara högst 100 kB.`,
  'not-utf-8': (template) =>
    `${template} är inte sparad som UTF-8. Spara den en gång till med kodningen UTF-8.`,
  invalid: (template) => `${template} har fel:`,
};

interface Failed {
  readonly kind: TemplateErrorKind;
  readonly path: string | null;
  readonly problems: readonly TemplateProblem[];
}

/** Why the template cannot be used, without the faults in it. */
export function templateErrorText({ kind, path }: Failed): string {
  return errorTexts[kind](path ?? 'Mallen');
}

/** So many faults are told on one line. */
const toldAtOnce = 3;

/** Which template cannot be used and why, with the first faults and their places, on one line. */
export function templateFailure({ kind, path, problems }: Failed): string {
  const file = path?.split(/[\\/]/).at(-1);
  const what = kind === 'unreadable-folder' ? 'Mappen' : 'Mallen';
  const told = problems.slice(0, toldAtOnce).map(templateProblemText);
  const more = problems.length - told.length;
  return [
    errorTexts[kind](file === undefined ? what : `${what} ${file}`),
    ...told,
    ...(more > 0 ? [`Och ${more} fel till.`] : []),
  ].join(' ');
}
