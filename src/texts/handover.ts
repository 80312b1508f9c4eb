/** The words of the handover to the next shift. */
import type { HandoverPage } from '../domain/handover.ts';
import type { FaultKind } from '../flow/fault.ts';
import { faultCauses } from './faults.ts';

const number = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** The page that is signed. Moments are given as text. */
export const page = {
  title: (moment: string, operator: string) => `ÖVERLÄMNING ${moment}, från ${operator}`,
  exercise: 'ÖVNING, kontakta ingen på riktigt.',
  nothing: 'Inget är öppet, försenat eller utlovat.',
  counts: ({
    incidents,
    exercises,
    undecided,
    overdue,
    promised,
    notReached,
    remaining,
  }: HandoverPage['counts']) =>
    [
      number(incidents, 'öppen händelse', 'öppna händelser'),
      ...(undecided > 0 ? [`${undecided} utan beslut`] : []),
      ...(overdue > 0 ? [number(overdue, 'försenad', 'försenade')] : []),
      ...(notReached > 0 ? [number(notReached, 'ej nådd', 'ej nådda')] : []),
      ...(promised > 0 ? [number(promised, 'utlovad eller planerad', 'utlovade eller planerade')] : []),
      ...(remaining > 0 ? [`${remaining} kvar att göra`] : []),
      ...(exercises > 0 ? [number(exercises, 'övning', 'övningar')] : []),
    ].join(' · '),
  unknown: 'Vad som har hänt är inte ifyllt',
  received: (moment: string) => `Mottagen ${moment}.`,
  decision: (decision: string, by: string, moment: string) => `Beslut: ${decision} (${by} ${moment}).`,
  undecided: 'BESLUT SAKNAS.',
  decideAgain: 'BESLUTET SKA GÖRAS OM: uppgifterna har ändrats.',
  reportMissing: 'Rapporten till direktören är inte gjord.',
  crisisLeadership: (answer: string, by: string, moment: string) =>
    `Krisledning: ${answer} (${by === '' ? '' : `${by} `}${moment}).`,
  overdue: 'FÖRSENAT',
  notReached: 'EJ NÅDDA, med tiden för nästa försök',
  promised: 'UTLOVAT OCH PLANERAT',
  remaining: 'KVAR ATT GÖRA',
  since: (moment: string, what: string) => `sedan ${moment}  ${what}`,
  at: (moment: string, what: string) => `${moment}  ${what}`,
  waitsForDecision: 'Händelsen väntar på beslut',
  assigned: (to: string) => `(${to} gör det)`,
  call: (whom: string) => `Ring ${whom}`,
  tried: (attempts: readonly string[]) => `Försökt: ${attempts.join('; ')}`,
  triedOne: (whom: string, results: readonly string[]) => `${whom} ${results.join(', ')}`,
  result: (result: string, moment: string) => `${result} ${moment}`,
  advice: (advice: string) => `Rådet var: ${advice}. Beslut återstår.`,
  checklist: (checklist: string, points: number) =>
    `Checklistan ${checklist}: ${number(points, 'punkt', 'punkter')}`,
  phones: 'TELEFONER ATT TESTA',
  phoneNever: (phone: string) => `${phone}: aldrig testad`,
  phoneDue: (phone: string, moment: string) => `${phone}: skulle ha testats ${moment}`,
  phoneFault: (phone: string, moment: string) => `${phone}: fungerade inte vid testet ${moment}`,
};

/** What has become of the handover. Moments are given as text. */
export const state = {
  none: 'Ingen överlämning är gjord ännu.',
  signed: (by: string, moment: string) => `Signerad av ${by} ${moment}. Inte kvitterad.`,
  acknowledged: (by: string, moment: string, taken: string, takenAt: string) =>
    `Senaste överlämningen: signerad av ${by} ${moment}, kvitterad av ${taken} ${takenAt}.`,
  note: (note: string) => `Anteckning: ${note}`,
  changes: {
    none: 'Inget har ändrats sedan dess.',
    title: 'ÄNDRAT SEDAN DESS',
    new: (name: string) => `Ny: ${name}`,
    changed: (name: string) => `Ändrad: ${name}`,
    closed: (name: string) => `Inte längre öppen: ${name}`,
  },
  asSigned: 'Så här såg det ut när det signerades:',
};

