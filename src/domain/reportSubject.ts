/** The subject lines of the report to the director and of the messages. */
import { exercise } from '../texts/labels.ts';
import { messageTag } from '../texts/messages.ts';
import { exerciseSubject, incidentWord, subjectTag } from '../texts/report.ts';
import { cutAtWord } from './cutAtWord.ts';
import type { MessageKind } from './payloads.ts';
import type { Outcome } from './rules.ts';
import { cleanLine, isBlank } from './text.ts';

/** What and where together, in UTF-16 units: a telephone shows about this much. */
const wordsLength = 60;
/** More than this of a line is never shown. */
const longestLine = 4 * wordsLength;
/** The least that the place may have of it when both are long. */
const placeLength = 24;

export interface SubjectInput {
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
export function draftSubject({ outcome, ...input }: SubjectInput & { readonly outcome: Outcome }): string {
  return subject(subjectTag[outcome], input);
}

/** The same for a message: `[INFO] Brand i tvättstuga på äldreboende, Höstlyckan – A-2026-0002`. */
export function messageSubject({ kind, ...input }: SubjectInput & { readonly kind: MessageKind }): string {
  return subject(messageTag[kind], input);
}

/** A subject that somebody has edited: on one line, and with what it may never lack. */
export function keptSubject(edited: string, about: Pick<SubjectInput, 'exercise' | 'number'>): string {
  const line = cleanLine(edited);
  const number = cleanLine(about.number);
  const parts = [
    about.exercise && !line.startsWith(exercise) ? exercise : '',
    line,
    holdsNumber(line, number) ? '' : number,
  ];
  return parts.filter((part) => part !== '').join(' – ');
}

/** Whether a text has the incident's number, as a word of its own. */
export function holdsNumber(text: string, number: string): boolean {
  for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1)) {
    const around =
      text.slice(Math.max(0, at - 1), at) + text.slice(at + number.length, at + number.length + 1);
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
    if (number === '') break;
  }
  return number === '';
}

function subject(tag: string, input: SubjectInput): string {
  const mark = input.exercise ? exerciseSubject : '';
  return `${mark}${tag} ${whatAndWhere(input)} – ${cleanLine(input.number)}`;
}

function whatAndWhere(input: SubjectInput): string {
  const what = words(input.what) || incidentWord;
  const where = words(input.where);
  const whatAlone = shortened(what, wordsLength);
  if (holdsWords(whatAlone, where)) return whatAlone;
  const room = wordsLength - ', '.length;
  const place = shortened(where, Math.max(placeLength, room - what.length));
  return `${shortened(what, room - place.length)}, ${place}`;
}

/** The first line, without what only ends a sentence. */
function words(text: string): string {
  const line = cleanLine(text.trim().split(/[\r\n]/)[0] ?? '').slice(0, longestLine);
  return isBlank(line) ? '' : line.replace(/[\s.,;:!]+$/, '');
}

/** Whether every word of the place is among those of what happened: then it is not said twice. */
function holdsWords(what: string, where: string): boolean {
  const wordsIn = (text: string): readonly string[] =>
    text
      .normalize('NFC')
      .toLocaleLowerCase('sv')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const held = wordsIn(what);
  return wordsIn(where).every((word) => held.includes(word));
}

/** The whole if there is room for it, else as many of its parts as there is room for, else of its words. */
function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const ends = [...text.slice(0, length + 1).matchAll(/[,;:.](?= )| (?=[–(-])/g)].map(({ index }) => index);
  const end = ends.at(-1) ?? 0;
  return end >= length / 2 ? text.slice(0, end) : cutAtWord(text, length);
}
