/** The words of what is open on the incident screen: its fields, its questions, and what closing takes. */
import type { FieldKind, QuestionKind } from '../flow/incident/state.ts';

/** The title above each field, and what it takes. */
export const fields: Readonly<Record<FieldKind, { readonly title: string; readonly help: string }>> = {
  note: { title: 'Anteckning', help: 'Enter sparar. Skriv inga namn på omsorgstagare.' },
  whom: { title: 'Vem ringde du?', help: 'Namn eller nummer, gärna båda.' },
  advice: { title: 'Vad blev rådet?', help: 'Samtalet är loggat. Enter sparar rådet.' },
  'decision-reason': {
    title: 'Varför ska direktören inte ringas nu? Ditt eget skäl',
    help: 'Ett skäl behövs. Enter beslutar.',
  },
  skip: { title: 'Varför ska det inte göras?', help: 'Ett skäl behövs.' },
  'next-try': { title: 'När ska det göras?', help: 'Till exempel 20 min, 03:30 eller 07:00.' },
  assign: { title: 'Vem tar det?', help: 'Namn eller funktion.' },
  answer: { title: 'Svar', help: 'Enter sparar svaret, och punkten är klar.' },
  'ask-again': {
    title: 'När ska direktören frågas igen?',
    help: 'Tomt och Enter: om en timme. Annars till exempel 20 min eller 03:30.',
  },
  'director-reason': {
    title: 'Varför? Direktörens skäl',
    help: 'Beslutet är noterat. Tomt och Enter hoppar över.',
  },
  'follow-up-text': { title: 'Vad ska bevakas?', help: 'Enter går till tiden.' },
  'follow-up-time': { title: 'När ska du påminnas?', help: 'Till exempel 20 min, 03:30 eller 07:00.' },
  strike: { title: 'Varför stryks posten?', help: 'Ett skäl behövs. Posten går att läsa även struken.' },
  close: { title: 'Avsluta händelsen', help: 'Enter avslutar.' },
  reopen: { title: 'Varför öppnas händelsen igen?', help: 'Får vara tom. Enter öppnar.' },
};

/** Under a field that takes a time: what the text means. */
export const timeField = {
  understood: (moment: string, ahead: string) => `Förstått som ${moment} (${ahead})`,
  notUnderstood: 'Inte förstått som en tid.',
};

/** `advised` is who advised what, in words. */
export const motivationAfterAdvice = (advised: string, reason: string) =>
  `${advised.replace(/[.\s]+$/, '')}. Skäl: ${reason}`;

export const followUpTitles = {
  answer: 'Vilket svar väntar du på, och från vem?',
  'next-report': 'Nästa rapport: om vad?',
  other: 'Vad ska bevakas?',
};

export const closing = {
  nothingOpen: 'Inget är öppet.',
  stillOpen: (count: number) => (count === 1 ? 'En åtgärd är öppen:' : `${count} åtgärder är öppna:`),
  andMore: (count: number) => `… och ${count} till`,
  awaits: { decision: 'Händelsen saknar beslut.', draft: 'Rapporten om beslutet är inte sparad.' },
  needsReason: 'Skriv varför händelsen avslutas ändå.',
  reasonOptional: 'Får vara tom.',
};

export const questions = {
  acknowledged: (by: string) => `Har ${by} kvitterat?`,
  'crisis-leadership': (by: string) => `Ska krisledning aktiveras? Vad säger ${by}?`,
  decide: 'Vad beslutar du?',
  'follow-up': 'Vad ska bevakas?',
  'new-call': 'Nytt samtal om händelsen?',
  /** What each answer's key is called. */
  answers: {
    acknowledged: { j: 'j ja', n: 'n nej' },
    'crisis-leadership': { j: 'j ja', n: 'n nej', s: 's senare' },
    decide: { d: 'd ring direktören nu', m: 'm på morgonen', o: 'o ordinarie' },
    'follow-up': { s: 's svar från TIB eller annan', r: 'r nästa rapport', a: 'a annat' },
    'new-call': { enter: 'Enter tar emot samtalet', escape: 'Esc avbryter' },
  } satisfies Record<QuestionKind, Readonly<Record<string, string>>>,
  notNow: 'Esc inte nu',
  note: 'a anteckning',
  /** When "på morgonen" is. */
  morning: (moment: string) => `m på morgonen, ${moment}`,
  stands: (answer: string, who: string, clock: string) =>
    `Nu gäller: krisledning ${answer}, ${who} ${clock}.`,
  onYes: 'På ja läggs krisledningsgruppen och checklistorna till.',
};
