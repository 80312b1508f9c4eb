/**
 * What the demonstration's incidents are made of. Everybody in it is made up, and the telephone numbers are those that
 * Post- och telestyrelsen keeps for fiction: 031-390 06 00–99 and 070-174 06 05–99.
 */

import type { UnitKind } from './demoScenarios.ts';

export const districts = [
  ...['Angered', 'Askim', 'Bergsjön', 'Biskopsgården', 'Centrum', 'Frölunda', 'Härlanda', 'Kortedala'],
  ...['Lundby', 'Majorna', 'Torslanda', 'Örgryte'],
] as const;
export type District = (typeof districts)[number];

export const streets = [
  ...['Aprikosgatan', 'Bangatan', 'Björkvägen', 'Dalgången', 'Ekstigen', 'Hantverksgatan', 'Kaserngatan'],
  ...['Kvarnbacken', 'Lergöksgatan', 'Norra allén', 'Parkgatan', 'Skolgatan', 'Stationsvägen', 'Ängsvägen'],
] as const;

/** Units of one district; the others are the whole city's. */
export const residences: readonly (readonly [name: string, district: District])[] = [
  ['Äldreboendet Höstlyckan', 'Lundby'],
  ['Äldreboendet Solängen', 'Angered'],
  ['Äldreboendet Ekdungen', 'Kortedala'],
  ['Äldreboendet Björkhaga', 'Härlanda'],
  ['Äldreboendet Strandgläntan', 'Frölunda'],
  ['Äldreboendet Tallåsen', 'Askim'],
  ['Äldreboendet Åkermyntan', 'Biskopsgården'],
  ['Äldreboendet Havsbrisen', 'Torslanda'],
  ['Äldreboendet Skansbacken', 'Majorna'],
  ['Äldreboendet Örtagården', 'Örgryte'],
];
export const homeCare = (district: District) => `Hemtjänst ${district}`;
export const cityUnits = {
  'short-term': ['Korttidsboendet Linden', 'Korttidsboendet Bryggan'],
  'day-centre': ['Dagverksamheten Gläntan', 'Dagverksamheten Hamnen', 'Dagverksamheten Eken'],
  nursing: ['Hemsjukvård öster', 'Hemsjukvård väster', 'Hemsjukvård Hisingen'],
  'night-patrol': ['Nattpatrullen öster', 'Nattpatrullen väster'],
  alarm: ['Trygghetslarm'],
} as const satisfies Partial<Record<UnitKind, readonly string[]>>;

export const firstNames = [
  ...['Anna', 'Bengt', 'Cecilia', 'David', 'Elin', 'Fatima', 'Gunnar', 'Hanna', 'Ibrahim', 'Jenny', 'Karin'],
  ...['Lars', 'Maria', 'Nils', 'Olga', 'Per', 'Rebecka', 'Sara', 'Tomas', 'Ulla', 'Viktor', 'Yasmin', 'Åke'],
] as const;
export const lastNames = [
  ...['Ahlgren', 'Bergman', 'Ceder', 'Dahl', 'Ekström', 'Fors', 'Gran', 'Hedlund', 'Ivarsson', 'Järnek'],
  ...['Kullberg', 'Lindahl', 'Moberg', 'Nyman', 'Oskarsson', 'Palm', 'Rosén', 'Sandell', 'Törnqvist'],
] as const;
/** Signatures of those who work at the desk. */
export const operators = ['ab', 'ce', 'dl', 'fk', 'hn', 'jl', 'mo', 'sr'] as const;
export const dutyOffice = 'Stadsledningskontoret';
export const callers = {
  tib: ['Johan Wik', 'Petra Öberg', 'Maria Hallin'],
  'own-operation': ['Nattpatrullen', 'Samordnaren i hemtjänsten', 'Sjuksköterskan i tjänst'],
  'other-authority': ['Räddningstjänsten, ledningscentralen', 'Polisens ledningscentral'],
  other: ['Fastighetsjouren', 'Göteborg Energi, driftcentralen'],
} as const;

/** What callers say of when it happened, and how many minutes before the call that is. */
export const when = [
  { text: 'nyss', minutes: 3 },
  { text: 'för tio minuter sedan', minutes: 10 },
  { text: 'för en kvart sedan', minutes: 15 },
  { text: 'för en halvtimme sedan', minutes: 30 },
  { text: 'för en timme sedan', minutes: 60 },
] as const;
export const nobodyOfOurs = 'Ingen av våra';
export const doubtful = 'Oklart om någon av våra';
export const unsure = (units: string) => `${units}, osäkert`;
export const places: readonly ((street: string, district: District) => string)[] = [
  (street, district) => `${street}, ${district}`,
  (street, district) => `${street}, ${district}`,
  (street, district) => `Vid ${street} i ${district}`,
  (_, district) => `Hela ${district}`,
];
/** Who is affected, from what is said of each group. */
export const groups = (said: readonly string[]) => {
  const text = said.join(' och ');
  return text.slice(0, 1).toLocaleUpperCase('sv') + text.slice(1);
};
export const moreThanSaid = (who: string) => `${who}, fler än vad som först sades`;
export const atFirst = ['Okänt hur många', 'Vet inte ännu'] as const;

