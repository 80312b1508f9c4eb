/** A checklist as a supervisor writes it, in Markdown: from text to points, and to everything that is wrong. */
import { questionsHeading } from '../texts/checklists.ts';
import { fold } from './register.ts';
import { cleanLine, countCharacters } from './text.ts';

export interface Checklist {
  /** Empty only where there is a problem `no-title`. */
  readonly title: string;
  /** What stands before the first point and section, paragraphs between empty lines; empty when nothing does. */
  readonly explanation: string;
  /** In the file's order, each with at least one point. */
  readonly sections: readonly ChecklistSection[];
}

export interface ChecklistSection {
  /** Null for the points before the first heading. */
  readonly title: string | null;
  readonly points: readonly ChecklistPoint[];
}

export interface ChecklistPoint {
  /** One clean line, unlike every other in the checklist. */
  readonly text: string;
  /** Wants a written answer: it stands under "Frågor" and ends with a question mark. The others are done or not. */
  readonly isQuestion: boolean;
}

export type ChecklistProblemKind =
  | 'no-title'
  | 'no-points'
  | 'empty-point'
  /** The same as an earlier point but for case, white space and accents. */
  | 'repeated-point'
  | 'too-many'
  | 'too-long'
  /** A line that is neither a heading nor a point, nor goes on with one. */
  | 'unknown';

export interface ChecklistProblem {
  readonly kind: ChecklistProblemKind;
  /** From 1. That of the point's first line; 1 for what the whole file lacks. */
  readonly row: number;
}

export const maxPoints = 200;
/** In characters as `countCharacters` counts them. */
export const maxPointLength = 300;

export interface ParsedChecklist {
  readonly checklist: Checklist;
  /** In the file's order, those of the whole file first. A checklist with a problem is not to be used. */
  readonly problems: readonly ChecklistProblem[];
}

/**
 * Reads a checklist: `# Title`, perhaps paragraphs that explain it, `## Section`, `- point` or `- [ ] point`; a point
 * goes on in the indented lines after it. Also `*`, `+` and what word processors make of them, `–` and `•`; ticked
 * boxes, Windows' line breaks and a byte order mark. HTML comments are left out. Texts are made clean single lines.
 * Never throws.
 */
export function parseChecklist(source: string): ParsedChecklist {
  const draft = readLines(source);
  const sections = draft.sections
    .map(({ title, points }) => ({ title, points: points.filter(({ text }) => text !== '') }))
    .filter(({ points }) => points.length > 0);
  const checklist = {
    title: draft.title ?? '',
    explanation: draft.paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'),
    sections: sections.map(({ title, points }) => ({
      title,
      points: points.map(({ text }) => ({ text, isQuestion: isQuestion(text, title) })),
    })),
  };
  const ofFile: ChecklistProblem[] = [];
  if (draft.title === null) ofFile.push({ kind: 'no-title', row: 1 });
  if (sections.length === 0) ofFile.push({ kind: 'no-points', row: 1 });
  const ofRows = [
    ...draft.unknown.map((row): ChecklistProblem => ({ kind: 'unknown', row })),
    ...pointProblems(draft.sections.flatMap(({ points }) => points)),
  ];
  return { checklist, problems: [...ofFile, ...ofRows.sort((a, b) => a.row - b.row)] };
}

function isQuestion(text: string, section: string | null): boolean {
  return section !== null && fold(section) === fold(questionsHeading) && text.endsWith('?');
}

interface DraftPoint {
  text: string;
  readonly row: number;
}

interface Draft {
  title: string | null;
  readonly paragraphs: string[];
  readonly sections: { readonly title: string | null; readonly points: DraftPoint[] }[];
  /** The rows of lines that are nothing. */
  readonly unknown: number[];
}

const comment = /<!--.*?(?:-->|$)/gs;
const heading = /^(#+)\s*(.*)$/;
/** A hyphen also without the blank, since it is easily forgotten. */
const point = /^(?:[*+•–](?=\s|$)|-(?!-))\s*(?:\[[ xX]?\](?=\s|$)\s*)?(.*)$/;

function readLines(source: string): Draft {
  const draft: Draft = { title: null, paragraphs: [''], sections: [], unknown: [] };
  const lines = source
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    // The rows stay where they are.
    .replace(comment, (text) => text.replace(/[^\n]+/g, ''))
    .split('\n');
  for (const [index, raw] of lines.entries()) readLine(raw, index + 1, draft);
  return draft;
}

function readLine(raw: string, row: number, draft: Draft): void {
  const line = cleanLine(raw);
  const section = draft.sections.at(-1);
  const pointText = point.exec(line)?.[1];
  const [, marks = '', headingText = ''] = heading.exec(line) ?? [];
  if (line === '') draft.paragraphs.push('');
  else if (pointText !== undefined) {
    if (section) section.points.push({ text: pointText, row });
    else draft.sections.push({ title: null, points: [{ text: pointText, row }] });
  } else if (marks === '#' && headingText !== '' && draft.title === null && !section)
    draft.title = headingText;
  else if (marks === '##' && headingText !== '') draft.sections.push({ title: headingText, points: [] });
  else if (marks === '' && !section) draft.paragraphs.push(joined(draft.paragraphs.pop() ?? '', line));
  else if (marks === '' && /^\s/.test(raw) && section?.points.length) goOn(section.points, line);
  else draft.unknown.push(row);
}

/** The line belongs to the last point. */
function goOn(points: readonly DraftPoint[], line: string): void {
  const last = points.at(-1);
  if (last) last.text = joined(last.text, line);
}

function joined(text: string, line: string): string {
  return text === '' ? line : `${text} ${line}`;
}

function pointProblems(points: readonly DraftPoint[]): ChecklistProblem[] {
  const seen = new Set<string>();
  const problems = points.flatMap(({ text, row }): ChecklistProblem[] => {
    if (text === '') return [{ kind: 'empty-point', row }];
    const key = fold(text);
    const repeated = seen.has(key);
    seen.add(key);
    if (repeated) return [{ kind: 'repeated-point', row }];
    return countCharacters(text) > maxPointLength ? [{ kind: 'too-long', row }] : [];
  });
  const tooMany = points[maxPoints];
  return tooMany ? [...problems, { kind: 'too-many', row: tooMany.row }] : problems;
}
