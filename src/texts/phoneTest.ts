/** The words about testing the telephone that TIB calls and its backup. */
import type { DeskPhone } from '../domain/payloads.ts';
import { deskPhoneLabels, phoneResultLabels } from './labels.ts';
import { asSentence } from './sentence.ts';

/** What the command line calls them. */
export const phoneWords: ReadonlyMap<string, DeskPhone> = new Map([
  ['tib', 'primary'],
  ['backup', 'backup'],
]);
export const resultWords: ReadonlyMap<string, keyof typeof phoneResultLabels> = new Map([
  ['fungerar', 'works'],
  ['fel', 'fault'],
]);

export const phoneTest = {
  never: (phone: DeskPhone) => `${named(phone)} är aldrig testad.`,
  tested: (phone: DeskPhone, result: 'works' | 'fault', moment: string, by: string, note: string) =>
    `${named(phone)} ${phoneResultLabels[result]}: testad ${moment} av ${by}.${note === '' ? '' : ` Anteckning: ”${note}”.`}`,
  next: (moment: string) => `Testa igen senast ${moment}.`,
  overdue: (moment: string) => `Nästa test skulle ha gjorts ${moment}. Testa nu.`,
  repair: 'Den ska testas igen så snart felet är avhjälpt.',
  exercise: 'ÖVNING, räknas inte som ett riktigt test.',
  badPhone: (text: string) => `Telefonen ”${text}” finns inte. Skriv --telefon tib eller --telefon backup.`,
  badResult: (text: string) =>
    `Resultatet ”${text}” går inte att förstå. Skriv --resultat fungerar eller --resultat fel.`,
  incomplete: 'Ange både --telefon (tib eller backup) och --resultat (fungerar eller fel).',
  noteNeeded: 'När telefonen inte fungerar: skriv vad som är fel med --anteckning TEXT.',
  nothingSaved: (problem: string) => `${problem} Inget är sparat.`,
  notSaved: 'Testet är inte sparat.',
  how: (program: string) => `Spara ett test: ${program} telefontest --telefon tib --resultat fungerar`,
};

function named(phone: DeskPhone): string {
  return asSentence(deskPhoneLabels[phone]);
}
