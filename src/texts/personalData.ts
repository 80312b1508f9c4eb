/** What the guard of personal data says. */
import type { HitStrength, PersonalDataKind } from '../domain/personalData.ts';

interface KindText {
  /** One of several in a line. */
  readonly short: string;
  /** What was found, as the beginning of a line. */
  readonly what: string;
  readonly todo: string;
}

const takeOut = 'Ta bort det eller maska det.';

/** What each hit is called, and what to do about it. */
export const personalDataKinds: Readonly<Record<PersonalDataKind, KindText>> = {
  'personal-number': { short: 'personnummer', what: 'Personnummer', todo: takeOut },
  'coordination-number': { short: 'samordningsnummer', what: 'Samordningsnummer', todo: takeOut },
  'mistyped-number': {
    short: 'kanske personnummer',
    what: 'Ser ut som ett personnummer, men kontrollsiffran stämmer inte',
    todo: 'Ta bort det om det är någons nummer, även felskrivet.',
  },
  'reserve-number': {
    short: 'reservnummer',
    what: 'Ser ut som ett reservnummer',
    todo: 'Ta bort det om det hör till en person.',
  },
  'number-or-time': {
    short: 'kanske personnummer',
    what: 'Kan vara ett personnummer eller en tid',
    todo: 'Är det en tid, skriv den som 2026-11-21 02:41. Annars: ta bort det.',
  },
  'number-or-phone': {
    short: 'kanske personnummer',
    what: 'Kan vara ett personnummer eller ett telefonnummer',
    todo: 'Är det ett telefonnummer, skriv det med bindestreck efter riktnumret. Annars: ta bort det.',
  },
  'number-or-reference': {
    short: 'kanske personnummer',
    what: 'Kan vara ett personnummer',
    todo: 'Ta bort det om det inte är säkert att det är något annat.',
  },
  phone: {
    short: 'telefonnummer',
    what: 'Telefonnummer som inte finns bland kontakterna',
    todo: 'Ta bort det om det går till en privatperson.',
  },
  'mail-address': {
    short: 'e-postadress',
    what: 'E-postadress som inte finns bland kontakterna',
    todo: 'Ta bort den om den hör till en privatperson.',
  },
  'protected-identity': {
    short: 'skyddade uppgifter',
    what: 'Ord om skyddade personuppgifter',
    todo: 'Ta bort det, och allt som kan visa vem det gäller eller var personen finns.',
  },
  'door-code': {
    short: 'kod',
    what: 'Kod till en dörr, ett lås eller ett larm, eller ett lösenord',
    todo: 'Ta bort den. Lämna den på telefon om någon behöver den.',
  },
  health: {
    short: 'namn och hälsa',
    what: 'Ord om hälsa intill något som kan vara ett namn',
    todo: 'Ta bort namnet, eller det som sägs om hälsan.',
  },
};

/** What stands in the text instead of what was taken out. */
export const personalDataMasks: Readonly<Record<PersonalDataKind, string>> = {
  'personal-number': '[personnummer borttaget]',
  'coordination-number': '[samordningsnummer borttaget]',
  'mistyped-number': '[nummer borttaget]',
  'reserve-number': '[nummer borttaget]',
  'number-or-time': '[nummer borttaget]',
  'number-or-phone': '[nummer borttaget]',
  'number-or-reference': '[nummer borttaget]',
  phone: '[telefonnummer borttaget]',
  'mail-address': '[e-postadress borttagen]',
  'protected-identity': '[uppgift borttagen]',
  'door-code': '[kod borttagen]',
  health: '[uppgift borttagen]',
};

export const personalDataUnseen = 'Programmet kan inte se namn. Läs igenom texten själv.';

/** What is said where a text is about to leave, and where it is typed. */
export const guard = {
  found: (kind: PersonalDataKind, text: string) =>
    `${personalDataKinds[kind].what}: ”${text}”. ${personalDataKinds[kind].todo}`,
  /** What Enter, or a key that lets the text leave, leads to instead. */
  stops: {
    strong: 'Det här får inte lämna jouren: m maskerar numret. Inget är sparat, kopierat eller skickat.',
    warning: 'Läs varningarna. Tryck igen om texten ska lämna jouren som den är.',
  } satisfies Record<HitStrength, string>,
  mask: 'm maskera',
  /** The same on a report that is saved, and cannot be changed. */
  stopsReport:
    'Det här får inte lämna jouren. a gör ett meddelande utan det. Inget är skickat eller kopierat.',
  short: (kind: PersonalDataKind) => personalDataKinds[kind].short,
  /** While it is typed. */
  typed: (stops: readonly string[], warnings: readonly string[]) =>
    [
      ...(stops.length === 0 ? [] : [`Får inte stå i rapporten: ${stops.join(', ')}.`]),
      ...(warnings.length === 0 ? [] : [`Se upp: ${warnings.join(', ')}.`]),
    ].join(' '),
  /** On the command line. */
  mustGo:
    'Det här får inte lämna jouren. Gör ett meddelande utan det på händelsen (w), eller ett nytt utkast. Inget är skickat eller sparat.',
  mustBeRead:
    'Läs varningarna. Kör igen med --trots-varning om texten ska lämna jouren. Inget är skickat eller sparat.',
  masked: (count: number) =>
    `${count === 1 ? 'Ett person- eller samordningsnummer är maskerat' : `${count} person- eller samordningsnummer är maskerade`} i rapporten.`,
};
