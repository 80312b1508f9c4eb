/** Templates that supervisors write: checked before they are used, and filled in without any code running. */
import { open } from 'node:fs/promises';
import Mustache, { type TemplateSpans } from 'mustache';
import type { FieldDefinition, FieldDefinitions } from '../domain/reportFields.ts';

/** A fault in a template. `row` and `column` count from 1; a required field that is missing has no place. */
export type TemplateProblem =
  | { readonly kind: 'required-missing'; readonly field: string }
  | (Place &
      (
        | { readonly kind: 'unknown-field'; readonly field: string }
        /** A list or a flag written out as if it were text. */
        | { readonly kind: 'not-text'; readonly field: string }
        /** `{{{ }}}` or `{{& }}`. */
        | { readonly kind: 'unescaped'; readonly field: string }
        | { readonly kind: 'partial'; readonly field: string }
        | { readonly kind: 'delimiters' }
        | { readonly kind: 'unclosed-tag' }
        | { readonly kind: 'unclosed-section'; readonly field: string }
        | { readonly kind: 'unopened-section'; readonly field: string }
      ));

interface Place {
  readonly row: number;
  readonly column: number;
}

/** `invalid` has problems; the others have none. */
export type TemplateErrorKind = 'missing' | 'unreadable' | 'too-large' | 'not-utf-8' | 'invalid';

export class TemplateError extends Error {
  readonly kind: TemplateErrorKind;
  /** Null when the template did not come from a file. */
  readonly path: string | null;
  readonly problems: readonly TemplateProblem[];

  constructor(kind: TemplateErrorKind, path: string | null, problems: readonly TemplateProblem[] = []) {
    super(`template ${path ?? ''}: ${kind}`);
    this.name = 'TemplateError';
    this.kind = kind;
    this.path = path;
    this.problems = problems;
  }
}

/** In bytes. The built-in template has under 4,000. */
const maxTemplateSize = 64 * 1024;

/**
 * Reads a template and checks it. Windows' line breaks and a byte order mark are accepted.
 * Throws TemplateError when it cannot be read or has a fault.
 */
export async function loadTemplate(path: string, definitions: FieldDefinitions): Promise<string> {
  const source = decode(await read(path), path).replaceAll('\r\n', '\n');
  const problems = checkTemplate(source, definitions);
  if (problems.length > 0) throw new TemplateError('invalid', path, problems);
  return source;
}

/**
 * The template filled in, as plain text: nothing is escaped, and what a value contains is never read as a template.
 * Throws TemplateError when the template has a fault, since mustache would leave an unknown field silently empty.
 */
export function renderTemplate(source: string, definitions: FieldDefinitions, values: object): string {
  const problems = checkTemplate(source, definitions);
  if (problems.length > 0) throw new TemplateError('invalid', null, problems);
  return Mustache.render(source, values, {}, { escape: String });
}

/** The template's faults, in the order of their places; required fields that are missing come last. */
export function checkTemplate(source: string, definitions: FieldDefinitions): TemplateProblem[] {
  let tokens: TemplateSpans;
  try {
    tokens = Mustache.parse(source);
  } catch (error) {
    return [parseProblem(source, error)];
  }
  const found: Findings = { problems: [], written: new Set() };
  checkTokens(tokens, { source, scope: definitions, item: false, sections: [] }, found);
  const missing = Object.entries(definitions)
    .filter(([name, { required }]) => required && !found.written.has(name))
    .map(([field]): TemplateProblem => ({ kind: 'required-missing', field }));
  return [...found.problems, ...missing];
}

interface Findings {
  readonly problems: TemplateProblem[];
  /** The fields that are written out whatever the values are. */
  readonly written: Set<string>;
}

interface Surroundings {
  readonly source: string;
  /** The fields that may be named here: an item's own, and those of everything around it. */
  readonly scope: FieldDefinitions;
  /** Whether `{{.}}` is a text here. */
  readonly item: boolean;
  readonly sections: readonly string[];
}

