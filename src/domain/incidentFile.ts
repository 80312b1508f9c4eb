/**
 * The incident file: one incident as JSON. Source: contract.md, "An incident file".
 *
 * Everything but `answers.whatHappened` may be left out. Whatever is not in the contract is refused, since a
 * misspelt field would otherwise be an answer lost in silence.
 */
import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import * as v from 'valibot';
import { channels, incidentSources } from './entry.ts';
import { cleanLine, cleanText, countCharacters, isBlank, maxAnswerLength } from './text.ts';
import { isInstant } from './time.ts';

/** What is wrong, and where. `path` is such as `answers.whenHappened.certainty`; empty for the whole file. */
export interface FileProblem {
  readonly kind:
    | 'broken-json'
    | 'duplicate-field'
    | 'unknown-field'
    | 'missing'
    | 'blank'
    | 'too-long'
    | 'not-a-time'
    | 'wrong-value';
  readonly path: string;
  /** From 1. */
  readonly row: number;
  readonly column: number;
  /** What is allowed there, where that can be listed. */
  readonly allowed: readonly string[];
}

const line = v.pipe(v.string(), v.transform(cleanLine));
const text = v.pipe(
  v.string(),
  v.transform(cleanText),
  v.check((value) => countCharacters(value) <= maxAnswerLength, 'too-long'),
);
const yesNoUnknown = v.picklist(['yes', 'no', 'unknown']);
const certainty = v.picklist(['confirmed', 'unconfirmed', 'unknown']);
const plain = { text, certainty: v.optional(certainty) };
const units = v.optional(v.array(line));

/** A string is an answer without further detail. An empty answer is always `unknown`. */
function answer<E extends v.ObjectEntries>(more: E) {
  return v.pipe(
    v.union([
      v.pipe(
        v.string(),
        v.transform((value) => ({ text: value })),
      ),
      v.unknown(),
    ]),
    v.strictObject({ ...plain, ...more }),
  );
}

const plainAnswer = answer({});

const answers = v.strictObject({
  whatHappened: v.pipe(
    plainAnswer,
    v.check((value) => !isBlank(value.text), 'blank'),
  ),
  whenHappened: v.optional(plainAnswer),
  whereHappened: v.optional(plainAnswer),
  whoIsAffected: v.optional(plainAnswer),
  actorsInvolved: v.optional(plainAnswer),
  operationDirectlyAffected: v.optional(answer({ own: v.optional(yesNoUnknown), units })),
  operationsAtRisk: v.optional(answer({ units })),
});

const assessment = v.strictObject({
  manageableWithExistingResources: v.optional(yesNoUnknown, 'unknown'),
  informDirector: v.optional(yesNoUnknown, 'unknown'),
  directorTiming: v.optional(v.picklist(['now', 'morning', 'unknown']), 'unknown'),
  staffDirectlyAffected: v.optional(yesNoUnknown, 'unknown'),
  careRecipientsDirectlyAffected: v.optional(yesNoUnknown, 'unknown'),
  motivation: v.optional(text, ''),
});

const schema = v.strictObject({
  source: v.optional(v.picklist(incidentSources), 'tib'),
  channel: v.optional(v.picklist(channels), 'phone'),
  receivedAt: v.optional(v.pipe(v.string(), v.check(isInstant, 'not-a-time'))),
  operator: v.optional(line),
  exercise: v.optional(v.boolean(), false),
  caller: v.optional(v.strictObject({ name: v.exactOptional(line), callback: v.exactOptional(line) }), {}),
  answers,
  assessment: v.optional(assessment, {}),
});

/** An incident file, read and checked. Texts are sanitised; defaults are filled in, but for `receivedAt` and `operator`. */
export type IncidentFile = v.InferOutput<typeof schema>;

export type FileResult =
  | { readonly ok: true; readonly file: IncidentFile }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Reads one incident file. A byte order mark is accepted. Throws nothing. */
