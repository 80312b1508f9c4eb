/** The words of the report to the director. Which of them are said, and when, is `domain/report.ts`'s matter. */
import type { Action } from '../domain/actions.ts';
import type { IncidentSource } from '../domain/payloads.ts';
import type { CallerQuestionId, Certainty } from '../domain/questions.ts';
import type { Outcome, Timing } from '../domain/rules.ts';
import { workText } from './messages.ts';

/** From Monday. */
export const weekdays = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'] as const;
export const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
] as const;

/** An outcome as a sentence, for the decision as well as for the recommendation. `due` is a planned moment. */
export function outcomeText(outcome: Outcome, timing: Timing | null, due: string | null): string {
  switch (outcome) {
    case 'contact-director':
      return timing === 'morning' && due !== null
        ? `Förvaltningsdirektören ska ringas upp ${due} för bedömning av krisledning.`
        : 'Förvaltningsdirektören ska ringas upp nu för bedömning av krisledning.';
    case 'consult-first':
      return 'Enhetschef inom Trygghetsjouren eller avdelningschef Kvalitet och utveckling ska först göra en bedömning.';
    case 'ordinary':
      return 'Trygghetsjouren hanterar händelsen själv och informerar berörd verksamhet.';
  }
}

/** Whether the director has something to decide. */
export const directorsPart: Readonly<Record<Outcome, string>> = {
  'contact-director': 'Du behöver ta ställning till om krisledning ska aktiveras.',
  'consult-first': 'Just nu behövs inget beslut av dig.',
  ordinary: 'Inget beslut behövs av dig.',
};

const neverInsteadOfTheCall = 'Det här mejlet ersätter aldrig samtalet.';

/** When the director will be phoned; a telephone number is blank when it is not known. */
export function callText(call: {
  readonly outcome: Outcome;
  readonly timing: Timing | null;
  readonly due: string | null;
  readonly directorPhone: string;
  readonly deskPhone: string;
}): string {
  const on = call.directorPhone === '' ? '' : ` på ${call.directorPhone}`;
  const desk = call.deskPhone === '' ? 'Trygghetsjouren' : `Trygghetsjouren på ${call.deskPhone}`;
  switch (call.outcome) {
    case 'contact-director':
      return call.timing === 'morning' && call.due !== null
        ? `Vi ringer dig då${on}. ${neverInsteadOfTheCall} Vill du tala med oss tidigare, ring ${desk}.`
        : `Vi ringer dig${on}. ${neverInsteadOfTheCall} Har vi inte nått dig, ring ${desk} nu.`;
    case 'consult-first':
      return `Når vi ingen av dem ringer vi dig${on}${call.due === null ? '' : ` ${call.due}`}. ${neverInsteadOfTheCall}`;
    case 'ordinary':
      return '';
  }
}

/** When the desk got to know it, where somebody has called again. */
export const receivedAgain = (first: string, latest: string) => `${first}, senaste samtal ${latest}`;

export const notKnown = 'Vet ej';

/** Said after an answer, so that no template can lose how sure it is. */
export const certaintyMark: Readonly<Record<Certainty, string>> = {
  confirmed: '',
  unconfirmed: ' (ej bekräftat)',
  unknown: ' (osäkert)',
};

/** What a question is about, in the middle of a sentence. */
export const aboutText: Readonly<Record<CallerQuestionId, string>> = {
  whatHappened: 'vad som har hänt',
  whenHappened: 'när',
  whereHappened: 'var',
  whoIsAffected: 'vilka som är påverkade',
  actorsInvolved: 'aktörer',
  operationDirectlyAffected: 'direkt påverkad verksamhet',
  operationsAtRisk: 'verksamheter som kan påverkas',
};

/** What is to be done, as the director reads it. */
export function actionText(action: Action, incident: { outcome: Outcome; source: IncidentSource }): string {
  switch (action.kind) {
    case 'call-director':
      return incident.outcome === 'consult-first'
        ? 'Ringa dig, om ingen har nåtts för bedömning'
        : 'Ringa dig för bedömning av krisledning';
    case 'consult':
      return 'Söka enhetschef inom Trygghetsjouren, annars avdelningschef Kvalitet och utveckling';
    case 'mail-director':
      return 'Rapportera till dig via mejl (det här mejlet)';
    case 'inform-unit-manager':
    case 'inform-duty-officer':
      return workText(action, { source: incident.source, toDirector: true });
  }
}

/** The heading of actions that share a due time. `due` is null for what is due as soon as the news came. */
export function actionsHeading(required: boolean, due: string | null): string {
  return `${required ? 'Ska' : 'Bör'} göras ${due ?? 'genast'}`;
}

/** A rule's source: the Anvisning's own words. What is the desk's interpretation stands in the rule's text. */
export function ruleSourceText(source: string): string {
  return `Anvisningen: ”${source}”`;
}

export const subjectTag: Readonly<Record<Outcome, string>> = {
  ordinary: '[INFO]',
  'consult-first': '[BEDÖMNING]',
  'contact-director': '[BESLUT]',
};
export const exerciseSubject = 'ÖVNING – ';
/** A text that is cut short does not end with one of these. */
export const linkingWords = [
  'av',
  'efter',
  'en',
  'ett',
  'för',
  'från',
  'i',
  'med',
  'och',
  'om',
  'på',
  'som',
  'till',
  'vid',
];
/** In the subject when not even what happened can be said. */
export const incidentWord = 'Händelse';

/** First and last in every message of an exercise. */
export const exerciseLine = 'ÖVNING – det här är en övning, ingen verklig händelse.';
