/**
 * The incident file: one incident as JSON. Source: contract.md, "An incident file".
 *
 * Everything but `answers.whatHappened` may be left out. Whatever is not in the contract is refused, since a
 * misspelt field would otherwise be an answer lost in silence.
 */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { distinctUnits } from './actions.ts';
import { type Facts, noFacts } from './assess.ts';
import {
  andThen,
  type FieldFault,
  type FieldFaultKind,
  flag,
  listOf,
  oneOf,
  optional,
  or,
  type Reader,
  record,
  refuse,
  refused,
  required,
  string,
  type Value,
} from './jsonFields.ts';
import { type Caller, type Channel, channels, type IncidentSource, incidentSources } from './payloads.ts';
import type { CallerQuestionId, Certainty, YesNoUnknown } from './questions.ts';
import { cleanLine, cleanText, countCharacters, isBlank, maxAnswerLength } from './text.ts';
import { formatInstant, isInstant, parseInstant } from './time.ts';

/** An incident file, read and checked. Texts are sanitised, and defaults filled in where a value follows from them. */
export interface IncidentFile {
  readonly source: IncidentSource;
  readonly channel: Channel;
  /** RFC 3339 in the desk's local offset, to the second. */
  readonly receivedAt?: string;
  readonly operator?: string;
  readonly exercise: boolean;
  readonly caller: Caller;
  readonly answers: FileAnswers;
  /** Unanswered is `unknown`; a motivation that cannot be seen is none. */
  readonly assessment: Omit<Facts, 'own'>;
}

interface FileAnswers extends Partial<Record<CallerQuestionId, FileAnswer>> {
  whatHappened: FileAnswer;
}

export interface FileAnswer {
  readonly text: string;
  readonly certainty?: Certainty;
  /** Only for operationDirectlyAffected. */
  readonly own?: YesNoUnknown;
  /** Only for the questions that name units; each once, none blank. */
  readonly units?: readonly string[];
}

/** What is wrong, and where. */
export interface FileProblem {
  readonly kind: JsonFaultKind | FieldFaultKind;
  /** Such as `answers.whenHappened.certainty`; empty for the whole file. */
  readonly path: string;
  /** From 1. */
  readonly row: number;
  readonly column: number;
  /** What is allowed there, where that can be listed. */
  readonly allowed: readonly string[];
}

export type JsonFaultKind =
  | 'broken-json'
  | 'too-deep'
  | 'name-expected'
  | 'value-expected'
  | 'colon-expected'
  | 'comma-expected'
  | 'end-expected'
  | 'not-closed'
  | 'comment'
  | 'string-not-closed'
  | 'bad-escape'
  | 'control-character';

export type FileResult =
  | { readonly ok: true; readonly file: IncidentFile }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** A moment outside these years is a slip of the finger, and its offset need not be whole minutes. */
const firstYear = 1900;
const lastYear = 2199;
/** Whoever mends a file has enough with these; the next time the rest is told. */
const mostProblems = 20;

const text = limited(cleanText);
const line = limited(cleanLine);
const units = andThen(listOf(line), (given) => distinctUnits(given.filter((unit) => !isBlank(unit))));
const yesNoUnknown = oneOf(['yes', 'no', 'unknown']);
const plain = {
  text: required(text),
  certainty: optional(oneOf(['confirmed', 'unconfirmed', 'unknown'])),
};
const { own: _notAssessed, ...nothingAssessed } = noFacts;
const plainAnswer = answer(record<Pick<FileAnswer, 'text' | 'certainty'>>(plain));

const incidentFile = record<IncidentFile>({
  source: or('tib', oneOf(incidentSources)),
  channel: or('phone', oneOf(channels)),
  receivedAt: optional(andThen(string, moment)),
  operator: optional(line),
  exercise: or(false, flag),
  caller: or({}, record<Caller>({ name: optional(line), callback: optional(line) })),
  answers: required(
    record<FileAnswers>({
      whatHappened: required(
        andThen(plainAnswer, (given, value) => (isBlank(given.text) ? refuse(value, 'blank') : given)),
      ),
      whenHappened: optional(plainAnswer),
      whereHappened: optional(plainAnswer),
      whoIsAffected: optional(plainAnswer),
      actorsInvolved: optional(plainAnswer),
      operationDirectlyAffected: optional(
        answer(record<FileAnswer>({ ...plain, own: optional(yesNoUnknown), units: optional(units) })),
      ),
      operationsAtRisk: optional(
        answer(record<Omit<FileAnswer, 'own'>>({ ...plain, units: optional(units) })),
      ),
    }),
  ),
  assessment: or(
    nothingAssessed,
    record<IncidentFile['assessment']>({
      manageableWithExistingResources: or('unknown', yesNoUnknown),
      informDirector: or('unknown', yesNoUnknown),
      directorTiming: or('unknown', oneOf(['now', 'morning', 'unknown'])),
      staffDirectlyAffected: or('unknown', yesNoUnknown),
      careRecipientsDirectlyAffected: or('unknown', yesNoUnknown),
      motivation: or(
        '',
        andThen(text, (given) => (isBlank(given) ? '' : given)),
      ),
    }),
  ),
});

