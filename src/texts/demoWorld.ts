/**
 * What the demonstration's incidents are made of. Everybody in it is made up, and the telephone numbers are those that
 * Post- och telestyrelsen keeps for fiction: 031-390 06 00–99 and 070-174 06 05–99.
 */

export type UnitKind = 'home-care' | 'residence' | 'nursing' | 'alarm';

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
  ['Korttidsboendet Linden', 'Centrum'],
];
export const homeCare = (district: District) => `Hemtjänst ${district}`;
export const cityUnits: Readonly<Record<'nursing' | 'alarm', readonly string[]>> = {
  nursing: ['Hemsjukvård öster', 'Hemsjukvård väster'],
  alarm: ['Trygghetslarm'],
};

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
  tib: 'TIB',
  'own-operation': 'Nattpatrullen',
  'other-authority': 'Räddningstjänsten, ledningscentralen',
  other: 'Fastighetsjouren',
} as const;

export interface DemoScenario {
  /** How common it is beside the others. */
  readonly weight: number;
  /** In which months, 1–12; the whole year when left out. */
  readonly months?: readonly number[];
  readonly what: readonly string[];
  readonly who: readonly string[];
  readonly actors: readonly string[];
  /** What kind of unit of ours may be directly affected; null when none is. */
  readonly direct: UnitKind | null;
  /** How likely it is that one is, 0–1. */
  readonly own: number;
  readonly atRisk: readonly UnitKind[];
  /** How likely each is, 0–1: that it is so, that the desk does not know, and that it cannot manage by itself. */
  readonly staff: number;
  readonly care: number;
  readonly unknown: number;
  readonly beyondUs: number;
}

const harmless = { staff: 0, care: 0.02, unknown: 0.05, beyondUs: 0.02 } as const;

export const scenarios: readonly DemoScenario[] = [
  {
    weight: 14,
    what: ['Strömavbrott efter kabelbrand', 'Strömavbrott', 'Strömavbrott efter avgrävd kabel'],
    who: ['Ungefär 400 hushåll', 'Ungefär 4 000 hushåll', 'Två kvarter'],
    actors: ['Göteborg Energi', 'Göteborg Energi, räddningstjänsten'],
    direct: null,
    own: 0,
    atRisk: ['home-care', 'alarm'],
    ...harmless,
  },
  {
    weight: 12,
    what: ['Vattenläcka på huvudledning', 'Vattenläcka', 'Inget vatten i kranarna'],
    who: ['Ett kvarter', 'Ungefär 150 hushåll', 'Boende på tre gator'],
    actors: ['Kretslopp och vatten', 'Kretslopp och vatten, fastighetsägaren'],
    direct: null,
    own: 0,
    atRisk: ['home-care', 'residence'],
    ...harmless,
  },
  {
    weight: 11,
    what: ['Trafikolycka med buss', 'Trafikolycka, vägen avstängd', 'Urspårad spårvagn'],
    who: ['Resande i området', 'Okänt antal lindrigt skadade', 'Ingen av våra som vi vet'],
    actors: ['Polis, ambulans, räddningstjänst', 'Polis, Västtrafik'],
    direct: null,
    own: 0,
    atRisk: ['home-care'],
    ...harmless,
  },
  {
    weight: 8,
    what: ['Lägenhetsbrand', 'Brand i källare', 'Brand i soprum, rök i trapphus'],
    who: ['Boende i trappuppgången', 'Ett tjugotal utrymda', 'En omsorgstagare förd till sjukhus'],
    actors: ['Räddningstjänst, polis, ambulans', 'Räddningstjänsten'],
    direct: null,
    own: 0,
    atRisk: ['home-care', 'nursing'],
    staff: 0.03,
    care: 0.18,
    unknown: 0.16,
    beyondUs: 0.06,
  },
  {
    weight: 3,
    what: ['Brand i tvättstuga på äldreboende', 'Rökutveckling i kök', 'Automatlarm, rök på avdelning 2'],
    who: ['Boende på en avdelning', '24 boende, fyra medarbetare', 'Ingen skadad'],
    actors: ['Räddningstjänst på plats', 'Räddningstjänst, ambulans'],
    direct: 'residence',
    own: 0.85,
    atRisk: [],
    staff: 0.4,
    care: 0.7,
    unknown: 0.15,
    beyondUs: 0.2,
  },
  {
    weight: 7,
    what: ['Trygghetslarmen når inte fram', 'Avbrott i mobilnätet', 'Avbrott i journalsystemet'],
    who: ['Omsorgstagare med trygghetslarm', 'Alla som dokumenterar i mobilen', 'Okänt hur många'],
    actors: ['Operatören, Intraservice', 'Intraservice'],
    direct: 'alarm',
    own: 0.15,
    atRisk: ['home-care', 'nursing'],
    staff: 0.02,
    care: 0.2,
    unknown: 0.1,
    beyondUs: 0.12,
  },
  {
    weight: 7,
    what: ['Hotfull person vid äldreboende', 'Hot mot personal', 'Skottlossning, polisen spärrar av'],
    who: ['Medarbetare på kvällspasset', 'Okänt', 'Två medarbetare'],
    actors: ['Polis', 'Polis, väktare'],
    direct: 'residence',
    own: 0.2,
    atRisk: ['home-care'],
    staff: 0.3,
    care: 0.1,
    unknown: 0.2,
    beyondUs: 0.1,
  },
  {
    weight: 9,
    months: [11, 12, 1, 2, 3],
    what: [
      'Snöoväder, flera vägar stängda',
      'Halka, hemtjänsten kommer inte fram',
      'Klass 2-varning för snö',
    ],
    who: ['Omsorgstagare i hela området', 'Hemtjänstens nattpatrull', 'Trafikanter'],
    actors: ['SMHI, Trafikverket', 'Stadsmiljöförvaltningen, polis'],
    direct: 'home-care',
    own: 0.1,
    atRisk: ['home-care', 'nursing'],
    staff: 0.1,
    care: 0.15,
    unknown: 0.1,
    beyondUs: 0.2,
  },
  {
    weight: 7,
    months: [6, 7, 8],
    what: [
      'Värmebölja, 33 grader inomhus',
      'Kylan i läkemedelsrummet ur funktion',
      'Varning för höga temperaturer',
    ],
    who: ['Boende på två avdelningar', 'Äldre och sjuka i hela staden'],
    actors: ['Fastighetsjouren', 'SMHI, Länsstyrelsen'],
    direct: 'residence',
    own: 0.15,
    atRisk: ['home-care', 'residence'],
    staff: 0.02,
    care: 0.2,
    unknown: 0.1,
    beyondUs: 0.05,
  },
  {
    weight: 6,
    what: [
      'Gasutsläpp, stäng dörrar och fönster',
      'Farligt gods, läckande tankbil',
      'Rök från industribrand',
    ],
    who: ['Boende inom 500 meter', 'Alla i området'],
    actors: ['Räddningstjänst, polis', 'Räddningstjänst, Länsstyrelsen'],
    direct: null,
    own: 0,
    atRisk: ['home-care', 'residence'],
    staff: 0.05,
    care: 0.12,
    unknown: 0.2,
    beyondUs: 0.08,
  },
  {
    weight: 3,
    what: ['Försvunnen person, 84 år', 'Boende saknas sedan i eftermiddags'],
    who: ['En omsorgstagare'],
    actors: ['Polis, Missing People', 'Polis'],
    direct: 'residence',
    own: 0.85,
    atRisk: [],
    staff: 0,
    care: 0.85,
    unknown: 0.05,
    beyondUs: 0.05,
  },
  {
    weight: 7,
    what: ['Evakuering av ett flerfamiljshus', 'Skred, tre hus utrymda', 'Översvämning i källarplan'],
    who: ['Ett sextiotal boende', 'Ett trettiotal, några med hemtjänst'],
    actors: ['Räddningstjänst, socialjouren', 'Räddningstjänst, fastighetsägaren'],
    direct: null,
    own: 0,
    atRisk: ['home-care', 'nursing'],
    staff: 0,
    care: 0.2,
    unknown: 0.2,
    beyondUs: 0.15,
  },
];

