/** What the incident screen says of the key that was just pressed: what was recorded, or why nothing was. */
import type { AttemptResult } from '../domain/payloads.ts';
import type { EndedKind, ReasonKind, RecordedKind } from '../flow/incident/state.ts';
import { attemptResultLabels } from './labels.ts';
import { asSentence } from './sentence.ts';

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
