/** The content of the report to the director, as pure data that a template puts in order. */
import { channelLabels, sourceLabels } from '../texts/labels.ts';
import {
  actionsHeading,
  actionText,
  callText,
  directorsPart,
  outcomeText,
  receivedAgain,
  ruleSourceText,
} from '../texts/report.ts';
import type { Requirement } from './actions.ts';
import type { Recommendation } from './assess.ts';
import type { Incident } from './incident.ts';
import { momentText, plannedMomentText } from './momentText.ts';
import type { Decision } from './payloads.ts';
import { factFields, paragraph } from './reportFacts.ts';
import type { CommonFields, ReportFields } from './reportFields.ts';
import { cleanLine } from './text.ts';
import { compareInstants } from './time.ts';

/** How the desk, or the director, is reached. What is not known is blank. */
export interface Reachable {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

/** What every report and message is made of. */
export interface CommonInput {
  readonly incident: Pick<
    Incident,
    | 'number'
    | 'exercise'
    | 'source'
    | 'channel'
    | 'receivedAt'
    | 'latestCallAt'
    | 'answers'
    | 'own'
    | 'deskAnswers'
    | 'motivation'
  >;
  /** When it is written, RFC 3339. */
  readonly now: string;
  readonly desk: Reachable;
  /** Null when the register has no director. */
  readonly director: Reachable | null;
  /** The moment that "När har det hänt?" was understood as, in words. */
  readonly understoodWhen: string | null;
  /** Who has been told so far, in words. */
  readonly told: readonly string[];
  /** RFC 3339. */
  readonly nextReportAt: string | null;
  /** The journal's last hash. */
  readonly chainHash: string | null;
}

export interface ReportInput extends CommonInput {
  readonly recommendation: Pick<Recommendation, 'outcome' | 'timing' | 'directorDueAt' | 'reasons'>;
  readonly decision: Decision & { readonly at: string; readonly by: string };
}

/**
 * The report's content. All text from outside is sanitised once more here, since a mail leaves the desk.
 * Source: "… ska också en rapport om händelsen komma till förvaltningsdirektören via mejl så snart som möjligt".
 * Throws RangeError when a time is not RFC 3339.
 */
export function directorReport(input: ReportInput): ReportFields {
  return {
    ...decisionFields(input),
    ...commonContent(input),
    atgarder: actionGroups(input),
  };
}

/**
 * What every report and message can say: the facts, who has been told, and about the message itself. All of it
 * sanitised. Throws RangeError when a time is not RFC 3339.
 */
export function commonContent(input: CommonInput): CommonFields {
  const { incident, told, nextReportAt } = input;
  return {
    ...factFields(incident, input.understoodWhen),
    informerade: told.map(cleanLine).filter((line) => line !== ''),
    nastaRapport: planned(nextReportAt) ?? '',
    ...aboutReport(input),
  };
}

function decisionFields(input: ReportInput) {
  const { decision, recommendation } = input;
  const call = decision.actions.find(({ kind }) => kind === 'call-director');
  return {
    beslut: outcomeText(decision.outcome, decision.timing, planned(decision.directorDueAt)),
    samtal: callText({
      outcome: decision.outcome,
      timing: decision.timing,
      due: planned(call?.due ?? decision.directorDueAt),
      directorPhone: cleanLine(input.director?.phone ?? ''),
      deskPhone: cleanLine(input.desk.phone),
    }),
    behov: directorsPart[decision.outcome],
    rekommendation: outcomeText(
      recommendation.outcome,
      recommendation.timing,
      planned(recommendation.directorDueAt),
    ),
    annatBeslut: decision.overridden,
    motivering: paragraph(decision.motivation),
    beslutAv: cleanLine(decision.by),
    beslutTid: momentText(decision.at),
    regler: rulesBySource(recommendation.reasons),
  } satisfies Partial<ReportFields>;
}

function actionGroups({ incident, decision }: ReportInput): ReportFields['atgarder'] {
  const inOrder = decision.actions.toSorted(
    (a, b) => compareInstants(a.due, b.due) || compareRequirements(a.requirement, b.requirement),
  );
  const groups = Map.groupBy(inOrder, ({ due, requirement }) =>
    actionsHeading(
      requirement === 'required',
      compareInstants(due, incident.latestCallAt) === 0 ? null : planned(due),
    ),
  );
  const words = { outcome: decision.outcome, source: incident.source };
  return [...groups].map(([rubrik, actions]) => ({
    rubrik,
    punkter: actions.map((action) => cleanLine(actionText(action, words))),
  }));
}

function aboutReport(input: CommonInput) {
  const { incident, desk, director } = input;
  return {
    ovning: incident.exercise,
    nummer: cleanLine(incident.number),
    uppgiftslamnare: sourceLabels[incident.source],
    kanal: channelLabels[incident.channel],
    mottaget: receivedText(incident),
    rapporttid: momentText(input.now),
    direktor: cleanLine(director?.name ?? ''),
    journamn: cleanLine(desk.name),
    jourtelefon: cleanLine(desk.phone),
    jourmejl: cleanLine(desk.email),
    kontrollsumma: cleanLine(input.chainHash ?? ''),
  } satisfies Partial<CommonFields>;
}

/** Rules that rest on the same sentence are told together, so that it is read once. */
function rulesBySource(reasons: Recommendation['reasons']): ReportFields['regler'] {
  return [...Map.groupBy(reasons, ({ source }) => source)].map(([source, together]) => ({
    regel: together.map(({ rule }) => rule).join(', '),
    text: together.map(({ text }) => text).join(' '),
    kalla: ruleSourceText(source),
  }));
}

function receivedText({ receivedAt, latestCallAt }: ReportInput['incident']): string {
  const first = momentText(receivedAt);
  return latestCallAt === receivedAt ? first : receivedAgain(first, momentText(latestCallAt));
}

function planned(instant: string | null): string | null {
  return instant === null ? null : plannedMomentText(instant);
}

/** What must be done comes before what should be. */
function compareRequirements(a: Requirement, b: Requirement): number {
  return Number(a === 'recommended') - Number(b === 'recommended');
}
