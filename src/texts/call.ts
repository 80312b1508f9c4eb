/** The words of the call. */
import type { ChoiceId } from '../domain/choices.ts';
import type { FaultKind } from '../flow/fault.ts';
import type { EditorFault } from '../flow/wordingFields.ts';
import { faultCauses } from './faults.ts';

export const header = {
  newIncident: 'Ny händelse',
  later: (number: string) => `Nytt samtal om ${number}`,
  call: (clock: string) => `Samtal ${clock}`,
  /** Instead of the clock, when it is long ago. */
  received: (moment: string) => `Samtal mottaget ${moment}`,
};

export const question = {
  unconfirmed: '(ej bekräftat)',
  unknown: 'vet ej',
  understood: (moment: string) => `Förstått som ${moment}`,
  notUnderstood: 'inte förstådd som tid',
  offer: (units: readonly string[]) => `Tab: ${units.join(' · ')}`,
  linked: (units: readonly string[]) => `I registret: ${units.join(', ')}`,
  standing: (answer: string) => `Svaret som gäller: ${answer}`,
  numbersNotNames: 'Antal räcker. Skriv inga namn på omsorgstagare.',
  noUnits: 'Inget kontaktregister: skriv enhetens namn fritt.',
  savedMark: '✓',
  unknownMark: '–',
  unsavedMark: '…',
};

export const keyNames: Readonly<Record<string, string>> = {
  j: 'j ja',
  n: 'n nej',
  v: 'v vet ej',
};
export const timingKeyNames: Readonly<Record<string, string>> = {
  n: 'n nu',
  a: 'a avvakta till morgonen',
  v: 'v vet ej',
};

const interrupt = 'Ctrl+C avbryt, allt sparas';
const send = 'e skicka e-post';
const back = '↑ tillbaka';

/** The bottom line: the keys that work now, the most needed first. */
export const keys = {
  caller: ['Enter nästa', '↑↓ eller Alt+1–7 annan fråga', 'Ctrl+O ej bekräftat', interrupt, 'Ctrl+J ny rad'],
  own: ['j ja', 'n nej', 'v vet ej', back, interrupt],
  /** In a later call, before the keys that answer anew. */
  keep: (answer: string) => `Enter behåll ”${answer}”`,
  readBack: (unanswered: number) => [
    unanswered === 0
      ? 'Enter uppringaren håller med'
      : `Enter gå vidare med ${unanswered} ${unanswered === 1 ? 'obesvarad' : 'obesvarade'}`,
    '1–7 rätta en fråga',
    interrupt,
  ],
  desk: ['j ja', 'n nej', 'v vet ej', back, 'Alt+1–7 till TIB:s frågor'],
  timing: ['n nu', 'a avvakta till morgonen', 'v vet ej', back],
  motivation: ['Enter klar', 'tomt och Enter: ring nu', back, 'Ctrl+J ny rad'],
  decision: ['Enter besluta så', '1–4 besluta annat', back],
  reason: ['Enter besluta så', 'Esc ångra', 'Ctrl+J ny rad'],
  draft: (can: {
    readonly send: boolean;
    readonly edit: boolean;
    readonly editor: string | null;
    readonly sendsAgain: boolean;
  }) => [
    can.sendsAgain ? 'Enter spara och skicka' : 'Enter spara utkastet',
    ...(can.send && !can.sendsAgain ? [send] : []),
    ...(can.edit ? ['r redigera'] : []),
    ...(can.editor === null ? [] : [`v öppna i ${can.editor}`]),
    'Esc spara senare',
    back,
    interrupt,
  ],
  send,
  wording: ['Esc klar, ändringarna är kvar', 'Tab ämne eller text', 'Enter ny rad'],
  confirmSend: ['Enter skicka', 'Esc skicka inte'],
  /** While the journal still lacks some of it. */
  finished: [interrupt],
  /** In a later call: with the key that leaves it among the others. */
  leaving: (others: readonly string[], isUntouched: boolean) => {
    const leave = isUntouched ? 'Esc lämna samtalet' : 'Ctrl+C lämna samtalet';
    if (others.includes(interrupt)) return others.map((key) => (key === interrupt ? leave : key));
    const place = others.indexOf(back);
    return place < 0 ? [...others, leave] : others.toSpliced(place, 0, leave);
  },
  /** While something cannot be saved, nothing is promised. */
  unsaved: (key: string) => (key === interrupt ? 'Ctrl+C avbryt' : key),
};

