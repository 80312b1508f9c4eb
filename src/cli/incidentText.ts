/** One incident as plain text: what is known, what was decided and why, and every entry in order. */
import { type Answer, type Entry, isKnown, type KnownEntry } from '../domain/entry.ts';
import type { Incident } from '../domain/incident.ts';
import { callerQuestion, callerQuestions, deskQuestion, ownOperationQuestion } from '../domain/questions.ts';
import { cleanLine } from '../domain/text.ts';
import { atDesk, parseInstant } from '../domain/time.ts';
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
import { wrap } from '../ui/textLayout.ts';

/** The lines, wrapped to `columns` unless that is null. */
export function incidentLines(
  incident: Incident,
  entries: readonly Entry[],
  columns: number | null,
): string[] {
  const sections = [
    [headline(incident)],
    factLines(incident),
    recommendationLines(incident),
    decisionLines(incident),
    [entryTexts.title, ...entries.map((entry) => entryLine(entry, entries))],
  ].filter((lines) => lines.length > 0);
  const lines = sections.flatMap((section, index) => (index === 0 ? section : ['', ...section]));
  return columns === null
    ? lines
    : lines.flatMap((line) => wrap(line, columns).map(({ text }) => text.trimEnd()));
}

function headline({ exercise, number, receivedAt, operator }: Incident): string {
  return [exercise ? exerciseMark : '', number, clock(receivedAt), operator]
    .filter((part) => part !== '')
    .join('  ');
}

function factLines(incident: Incident): string[] {
  const facts = callerQuestions.map(({ id, text }) => {
    const answer = incident.answers[id];
    return `${text}  ${answer ? answerText(answer) : answerLabels.unknown}`;
  });
  const own = `${ownOperationQuestion.text}  ${answerLabels[incident.own?.answer ?? 'unknown']}`;
  return [entryTexts.from(fromWhom(incident)), ...facts, own];
}

function recommendationLines({ recommendation }: Incident): string[] {
  if (!recommendation) return [];
  return [
    `${call.verdict.recommended}: ${verdict(recommendation)}`,
    ...recommendation.reasons.flatMap(({ rule, text, source }) => [
      `  ${rule}  ${text}`,
      `      ”${source}”`,
    ]),
  ];
}

function decisionLines({ decision }: Incident): string[] {
  if (!decision) return [];
  return [
    `${call.verdict.decided}: ${verdict(decision)} (${decision.by} ${clock(decision.at)})`,
    ...(decision.motivation === '' ? [] : [`  ${entryTexts.motivation}: ${decision.motivation}`]),
  ];
}

/** `TIB, telefon, Anna Ek, 031-390 06 12` */
function fromWhom({ source, channel, caller }: Pick<Incident, 'source' | 'channel' | 'caller'>): string {
  return [sourceLabels[source], channelLabels[channel], caller.name, caller.callback]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

function answerText({ text, certainty, units }: Answer): string {
  const said = text === '' ? answerLabels.unknown : `${text} (${certaintyLabels[certainty]})`;
  return units.length > 0 ? `${said}. ${entryTexts.units(units)}` : said;
}

function entryLine(entry: Entry, all: readonly Entry[]): string {
  const corrected = all.find(({ id }) => id === entry.corrects)?.sequence;
  const correction =
    entry.corrects === null ? '' : ` (${words.logList.corrects(corrected ?? entry.corrects)})`;
  const text = isKnown(entry) ? entryText(entry) : unknownText(entry);
  return `${String(entry.sequence).padStart(5)}  ${clock(entry.recordedAt)}  ${entry.operator}  ${cleanLine(text)}${correction}`;
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

/** `2026-11-21 02:41` on the desk's clock. */
function clock(instant: string): string {
  const at = atDesk(parseInstant(instant));
  return `${at.toPlainDate()} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}
