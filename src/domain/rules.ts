/**
 * The escalation logic as a table: when each rule fires, what it leads to, and the sentence of the Anvisning behind
 * it. Nothing here computes; `assess.ts` reads the table. A person who cannot program can read it and say whether
 * it is right.
 *
 * Change a rule, a source or an explanation, and change `ruleSetVersion` too: old incidents keep the version they
 * were assessed by.
 */
import type { DeskQuestionId, DirectorTiming } from './questions.ts';

export const ruleSetVersion = '2024-05-07/1';

/** From the weakest to the strongest. */
export const outcomes = ['ordinary', 'consult-first', 'contact-director'] as const;
export type Outcome = (typeof outcomes)[number];
export const timings = ['now', 'morning'] as const;
export type Timing = (typeof timings)[number];

/** What a rule may look at, besides the time: the answers to ourselves, and whether the operation is our own. */
export type FactId = Exclude<DeskQuestionId, 'directorTiming'> | 'own';

export interface OutcomeRule {
  readonly id: 'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'R6' | 'R7' | 'R8' | 'R9';
  /** The rule fires when any one of these facts has this value; 'no-other-rule' when none of the others fired. */
  readonly firesWhen:
    | { readonly anyOf: readonly FactId[]; readonly is: 'yes' | 'no' | 'unknown' }
    | 'no-other-rule';
  readonly outcome: Outcome;
  /** Why, in one sentence for the operator. */
  readonly text: string;
  /** The Anvisning's own words. */
  readonly source: string;
  /** True where the source is silent and a choice had to be made; the text then says "Tolkning". */
  readonly interpretation: boolean;
}

const directlyHit =
  'När förvaltningens medarbetare eller verksamhet blir direkt drabbad av en händelse som rapporteras av tjänsteman i beredskap ska äldre samt vård- och omsorgsförvaltningens förvaltningsdirektör alltid kontaktas för bedömning av krisledning.';
const consultFirst =
  'Till stöd för en händelse som är svårare att bedöma kan enhetschef inom Trygghetsjouren eller avdelningschef Kvalitet och utveckling först kontaktas för bedömning.';

export const outcomeRules: readonly OutcomeRule[] = [
  {
    id: 'R1',
    firesWhen: { anyOf: ['staffDirectlyAffected'], is: 'yes' },
    outcome: 'contact-director',
    text: 'Medarbetare är direkt berörda.',
    source: directlyHit,
    interpretation: false,
  },
  {
    id: 'R2',
    firesWhen: { anyOf: ['own'], is: 'yes' },
    outcome: 'contact-director',
    text: 'En av våra egna verksamheter är direkt påverkad.',
    source: directlyHit,
    interpretation: false,
  },
  {
    id: 'R3',
    firesWhen: { anyOf: ['careRecipientsDirectlyAffected'], is: 'yes' },
    outcome: 'contact-director',
    text: 'Omsorgstagare är direkt berörda. Tolkning: de är verksamheten.',
    source: 'Finns det omsorgstagare som är direkt berörda?',
    interpretation: true,
  },
  {
    id: 'R4',
    firesWhen: { anyOf: ['manageableWithExistingResources'], is: 'no' },
    outcome: 'contact-director',
    text: 'Vi kan inte hantera frågan med befintliga resurser.',
    source:
      'Behövs det ytterligare stöd och beslut så ska förvaltningsdirektör kontaktas eftersom det kan finnas behov av att aktivera krisledning.',
    interpretation: false,
  },
  {
    id: 'R5',
    firesWhen: { anyOf: ['informDirector'], is: 'yes' },
    outcome: 'contact-director',
    text: 'Vi bedömer att förvaltningsdirektören bör informeras.',
    source: 'Bör vi informera förvaltningsdirektör?',
    interpretation: false,
  },
  {
    id: 'R6',
    firesWhen: {
      anyOf: ['staffDirectlyAffected', 'own', 'careRecipientsDirectlyAffected'],
      is: 'unknown',
    },
    outcome: 'consult-first',
    text: 'Vi vet inte om medarbetare, egen verksamhet eller omsorgstagare är direkt berörda.',
    source: consultFirst,
    interpretation: false,
  },
  {
    id: 'R7',
    firesWhen: { anyOf: ['manageableWithExistingResources'], is: 'unknown' },
    outcome: 'consult-first',
    text: 'Vi vet inte om våra resurser räcker.',
    source:
      'Här ska den vägledande bedömningen vara om Trygghetsjouren fortsatt kan hantera frågan utan ytterligare stöd.',
    interpretation: false,
  },
  {
    id: 'R8',
    firesWhen: { anyOf: ['informDirector'], is: 'unknown' },
    outcome: 'consult-first',
    text: 'Vi vet inte om förvaltningsdirektören bör informeras.',
    source: consultFirst,
    interpretation: false,
  },
  {
    id: 'R9',
    firesWhen: 'no-other-rule',
    outcome: 'ordinary',
    text: 'Inget talar för att förvaltningsdirektören behöver kontaktas. Berörd verksamhet informeras.',
    source:
      'De flesta ärenden som inkommer från stadens tjänsteman i beredskap (TIB) utgörs av ärenden som ligger inom Trygghetsjourens ordinarie uppdrag att hantera och informera berörd verksamhet inom äldre samt vård- och omsorgsförvaltningen utan att kontakta förvaltningsdirektör, berörd avdelningschef eller att aktivera förvaltningens krisledningsgrupp.',
    interpretation: false,
  },
];

