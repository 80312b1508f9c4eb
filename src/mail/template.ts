/** Templates that supervisors write: checked before they are used, and filled in without any code running. */
import Mustache from 'mustache';
import { nearest } from '../domain/nearest.ts';
import type { FieldDefinition, FieldDefinitions } from '../domain/reportFields.ts';
import { TemplateError, type TemplateProblem } from './templateError.ts';
import { type Place, type Tag, templateTags } from './templateTags.ts';

/** The template itself. Throws TemplateError when it has a fault. */
export function checked(source: string, definitions: FieldDefinitions, path: string | null): string {
  const problems = checkTemplate(source, definitions);
  if (problems.length > 0) throw new TemplateError('invalid', path, problems);
  return source;
}

/**
 * The template filled in, as plain text: nothing is escaped, and what a value contains is never read as a template.
 * Throws TemplateError when the template has a fault, since mustache would leave an unknown field silently empty.
 */
export function renderTemplate(source: string, definitions: FieldDefinitions, values: object): string {
  return Mustache.render(checked(source, definitions, null), values, {}, { escape: String });
}

/** More faults than this are not looked for. */
const maxProblems = 100;
/** Mustache goes down one call for each, and would run out of room. */
const maxDepth = 20;
/** Mustache looks at each as the beginning of a tag's end, and at all that follow it. */
const tooManyBlanks = /\s{200}/;

/**
 * The template's faults, in the order of their places; required fields that are missing come last, and only when every
 * tag and section has its end: before that nobody knows what is inside a condition.
 */
export function checkTemplate(source: string, definitions: FieldDefinitions): TemplateProblem[] {
  const problems: (TemplateProblem & Place)[] = blankProblems(source);
  const written = new Set<string>();
  const sections: Section[] = [];
  for (const tag of templateTags(source)) {
    const around = sections.at(-1)?.inside ?? { scope: definitions, list: null, item: false };
    if (tag.type === '#' || tag.type === '^') {
      problems.push(...sectionProblems(tag, around));
      sections.push({ tag, inside: insideOf(tag, around) });
      if (sections.length === maxDepth + 1) problems.push({ kind: 'too-deep', ...placeOf(tag) });
    } else if (tag.type === '/') problems.push(...close(tag, sections));
    else problems.push(...tagProblems(tag, around));
    const isAlwaysWritten = sections.every(
      (section) => section.tag.type === '#' && section.tag.name === tag.name,
    );
    if (tag.type === 'name' && isAlwaysWritten) written.add(tag.name);
    if (problems.length >= maxProblems) return inOrder(problems);
  }
  problems.push(...sections.map(({ tag }) => unclosed(tag)));
  const missing = Object.entries(definitions)
    .filter(([name, { required }]) => required && !written.has(name))
    .map(([field]): TemplateProblem => ({ kind: 'required-missing', field }));
  return [...inOrder(problems), ...(problems.some(isStructural) ? [] : missing)];
}

/** What can be named at a place. */
interface Surroundings {
  /** The fields: an item's own, and those of everything around it. */
  readonly scope: FieldDefinitions;
  /** The innermost list that is gone through. */
  readonly list: FieldDefinition | null;
  /** Whether `{{.}}` is a text here. */
  readonly item: boolean;
}

/** A section that is not closed yet. */
interface Section {
  readonly tag: Tag;
  readonly inside: Surroundings;
}

function insideOf({ type, name }: Tag, around: Surroundings): Surroundings {
  const definition = definitionOf(name, around.scope);
  if (type === '^' || !definition || definition.kind === 'flag') return around;
  if (definition.kind === 'text') return { ...around, item: true };
  const { items } = definition;
  return { scope: { ...around.scope, ...items }, list: definition, item: items === undefined };
}

/** Closes the section that the tag names, and with it those within that have no end. */
function close(tag: Tag, sections: Section[]): (TemplateProblem & Place)[] {
  const index = sections.findLastIndex((section) => section.tag.name === tag.name);
  if (index === -1) return [{ kind: 'unopened-section', field: tag.name, ...placeOf(tag) }];
  const [, ...within] = sections.splice(index);
  return within.map((section) => unclosed(section.tag));
}

function unclosed(tag: Tag): TemplateProblem & Place {
  return { kind: 'unclosed-section', field: tag.name, ...placeOf(tag) };
}

function sectionProblems(tag: Tag, around: Surroundings): (TemplateProblem & Place)[] {
  const { name: field } = tag;
  const definition = definitionOf(field, around.scope);
  if (!definition) return [unknown(tag, around)];
  const isOwn = around.list === null || definitionOf(field, around.list.items ?? {}) === definition;
  if (tag.type === '^' || definition.kind !== 'list' || isOwn) return [];
  return [{ kind: 'list-in-list', field, ...placeOf(tag) }];
}

function tagProblems(tag: Tag, around: Surroundings): (TemplateProblem & Place)[] {
  const { name: field } = tag;
  const place = placeOf(tag);
  switch (tag.type) {
    case 'name': {
      if (field === '.' && around.item) return [];
      const definition = definitionOf(field, around.scope);
      if (!definition) return [unknown(tag, around)];
      return definition.kind === 'text' ? [] : [{ kind: 'not-text', field, ...place }];
    }
    case '&':
      return [{ kind: 'unescaped', field, ...place }];
    case '>':
      return [{ kind: 'partial', field, ...place }];
    case '=':
      return [{ kind: 'delimiters', ...place }];
    case 'unclosed':
      return [{ kind: 'unclosed-tag', ...place }];
    default:
      return [];
  }
}

function unknown(tag: Tag, { scope }: Surroundings): TemplateProblem & Place {
  const lists = Object.entries(scope).filter(([, { items = {} }]) => Object.hasOwn(items, tag.name));
  return {
    kind: 'unknown-field',
    field: tag.name,
    suggestion: nearest(tag.name, Object.keys(scope)),
    within: lists[0]?.[0] ?? null,
    ...placeOf(tag),
  };
}

function blankProblems(source: string): (TemplateProblem & Place)[] {
  const before = source.slice(0, tooManyBlanks.exec(source)?.index ?? 0).split('\n');
  const place = { row: before.length, column: (before.at(-1) ?? '').length + 1 };
  return tooManyBlanks.test(source) ? [{ kind: 'blanks', ...place }] : [];
}

/** Whether it leaves open which tags are inside which sections. */
function isStructural({ kind }: TemplateProblem): boolean {
  return ['delimiters', 'unclosed-tag', 'unclosed-section', 'unopened-section'].includes(kind);
}

function inOrder(problems: readonly (TemplateProblem & Place)[]): TemplateProblem[] {
  return problems.toSorted((a, b) => a.row - b.row || a.column - b.column).slice(0, maxProblems);
}

function definitionOf(field: string, scope: FieldDefinitions): FieldDefinition | undefined {
  return Object.hasOwn(scope, field) ? scope[field] : undefined;
}

function placeOf({ row, column }: Place): Place {
  return { row, column };
}
