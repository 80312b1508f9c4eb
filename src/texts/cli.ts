/** The words of the command line. */
import { outcomeLabels } from './labels.ts';

export const about =
  'Trygghetsjourens stöd när något händer i staden: samtalet, bedömningen, rapporten och loggen.';

export const commands = {
  bord: 'Bordet: öppna händelser och det som ska göras, med påminnelser',
  newIncident: 'Ta emot ett samtal, steg för steg',
  assess: 'Visa bara bedömningen för händelsefiler; sparar inget',
  resume: 'Fortsätt med ett påbörjat samtal',
  incident: 'En händelse: vad som är känt, vad som är gjort och vad som återstår',
  remind: 'Visa det som har förfallit (för cron, systemd eller Schemaläggaren)',
  handover: 'Lämna över till nästa pass',
  phoneTest: 'Anteckna ett test av TIB-telefonen eller backuptelefonen',
  log: 'Visa loggen, eller en händelse med alla poster',
  exportRecord: 'Ta ut allt om en händelse som en fil, för diariet, arkivet eller kontroll',
  review: 'Visa vad som återstår att granska, eller anteckna att en händelse är granskad',
  register: 'Anteckna diarienumret för en händelse',
  statistics: 'Visa hur många händelser det har varit, när, och hur lång tid det tog',
  demo: 'Fyll en tom datamapp med påhittade händelser, för att prova programmet',
  mail: 'Visa utkorgen: mejl att se till, mejl på väg och de senaste; och utkast som inte är skickade',
  mailShow: 'Visa det senaste utkastet för en händelse',
  mailSave: 'Spara det senaste utkastet som en fil',
  mailSend: 'Skicka den senaste rapporten om en händelse; utan nummer allt som väntar',
  mailHandled: 'Du har ringt i stället: mejlen om händelsen larmar inte längre',
  mailWithdraw: 'Dra tillbaka mejl som inte har gått iväg: de skickas inte',
  mailTry: 'Prova e-postservern utan att skicka något',
  contacts: 'Visa kontaktregistret',
  contactsImport: 'Läs in kontaktregistret från en CSV-fil',
  settings: 'Visa eller ändra inställningar',
  check: 'Kontrollera loggen, inställningarna, kontakterna, mallarna, checklistorna och telefonerna',
};

export const options = {
  from: 'händelsefil i JSON; - läser från standard in',
  exercise: 'märk händelsen ÖVNING',
  exerciseDesk: 'en övning: bara övningar visas, och nya händelser märks ÖVNING',
  exerciseHandover: 'överlämning i en övning',
  exerciseTest: 'ett test i en övning; det räknas inte',
  despiteWarning: 'varningarna om personuppgifter är lästa',
  mailReminders: 'lägg också ett mejl till jouren i utkorgen',
  sign: 'signera sidan: du lämnar över',
  acknowledge: 'kvittera den signerade sidan: du tar över',
  note: 'anteckning',
  again: 'skicka samma mejl en gång till, fast det kan ha kommit fram',
  phone: 'tib eller backup',
  result: 'fungerar eller fel',
  operator: 'vem som arbetar (annars inställningen, annars inloggningsnamnet)',
  plain: 'en fråga i taget, rad för rad (för skärmläsare)',
  json: 'skriv JSON',
  number: 'händelsens nummer, till exempel A-2026-0001',
  mailOrNumber: 'händelsens nummer, eller id för ett mejl som det står i ”mejl”',
  allMails: 'också alla äldre mejl och utkast',
  search: 'sök i alla texter',
  fromDate: 'från och med ett datum, ÅÅÅÅ-MM-DD',
  toDate: 'till och med ett datum, ÅÅÅÅ-MM-DD',
  outcome: `bara ett visst utfall: ${Object.values(outcomeLabels).join(', ')}`,
  onlyExercises: 'bara övningar',
  noExercises: 'inga övningar',
  count: 'hur många händelser (annars 200)',
  exportCsv: 'skriv listan som CSV för Excel, i en fil eller på standard ut',
  exportHtml: 'skriv en sida med diagram och tabeller, att läsa i webbläsaren eller på papper',
  exportPdf: 'skriv hela händelsen som PDF/A',
  exportJson: 'skriv alla poster som JSON, i en fil eller på standard ut; ”kontroll --fil” kontrollerar dem',
  comment: 'vad granskningen kom fram till, eller med --klar hur det gick',
  learnt: 'vad vi lärde oss',
  reviewAction: 'något att göra efter granskningen; kan anges flera gånger',
  responsible: 'vem som ska göra det som står efter --åtgärd',
  dueDate: 'sista dag för det, ÅÅÅÅ-MM-DD',
  reviewActionDone: 'numret på en åtgärd efter granskningen som är klar',
  registryNumber: 'numret i diariet',
  checkFile: 'kontrollera i stället en fil som är uttagen med ”exportera --json”',
  to: 'filen som ska skrivas',
  csv: 'kontakterna, sparade som CSV från Excel',
  key: 'inställningens namn',
  value: 'det nya värdet; tomt återställer',
};