export const motivations = [
  'Läget är under kontroll och inga beslut behövs före morgonen.',
  'Enhetschefen är på plats och hanterar läget till i morgon.',
  'Ingen är skadad och enheten har den bemanning som behövs i natt.',
] as const;
export const overrides = {
  weaker: [
    'Omfattningen är liten och enheten har redan löst det.',
    'Direktören är redan underrättad av stadsledningskontoret.',
    'Räddningstjänsten har meddelat att faran är över.',
  ],
  stronger: [
    'Läget kan förvärras snabbt.',
    'Medierna är på plats.',
    'Flera enheter har hört av sig samtidigt.',
  ],
} as const;
export const advice = {
  ordinary: ['Ni kan hantera det själva. Informera enheten.', 'Ingen direkt påverkan, fortsätt ordinarie.'],
  'director-now': ['Ring direktören nu.', 'Det här behöver direktören ta ställning till.'],
} as const;
export const consultedMotivation = (name: string, said: string) => `Rådgjort med ${name}: ${said}`;
export const reasons = {
  director: ['Läget följs, ingen krisledning nu.', 'Enheten klarar läget med egna resurser.'],
  crisis: 'Flera enheter är påverkade och resurserna räcker inte dygnet ut.',
  skipped: 'Enheten har stängt och är redan underrättad av grannenheten.',
  closedOpen: 'Rapporten lämnades muntligt till direktören.',
  struck: ['Fel händelse.', 'Skrivet två gånger.', 'Uppgiften gällde en annan enhet.'],
  reopened: ['Enheten ringde igen.', 'TIB hade nya uppgifter.'],
} as const;
export const notes = [
  'TIB återkommer om läget förändras.',
  'Enheten har läget under kontroll.',
  'Nattpatrullen är underrättad.',
  'En journalist har ringt och hänvisats till kommunikation.',
] as const;
export const lateNote = 'Antecknat på papper under samtalet: kontaktperson på plats är fastighetsvärden.';
export const onPaper = 'Datorn startade om. Samtalet togs på papper och är infört efteråt.';
export const promises = [
  'Fastighetsjouren ringer om när det är åtgärdat',
  'Enheten ringer när alla är räknade',
  'TIB ringer efter samverkansmötet',
] as const;
export const promiseKept = 'De ringde som lovat.';
export const consequences = 'Hemgångar från sjukhus skjuts upp till i morgon. Vårdcentralen är underrättad.';
export const checklists: readonly { readonly title: string; readonly points: readonly string[] }[] = [
  {
    title: 'Vilka ska informeras?',
    points: ['Bred information genom kommunens kommunikationsenhet', 'Övriga förvaltningar och IT-kontoret'],
  },
  {
    title: 'Vilka resurser kan mobiliseras?',
    points: ['Lokal vårdcentral', 'Bemanningsföretag', 'Hälso- och sjukvårdspersonal i grannkommuner'],
  },
];
export const question = 'Vad får det för konsekvenser för hemgångar och annat som påverkar andra?';
export const phone = { fault: 'Knastrar, byts i morgon.', mended: 'Ny telefon, hörs bra.' } as const;
export const handedOver = ['', '', 'Lugnt pass.', 'Håll ett öga på det som väntar på direktören.'] as const;

export const listOf = (from: string, to: string) => `--från-datum ${from} --till-datum ${to}`;

/** Signatures of those who work with the incidents afterwards. */
export const supervisors = ['eb', 'tw'] as const;
export const registrar = 'kr';
export const reviews = {
  calm: [
    'Hanterat enligt anvisningen.',
    'Rätt bedömning. Enheterna fick veta i tid.',
    'Genomgånget, inget att anmärka.',
    'Bra att uppgifterna lästes tillbaka.',
  ],
  grave: ['Direktören nåddes i tid.', 'Rätt att ringa direkt.', 'Genomgånget med enhetschefen.'],
  overridden: [
    'Avvikelsen från rekommendationen är motiverad.',
    'Genomgånget: rekommendationen borde ha följts.',
  ],
  exercise: ['Bra övning. Alla roller var bemannade.', 'Övningen visade att kontaktlistan behöver ses över.'],
  again: 'Gått igenom på nytt efter samtal med enheten. Inget ändras.',
} as const;
export const lessons = [
  'Fråga alltid efter någon att ringa på plats.',
  'Ring enheten innan rapporten skrivs färdigt.',
  'Backuptelefonen ska vara laddad vid passets början.',
  'Vid avbrott i larmen: fråga hur många som berörs.',
  'Läs tillbaka adressen två gånger.',
] as const;
export const reviewActions = [
  { text: 'Uppdatera kontaktlistan för enheten', responsible: 'Enhetschefen Trygghetsjouren' },
  { text: 'Ta upp händelsen på arbetsplatsträffen', responsible: 'eb' },
  { text: 'Se över rutinen för strömavbrott', responsible: 'Avdelning Kvalitet och utveckling' },
  { text: 'Beställ en ny laddare till backuptelefonen', responsible: '' },
] as const;
export const reviewActionDone = ['', 'Klart.', 'Genomgånget med alla på jouren.'] as const;
export const registryNumber = (year: string, serial: number) =>
  `ÄVO ${year}/${String(serial).padStart(4, '0')}`;

/** The text of a draft or message, in short. */
export const body = (facts: readonly (readonly [name: string, text: string])[], number: string) => {
  const lines = facts.filter(([, text]) => text !== '').map(([name, text]) => `${name}: ${text}`);
  return `${lines.join('\n')}\n\nHändelse ${number}\nTrygghetsjouren`;
};
