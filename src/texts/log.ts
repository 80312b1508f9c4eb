/** The words of the log browser. */
import type { LogOrder } from '../domain/logFilter.ts';

export const log = {
  title: 'Logg',
  /** `total` is null until they are counted. */
  count: (total: number | null) =>
    total === null ? 'räknar …' : total === 1 ? '1 händelse' : `${total.toLocaleString('sv')} händelser`,
  position: (row: number, total: number) => `${row.toLocaleString('sv')} av ${total.toLocaleString('sv')}`,
  orders: {
    newest: 'nyast först',
    oldest: 'äldst först',
    'slowest-decision': 'längst till beslut först',
    'slowest-director': 'längst till nådd direktör först',
  } satisfies Record<LogOrder, string>,
  notWaited: '–',
  search: 'Sök:',
  searchHint: 'skriv ord som finns i händelsen, eller ”en fras”',
  filters: 'Filter:',
  /** `digit` is the key that takes it away; beyond nine there is none. */
  chip: (digit: number, text: string) => (digit > 9 ? `[${text}]` : `[${digit} ${text} ×]`),
  empty: 'Loggen är tom.',
  nothingFound: 'Inget stämmer med det du söker. Ta bort ord eller filter.',
  cannotRead: (cause: string) => `Loggen kunde inte läsas: ${cause}. Listan visar det som lästes sist.`,
  unsaved: (cause: string) => `EJ SPARAT: ${cause}. Programmet försöker igen av sig självt.`,
  /** More of what is typed stands to the left. */
  more: '…',
};

export const filters = {
  title: 'Filter',
  names: {
    days: 'Datum',
    outcome: 'Utfall',
    timing: 'Direktören kontaktas',
    status: 'Läge',
    unit: 'Enhet',
    operator: 'Operatör',
    exercise: 'Övningar',
    overridden: 'Beslut mot rekommendationen',
    late: 'Sent nedtecknat',
    reviewed: 'Granskning',
    reviewActionsOpen: 'Uppföljning',
  },
  all: 'alla',
  undecided: 'ej beslutad',
  /** Where the value alone does not say what it is about. */
  timing: (timing: string) => `direktören: ${timing}`,
  operator: (operator: string) => `operatör: ${operator}`,
  status: (status: string) => `läge: ${status}`,
  onlyExercises: 'bara övningar',
  noExercises: 'utan övningar',
  overridden: 'beslut mot rekommendationen',
  late: 'sent nedtecknat',
  reviewed: 'granskade',
  notReviewed: 'ej granskade',
  reviewActionsOpen: 'uppföljning kvar',
  /** One day, a stretch of days, or from or until a day. */
  days: (from: string | null, to: string | null) =>
    from === to ? `${from}` : `${from ?? ''}–${to ?? ''}`.replace(/^–/, 'till ').replace(/–$/, ' och framåt'),
  today: 'i dag',
  yesterday: 'i går',
  lastDays: (count: number) => `senaste ${count} dagarna`,
  typed: 'Skriv för att begränsa:',
  typedDays: 'Skriv 2026, 2026-03, 2026-03-14, 2026-01 till 2026-03 eller från 2026-03:',
  none: 'Inget sådant finns.',
};

export const notices = {
  'unknown-key': 'Den tangenten gör inget här. ? visar alla tangenter.',
  'unknown-key-typing': 'Den tangenten gör inget här. Esc går ut ur fältet.',
  'nothing-such': 'Inget sådant finns.',
  'not-in-list': 'Händelsen du läser är inte längre i listan.',
  'review-kept': 'Granskningen är påbörjad men inte sparad. Tryck r på händelsen för att fortsätta.',
  'nothing-to-open': 'Det finns ingen händelse att öppna.',
  'not-decided': 'Händelsen är inte beslutad än och kan inte granskas.',
  gone: 'Händelsen finns inte längre i loggen.',
};

export const notice = {
  tooLong: (dropped: number) => `Fältet är fullt. ${dropped} tecken fick inte plats.`,
  cannotOpen: (cause: string) => `Det gick inte: ${cause}.`,
};

export const keys = {
  search: ['↑↓ välj', 'Enter läs', 'Tab till listan', 'Ctrl+F filter', '? hjälp', 'Esc tillbaka'],
  searching: ['↑↓ välj', 'Enter läs', 'Esc till listan', 'Ctrl+F filter'],
  list: ['Enter läs', '/ sök', 'f filter', 's ordning', 'u ogranskade', 'r granska', '? hjälp', 'q tillbaka'],
  reading: ['↑↓ PgDn', '1–8 avsnitt', 'n p nästa, förra', 'r granska', 'o arbeta', 'Esc stäng', '? hjälp'],
  readingBeside: [
    '↑↓ PgDn',
    '1–8 avsnitt',
    'n p nästa, förra',
    'Tab listan',
    'r granska',
    'o arbeta',
    'Esc stäng',
    '? hjälp',
  ],
  filters: ['↑↓ välj', 'Enter ändra', 'x ta bort', 'Esc tillbaka'],
  choices: ['↑↓ välj', 'Enter ta', 'Esc tillbaka'],
  help: ['valfri tangent stänger'],
};

/** What the help screen says: a title, and the keys under it. */
export const help: readonly {
  readonly title: string;
  readonly keys: readonly (readonly [string, string])[];
}[] = [
  {
    title: 'Söka',
    keys: [
      ['bokstäver', 'söker medan du skriver; alla ord ska finnas, början av ordet räcker'],
      ['”en fras”', 'orden i följd'],
      ['Backsteg', 'i tomt fält: tar bort det sista filtret'],
      ['Tab  Esc', 'till listan, utan att ta bort det du sökte'],
    ],
  },
  {
    title: 'Listan',
    keys: [
      ['↑↓  j k', 'välj'],
      ['PgUp PgDn  Ctrl+U Ctrl+D', 'en sida, en halv sida'],
      ['Home End  g G', 'första, sista; Home och End även i ett tomt sökfält'],
      ['Enter  l', 'läs händelsen'],
      ['/', 'sök'],
      ['f  Ctrl+F', 'filter'],
      ['1–9', 'ta bort filtret med den siffran'],
      ['x', 'ta bort alla filter'],
      ['s', 'nästa ordning'],
      ['u', 'kön: det som inte är granskat, äldst först; igen: tillbaka'],
      ['r', 'granska händelsen'],
      ['o', 'öppna händelsen för att arbeta vidare med den'],
      ['Esc  q', 'tillbaka; i sökfältet när det är tomt'],
    ],
  },
  {
    title: 'Läsa en händelse',
    keys: [
      ['↑↓  j k', 'en rad'],
      ['PgUp PgDn  mellanslag b', 'en sida'],
      ['Ctrl+U Ctrl+D', 'en halv sida'],
      ['Home End  g G', 'början, slutet'],
      ['1–8  { }', 'till avsnittet; förra, nästa avsnitt'],
      ['n p  J K', 'nästa, förra händelsen i listan'],
      ['Tab', 'mellan listan och händelsen, när de står bredvid varandra'],
      ['r  o', 'granska; arbeta vidare'],
      ['Esc  q  h', 'stäng händelsen'],
    ],
  },
];
