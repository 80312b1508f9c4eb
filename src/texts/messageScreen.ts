/** The words of the screen where a message is made. */
import type { FaultKind } from '../flow/fault.ts';
import { fault as callFault, keys as callKeys, notice as callNotice, draft } from './call.ts';

export const header = {
  title: 'Meddelande',
  /** In the place of that all is saved. */
  edited: 'ändrat, ej sparat',
};

/** Among the keys that can be pressed. */
export const aDigit = 'en siffra';

export const choosing = {
  title: 'Vilket meddelande?',
  none: 'ingen i kontaktregistret',
  manager: (unit: string | null) => (unit === null ? 'Enhetschef, enheten inte känd' : `Enhetschef ${unit}`),
  made: (time: string) => `, gjort ${time}`,
  many: (count: number) => `${count} mottagare`,
  /** Only when it cannot be chosen. */
  noCrisisGroup: 'Kallelsen till krisledningsgruppen finns här när direktören har beslutat om krisledning.',
};

/** In an exercise nothing is addressed to anybody but the exercise address. */
export const noRecipientInExercise = 'ingen (övning: inställningen övningsadress saknas)';

export const message = {
  composing: 'Sätter ihop meddelandet …',
  making: 'Sparar …',
  to: 'Till',
  subject: 'Ämne',
  nobody: 'ingen adress i kontaktregistret, fyll i den när du skickar',
  exerciseAddress: (address: string) => `${address} (övningsadressen)`,
  templateProblem: draft.templateProblem,
  toFillIn: (marks: readonly string[]) => `Fyll i innan du skickar (r redigera): ${marks.join(', ')}`,
  edited: 'Ändrat, inte kopierat eller sparat än',
  noDeskPhone:
    'Inget telefonnummer till jouren är inställt (jourens-telefon). Skriv numret innan du skickar.',
  text: 'Text',
};

/** The report that was saved when the incident was decided on. */
export const report = {
  title: (time: string) => `Rapporten till direktören, sparad ${time}`,
  outdated: 'Händelsen har fått nya uppgifter efter rapporten. g på händelsen fortsätter samtalet.',
  file: 'Fil',
  folder: 'Mapp',
};

/** The bottom line: the keys that work now, the most needed first. */
export const keys = {
  choosing: (most: number) => [
    most > 1 ? `1–${most} eller ↑↓ och Enter välj` : 'Enter välj',
    'Esc tillbaka',
    '? alla tangenter',
  ],
  composing: ['Esc tillbaka'],
  reading: (sends: boolean, editor: string | null) => [
    ...(sends ? [callKeys.send] : []),
    'k kopiera',
    's spara som fil',
    'r redigera',
    ...(editor === null ? [] : [`v öppna i ${editor}`]),
    'ä kopiera ämne',
    't kopiera adress',
    'a annat meddelande',
    'Esc tillbaka',
    '? alla tangenter',
  ],
  editing: callKeys.wording,
  confirmSend: callKeys.confirmSend,
  report: (sends: boolean) => [
    ...(sends ? [callKeys.send] : []),
    'k kopiera',
    'ä kopiera ämne',
    't kopiera adress',
    's var filen ligger',
    'a annat meddelande',
    'Esc tillbaka',
    '? alla tangenter',
  ],
  help: ['Esc tillbaka'],
};

/** What `?` shows. */
export const allKeys = {
  title: 'Alla tangenter',
  choosing: [
    ['1–9', 'väljer meddelandet med det numret'],
    ['↑ ↓', 'flyttar, och Enter väljer'],
    ['Esc', 'tillbaka till händelsen'],
  ],
  reading: [
    ['e', 'skickar, om en e-postserver är inställd, efter en fråga'],
    ['k', 'kopierar texten'],
    ['ä', 'kopierar ämnesraden'],
    ['t', 'kopierar adressen'],
    ['s', 'sparar som fil för e-postprogrammet'],
    ['m', 'maskerar personnummer och samordningsnummer'],
    ['r', 'redigerar ämnet och texten'],
    ['v', 'öppnar texten i din egen editor (VISUAL eller EDITOR)'],
    ['a', 'väljer ett annat meddelande'],
    ['PgUp PgDn', 'bläddrar'],
    ['Esc', 'tillbaka'],
  ],
  report: [
    ['e', 'skickar, om en e-postserver är inställd, efter en fråga'],
    ['k', 'kopierar texten'],
    ['ä', 'kopierar ämnesraden'],
    ['t', 'kopierar adressen'],
    ['s', 'säger var filen ligger'],
    ['a', 'väljer ett annat meddelande, till exempel en uppdatering'],
    ['PgUp PgDn', 'bläddrar'],
    ['Esc', 'tillbaka till händelsen'],
  ],
  nothingSent: 'Inget skickas härifrån utan e och Enter.',
} as const;

