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
