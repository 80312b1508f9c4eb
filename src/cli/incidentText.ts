/** One incident as plain text: what was decided, what there is to do, what is known, and every entry in order. */
import { type Answer, type Entry, isKnown, type KnownEntry } from '../domain/entry.ts';
import type { Incident } from '../domain/incident.ts';
import { momentText } from '../domain/momentText.ts';
import {
  callerQuestion,
  callerQuestions,
  deskQuestion,
  deskQuestions,
  ownOperationQuestion,
} from '../domain/questions.ts';
import type { Contact } from '../domain/register.ts';
import { paragraph } from '../domain/reportFacts.ts';
import { cleanLine } from '../domain/text.ts';
import * as call from '../texts/call.ts';
import * as words from '../texts/cli.ts';
import { entryTexts } from '../texts/entries.ts';
import {
  answerLabels,
  certaintyLabels,
  channelLabels,
  exercise as exerciseMark,
  sourceLabels,
} from '../texts/labels.ts';
import { verdict } from '../ui/call/verdictView.ts';
import { actionLines } from './call/summary.ts';

/** The lines, in the order that somebody who takes over needs them: the decision and what to do, then why. */
export function incidentLines(
  incident: Incident,
  entries: readonly Entry[],
  contacts: readonly Contact[],
): string[] {
  const { decision, exercise } = incident;
  const sections = [
    [headline(incident)],
    decisionLines(incident),
    decision ? actionLines(decision.actions, exercise, contacts) : [],
    answerLines(incident),
    recommendationLines(incident),
    [entryTexts.title, ...entries.map((entry) => entryLine(entry, entries))],
  ].filter((lines) => lines.length > 0);
  return sections.flatMap((section, index) => (index === 0 ? section : ['', ...section]));
}

function headline(incident: Incident): string {
  const { exercise, number, receivedAt, operator } = incident;
  return [exercise ? exerciseMark : '', number, momentText(receivedAt), operator, fromWhom(incident)]
    .filter((part) => part !== '')
    .join('  ');
}

function decisionLines({ decision }: Incident): string[] {
  const { decided } = call.verdict;
  if (!decision) return [`${decided}: ${entryTexts.undecided}`];
  const { overridden, asRecommended, motivation } = entryTexts;
  return [
    `${decided}: ${verdict(decision)}`,
    `  ${decision.by} ${momentText(decision.at)} ${decision.overridden ? overridden : asRecommended}`,
    ...(decision.motivation === '' ? [] : [`  ${motivation}: ${paragraph(decision.motivation)}`]),
  ];
}

function answerLines({ answers, own, deskAnswers }: Incident): string[] {
  const said = callerQuestions.flatMap(({ id, text }) => {
    const answer = answers[id];
    const line = `${text}  ${answer ? paragraph(answerText(answer)) : answerLabels.unknown}`;
    return id === 'operationDirectlyAffected'
      ? [line, `${ownOperationQuestion.text}  ${answerLabels[own?.answer ?? 'unknown']}`]
      : [line];
  });
  const toOurselves = deskQuestions.flatMap(({ id, text }) => {
    const recorded = deskAnswers[id];
    return recorded ? [`${text}  ${answerLabels[recorded.answer]}`] : [];
  });
  return [entryTexts.answers, ...[...said, ...toOurselves].map((line) => `  ${line}`)];
}

/** Every rule that fired; a source that several rules in a row rest on is quoted once, under them. */
function recommendationLines({ recommendation }: Incident): string[] {
  if (!recommendation) return [];
  const { reasons } = recommendation;
  return [
    `${call.verdict.recommended}: ${verdict(recommendation)}`,
    ...reasons.flatMap(({ rule, text, source }, index) => [
      `  ${call.verdict.rule(rule, text)}`,
      ...(reasons[index + 1]?.source === source ? [] : [`      ${call.verdict.source(source)}`]),
    ]),
  ];
}

/** `TIB, telefon, Anna Ek, 031-390 06 12` */
function fromWhom({ source, channel, caller }: Pick<Incident, 'source' | 'channel' | 'caller'>): string {
  return [sourceLabels[source], channelLabels[channel], caller.name, caller.callback]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

function answerText({ text, certainty, units }: Answer): string {
  const doubt = certainty === 'confirmed' ? '' : ` (${certaintyLabels[certainty]})`;
  const said = text === '' ? answerLabels.unknown : text + doubt;
  return units.length > 0 ? `${said}. ${entryTexts.units(units)}` : said;
}

function entryLine(entry: Entry, all: readonly Entry[]): string {
  const corrected = all.find(({ id }) => id === entry.corrects)?.sequence;
  const correction =
    entry.corrects === null ? '' : ` (${words.logList.corrects(corrected ?? entry.corrects)})`;
  const text = isKnown(entry) ? entryText(entry) : unknownText(entry);
  return `${String(entry.sequence).padStart(5)}  ${momentText(entry.recordedAt)}  ${entry.operator}  ${cleanLine(text)}${correction}`;
}

function unknownText(entry: Entry): string {
  return entry.payload === undefined
    ? words.logList.disposed
    : words.logList.unknownEntry(entry.type, entry.version);
}

function entryText(entry: KnownEntry): string {
  switch (entry.type) {
    case 'incident-opened':
      return entryTexts.opened(entry.payload.number, fromWhom(entry.payload));
    case 'caller-answered':
      return `${callerQuestion(entry.payload.question).text} ${answerText(entry.payload)}`;
    case 'own-operation-answered':
      return `${ownOperationQuestion.text} ${answerLabels[entry.payload.answer]}`;
    case 'read-back-agreed':
      return entryTexts.readBack(entry.payload.unanswered.map((id) => callerQuestion(id).short));
    case 'desk-answered':
      return `${deskQuestion(entry.payload.question).text} ${answerLabels[entry.payload.answer]}`;
    case 'motivation-given':
      return `${entryTexts.motivation}: ${entry.payload.text}`;
    case 'recommendation-made':
      return `${call.verdict.recommended}: ${verdict(entry.payload)} (${entry.payload.rules.join(', ')}; ${entryTexts.ruleSet(entry.payload.ruleSetVersion)})`;
    case 'decision-made':
      return `${call.verdict.decided}: ${verdict(entry.payload)}${entry.payload.overridden ? ` ${entryTexts.overridden}` : ''}`;
    case 'draft-saved':
      return entryTexts.draft(entry.payload.file);
  }
}
