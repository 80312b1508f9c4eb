/** The words of the incident screen. */
import type { ChoiceId } from '../domain/choices.ts';
import type { AttemptResult } from '../domain/payloads.ts';
import type { EndedKind, FieldKind, QuestionKind, ReasonKind, RecordedKind } from '../flow/incident/state.ts';
import { attemptResultLabels } from './labels.ts';
import { asSentence } from './sentence.ts';

/** Who decides on crisis leadership, where the name is not known. */
export const theDirector = 'förvaltningsdirektören';

export const header = {
  received: (clock: string) => `mottaget ${clock}`,
};

export const top = {
  decision: (decision: string) => `Beslut: ${decision}`,
  noDecision: 'Inget beslut ännu.',
  decidedBy: (who: string, clock: string) => `${who} ${clock}`,
  why: 'z visar skälen',
  /** `isOutcome`: the director is what the decision is about already. */
  reached: (clock: string, who: string, isOutcome: boolean) =>
    `${isOutcome ? '' : 'direktören '}nådd ${clock} (${who})`,
  /** `who` is blank where it is said already. */
  crisisLeadership: (answer: string, clock: string, who: string) =>
    `KRISLEDNING ${answer.toUpperCase()} ${clock}${who === '' ? '' : ` (${who})`}`,
  awaits: {
    decision: 'VÄNTAR PÅ BESLUT. g går vidare.',
    draft: 'RAPPORTEN om beslutet är inte sparad. g går vidare.',
  },
  awaitsAdvice: 'RÅDET är noterat, men inget beslutat. g beslutar.',
  stronger: (now: string, before: string) =>
    `NYA UPPGIFTER: rekommendationen är nu ${now} (beslutet var ${before}). g går vidare.`,
  closed: (who: string, clock: string, reason: string) =>
    `AVSLUTAD av ${who} ${clock}${reason === '' ? '' : `: ${reason}`}. o öppnar igen.`,
  exercise: 'ÖVNING: kontakta ingen på riktigt.',
  choices: {
    'director-now': 'RING DIREKTÖREN',
    'director-morning': 'ring direktören i morgon',
    'consult-first': 'rådgör först',
    ordinary: 'ordinarie',
  } satisfies Record<ChoiceId, string>,
};