export const when = ['för en kvart sedan', 'för en halvtimme sedan', 'nyss', 'för en timme sedan'] as const;
export const noneOfOurs = 'Ingen av våra';
export const unsure = (units: string) => `${units}, osäkert`;
export const place = (street: string, district: District) => `${street}, ${district}`;

export const motivations = [
  'Läget är under kontroll och inga beslut behövs före morgonen.',
  'Enhetschefen är på plats och hanterar läget till i morgon.',
] as const;
export const overrides = {
  weaker: 'Omfattningen är liten och enheten har redan löst det.',
  stronger: 'Läget kan förvärras snabbt.',
} as const;
export const advice = {
  ordinary: ['Ni kan hantera det själva. Informera enheten.', 'Ingen direkt påverkan, fortsätt ordinarie.'],
  'director-now': ['Ring direktören nu.', 'Det här behöver direktören ta ställning till.'],
} as const;
export const consultedMotivation = (name: string, said: string) => `Rådgjort med ${name}: ${said}`;
export const reasons = {
  director: ['Läget följs, ingen krisledning nu.', 'Enheten klarar läget med egna resurser.'],
  crisis: 'Flera enheter är påverkade och resurserna räcker inte natten ut.',
  skipped: 'Enheten har stängt och är redan underrättad av grannenheten.',
  closedOpen: 'Rapporten lämnades muntligt till direktören.',
  struck: 'Fel händelse.',
} as const;
export const notes = [
  'Enheten har extra personal på väg.',
  'TIB återkommer om läget förändras.',
  'Väktare bevakar entrén till i morgon bitti.',
  'Reservkraften är igång.',
  'Anhöriga är underrättade av enheten.',
  'Taxi är bokad för medarbetarna på kvällspasset.',
] as const;
export const lateNote = 'Antecknat på papper under samtalet: kontaktperson på plats är fastighetsvärden.';
export const worse = ['Fler berörda än vad som först sades.', 'Läget har blivit värre.'] as const;
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
export const phoneFault = 'Knastrar, byts i morgon.';

/** The text of a draft or message, in short. */
export const body = (facts: readonly string[], number: string) =>
  `${facts.filter((fact) => fact !== '').join('\n')}\n\nHändelse ${number}\nTrygghetsjouren`;