export const readBack = {
  title: 'Läs upp för uppringaren',
  unanswered: 'Fråga nu, det här är obesvarat',
  allAnswered: 'Alla sju frågor har svar.',
  own: { yes: 'en av våra egna', no: 'inte en av våra egna', unknown: 'oklart om den är vår' },
};

export const desk = {
  title: 'Frågor till oss själva',
};

/** What each outcome means, in one line that can be acted on. */
export const verdict = {
  director: {
    now: 'RING FÖRVALTNINGSDIREKTÖREN NU',
    who: (director: string) => `Förvaltningsdirektör: ${director}`,
    morning: (time: string) => `Ring förvaltningsdirektören ${time}`,
  },
  consult: 'Rådgör först med enhetschef Trygghetsjouren eller avdelningschef Kvalitet och utveckling',
  ordinary: 'Ordinarie: informera berörda enhetschefer. Direktören får mejl.',
  short: {
    'contact-director': 'RING DIREKTÖREN',
    'consult-first': 'rådgör först',
    ordinary: 'ordinarie',
  },
  soFar: 'Bedömning hittills',
  notAsked: 'Det som inte är besvarat räknas som vet ej.',
  recommended: 'Rekommendation',
  decided: 'Beslut',
  rule: (rule: string, text: string) => `${rule}  ${text}`,
  source: (source: string) => `”${source}”`,
};

/** The decision that stands while somebody calls again. `at` is when it was made. */
export const standing = {
  exceeded: (at: string, decision: string) => `SKARPARE ÄN BESLUTET ${at} (${decision})`,
  stands: (at: string, decision: string) => `Beslutet ${at} (${decision}) gäller.`,
  decisions: {
    'director-now': 'kontakta direktör nu',
    'director-morning': 'avvakta till morgonen',
    'consult-first': 'svårbedömd',
    ordinary: 'ordinarie',
  } satisfies Record<ChoiceId, string>,
};

export const motivation = {
  title: 'Varför kan det avvakta till morgonen?',
  safeWay: 'Tomt svar och Enter: då ska förvaltningsdirektören ringas nu.',
};

export const decision = {
  asRecommended: 'som rekommenderat',
  otherwise: 'Beslut att välja på',
  answers: 'Våra svar',
  motivation: 'Motivering',
  needsReason: 'kräver motivering',
  stronger: 'starkare, kräver inget skäl',
  forbidden: (rule: string) => `går inte (${rule}: direktören ska alltid kontaktas)`,
  choices: {
    'director-now': 'Ring förvaltningsdirektören nu',
    'director-morning': 'Avvakta till morgonen med att ringa förvaltningsdirektören',
    'consult-first': 'Rådgör först med enhetschef eller avdelningschef (svårbedömd)',
    ordinary: 'Ordinarie, ring inte direktören',
  } satisfies Record<ChoiceId, string>,
  reasonTitle: {
    'director-now': 'Varför ska förvaltningsdirektören ringas nu?',
    'director-morning': 'Varför kan det avvakta till morgonen?',
    'consult-first': 'Varför räcker det att rådgöra först?',
    ordinary: 'Varför behöver förvaltningsdirektören inte ringas?',
  } satisfies Record<ChoiceId, string>,
  reasonNeeded:
    'Beslutet är svagare än rekommendationen och kräver ett skäl. Tomt och Enter: rekommendationen gäller.',
  reasonOptional: 'Beslutet är starkare än rekommendationen. Skäl behövs inte: Enter räcker.',
};

