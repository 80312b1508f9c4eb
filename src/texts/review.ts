/** The words of the review: on its screen, on the command line, and in the record of an incident. */
import type { EntryPayloads } from '../domain/entry.ts';
import type { ReviewAction } from '../domain/review.ts';
import type { FaultKind } from '../flow/fault.ts';
import { faultCauses } from './faults.ts';

/** What is to be done after a review, by whom and by when: `Uppdatera listan, ansvarig Bo Al, senast 2026-12-01`. */
export function reviewActionText({
  text,
  responsible,
  dueDate,
}: EntryPayloads['review-action-added']): string {
  return [
    text,
    ...(responsible === '' ? [] : [`ansvarig ${responsible}`]),
    ...(dueDate === null ? [] : [`senast ${dueDate}`]),
  ].join(', ');
}

/** What has become of it. */
export const actionState = {
  left: 'kvar',
  late: 'FÖRSENAD',
  done: ({ by, comment }: NonNullable<ReviewAction['done']>, moment: string) =>
    `klar ${moment} av ${by}${comment === '' ? '' : `: ${comment}`}`,
};

/** In an incident as text, and in its record. Moments are given as text. */
export const shown = {
  title: 'Granskning',
  actions: 'Att göra efter granskningen',
  reviewed: (moment: string, by: string) => `granskad ${moment} av ${by}`,
  notReviewed: 'inte granskad',
  comment: 'Kommentar',
  learnt: 'Lärdom',
  action: (number: number) => `Åtgärd ${number}`,
};

export const screen = {
  header: 'Granskning',
  reviewedBy: (operator: string) => `Granskas av ${operator}`,
  /** In the place of that all is saved. */
  typed: 'inte sparad än',
  undecided: 'Händelsen är inte beslutad ännu och går inte att granska.',
  before: (by: string, moment: string, comment: string) => `Granskad av ${by} ${moment}: ${comment}`,
  /** What is typed about something that is not marked done yet, and is not typed in now. */
  unsaved: (text: string) => `Inte sparat: ${text}`,
  fields: {
    comment: 'Kommentar',
    learnt: 'Lärdom',
    responsible: 'Ansvarig',
    due: 'Klart senast',
  },
  /** What each field is for, where it is typed in. */
  titles: {
    comment: 'Kommentar: vad kom du fram till?',
    learnt: 'Lärdom: vad tar vi med oss? Får vara tom.',
    text: (number: number) => `Åtgärd ${number}: vad ska göras? Får vara tom.`,
    responsible: 'Ansvarig: vem ska göra det? Får vara tom.',
    due: 'Klart senast: till exempel 1 dec eller fredag. Får vara tom.',
    done: 'Klar. Hur gick det? Får vara tom.',
  },
  empty: '–',
  understood: (date: string) => `Det är ${date}.`,
  notUnderstood: 'Skriv en dag, till exempel 2026-12-01, 1 dec eller fredag.',
  past: (date: string) => `${date} har redan varit.`,
  save: 'Spara granskningen',
  back: 'Tillbaka',
  keys: {
    next: 'Enter nästa',
    newLine: 'Ctrl+J ny rad',
    save: 'Ctrl+S spara',
    remove: 'Ctrl+T ta bort åtgärden',
    markDone: 'x klar',
    move: '↑↓ flytta',
    saveNow: 'Enter spara',
    goBack: 'Enter tillbaka',
    back: 'Esc tillbaka',
    done: ['Enter klar', 'Esc ångra', 'Ctrl+J ny rad'],
    undecided: ['Esc tillbaka'],
  },
};

export type HintKind =
  | 'needs-comment'
  | 'needs-text'
  | 'due-not-understood'
  | 'due-past'
  | 'resumed'
  | 'reviewed'
  | 'marked-done'
  | 'not-marked-done'
  | 'unsaved'
  | 'not-kept';

