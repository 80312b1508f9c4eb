/** One incident as it is read in the log: who and when above, and the record below, scrolled. */

import { summaryOf } from '../../domain/answers.ts';
import { shortMomentText } from '../../domain/momentText.ts';
import { cleanLine } from '../../domain/text.ts';
import type { Opened } from '../../flow/log/state.ts';
import { exercise, statusLabels } from '../../texts/labels.ts';
import { record as words } from '../../texts/record.ts';
import { fromWhom } from '../entryText.ts';
import { cut, type Line, line, paragraph, type Size, scrolled } from '../frame.ts';
import { recordSections } from '../record/recordDocument.ts';
import { type RecordLines, recordLines } from '../record/recordLines.ts';
import { foundWords } from './foundWords.ts';

export interface Reading {
  readonly lines: readonly Line[];
  /** How many of them scroll. */
  readonly rows: number;
  readonly scrollMax: number;
  readonly sections: readonly number[];
}

export interface ReadingView {
  /** How many lines are above what is seen. */
  readonly scroll: number;
  /** RFC 3339. */
  readonly now: string;
  /** What was searched for, which is marked. */
  readonly search: string;
  /** The keys are about it, and not about the list beside it. */
  readonly hasKeys: boolean;
}

/** At most `rows` lines, never wider than `columns`. */
export function readingPane(opened: Opened, { columns, rows }: Size, view: ReadingView): Reading {
  const { scroll, now, hasKeys } = view;
  const head = headLines(opened, columns, hasKeys).slice(0, Math.max(1, rows - 2));
  const { lines, sections } = linesOf(opened, columns, now);
  const room = Math.max(1, rows - head.length);
  const seen = scrolled(lines, scroll, room);
  const shown = [...head, ...seen.lines].slice(0, rows).map(foundWords(view.search));
  return { lines: shown, rows: room, scrollMax: seen.scrollMax, sections };
}

function headLines({ incident }: Opened, columns: number, hasKeys: boolean): Line[] {
  const { number, receivedAt, status, answers, operator, registryNumber, exercise: isExercise } = incident;
  const facts = [shortMomentText(receivedAt), statusLabels[status], fromWhom(incident), operator];
  const registered = registryNumber ? [`${words.fields.registryNumber} ${registryNumber.number}`] : [];
  return [
    cut(
      [
        { text: ` ${cleanLine(number)} `, tone: hasKeys ? 'bar' : 'strong' },
        ...(isExercise ? [{ text: ` ${exercise} `, tone: 'exercise' } as const] : []),
        { text: `  ${cleanLine(facts.join(' · '))}`, tone: 'quiet' },
      ],
      columns,
    ),
    ...registered.map((text) => cut(line(cleanLine(text)), columns)),
    ...paragraph(cleanLine(summaryOf(answers)), columns, 'strong').slice(0, 2),
    line(''),
  ];
}

interface Made {
  readonly columns: number;
  /** What is late changes with the day. */
  readonly day: string;
  readonly made: RecordLines;
}

/** An incident with thousands of lines is scrolled by one: they are made once for each width and day. */
const made = new WeakMap<Opened, Made>();

function linesOf(opened: Opened, columns: number, now: string): RecordLines {
  const before = made.get(opened);
  const day = now.slice(0, 10);
  if (before?.columns === columns && before.day === day) return before.made;
  const lines = recordLines(recordSections(opened.incident, opened.entries, now), columns);
  made.set(opened, { columns, day, made: lines });
  return lines;
}