export type OutcomeRuleId = OutcomeRule['id'];

/** The rules after which waiting until the morning needs a written reason (rules T3 and T4). */
export const rulesThatForbidSilentWaiting: readonly OutcomeRuleId[] = ['R1', 'R2', 'R3', 'R4', 'R6', 'R7'];

/** Read from the top; the first row that fits decides. Asked only when the outcome is contact-director. */
export interface TimingRule {
  readonly id: 'T1' | 'T2' | 'T3' | 'T4' | 'T5';
  /** What must hold; a condition that is left out may be either way. */
  readonly firesWhen: {
    readonly officeHours: boolean;
    readonly directorTiming?: readonly DirectorTiming[];
    /** Whether one of `rulesThatForbidSilentWaiting` fired. */
    readonly silentWaitingForbidden?: boolean;
    readonly motivated?: boolean;
  };
  readonly timing: Timing;
  readonly motivationRequired: boolean;
  readonly text: string;
  readonly source: string;
  readonly interpretation: boolean;
}

const nowOrMorning = 'Behöver vi informera förvaltningsdirektör nu eller kan det avvakta till morgonen?';

export const timingRules: readonly TimingRule[] = [
  {
    id: 'T1',
    firesWhen: { officeHours: true },
    timing: 'now',
    motivationRequired: false,
    text: 'Tolkning: det är kontorstid, så det finns inget att vänta på.',
    source: nowOrMorning,
    interpretation: true,
  },
  {
    id: 'T2',
    firesWhen: { officeHours: false, directorTiming: ['now', 'unknown'] },
    timing: 'now',
    motivationRequired: false,
    text: 'Utanför kontorstid kontaktas förvaltningsdirektören nu. Tolkning: ”vet ej” räknas som nu.',
    source: nowOrMorning,
    interpretation: true,
  },
  {
    id: 'T3',
    firesWhen: {
      officeHours: false,
      directorTiming: ['morning'],
      silentWaitingForbidden: true,
      motivated: false,
    },
    timing: 'now',
    motivationRequired: true,
    text: 'Tolkning: att avvakta till morgonen kräver en skriven motivering. Utan den kontaktas förvaltningsdirektören nu.',
    source: directlyHit,
    interpretation: true,
  },
  {
    id: 'T4',
    firesWhen: {
      officeHours: false,
      directorTiming: ['morning'],
      silentWaitingForbidden: true,
      motivated: true,
    },
    timing: 'morning',
    motivationRequired: false,
    text: 'Det kan avvakta till morgonen, med den motivering som är skriven.',
    source: nowOrMorning,
    interpretation: false,
  },
  {
    id: 'T5',
    firesWhen: { officeHours: false, directorTiming: ['morning'], silentWaitingForbidden: false },
    timing: 'morning',
    motivationRequired: false,
    text: 'Det kan avvakta till morgonen.',
    source: nowOrMorning,
    interpretation: false,
  },
];

export type TimingRuleId = TimingRule['id'];
export type RuleId = OutcomeRuleId | TimingRuleId;

/** -1 when `a` is the weaker outcome, 1 when it is the stronger, 0 when they are the same. */
export function compareOutcomes(a: Outcome, b: Outcome): number {
  return Math.sign(outcomes.indexOf(a) - outcomes.indexOf(b));
}