export function readIncidentFile(source: string): FileResult {
  const json = source.replace(/^\ufeff/, '');
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error || !root) return refused(json, { kind: 'broken-json', offset: error?.offset ?? json.length });
  const duplicate = findDuplicate(root);
  if (duplicate) {
    return refused(json, { kind: 'duplicate-field', offset: duplicate.offset, path: pathTo(duplicate) });
  }
  const parsed = v.safeParse(schema, JSON.parse(json));
  if (parsed.success) return { ok: true, file: parsed.output };
  return { ok: false, problems: parsed.issues.map((issue) => problemFrom(issue, json, root)) };
}

function refused(
  json: string,
  at: { readonly kind: FileProblem['kind']; readonly offset: number; readonly path?: string },
): FileResult {
  const problem = { kind: at.kind, path: at.path ?? '', ...place(json, at.offset), allowed: [] };
  return { ok: false, problems: [problem] };
}

/** JSON.parse would take the last of two fields with the same name, and the first answer would be lost. */
function findDuplicate(node: Node): Node | undefined {
  const seen = new Set<string>();
  for (const child of node.children ?? []) {
    if (child.type === 'property') {
      const [name] = child.children ?? [];
      if (name && seen.has(name.value)) return name;
      if (name) seen.add(name.value);
    }
    const inside = findDuplicate(child);
    if (inside) return inside;
  }
  return undefined;
}

function pathTo(name: Node): string {
  const names: string[] = [];
  for (let node: Node | undefined = name.parent; node; node = node.parent) {
    if (node.type === 'property') names.unshift(String(node.children?.[0]?.value));
  }
  return names.join('.');
}

type Issue = v.InferIssue<typeof schema>;

function problemFrom(issue: Issue, json: string, root: Node): FileProblem {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const unknownField = issue.type === 'strict_object' && issue.expected === 'never';
  const missing = issue.received === 'undefined';
  const node = findNodeAtLocation(root, missing ? path.slice(0, -1) : path) ?? root;
  const at = unknownField ? (node.parent?.children?.[0] ?? node) : node;
  return {
    kind: unknownField ? 'unknown-field' : missing ? 'missing' : kindOf(issue),
    path: path.join('.'),
    ...place(json, at.offset),
    allowed: allowedBy(issue, unknownField, path),
  };
}

function kindOf(issue: Issue): FileProblem['kind'] {
  const { message } = issue;
  return message === 'too-long' || message === 'not-a-time' || message === 'blank' ? message : 'wrong-value';
}

function allowedBy(
  issue: Issue,
  unknownField: boolean,
  path: readonly (string | number)[],
): readonly string[] {
  if (unknownField) return fieldsAt(path.slice(0, -1));
  return quoted(issue.expected);
}

function quoted(expected: string | null): string[] {
  return [...(expected ?? '').matchAll(/"([^"]+)"/g)].map(([, word = '']) => word);
}

function fieldsAt(path: readonly (string | number)[]): string[] {
  let entries: v.ObjectEntries = schema.entries;
  for (const key of path) {
    const next = entriesOf(entries[String(key)]);
    if (!next) return [];
    entries = next;
  }
  return Object.keys(entries);
}

/** The fields of an object schema, however it is wrapped. */
function entriesOf(wrapped: unknown): v.ObjectEntries | undefined {
  const inner = wrapped as
    | { entries?: v.ObjectEntries; wrapped?: unknown; pipe?: readonly unknown[] }
    | undefined;
  if (!inner) return undefined;
  return inner.entries ?? entriesOf(inner.wrapped) ?? inner.pipe?.map(entriesOf).find(Boolean);
}

function place(json: string, offset: number): { row: number; column: number } {
  const before = json.slice(0, offset).split(/\r\n|[\n\r]/);
  return { row: before.length, column: (before.at(-1) ?? '').length + 1 };
}