export type HintKind =
  | 'text-copied'
  | 'report-copied'
  | 'subject-copied'
  | 'address-copied'
  | 'not-copied'
  | 'report-not-copied'
  | 'report-stays'
  | 'nobody'
  | 'no-server'
  | 'nobody-to-send-to'
  | 'edited'
  | 'taken-up'
  | 'incident-changed'
  | 'compose-failed';

const whenSent = 'x på åtgärden när du har skickat.';
const showsText = 'texten står här och kan markeras, eller s sparar som fil';

export const hints: Readonly<Record<HintKind, string>> = {
  'text-copied': `Texten kopierad. Om det inte går att klistra in: ${showsText}. ${whenSent}`,
  'report-copied': `Texten kopierad. Om det inte går att klistra in: öppna filen i e-postprogrammet. ${whenSent}`,
  'subject-copied': 'Ämnet kopierat.',
  'address-copied': 'Adressen kopierad.',
  'not-copied': `Det går inte att kopiera härifrån: ${showsText}.`,
  'report-not-copied': 'Det går inte att kopiera härifrån: öppna filen i e-postprogrammet.',
  'report-stays': 'Rapporten är redan sparad. Ändra den i e-postprogrammet, eller a och gör en uppdatering.',
  nobody: 'Det finns ingen adress att kopiera.',
  'no-server': 'Ingen e-postserver är inställd, så inget skickas härifrån.',
  'nobody-to-send-to': 'Det finns ingen adress att skicka till.',
  edited: 'Ändringarna är varken kopierade eller sparade. Samma tangent igen kastar dem. s spara som fil.',
  'taken-up': 'Det här hade någon börjat ändra. Esc två gånger kastar ändringarna.',
  'incident-changed': 'Händelsen har fått nya uppgifter. a väljer meddelandet på nytt, med dem.',
  'compose-failed': 'Meddelandet gick inte att sätta ihop. Försök igen.',
};

export const notice = {
  savedAs: (path: string) => `Sparat: ${path}. Öppna filen i e-postprogrammet och skicka. ${whenSent}`,
  savedAlready: (file: string, folder: string) =>
    `Redan sparad: ${file} i mappen ${folder}. Öppna filen i e-postprogrammet och skicka. ${whenSent}`,
  confirmSend: (to: readonly string[], again: boolean) =>
    `${again ? 'Det är skickat en gång. Skicka igen' : 'Skicka'} till ${to.join(', ')}? Enter skickar. Andra tangenter skickar inte.`,
  queued: 'Lagt i utkorgen. Det skickas nu, och händelsen visar när e-postservern har tagit emot det.',
  overtaken: 'Ett annat fönster tog tillbaka mejlet. Försök igen.',
  alreadyAccepted: (at: string) => `E-postservern tog emot det ${at}. Det skickas inte en gång till.`,
  unknownOutcome: (at: string, number: string, program: string) =>
    `Det är okänt om e-postservern tog emot det ${at}. Fråga mottagaren. Skicka det en gång till: ${program} mejl skicka ${number} --igen`,
  promiseLost: `${callNotice.promiseLost} b på händelsen sätter en.`,
  tooLongToEdit: 'Texten är för lång att redigera här. s sparar som fil: ändra i e-postprogrammet.',
  pressOneOf: (pressable: readonly string[]) =>
    `Tryck ${pressable.slice(0, -1).join(', ')} eller ${pressable.at(-1)}.`,
  tooLong: (dropped: number) => `Texten är full (10 000 tecken). ${dropped} tecken fick inte plats.`,
};

/** On the ordinary screen, when the journal could not keep what was being changed. */
export const notKept = (number: string) => `EJ SPARAT: det som var ändrat i meddelandet om ${number}:`;

export const fault = {
  entries: (cause: FaultKind) => `${callFault.title.entries(cause)} Programmet försöker igen av sig självt.`,
  file: (cause: FaultKind) => `${callFault.title.draft(cause)} Texten står här: k kopierar, s försöker igen.`,
};
