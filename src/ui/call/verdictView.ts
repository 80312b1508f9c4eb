/** The recommendation in words: what to do, which rules say so, and their source. */
import type { Recommendation } from '../../domain/assess.ts';
import type { Outcome, Timing } from '../../domain/rules.ts';
import { atDesk, parseInstant } from '../../domain/time.ts';
import * as words from '../../texts/call.ts';
import { planned } from '../../texts/when.ts';
import { type Line, line, paragraph, type Size, type Tone } from '../frame.ts';
import { width } from '../textLayout.ts';

/** What an outcome means, in one line that can be acted on. */
export function verdict(decision: {
  readonly outcome: Outcome;
  readonly timing: Timing | null;
  readonly directorDueAt: string | null;
}): string {
  switch (decision.outcome) {
    case 'contact-director':
      return decision.timing === 'morning' && decision.directorDueAt !== null
        ? words.verdict.director.morning(planned(atDesk(parseInstant(decision.directorDueAt))))
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

/** All of it: the verdict, and every rule that fired with its source sentence. */
export function verdictLines(recommendation: Recommendation, title: string, columns: number): Line[] {
  return [...headline(recommendation, title, columns), ...reasonLines(recommendation, columns, true)];
}

/** As much of it as there is room for: with sources, without them, or the verdict alone. */
export function verdictThatFits(recommendation: Recommendation, title: string, room: Size): Line[] {
  const { columns, rows } = room;
  const head = headline(recommendation, title, columns);
  const variants = [true, false].map((sources) => [
    ...head,
    ...reasonLines(recommendation, columns, sources),
  ]);
  const fitting = variants.find((lines) => lines.length <= rows);
  if (fitting) return fitting;
  const { outcome } = recommendation;
  const rules = paragraph(recommendation.rules.join(', '), columns, 'quiet', '  ');
  const short = line(`${title}: ${words.verdict.short[outcome]}`, verdictTone(outcome));
  return [...(head.length + rules.length <= rows ? head : [short]), ...rules].slice(0, Math.max(0, rows));
}

function headline(recommendation: Recommendation, title: string, columns: number): Line[] {
  const tone = verdictTone(recommendation.outcome);
  const text = verdict(recommendation);
  const together = `${title}: ${text}`;
  return width(together) <= columns
    ? [
        [
          { text: `${title}: `, tone: 'quiet' },
          { text, tone },
        ],
      ]
    : [...paragraph(title, columns, 'quiet'), ...paragraph(text, columns, tone)];
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