export const screen = {
  header: 'Överlämning',
  reading: 'Läser loggen …',
  read: 'Läs igenom och kvittera med k.',
  signing: (operator: string) => `${operator} signerar. Något mer som nästa pass ska veta?`,
  acknowledging: 'Vem tar över? Skriv din signatur.',
  keys: {
    sign: 's signera och lämna över',
    signAgain: 's signera på nytt',
    acknowledge: 'k kvittera och ta över',
    back: 'Esc tillbaka',
    all: '? tangenter',
    signing: ['Enter signera', 'Esc ångra', 'Ctrl+J ny rad'],
    acknowledging: ['Enter kvittera', 'Esc ångra'],
    help: ['Esc tillbaka'],
  },
  help: [
    's      den som går av signerar sidan som den står, och kan skriva en anteckning',
    'k      den som går på kvitterar och arbetar sedan under sin egen signatur',
    'PgDn   längre ned',
    'PgUp   längre upp',
    'Esc    tillbaka',
    'Ctrl+C lämna programmet',
  ],
};

export type Problem = 'nothing-signed' | 'already-acknowledged' | 'same-operator' | 'no-operator';

/** Why nobody can acknowledge the handover, or not under this name. */
export function problemText(problem: Problem, signer: string): string {
  switch (problem) {
    case 'nothing-signed':
      return 'Det finns ingen överlämning att kvittera. Den som går av signerar först.';
    case 'already-acknowledged':
      return 'Överlämningen är redan kvitterad.';
    case 'same-operator':
      return `${signer} har signerat. Någon annan ska kvittera: skriv din egen signatur.`;
    case 'no-operator':
      return 'Skriv din signatur först, så att det syns vem som har tagit över.';
  }
}

export const notice = {
  signed: 'Signerat. Den som går på kvitterar med k.',
  acknowledged: (operator: string) => `Kvitterat. Nu arbetar ${operator}.`,
  pressOneOf: (keys: readonly string[]) => `Den tangenten gör inget här. ${keys.join(' · ')}`,
  notRead: 'Loggen är inte läst ännu, så det går inte att lämna över.',
  unsaved: 'Allt är inte sparat. Vänta, eller tryck Esc igen för att gå tillbaka ändå.',
  tooLong: (dropped: number) => `Fältet är fullt. ${dropped} tecken fick inte plats.`,
};

export const fault = {
  title: (kind: FaultKind) => `EJ SPARAT: ${faultCauses[kind]}.`,
  notRead: (kind: FaultKind) => `Loggen går inte att läsa: ${faultCauses[kind]}.`,
  mayBeOld: 'Det som visas kan vara gammalt. Programmet försöker igen av sig självt.',
  rest: 'Överlämningen står kvar på skärmen. Programmet försöker igen av sig självt. Säg den muntligt också.',
};

/** `tjour överlämning` without a terminal. */
export const command = {
  signed: (operator: string) => `Överlämningen är signerad av ${operator}.`,
  acknowledged: (by: string, moment: string, operator: string) =>
    `Överlämningen från ${by} ${moment} är kvitterad av ${operator}.`,
  notSaved: 'Överlämningen är inte sparad.',
  bothAtOnce: 'Ange --signera eller --kvittera, inte båda. Inget är sparat.',
  noteAlone: '--anteckning hör ihop med --signera eller --kvittera. Inget är sparat.',
  nothingSaved: (problem: string) => `${problem} Inget är sparat.`,
  /** In place of what the screen says, since nothing can be typed. */
  sameOperator: (signer: string, program: string) =>
    `${signer} har signerat. Någon annan ska kvittera: ${program} överlämning --kvittera --operatör SIGN.`,
};

/** `tjour kontroll`. */
export const check = {
  notAcknowledged: (by: string, moment: string, program: string) =>
    `Överlämningen från ${by} ${moment} är inte kvitterad. Den som har gått på kvitterar med ”${program} överlämning”.`,
};
