/** The words of the desk screen and of the list that `l` opens. */
import type { AnyAction } from '../domain/actions.ts';
import type { CrisisAnswer, DeskPhone } from '../domain/payloads.ts';
import type { SectionId } from '../flow/desk/sections.ts';
import type { PhoneResult } from '../flow/desk/state.ts';
import { crisisAnswerLabels, deskPhoneLabels, exercise, phoneResultLabels } from './labels.ts';
import { asSentence } from './sentence.ts';

export const header = {
  fallenDue: (count: number) => (count === 1 ? '1 har förfallit' : `${count} har förfallit`),
  nothingDue: 'inget förfallet',
};

/** What stands above the list until somebody has seen to it. */
export const alerts = {
  unsaved: 'Det finns kvar här. Programmet försöker igen av sig självt.',
  notRead: (why: string, shown: string | null) =>
    `Loggen går inte att läsa. ${why}${shown === null ? '' : ` Det som visas gällde ${shown}.`}`,
  rang: (at: string, count: number, what: string) =>
    count === 1 ? `Påminnelse ${at}: ${what}` : `Påminnelse ${at}: ${count} bevakningar, först ${what}`,
  realMail: (count: number) =>
    `${count === 1 ? '1 VERKLIGT mejl' : `${count} VERKLIGA mejl`} att se till. Öppna det vanliga bordet.`,
  real: (count: number) =>
    `${count === 1 ? '1 VERKLIG bevakning har' : `${count} VERKLIGA bevakningar har`} förfallit. Öppna det vanliga bordet.`,
  takenOver: (by: string, at: string, operator: string) =>
    `${by} tog över ${at}, men du arbetar som ${operator}. Rätt sign: tjour --operatör ${by}`,
  handover: (by: string, at: string) =>
    `Överlämningen från ${by} ${at} är inte kvitterad. ö läser och kvitterar`,
  phone: {
    never: (phone: DeskPhone) => `${asSentence(deskPhoneLabels[phone])} har aldrig testats. t testar`,
    late: (phone: DeskPhone, days: number) =>
      `${asSentence(deskPhoneLabels[phone])} ska testas: senast testad för ${days} dygn sedan. t testar`,
    fault: (phone: DeskPhone, at: string) =>
      `${asSentence(deskPhoneLabels[phone])} fungerade inte vid testet ${at}. t testar igen`,
  },
  more: '… ? visar allt',
};

const sections: Readonly<Record<SectionId, string>> = {
  mails: 'MEJL ATT SE TILL',
  'fallen-due': 'FÖRFALLET',
  coming: 'ATT GÖRA',
  drafts: 'UTKAST EJ SKICKADE',
  open: 'ÖPPNA HÄNDELSER',
};
/** `FÖRFALLET 12, här 3–7`; all are seen when `from` is null. */
export const heading = (id: SectionId, count: number, shown: { from: number; to: number } | null) =>
  `${sections[id]} ${count}${shown === null ? '' : `, här ${shown.from === shown.to ? shown.from : `${shown.from}–${shown.to}`}`}`;

const shortActions: Readonly<Record<AnyAction['kind'], string>> = {
  'call-director': 'RING direktören',
  'decide-crisis-leadership': 'Fråga direktören',
  consult: 'Rådgör med',
  'call-together': 'Kalla samman',
  'inform-unit-manager': 'Informera',
  'inform-duty-officer': 'Återkoppla till',
  'mail-director': 'Rapport till',
  'checklist-point': '',
  'follow-up': '',
};

export const row = {
  unfinished: 'PÅBÖRJAT SAMTAL:',
  notNumbered: 'utan nummer',
  nothingYet: 'inget svar ännu',
  assigned: (to: string) => `(tilldelat ${to})`,
  /** `watched`: a report or an answer is still waited for. */
  remaining: (count: number, watched: boolean) =>
    count > 0 ? `${count} kvar` : watched ? 'bevakas' : 'allt gjort',
  directorReached: 'direktör nådd',
  crisisLeadership: (answer: CrisisAnswer) =>
    answer === 'yes' ? 'KRISLEDNING JA' : `krisledning ${crisisAnswerLabels[answer]}`,
  noRecipient: 'ingen mottagare',
  /** What is to be done, before the name and the number, where there is little room. */
  short: (kind: AnyAction['kind']) => shortActions[kind],
  awaits: { decision: 'BESLUT SAKNAS:', draft: 'RAPPORT SAKNAS:' },
};