/** Reads one incident file. A byte order mark is accepted. Throws nothing. */
export function readIncidentFile(source: string): FileResult {
  const json = source.replace(/^\ufeff/, '');
  const parsed = parse(json);
  if ('kind' in parsed) return { ok: false, problems: [problem({ ...parsed, path: [], allowed: [] }, json)] };
  const faults: FieldFault[] = [];
  const file = incidentFile({ node: parsed, path: [], faults });
  if (file !== refused) return { ok: true, file };
  const inOrder = faults.toSorted((a, b) => a.offset - b.offset).slice(0, mostProblems);
  return { ok: false, problems: inOrder.map((fault) => problem(fault, json)) };
}

/** Text, cleaned and of a length that can be kept. */
function limited(clean: (given: string) => string): Reader<string> {
  return andThen(string, (given, value) => {
    const cleaned = clean(given);
    return countCharacters(cleaned) > maxAnswerLength ? refuse(value, 'too-long') : cleaned;
  });
}

/** An answer is a string, or an object with more detail. */
function answer(detailed: Reader<FileAnswer>): Reader<FileAnswer> {
  const short = andThen(text, (given): FileAnswer => ({ text: given }));
  return (value) => {
    if (value.node.type === 'string') return short(value);
    return value.node.type === 'object' ? detailed(value) : refuse(value, 'not-an-answer');
  };
}

function moment(given: string, value: Value): string | typeof refused {
  if (!isInstant(given)) return refuse(value, 'not-a-time');
  const atDesk = formatInstant(parseInstant(given));
  const year = Number(atDesk.slice(0, -21));
  return year < firstYear || year > lastYear ? refuse(value, 'year-out-of-range') : atDesk;
}

/** The tree, or the first place where it is no JSON. */
function parse(json: string): Node | { readonly kind: JsonFaultKind; readonly offset: number } {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(json, errors, { disallowComments: true, allowTrailingComma: false });
    const [error] = errors;
    if (root && !error) return root;
    const name = error ? printParseErrorCode(error.error) : '';
    return { kind: jsonFaults[name] ?? 'broken-json', offset: error?.offset ?? json.length };
  } catch (error) {
    // The parser calls itself for each level, and runs out of stack some thousands down.
    if (error instanceof RangeError) return { kind: 'too-deep', offset: 0 };
    throw error;
  }
}

/** The parser's names for what is wrong. */
const jsonFaults: Readonly<Record<string, JsonFaultKind>> = {
  PropertyNameExpected: 'name-expected',
  ValueExpected: 'value-expected',
  ColonExpected: 'colon-expected',
  CommaExpected: 'comma-expected',
  EndOfFileExpected: 'end-expected',
  CloseBraceExpected: 'not-closed',
  CloseBracketExpected: 'not-closed',
  InvalidCommentToken: 'comment',
  UnexpectedEndOfComment: 'comment',
  UnexpectedEndOfString: 'string-not-closed',
  InvalidUnicode: 'bad-escape',
  InvalidEscapeCharacter: 'bad-escape',
  InvalidCharacter: 'control-character',
};

function problem(fault: { kind: FileProblem['kind'] } & Omit<FieldFault, 'kind'>, json: string): FileProblem {
  const { kind, path, offset, allowed } = fault;
  const before = json.slice(0, offset).split(/\r\n|[\n\r]/);
  const column = (before.at(-1) ?? '').length + 1;
  return { kind, path: path.map(shown).join('.'), row: before.length, column, allowed };
}

/** A name within quotes when there may be more to it than meets the eye. */
function shown(name: string): string {
  return /^\w+$/.test(name) ? name : `"${cleanText(name).replaceAll('\n', ' ')}"`;
}
