/** The recommendation in words: what to do, which rules say so, and their source. */
import type { Recommendation } from '../../domain/assess.ts';
import { shortMomentText } from '../../domain/momentText.ts';
import type { Outcome, Timing } from '../../domain/rules.ts';
import { reasonsSoFar } from '../../flow/call/findings.ts';
import { recommendationNow } from '../../flow/call/moving.ts';
import type { CallState } from '../../flow/call/state.ts';
import * as words from '../../texts/call.ts';
import { type Line, line, paragraph, type Size, type Tone } from '../frame.ts';
import { width } from '../textLayout.ts';
import { type Heading, headingSoFar } from './heading.ts';

/** What an outcome means, in one line that can be acted on. */
export function verdict(decision: {
  readonly outcome: Outcome;
  readonly timing: Timing | null;
  readonly directorDueAt: string | null;
}): string {
  switch (decision.outcome) {
    case 'contact-director':
      return decision.timing === 'morning' && decision.directorDueAt !== null
        ? words.verdict.director.morning(shortMomentText(decision.directorDueAt))
        : words.verdict.director.now;
    case 'consult-first':
      return words.verdict.consult;
    case 'ordinary':
      return words.verdict.ordinary;
  }
}

/** The tone that goes with it; the words say the same. */
export function verdictTone(outcome: Outcome): Tone {
  return outcome === 'contact-director' ? 'alarm' : outcome === 'consult-first' ? 'warning' : 'good';
}

/** All of it: the verdict, whom to phone where somebody is, and every rule that fired with its source sentence. */
export function verdictLines(
  recommendation: Recommendation,
  heading: Heading,
  columns: number,
  who: string | null,
): Line[] {
  return [
    ...headline(recommendation, heading, columns),
    ...(who === null ? [] : paragraph(who, columns, 'strong')),
    ...reasonLines(recommendation, columns, true),
  ];
}

/**
 * What is certain so far, as much of it as there is room for: the rules that rest on something that has been answered.
 * That the rest is not known yet is one sentence, and no finding.
 */
export function verdictSoFar(state: CallState, room: Size): Line[] {
  const recommendation = recommendationNow(state);
  const reasons = reasonsSoFar(state);
  const heading = headingSoFar(state);
  const asked = reasons.length === recommendation.reasons.length;
  const note = asked ? [] : paragraph(words.verdict.notAsked, room.columns, 'quiet');
  const shown = { ...recommendation, reasons, rules: reasons.map(({ rule }) => rule) };
  const rows = room.rows - note.length;
  return rows > 1
    ? [...verdictThatFits(shown, heading, { ...room, rows }), ...note]
    : verdictThatFits(shown, heading, room);
}

/** As much of it as there is room for: with sources, without them, or the verdict alone. */
export function verdictThatFits(recommendation: Recommendation, heading: Heading, room: Size): Line[] {
  const { columns, rows } = room;
  const head = headline(recommendation, heading, columns);
  const variants = [true, false].map((sources) => [
    ...head,
    ...reasonLines(recommendation, columns, sources),
  ]);
  const fitting = variants.find((lines) => lines.length <= rows);
  if (fitting) return fitting;
  const { outcome } = recommendation;
  const rules =
    recommendation.rules.length === 0
      ? []
      : paragraph(recommendation.rules.join(', '), columns, 'quiet', '  ');
  const tone = heading.isAlarm ? 'alarm' : verdictTone(outcome);
  const short = line(`${heading.title}: ${words.verdict.short[outcome]}`, tone);
  // Rather without the rules than an alarm that is cut off.
  const forms = [[...head, ...rules], ...(heading.isAlarm ? [head] : [])];
  return forms.find((lines) => lines.length <= rows) ?? [short, ...rules].slice(0, Math.max(0, rows));
}

function headline(recommendation: Recommendation, heading: Heading, columns: number): Line[] {
  const { title, isAlarm, standing } = heading;
  const tone = isAlarm ? 'alarm' : verdictTone(recommendation.outcome);
  const titleTone = isAlarm ? 'alarm' : 'quiet';
  const text = verdict(recommendation);
  const together = `${title}: ${text}`;
  const lines =
    width(together) <= columns
      ? [
          [
            { text: `${title}: `, tone: titleTone },
            { text, tone },
          ] as const,
        ]
      : [...paragraph(isAlarm ? `${title}:` : title, columns, titleTone), ...paragraph(text, columns, tone)];
  return [...lines, ...(standing === null ? [] : paragraph(standing, columns, 'quiet'))];
}

const indent = '    ';

/** Every rule that fired; a source that several rules in a row rest on is quoted once, under them. */
function reasonLines({ reasons }: Recommendation, columns: number, sources: boolean): Line[] {
  return reasons.flatMap(({ rule, text, source }, index) => [
    ...paragraph(words.verdict.rule(rule, text), columns, 'plain', '', indent),
    ...(sources && reasons[index + 1]?.source !== source
      ? paragraph(words.verdict.source(source), columns, 'quiet', indent)
      : []),
  ]);
}