export const hints: Readonly<Record<HintKind, string>> = {
  'needs-comment': 'Skriv en kommentar först: vad kom du fram till?',
  'needs-text': 'Skriv vad som ska göras, eller ta bort åtgärden med Ctrl+T.',
  'due-not-understood': 'Dagen går inte att förstå. Skriv till exempel 2026-12-01, 1 dec eller fredag.',
  'due-past': 'Den dagen har redan varit. Skriv en dag som kommer, eller låt fältet vara tomt.',
  resumed: 'Det du skrev förra gången finns kvar. Det är inte sparat som granskning än.',
  reviewed: 'Granskningen är sparad.',
  'marked-done': 'Åtgärden är klar och det är sparat.',
  'not-marked-done': 'Ångrat: åtgärden är inte markerad som klar, och det du skrev är borttaget.',
  unsaved: 'Allt är inte sparat. Vänta, eller tryck Esc igen för att gå tillbaka ändå.',
  'not-kept':
    'Det du skrivit går inte att spara. Vänta, eller tryck Esc igen: då skrivs det ut när du avslutar programmet.',
};

export const notice = {
  pressOneOf: (keys: readonly string[]) => `Den tangenten gör inget här. ${keys.join(' · ')}`,
  tooLong: (dropped: number) => `Fältet är fullt. ${dropped} tecken fick inte plats.`,
  doneElsewhere: (text: string) =>
    `Åtgärden är redan klar eller struken av någon annan. Det här sparas inte: ${text}`,
};

export const fault = {
  entries: (kind: FaultKind) => `EJ SPARAT: ${faultCauses[kind]}. Programmet försöker igen av sig självt.`,
  typing: (kind: FaultKind) =>
    `Det du skriver finns bara på skärmen: ${faultCauses[kind]}. Programmet försöker igen av sig självt.`,
};

/** On the ordinary screen, when what was typed could be kept nowhere. */
export const notKept = (number: string) => `EJ SPARAT: granskningen av ${number}. Skriv av den:`;

/** `tjour granska NUMMER`. */
export const command = {
  done: (number: string, by: string) => `${number} är granskad av ${by}.`,
  added: (number: number, action: string) => `Åtgärd ${number}: ${action}`,
  markedDone: (number: number, action: string) => `Åtgärd ${number} är klar: ${action}`,
  alreadyDone: (number: number, action: string) =>
    `Åtgärd ${number} är redan klar: ${action}. Inget är ändrat.`,
  noSuchAction: (incident: string, action: string, count: number) =>
    `${incident} har ingen åtgärd ${action} efter granskningen. ${count === 0 ? 'Den har inga.' : `Den har ${count === 1 ? 'en: nummer 1' : `${count}: nummer 1–${count}`}.`} Inget är sparat.`,
  kept: (number: string, program: string) =>
    `Det du skrev är inte sparat som granskning, men finns kvar: ${program} granska ${number}`,
  noNumber: 'Ange vilken händelse det gäller: granska NUMMER. Inget är sparat.',
  noComment:
    'Skriv vad du kom fram till med --kommentar TEXT, eller granska på skärmen utan --lärdom och --åtgärd. Inget är sparat.',
  noText: 'Skriv vad som ska göras efter --åtgärd. Inget är sparat.',
  actionMissing: '--ansvarig och --klart-senast hör ihop med --åtgärd. Inget är sparat.',
  doneAlone: '--klar hör bara ihop med --kommentar. Inget är sparat.',
  duePast: (date: string) => `${date} har redan varit. Inget är sparat.`,
  tooLong: (limit: number) => `Texten är för lång: högst ${limit} tecken. Inget är sparat.`,
  notDecided: (number: string) =>
    `${number} är inte beslutad ännu och går inte att granska. Inget är sparat.`,
  notSaved: 'Granskningen är inte sparad.',
};

/** `tjour granska`: what there is to review, and what remains to be done afterwards. */
export const queue = {
  toReview: (count: number) => `ATT GRANSKA: ${count}`,
  /** This operator has begun and not saved it. */
  begun: 'PÅBÖRJAD',
  alsoBegun: (count: number) => `GRANSKADE FÖRUT, MED EN NY GRANSKNING PÅBÖRJAD: ${count}`,
  allReviewed: 'Alla beslutade händelser är granskade.',
  actionsLeft: (count: number) => `ATT GÖRA EFTER GRANSKNINGEN: ${count}`,
};