export const help = {
  option: 'visa hjälp',
  usage: { commands: '[kommando]', option: '[val]' },
  titles: {
    'Usage:': 'Så här:',
    'Arguments:': 'Argument:',
    'Options:': 'Val:',
    'Commands:': 'Kommandon:',
  } as Readonly<Record<string, string>>,
};

/**
 * Commander's errors by their code. `name` is the word that it is about, and `command` the whole of the command, such
 * as `tjour mejl visa`.
 */
export function usageError(code: string, name: string, command: string): string {
  const text =
    {
      'commander.unknownCommand': `Kommandot ”${name}” finns inte.`,
      'commander.unknownOption': `Valet ${name} finns inte.`,
      'commander.excessArguments': 'Det är för många ord på raden.',
      'commander.missingArgument': `Något saknas: <${name}>.`,
      'commander.missingMandatoryOptionValue': `Något saknas: ${name}.`,
      'commander.optionMissingArgument': `Värdet saknas: ${name}.`,
      'commander.conflictingOption': `Valet ${name} går inte ihop med ett annat val på raden.`,
    }[code] ?? 'Kommandot går inte att förstå.';
  return `${text} Inget är sparat. Visa hjälp: ${command} --help`;
}

export const unexpected = (message: string, program: string) =>
  `Ett oväntat fel: ${message}. Det som redan är sparat ligger kvar. Kör ”${program} kontroll” och försök igen.`;

export const notPrinted = (code: string) =>
  `Resultatet kunde inte skrivas ut (${code}). Det som är sparat ligger kvar.`;

export const journalFolder = (folder: string) => `Loggen ligger i ${folder}.`;

/** After what went wrong with an incident from a file: what is saved all the same. */
export const fromFile = {
  nothing: 'Händelsen är inte sparad.',
  incident: (number: string, program: string) =>
    `Händelsen är sparad som ${number}, men utan utkast. Gör utkastet med: ${program} fortsätt ${number}`,
  incidentAndDraft: (number: string, path: string) =>
    `Händelsen är sparad som ${number} och utkastet som ${path}, men loggen saknar uppgiften om utkastet.`,
};

export const withoutIt = (problem: string) => `${problem} Samtalet går att ta emot ändå, med standardvärden.`;

export const importContacts = (program: string) => `Läs in det med ”${program} kontakter importera FIL.csv”.`;

/** What stands on the ordinary screen when a call is over. */
export const afterCall = {
  interrupted: (number: string, program: string) =>
    `Avbrutet. Allt du skrev är sparat. Fortsätt med: ${program} fortsätt ${number}`.trimEnd(),
  nothingEntered: 'Avbrutet. Inget var skrivet, så inget är sparat.',
  done: (number: string) => `${number} är sparad.`,
  draft: (path: string) => `Utkastet till förvaltningsdirektören: ${path}`,
  notSent: 'Det är inte skickat. Öppna filen i ditt e-postprogram och skicka den.',
  notSentExercise: 'ÖVNING – skicka det inte på riktigt.',
  notQueued: (number: string, program: string) =>
    `Rapporten är INTE SKICKAD: den kunde inte läggas i utkorgen. Skicka den med: ${program} mejl skicka ${number}`,
  unsaved: 'ALLT BLEV INTE SPARAT i loggen.',
  rescued: (path: string, program: string) =>
    `En kopia finns i ${path}. Läs in den med: ${program} ny-händelse --från ${path}`,
  decideAgain: (decision: string, motivation: string) =>
    `Kopian rymmer svaren men inte ditt eget beslut. Det var: ${decision}.${motivation === '' ? '' : ` Motivering: ${motivation}`}`,
  onScreen: 'Ingen kopia kunde sparas. Det här är allt som skrevs; spara det:',
};