export const empty = {
  reading: 'Läser loggen …',
  title: 'Inget väntar.',
  rest: 'Det finns inga öppna händelser och inget att bevaka. Tryck n när det ringer.',
  exercise: `Det finns inga öppna övningar och inget att bevaka. Tryck n för en ny ${exercise}.`,
};

export const phoneTest = {
  title: 'Telefontest',
  which: 'Vilken telefon?  t TIB-telefonen · b backuptelefonen',
  phone: (phone: DeskPhone) => `Telefon: ${deskPhoneLabels[phone]}`,
  latest: (at: string, by: string, result: PhoneResult) =>
    `Senaste testet: ${at}, ${by}, ${phoneResultLabels[result]}`,
  never: 'Senaste testet: har aldrig testats',
  works: 'Fungerar den?  j ja · n nej',
  result: (result: PhoneResult) => `Resultat: ${phoneResultLabels[result]}`,
  note: { works: 'Anteckning (får vara tom)', fault: 'Vad är det som inte fungerar?' },
};

export const notice = {
  unknownKey: 'Den tangenten gör inget här. ? visar alla tangenter.',
  handling: (count: number) =>
    count === 1
      ? 'k igen: du har ringt eller sett till det på annat sätt, och mejlet larmar inte längre.'
      : 'k igen: du har sett till det på annat sätt, och mejlen larmar inte längre.',
  handled: 'Antecknat. Det larmar inte längre.',
  notHandled: (why: string) => `${why} Mejlet larmar fortfarande. Tryck k igen.`,
  noIncident: 'Det är en påminnelse till jouren och hör inte till en händelse. k när det är ordnat.',
  nothingToOpen: 'Det finns inget att öppna. n tar emot ett samtal.',
  noteRequired: 'Skriv vad som inte fungerar, så att nästa pass vet.',
  testSaved: (phone: DeskPhone, result: PhoneResult) =>
    `Sparat: ${deskPhoneLabels[phone]} ${phoneResultLabels[result]}.`,
  leaving: (fallenDue: number, unsaved: boolean) =>
    [
      ...(unsaved ? ['Allt är inte sparat.'] : []),
      ...(fallenDue > 0
        ? [fallenDue === 1 ? '1 bevakning har förfallit.' : `${fallenDue} bevakningar har förfallit.`]
        : []),
      'q igen lämnar bordet, jouren påminns då inte.',
    ].join(' '),
};

/** The bottom line: the keys that work now, the most needed first. */
export const keys = {
  list: (isExercise: boolean, isMail: boolean) => [
    isExercise ? `n ny ${exercise}` : 'n ny händelse',
    'Enter öppna',
    ...(isMail ? ['k klar, har ringt'] : []),
    'l loggen',
    'ö överlämning',
    't telefontest',
    '? alla tangenter',
    'q lämna',
  ],
  help: ['Esc tillbaka'],
  phone: ['t TIB-telefonen', 'b backuptelefonen', 'Esc tillbaka'],
  result: ['j fungerar', 'n fungerar inte', 'Esc tillbaka'],
  note: ['Enter spara testet', 'Esc tillbaka', 'Ctrl+J ny rad'],
};

export const help = {
  alerts: 'Att se till',
  title: 'Alla tangenter',
  keys: [
    ['n', 'ny händelse: ta emot ett samtal'],
    ['Enter', 'öppna raden: händelsen, eller samtalet som är påbörjat'],
    ['↑ ↓', 'en rad upp eller ned'],
    ['PgUp PgDn', 'tio rader upp eller ned'],
    ['Home End', 'första och sista raden'],
    ['Tab', 'nästa avsnitt, Shift+Tab förra'],
    ['l', 'loggen: alla händelser'],
    ['ö eller o', 'överlämning till nästa pass'],
    ['t', 'telefontest'],
    ['k', 'på ett mejl att se till: någon har ringt i stället, det larmar inte längre'],
    ['q', 'lämna bordet'],
    ['Ctrl+C', 'lämna genast'],
    ['!', 'före en rad: den har jouren nyss påmints om'],
  ],
} as const;