export const list = {
  nothing: 'Inget att göra ännu.',
  allDone: 'Allt är gjort. s avslutar händelsen.',
  folded: (done: number, skipped: number, superseded: number) =>
    [
      done > 0 ? `${done} ${done === 1 ? 'klar' : 'klara'}` : '',
      skipped > 0 ? `${skipped} ska inte göras` : '',
      superseded > 0 ? `${superseded} ${superseded === 1 ? 'ersatt' : 'ersatta'}` : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
  above: (count: number) => `↑ ${count} till`,
  below: (count: number) => `↓ ${count} till`,
  noTime: '–',
  /** Before how many of what has come to an end are not shown, where some are. */
  andFolded: (count: string) => `… och ${count}`,
  tried: (attempts: number) => `${attempts} försök`,
  reachedBefore: (clock: string) => `nådd ${clock}, ska få veta det nya`,
  reachedBeforeShort: (clock: string) => `nådd ${clock}`,
  acknowledged: 'kvitterat',
  notAcknowledged: 'ej kvitterat',
};

export const card = {
  phone: 'Ring',
  mail: 'E-post',
  placeOf: (index: number, of: number) => `${index} av ${of}`,
  nobody: 'Ingen i kontaktregistret. n, e, u och m frågar efter namn eller nummer.',
  somebodyElse: 'Någon annan. n, e, u och m frågar efter namn eller nummer.',
  noNumber: 'nummer saknas',
  reachedBefore: (clock: string) => `Nådd ${clock}, ska få veta det nya.`,
  earlier: (count: number) => `… och ${count} tidigare. l visar alla.`,
  advice: (who: string, advice: string) => `Råd från ${who}: ${advice}`,
  assigned: (to: string) => `Tilldelat: ${to}`,
  acknowledged: (by: string, clock: string) => `Kvitterat av ${by} ${clock}`,
  draft: (file: string) => `Utkast: ${file}`,
  fromChecklist: (checklist: string, section: string | null) =>
    section === null ? checklist : `${checklist}, ${section}`,
  ended: (status: string, who: string, clock: string, text: string) =>
    `${status} ${clock}, ${who}${text === '' ? '' : `: ${text}`}`,
};

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

export const details = {
  title: 'Skälen, och allt som är känt',
  decision: 'Beslut',
  later: 'Senare samtal',
  answers: 'Svaren',
  desk: 'Våra svar',
  notes: 'Anteckningar',
  consequences: 'Konsekvenser för andra',
  said: (clock: string, by: string, text: string) => `${clock} ${by}: ${text}`,
};

export const timeline = {
  title: 'Tidslinje',
  striking: 'Rättelse: vilken post ska strykas?',
  struckBy: (mark: string, sequence: string, reason: string) =>
    `${mark} (nr ${sequence}${reason === '' ? '' : `: ${reason}`})`,
  /** Instead of its number, for an entry that the journal has not numbered yet. */
  unsaved: '…',
};

/** Each key with what it does, for the line at the bottom. */
export const keys = {
  attempt: ['n nådd', 'e ej svar', 'u upptaget', 'm meddelande lämnat'],
  enterAdvice: 'Enter rådet',
  enterDecision: 'Enter besluta',
  enterCrisis: 'Enter direktörens beslut',
  enterAnswer: 'Enter svara',
  enterNext: 'Enter nästa öppna',
  acknowledge: 'k kvittering',
  done: 'x klar',
  other: '←→ annan',
  open: ['t tid', 'h hoppa över', 'd tilldela'],
  goOn: 'g gå vidare',
  reopen: 'o öppna igen',
  all: '? alla tangenter',
  back: 'Esc tillbaka',
  incident: ['a anteckning', 'w meddelande', 'f nya uppgifter', 'b bevakning'],
  crisis: 'k krisledning',
  log: ['l tidslinje', 'r rättelse'],
  close: 's avsluta',
  closed: ['a anteckning', 'z skälen', 'l tidslinje'],
  field: ['Enter klar', 'Esc lämna, texten ligger kvar', 'Ctrl+J ny rad'],
  reading: ['Esc tillbaka'],
  timeline: ['↑↓ post', 'r stryk posten', 'Esc tillbaka'],
  striking: ['↑↓ post', 'Enter stryk den här', 'Esc inte nu'],
};

/** All keys: what `?` shows. */
export const allKeys = {
  title: 'Alla tangenter',
  sections: [
    {
      title: 'På åtgärden',
      keys: [
        ['n e u m', 'nådd, ej svar, upptaget, meddelande lämnat: loggas direkt'],
        ['← →', 'annan person eller annat nummer'],
        ['k', 'mottagaren har kvitterat: enhetschef, TIB, krisledningsgruppen'],
        ['x', 'klar'],
        ['h', 'hoppa över, med skäl'],
        ['t', 'annan tid'],
        ['d', 'tilldela någon'],
        ['a', 'anteckning till det senaste'],
        ['Enter', 'råd, beslut eller svar där det väntas; annars nästa öppna'],
      ],
    },
    {
      title: 'På händelsen',
      keys: [
        ['↑ ↓', 'välj åtgärd; Home, End, PgUp och PgDn går längre'],
        ['f', 'nya uppgifter från ett nytt samtal'],
        ['g', 'gå vidare med beslut, råd eller rapport som väntar'],
        ['w', 'meddelande'],
        ['b', 'bevakning: svar, nästa rapport eller annat'],
        ['k', 'på alla andra åtgärder: direktörens beslut om krisledning'],
        ['z', 'skälen, och allt som är känt'],
        ['l', 'tidslinjen'],
        ['r', 'rättelse: stryk en post'],
        ['s', 'avsluta händelsen'],
        ['o', 'öppna en avslutad händelse igen'],
        ['Esc q', 'tillbaka; Ctrl+C avslutar programmet'],
      ],
    },
  ],
} as const;

export const notice = {
  /** `saved` is one of the words below. */
  attempted: (result: AttemptResult, clock: string, saved: string) =>
    `${asSentence(attemptResultLabels[result])} ${clock} ${saved}.`,
  isSaved: 'sparat',
  isBeingSaved: 'sparas',
  isNotSaved: 'EJ SPARAT',
  nextTry: (clock: string) => `Nytt försök ${clock}.`,
  next: (who: string) => `Nästa: ${who}.`,
  nobodyElse: 'Inget annat nummer i registret.',
  after: 'a anteckning, t annan tid',
  recorded: {
    acknowledged: 'Kvitterat',
    assigned: 'Tilldelat',
    noted: 'Anteckning',
    'crisis-leadership': 'Direktörens beslut',
    struck: 'Struket',
    closed: 'Avslutad',
    reopened: 'Öppnad igen',
  } satisfies Record<RecordedKind, string>,
  ended: { done: 'Klart', skipped: 'Hoppas över', answered: 'Svar' } satisfies Record<EndedKind, string>,
  noteOnEnded: 'a antecknar om det.',
  done: (what: string, clock: string, saved: string) => `${what} ${clock}, ${saved}.`,
  nextTrySet: (moment: string) => `Ny tid: ${moment}.`,
  followUpAdded: (moment: string) => `Bevakas: ${moment}.`,
  pressOneOf: (keys: readonly string[]) =>
    `Tryck ${keys.slice(0, -1).join(', ')} eller ${keys.at(-1)}. Esc: inte nu.`,
  tooLong: (dropped: number) => `Texten är full (10 000 tecken). ${dropped} tecken fick inte plats.`,
  timePast: (moment: string) => `Den tiden har varit (${moment}). Skriv en tid som kommer.`,
  timeTooFar: (moment: string) => `Det är mer än ett år dit (${moment}).`,
  forbidden: (rule: string) => `Det går inte: enligt ${rule} ska förvaltningsdirektören alltid kontaktas.`,
  reasons: {
    'no-such-key': 'Tangenten gör inget här. ? visar alla tangenter.',
    'is-closed': 'Händelsen är avslutad. o öppnar igen.',
    'is-open': 'Händelsen är redan öppen.',
    'no-actions': 'Det finns ingen åtgärd att välja.',
    'has-ended': 'Åtgärden är inte öppen längre. a skriver en anteckning, r rättar, ↑↓ väljer en annan.',
    'nobody-to-phone': 'Här ringer man ingen. x när det är klart.',
    'nobody-else': 'Det finns ingen annan att välja här.',
    'not-done-by-a-tick': 'Klar blir den när någon är nådd och har svarat. h hoppar över, med skäl.',
    'nothing-to-acknowledge':
      'Här är k kvittering, och det finns inget att kvittera nu. Direktörens beslut: k på en annan åtgärd.',
    'nothing-awaited': 'Inget väntar: beslutet är fattat och rapporten sparad.',
    'nothing-to-strike': 'Det finns ingen post att stryka.',
    'cannot-be-struck': 'Posten går inte att stryka. Ett nytt svar eller beslut ersätter den.',
    'new-facts-wait': 'Nya uppgifter väntar på beslut. g går vidare.',
    'press-enter': 'Enter tar emot samtalet, Esc avbryter.',
    'needs-text': 'Här behövs en text. Esc lämnar fältet.',
    'needs-whom': 'Skriv ett namn eller ett nummer. Försöket är inte loggat än.',
    'time-not-understood': 'Tiden gick inte att förstå. Skriv till exempel 20 min, 03:30 eller 07:00.',
    'decided-meanwhile':
      'Direktörens beslut är just noterat vid en annan arbetsplats, se ovan. Tryck igen om ditt svar gäller i stället.',
    'same-attempt-again': 'Samma tangent två gånger. Vänta ett ögonblick om du har ringt nästa.',
    'same-answer-again': 'Samma tangent två gånger: inget svar sparat. Tryck igen om svaret är nej.',
    'letters-are-keys': 'Här är bokstäver tangenter. a öppnar en anteckning att klistra in i.',
    'not-saved-yet': 'Allt är inte sparat än. Vänta, eller tryck Esc igen för att gå ändå.',
  } satisfies Record<ReasonKind, string>,
};

export const tooSmall = (columns: number, rows: number) =>
  `Fönstret är för litet (${columns}×${rows}). Gör det större. Allt finns kvar.`;
