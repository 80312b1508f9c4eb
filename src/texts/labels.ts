/** What the codes are called in the interface, by the glossary. */

export const answerLabels = {
  yes: 'ja',
  no: 'nej',
  unknown: 'vet ej',
  now: 'nu',
  morning: 'avvakta till morgonen',
} as const;

export const certaintyLabels = {
  confirmed: 'bekräftat',
  unconfirmed: 'ej bekräftat',
  unknown: 'vet ej',
} as const;

export const outcomeLabels = {
  ordinary: 'ordinarie',
  'consult-first': 'svårbedömd',
  'contact-director': 'kontakta direktör',
} as const;

/** In lists, where there is little room. */
export const timingLabels = { now: 'nu', morning: 'till morgonen' } as const;

export const statusLabels = { draft: 'påbörjad', open: 'öppen', closed: 'avslutad' } as const;

export const sourceLabels = {
  tib: 'TIB',
  'own-operation': 'egen verksamhet',
  'other-authority': 'annan myndighet',
  other: 'annan',
} as const;

export const channelLabels = {
  phone: 'telefon',
  rakel: 'Rakel',
  email: 'e-post',
  'in-person': 'på plats',
} as const;

export const exercise = 'ÖVNING';

/** All that a screen says in a window that is too small for it. */
export const tooSmall = (columns: number, rows: number) =>
  `Fönstret är för litet (${columns}×${rows}). Gör det större. Allt finns kvar.`;

/** The keys that scroll: while there is more below, and on the last page. */
export const scrollKeys = { more: 'PgDn mer', back: 'PgUp tillbaka upp' } as const;

/** Whether what was recorded is in the journal; `short` where there is little room. */
export const saved = { all: 'allt sparat', short: 'sparat', saving: 'SPARAR …', not: 'EJ SPARAT' } as const;

export const attemptResultLabels = {
  reached: 'nådd',
  'no-answer': 'ej svar',
  busy: 'upptaget',
  'message-left': 'meddelande lämnat',
} as const;

export const crisisAnswerLabels = { yes: 'ja', no: 'nej', later: 'senare' } as const;

export const deskPhoneLabels = { primary: 'TIB-telefonen', backup: 'backuptelefonen' } as const;

export const phoneResultLabels = { works: 'fungerar', fault: 'fungerar inte' } as const;

export const messageLabels = {
  'unit-manager': 'Information till enhetschef',
  feedback: 'Återkoppling till TIB',
  'crisis-group': 'Kallelse till krisledningsgruppen',
  'director-update': 'Uppdatering till direktören',
  'director-final': 'Slutrapport till direktören',
} as const;
