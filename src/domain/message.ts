/** The content of a message about an incident, as pure data that a template puts in order. */
import { crisisLeadershipText, unitsPart } from '../texts/messages.ts';
import { directorsPart, exerciseLine, outcomeText } from '../texts/report.ts';
import { unansweredQuestions } from './answers.ts';
import type { Incident } from './incident.ts';
import { courseLines } from './messageCourse.ts';
import type { MessageFields } from './messageFields.ts';
import { isToDirector, toldLines, workLines } from './messageProgress.ts';
import type { MessageChoice } from './messageRecipients.ts';
import { plannedMomentText } from './momentText.ts';
import { callerQuestion } from './questions.ts';
import { type CommonInput, commonContent } from './report.ts';
import { paragraph } from './reportFacts.ts';
import { holdsNumber } from './reportSubject.ts';
import type { Outcome } from './rules.ts';
import { cleanLine, cleanText } from './text.ts';
import { formatInstant, parseInstant } from './time.ts';

export interface MessageInput extends Omit<CommonInput, 'incident' | 'told'> {
  readonly incident: Incident;
  readonly choice: MessageChoice;
}

/**
 * The message's content. All text from outside is sanitised once more here, since it leaves the desk. Sources:
 * "Sådan information ska förmedlas direkt till enhetschefer vars verksamheter kan bli påverkade", "säkerställa att
 * stadsledningskontorets tjänsteperson i beredskap får information om händelser". Throws RangeError when a time is not
 * RFC 3339.
 */
export function messageContent(input: MessageInput): MessageFields {
  const { incident, choice, now } = input;
  const { done, left, skipped } = workLines(incident, choice, now);
  const common = commonContent({ ...input, told: toldLines(incident.actions, now) });
  return {
    ...common,
    // What the desk has not been able to answer itself is between the desk and the director.
    obesvarat: isToDirector(choice.kind)
      ? common.obesvarat
      : unansweredQuestions(incident.answers).map((id) => callerQuestion(id).text),
    mottagare: choice.recipients.length === 1 ? cleanLine(choice.recipients[0]?.name ?? '') : '',
    enhet: cleanLine(choice.unit ?? ''),
    forEnheten: choice.kind === 'unit-manager' ? unitsPart(choice.unit, partOf(choice.unit, incident)) : '',
    behov: isToDirector(choice.kind) && waitsForDirector(incident) ? directorsPart['contact-director'] : '',
    beslut: decisionText(incident),
    ...crisisLeadershipFields(incident),
    konsekvenser: paragraph(incident.consequences?.text ?? ''),
    gjort: done,
    kvar: left,
    gorsInte: skipped,
    handelseforlopp: courseLines(incident),
  };
}

/** When the next report is promised, RFC 3339: null for an ordinary incident, which needs no more than the first. */
export function nextReportAt(outcome: Outcome | undefined, now: string, minutes: number): string | null {
  if (outcome === undefined || outcome === 'ordinary') return null;
  return formatInstant(parseInstant(now).add({ minutes }));
}

/** The promise as far as the text gives it: the desk keeps the time that the reader was told. */
export function promiseIn(text: string, promised: string | null): string | null {
  return promised !== null && text.includes(plannedMomentText(promised)) ? promised : null;
}

/** A text that somebody has edited, sanitised, with the number that a reply is found by. */
export function keptText(edited: string, number: string): string {
  const text = cleanText(edited).trim();
  return holdsNumber(text, number) ? text : `${text}\n\n${number}`.trim();
}

/** The text with ÖVNING first and last in an exercise; it ends with a line break. */
export function marked(text: string, exercise: boolean): string {
  return exercise ? `${exerciseLine}\n\n${text}\n\n${exerciseLine}\n` : `${text}\n`;
}

function decisionText({ decision }: Incident): string {
  if (!decision) return '';
  const { outcome, timing, directorDueAt } = decision;
  return outcomeText(outcome, timing, directorDueAt && plannedMomentText(directorDueAt));
}

/** The director has still to be reached, or to decide on crisis leadership. */
function waitsForDirector({ actions }: Incident): boolean {
  return actions.some(
    ({ action, status }) =>
      status === 'open' && (action.kind === 'call-director' || action.kind === 'decide-crisis-leadership'),
  );
}

function crisisLeadershipFields({ crisisLeadership, notes }: Incident) {
  if (!crisisLeadership) return { krisledning: '', krisledningSkal: '' };
  const { answer, director, at, entry } = crisisLeadership;
  const reasons = notes.filter(({ about }) => about === entry).map(({ text }) => cleanLine(text));
  return {
    krisledning: crisisLeadershipText(answer, cleanLine(director), plannedMomentText(at)),
    krisledningSkal: reasons.join(' '),
  };
}

/** What the answers say of the unit. */
function partOf(unit: string | null, { answers }: Incident): 'direct' | 'at-risk' | null {
  const names = (units: readonly string[] = []) =>
    unit !== null && units.some((each) => each.normalize('NFC').trim() === unit);
  if (names(answers.operationDirectlyAffected?.units)) return 'direct';
  return names(answers.operationsAtRisk?.units) ? 'at-risk' : null;
}