export const resume = {
  nothing: 'Det finns inget påbörjat samtal.',
  notFound: (number: string, program: string) =>
    `Händelsen ${number} finns inte i loggen. Visa alla med: ${program} logg`,
  alreadyDone: (number: string, program: string) =>
    `${number} är redan klar. Visa den med: ${program} logg ${number}`,
};

export const terminalNeeded =
  'Det behövs en terminal för samtalet. Använd --från FIL för en händelsefil, eller --enkel för rad för rad.';
export const terminalNeededToResume = 'Det behövs en terminal för samtalet. Använd --enkel för rad för rad.';

/** When the desk is left with something that the journal did not take. */
export const deskLeft = {
  rescued: (count: number, path: string) =>
    `EJ SPARAT: ${count === 1 ? 'en post' : `${count} poster`} kunde inte skrivas i loggen. En kopia ligger i ${path}. Skriv in dem igen när loggen går att skriva i.`,
  notSaved: (count: number) =>
    `EJ SPARAT: ${count === 1 ? 'en post' : `${count} poster`} kunde inte skrivas i loggen, och inte heller någon annanstans. Skriv av dem:`,
};

export const logList = {
  columns: { number: 'NUMMER', moment: 'MOTTAGET', date: 'MOTTAGET', outcome: 'UTFALL', status: 'LÄGE' },
  summary: 'VAD',
  none: 'Inga händelser.',
  exercise: 'ÖVNING ',
  badDate: (date: string) => `${date} är inget datum. Skriv ÅÅÅÅ-MM-DD. Inget är ändrat.`,
  datesTurned: (from: string, to: string) => `Från-datum ${from} är efter till-datum ${to}. Inget är ändrat.`,
  badOutcome: (outcome: string) =>
    `${outcome} är inget utfall. Tillåtet: ${Object.entries(outcomeLabels)
      .map(([code, label]) => `${label} (${code})`)
      .join(', ')}.`,
  numberWithFilter: 'Ange ett nummer eller ett filter, inte båda.',
};

export const contactsEmpty = 'Kontaktregistret är tomt.';

export const check = {
  journalFine: (count: number, hash: string) =>
    `Loggen stämmer: ${count} poster. Sista kontrollsumman: ${hash}`,
  noJournal: 'Det finns ingen logg ännu.',
  settingsFine: 'Inställningarna går att läsa.',
  contactsFine: (count: number) => `Kontaktregistret: ${count} kontakter.`,
  templateFine: 'Rapportmallen går att använda.',
  messageTemplatesFine: 'Meddelandemallarna går att använda.',
  checklistsFine: (count: number) => `Checklistorna går att använda: ${count}.`,
  noDeskPhone: (setting: string, program: string) =>
    `${setting} är inte inställt. Rapporten säger då inget nummer till jouren. Ställ in det med ”${program} inställningar ${setting} NUMMER”.`,
  ok: 'OK ',
  note: 'OBS',
  wrong: 'FEL',
};

export const summary = {
  title: 'Trygghetsjouren',
  unfinished: 'Påbörjade samtal',
  notNumbered: '(utan nummer)',
  latest: 'Senaste händelserna',
  nothingYet: '(inget svar ännu)',
  start: (program: string) =>
    `Nytt samtal: ${program} ny-händelse    Övning: ${program} ny-händelse --övning    Hjälp: ${program} --help`,
  resume: (program: string) => `Fortsätt med: ${program} fortsätt NUMMER`,
};

export const mail = {
  none: 'Inga utkast.',
  noDraft: (number: string) => `${number} har inget sparat utkast.`,
  changedSince: (file: string) =>
    `Filen ${file} i utkastmappen är ändrad för hand. Det som sparades är rapporten som den står i loggen.`,
  saved: (path: string) => `Sparat: ${path}`,
  notSaved: (path: string) => `${path} kunde inte skrivas. Inget är ändrat.`,
  exists: (path: string) => `${path} finns redan och har inte rörts. Välj ett annat namn.`,
};

export const settingSaved = (key: string, value: string) => `${key} = ${value}`;

/** The call line by line: units with names like the one just answered, and how to correct the answer. */
export const inRegister = (units: readonly string[], question: number) =>
  `I registret finns: ${units.join(', ')}. /${question} ändrar svaret.`;

/** Stands for the operator where nobody can be named. */
export const unknownOperator = 'okänd';
