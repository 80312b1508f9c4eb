/**
 * Reads parsed JSON by a table of fields, and notes what is wrong with each value and where it stands. Whatever is
 * not in the table is refused.
 */
import type { Node } from 'jsonc-parser';

export type FieldFaultKind =
  | 'duplicate-field'
  | 'unknown-field'
  | 'missing'
  | 'blank'
  | 'too-long'
  | 'not-a-time'
  | 'year-out-of-range'
  | 'not-text'
  | 'not-a-list'
  | 'not-an-object'
  | 'not-an-answer'
  | 'wrong-value';

export interface FieldFault {
  readonly kind: FieldFaultKind;
  /** The names on the way to the field, and the places in a list (from 0). */
  readonly path: readonly string[];
  /** Where it stands, in UTF-16 units from the beginning of the JSON. */
  readonly offset: number;
  /** The values or fields that are allowed there, where they can be listed. */
  readonly allowed: readonly string[];
}

/** A value that is to be read, and where to note what is wrong with it. */
export interface Value {
  readonly node: Node;
  readonly path: readonly string[];
  readonly faults: FieldFault[];
}

/** What a reader gives for a value that it has noted a fault about. */
export const refused = Symbol('refused');

/** Reads one value. Throws nothing. */
export type Reader<T> = (value: Value) => T | typeof refused;

/** Notes what is wrong with a value. */
export function refuse(value: Value, kind: FieldFaultKind, allowed: readonly string[] = []): typeof refused {
  const { node, path, faults } = value;
  faults.push({ kind, path, offset: node.offset, allowed });
  return refused;
}

/** What a field holds, and what stands in for it when it is left out. */
interface Field<T> {
  readonly read: Reader<T>;
  readonly whenMissing: 'refuse' | 'leave-out' | { readonly use: T };
}
interface Given<T> extends Field<T> {
  readonly whenMissing: 'refuse' | { readonly use: T };
}
interface Optional<T> extends Field<T> {
  readonly whenMissing: 'leave-out';
}

export const required = <T>(read: Reader<T>): Given<T> => ({ read, whenMissing: 'refuse' });
export const optional = <T>(read: Reader<T>): Optional<T> => ({ read, whenMissing: 'leave-out' });
export const or = <T>(use: T, read: Reader<T>): Given<T> => ({ read, whenMissing: { use } });

/** A field for each of the object's; only those that may be absent from the object may be left out of it. */
type Fields<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K> ? Optional<NonNullable<T[K]>> : Given<T[K]>;
};

/** An object with these fields and no others. */
export function record<T extends object>(fields: Fields<T>): Reader<T> {
  const table = Object.entries<Field<unknown>>(fields);
  const names = table.map(([name]) => name);
  return (value) => {
    if (value.node.type !== 'object') return refuse(value, 'not-an-object', names);
    const before = value.faults.length;
    const given = givenFields(value, names);
    const result = table.flatMap(([name, { read, whenMissing }]) => {
      const at = { ...value, path: [...value.path, name] };
      const node = given.get(name);
      if (node) return [[name, read({ ...at, node })]];
      if (whenMissing === 'refuse') refuse(at, 'missing');
      return typeof whenMissing === 'object' ? [[name, whenMissing.use]] : [];
    });
    // The type of `fields` says that this is a T.
    return value.faults.length > before ? refused : (Object.fromEntries(result) as T);
  };
}

/** The values by name. JSON itself would let the last of two with the same name win, and the first would be lost. */
function givenFields(value: Value, names: readonly string[]): ReadonlyMap<string, Node> {
  const given = new Map<string, Node>();
  for (const { children: [key, node] = [] } of value.node.children ?? []) {
    if (!key || !node) continue;
    const name = String(key.value);
    const at = { ...value, node: key, path: [...value.path, name] };
    if (!names.includes(name)) refuse(at, 'unknown-field', names);
    else if (given.has(name)) refuse(at, 'duplicate-field');
    else given.set(name, node);
  }
  return given;
}

/** A list of values of one sort. */
export function listOf<T>(read: Reader<T>): Reader<T[]> {
  return (value) => {
    if (value.node.type !== 'array') return refuse(value, 'not-a-list');
    const items = (value.node.children ?? []).map((node, index) =>
      read({ ...value, node, path: [...value.path, String(index)] }),
    );
    const good = items.filter((item): item is T => item !== refused);
    return good.length === items.length ? good : refused;
  };
}

/** One of these words. */
export function oneOf<const T extends string>(allowed: readonly T[]): Reader<T> {
  return (value) =>
    allowed.find((each) => each === value.node.value) ?? refuse(value, 'wrong-value', allowed);
}

/** `true` or `false`. */
export const flag: Reader<boolean> = (value) =>
  value.node.type === 'boolean' ? value.node.value === true : refuse(value, 'wrong-value', ['true', 'false']);

/** Text as it was written. */
export const string: Reader<string> = (value) =>
  value.node.type === 'string' ? String(value.node.value) : refuse(value, 'not-text');

/** What `read` gives, taken further; `next` may refuse it too. */
export function andThen<A, B>(
  read: Reader<A>,
  next: (given: A, value: Value) => B | typeof refused,
): Reader<B> {
  return (value) => {
    const given = read(value);
    return given === refused ? refused : next(given, value);
  };
}
