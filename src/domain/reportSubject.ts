/** The subject line of the report to the director. */
import { exerciseSubject, incidentWord, subjectTag } from '../texts/report.ts';
import { cutAtWord } from './cutAtWord.ts';
import type { Outcome } from './rules.ts';
import { cleanLine, isBlank } from './text.ts';

/** What and where together, in UTF-16 units: a telephone shows about this much. */
const wordsLength = 60;
/** More than this of a line is never shown. */
const longestLine = 4 * wordsLength;
/** The least that the place may have of it when both are long. */
const placeLength = 24;

export interface SubjectInput {
  readonly outcome: Outcome;
  readonly exercise: boolean;
  readonly number: string;
  /** The answers as they were given; blank when there is none. */
  readonly what: string;
  readonly where: string;
}

/**
 * `[BESLUT] Brand i tvättstuga på äldreboende, Höstlyckan – A-2026-0002`, with `ÖVNING – ` before everything in an
 * exercise. One line without control characters, whatever the answers contain. The number stands last and is never
 * cut, since it is what a reply is found by.
 */
export function draftSubject(input: SubjectInput): string {
  const exercise = input.exercise ? exerciseSubject : '';
  return `${exercise}${subjectTag[input.outcome]} ${whatAndWhere(input)} – ${cleanLine(input.number)}`;
}

function whatAndWhere(input: SubjectInput): string {
  const what = words(input.what) || incidentWord;
  const where = words(input.where);
  if (where === '') return shortened(what, wordsLength);
  const room = wordsLength - ', '.length;
  const place = shortened(where, Math.max(placeLength, room - what.length));
  return `${shortened(what, room - place.length)}, ${place}`;
}

/** The first line, without what only ends a sentence. */
function words(text: string): string {
  const line = cleanLine(text.trim().split(/[\r\n]/)[0] ?? '').slice(0, longestLine);
  return isBlank(line) ? '' : line.replace(/[.,;:!]+$/, '');
}

/** The whole if there is room for it, else as many of its parts as there is room for, else of its words. */
function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const ends = [...text.slice(0, length + 1).matchAll(/[,;:.](?= )| (?=[–(-])/g)].map(({ index }) => index);
  const end = ends.at(-1) ?? 0;
  return end >= length / 2 ? text.slice(0, end) : cutAtWord(text, length);
}