export const draft = {
  title: (sends: boolean) =>
    `Utkast till förvaltningsdirektören (${sends ? 'inte skickat' : 'skickas inte härifrån'})`,
  composing: 'Sätter ihop utkastet …',
  saving: 'Sparar utkastet …',
  to: 'Till',
  noRecipient: 'mottagare saknas i kontaktregistret',
  subject: 'Ämne',
  text: 'Text',
  templateProblem: (problem: string) => `Programmets egen mall används. ${problem}`,
  edited: 'Ändrat för hand',
  anew: 'Uppgifterna har ändrats, så utkastet är nytt. Det du hade ändrat i det är borta.',
};

export const notice = {
  pressOneOf: (keys: readonly string[]) => `Tryck ${list(keys, 'eller')}.`,
  looksLikeAWord: (keys: readonly string[]) =>
    `Här svarar man med en tangent. Tryck Enter och sedan ${list(keys, 'eller')}.`,
  tooLong: (dropped: number) => `Svaret är fullt (10 000 tecken). ${dropped} tecken fick inte plats.`,
  forbidden: (rule: string) => `Det går inte: enligt ${rule} ska förvaltningsdirektören alltid kontaktas.`,
  confirmSend: (to: string) => `Skicka rapporten till ${to}? Enter skickar. Andra tangenter skickar inte.`,
  promiseLost: 'Tiden för nästa rapport står inte kvar i texten, så ingen ny tid bevakas.',
  tooLongToEdit: 'Texten är för lång att redigera här. Spara den och ändra i e-postprogrammet.',
  editor: {
    'not-started': 'Editorn gick inte att öppna. r redigerar här i stället.',
    failed: 'Editorn avslutades med ett fel. Texten är som förut.',
    emptied: 'Filen kom tillbaka tom. Texten är som förut.',
    unreadable: 'Det gick inte att läsa filen från editorn. Texten är som förut.',
    'nothing-new': 'Ingen ändring kom tillbaka från editorn.',
  } satisfies Record<EditorFault | 'nothing-new', string>,
  keptWhenLeft: 'Ctrl+C lämnar samtalet; det som är skrivet finns kvar.',
  followedRecommendation: 'Inget skäl skrevs. Rekommendationen gäller: Enter för att besluta så.',
};

export const fault = {
  title: {
    entries: (cause: FaultKind) => `EJ SPARAT: ${faultCauses[cause]}.`,
    typing: (cause: FaultKind) => `EJ SPARAT, det du skriver just nu: ${faultCauses[cause]}.`,
    draft: (cause: FaultKind) => `EJ SPARAT, utkastet: ${faultCauses[cause]}.`,
  },
  stillHere: 'Allt står kvar på skärmen. Programmet försöker igen av sig självt.',
  retryDraft: 'Svaren och beslutet är sparade. Tryck Enter för att försöka igen.',
  rescue: 'Ctrl+S sparar en kopia på en annan plats.',
  rescued: (path: string) => `Kopia sparad: ${path}`,
  rescueFailed: 'Det gick inte att spara en kopia någonstans. Skriv av det viktigaste på papper.',
};

function list(words: readonly string[], and: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;
}

/** The call line by line. */
export const plain = {
  welcome: (exercise: string) =>
    `${exercise}Samtalet rad för rad. Skriv svaret och tryck Enter. Tom rad: vet ej. Hjälp: /?`,
  welcomeLater: (exercise: string, number: string) =>
    `${exercise}Nytt samtal om ${number}, rad för rad. Tom rad: svaret som står gäller. Hjälp: /?`,
  question: (number: number, of: number, text: string) => `Fråga ${number} av ${of}: ${text}`,
  answerNow: (answer: string) => `Svar nu: ${answer}`,
  answerBy: (names: readonly string[]) => `Svara ${names.join(', ')}.`,
  readBack: 'Enter när uppringaren håller med. /1 till /7 går till en fråga.',
  decision: 'Enter beslutar som rekommenderat. 1 till 4 väljer ett annat beslut.',
  draft: 'Enter sparar utkastet.',
  help: [
    '/1 till /7  gå till en av TIB:s frågor',
    '/b          tillbaka ett steg',
    '/o          märk svaret på den öppna frågan som ej bekräftat, eller ta bort märkningen',
    '/s          spara en kopia på en annan plats, när loggen inte går att skriva',
    'Ctrl+C      avbryt; allt som är skrivet sparas',
  ],
};