function checkTokens(tokens: TemplateSpans, around: Surroundings, found: Findings): void {
  for (const token of tokens) {
    const [type, field, start] = token;
    const place = placeOf(around.source, start);
    const definition = definitionOf(field, around.scope);
    switch (type) {
      case 'name':
        if (field === '.' && around.item) break;
        if (!definition) found.problems.push({ kind: 'unknown-field', field, ...place });
        else if (definition.kind !== 'text') found.problems.push({ kind: 'not-text', field, ...place });
        else if (around.sections.every((section) => section === `#${field}`)) found.written.add(field);
        break;
      case '#':
      case '^':
        if (!definition) found.problems.push({ kind: 'unknown-field', field, ...place });
        checkTokens(sectionTokens(token), inside(type, field, definition, around), found);
        break;
      case '&':
        found.problems.push({ kind: 'unescaped', field, ...place });
        break;
      case '>':
        found.problems.push({ kind: 'partial', field, ...place });
        break;
      case '=':
        found.problems.push({ kind: 'delimiters', ...place });
        break;
      case 'text':
      case '!':
        break;
    }
  }
}

/** What may be named within a section over this field. */
function inside(
  type: '#' | '^',
  field: string,
  definition: FieldDefinition | undefined,
  around: Surroundings,
): Surroundings {
  const sections = [...around.sections, `${type}${field}`];
  if (type === '^' || !definition || definition.kind === 'flag') return { ...around, sections };
  return {
    ...around,
    sections,
    scope: { ...around.scope, ...definition.items },
    item: definition.items === undefined,
  };
}

function definitionOf(field: string, scope: FieldDefinitions): FieldDefinition | undefined {
  return Object.hasOwn(scope, field) ? scope[field] : undefined;
}

function sectionTokens(token: TemplateSpans[number]): TemplateSpans {
  const nested = token[4];
  return Array.isArray(nested) ? nested : [];
}

/** Mustache says what is wrong in an English sentence that ends with an index. */
function parseProblem(source: string, error: unknown): TemplateProblem {
  const message = error instanceof Error ? error.message : '';
  const at = Number(/ at (\d+)$/.exec(message)?.[1] ?? 0);
  const field = /section "([^"]*)"/.exec(message)?.[1] ?? '';
  if (message.startsWith('Unopened section')) {
    return { kind: 'unopened-section', field, ...placeOf(source, at) };
  }
  if (message.startsWith('Unclosed section')) {
    return { kind: 'unclosed-section', field, ...placeOf(source, openingOf(field, source, at)) };
  }
  if (message.startsWith('Unclosed tag')) {
    // Its index is where the text ended; the tag began at the last opening.
    return { kind: 'unclosed-tag', ...placeOf(source, source.lastIndexOf('{{', at)) };
  }
  return { kind: 'delimiters', ...placeOf(source, source.search(/\{\{\s*=/)) };
}

/** Where the section that was never closed begins. */
function openingOf(field: string, source: string, before: number): number {
  const openings = [...source.slice(0, before).matchAll(/\{\{\s*[#^]\s*(.*?)\s*\}\}/g)];
  return openings.findLast(([, name]) => name === field)?.index ?? before;
}

function placeOf(source: string, index: number): Place {
  const lines = source.slice(0, Math.max(index, 0)).split('\n');
  return { row: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

async function read(path: string): Promise<Uint8Array> {
  try {
    await using file = await open(path, 'r');
    const buffer = new Uint8Array(maxTemplateSize + 1);
    let length = 0;
    for (let bytesRead = -1; bytesRead !== 0 && length < buffer.length; length += bytesRead) {
      ({ bytesRead } = await file.read(buffer, length, buffer.length - length));
    }
    if (length > maxTemplateSize) throw new TemplateError('too-large', path);
    return buffer.subarray(0, length);
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new TemplateError(missing ? 'missing' : 'unreadable', path);
  }
}

/** UTF-8 without its byte order mark. */
function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new TemplateError('not-utf-8', path);
  }
}
