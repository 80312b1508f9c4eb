/** The words of an incident's whole record, as it is taken out to be registered and kept. */
import type { Requirement } from '../domain/actions.ts';
import type { MadeHow } from '../domain/payloads.ts';
import { exercise } from './labels.ts';

export const record = {
  title: (number: string, isExercise: boolean) => `${isExercise ? `${exercise} – ` : ''}Händelse ${number}`,
  exercise: `${exercise}. Det här är en övning och ingen verklig händelse.`,
  page: (page: number, of: number) => `Sida ${page} av ${of}`,
  sections: {
    decision: 'Beslut',
    times: 'Tider',
    recommendation: 'Rekommendation',
    answers: 'Svar',
    actions: 'Åtgärder',
    messages: 'Rapporter och meddelanden',
    review: 'Granskning',
    timeline: 'Händelseförlopp',
    about: 'Om dokumentet',
  },
  fields: {
    registryNumber: 'Diarienummer',
    received: 'Mottaget',
    source: 'Uppgifter från',
    operator: 'Operatör',
    status: 'Läge',
    takenOut: 'Uttaget',
    hash: 'Kontrollsumma',
    decided: 'Beslut',
    motivation: 'Motivering',
    directorDue: 'Direktören ska kontaktas',
    leadership: 'Krisledning',
    consequences: 'Konsekvenser för andra',
    recommended: 'Rekommendation',
    ruleSet: 'Regler',
    facts: 'Underlag',
    to: 'Till',
    made: 'Skrivet',
    comment: 'Kommentar',
    learnt: 'Lärdom',
    reviewed: 'Granskad',
  },
  times: {
    decision: 'Från samtal till beslut',
    director: 'Tills direktören nåddes',
    unit: (unit: string) => `Från beslut tills ${unit} nåddes`,
    none: 'inte än',
  },
  by: (moment: string, who: string) => `${moment} av ${who}`,
  noActions: 'Inget att göra.',
  noMessages: 'Inga.',
  notReviewed: 'Händelsen är inte granskad.',
  unknownEntries: (count: number) =>
    `${count === 1 ? 'En post är skriven' : `${count} poster är skrivna`} av en senare version av programmet och återges bara i händelseförloppet.`,
  earlierDecision: (sequence: number, moment: string, who: string) =>
    `Tidigare beslut, nr ${sequence}, ${moment} av ${who}`,
  earlierRecommendation: (sequence: number, moment: string, who: string) =>
    `Tidigare rekommendation, nr ${sequence}, ${moment} av ${who}`,
  earlierAnswer: (sequence: number, moment: string, who: string) =>
    `Tidigare svar, nr ${sequence}, ${moment} av ${who}`,
  answer: (sequence: number, moment: string, who: string) => `Nr ${sequence}, ${moment} av ${who}`,
  notAnswered: 'Inget svar.',
  requirement: { required: 'ska göras', recommended: 'bör göras' } satisfies Record<Requirement, string>,
  due: (moment: string) => `senast ${moment}`,
  assigned: (to: string) => `Tilldelat ${to}.`,
  attempt: (moment: string, who: string, result: string, by: string) => `${moment} ${who}: ${result} (${by})`,
  acknowledged: (moment: string, by: string) => `${moment} kvitterat av ${by}`,
  advice: (moment: string, who: string, advice: string) => `${moment} ${who} rådde: ${advice}`,
  end: (moment: string, status: string, by: string, text: string) =>
    `${moment} ${status} (${by})${text === '' ? '' : `: ${text}`}`,
  report: 'Rapport till förvaltningsdirektören',
  noRecipient: 'ingen mottagare angiven',
  madeHow: {
    saved: (moment, file) => `${moment}, sparat som ${file}`,
    copied: (moment) => `${moment}, kopierat till urklipp`,
    sent: (moment) => `${moment}, lagt i utkorgen`,
  } satisfies Record<MadeHow, (moment: string, file: string) => string>,
  /** Over a text that somebody changed before it left. */
  first: 'Programmets text, innan den ändrades för hand',
  /** The three times are never mixed. */
  entry: (sequence: number, recorded: string, received: string, occurred: string | null, who: string) =>
    [
      `Nr ${sequence}`,
      `nedtecknat ${recorded}`,
      `mottaget ${received}`,
      ...(occurred === null ? [] : [`inträffade ${occurred}`]),
      who,
    ].join(' · '),
  late: (duration: string) => `SENT: ${duration} efteråt`,
  struckBy: (sequence: number) => `STRUKEN av nr ${sequence}`,
  about: (sequence: number) =>
    `Dokumentet återger alla poster om händelsen i Trygghetsjourens logg till och med nr ${sequence}, som är uttaget självt. Överstruken text gäller inte längre men står kvar. Kontrollsumman är den postens. Är den densamma i loggen, och finner loggens egen kontroll inga fel, är inget ändrat i efterhand.`,
  /** In place of a character that the document's typeface lacks. */
  noGlyph: (codePoint: number) => `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`,
};
