/** The tags of a template, each with its place. What is between them is text. */

/** From 1. Columns are UTF-16 units, as editors count them. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Tag extends Place {
  /**
   * Mustache's own signs: `name` is `{{x}}`, and `&` stands for `{{{x}}}` too. `unclosed` has no `}}` before the next
   * `{{`, and after `=`, which changes what a tag is, no more tags are given.
   */
  readonly type: 'name' | '#' | '^' | '/' | '!' | '&' | '>' | '=' | 'unclosed';
  /** What stands in it after its sign, without white space at the ends. */
  readonly name: string;
}

const signs: Readonly<Record<string, Tag['type']>> = {
  '': 'name',
  '#': '#',
  '^': '^',
  '/': '/',
  '!': '!',
  '&': '&',
  '{': '&',
  '>': '>',
  '=': '=',
};

/**
 * Every tag in the order of the text, found as Mustache finds it (mustache(5), "TAG TYPES"), but for one thing: a tag
 * with another `{{` in it, which Mustache would take for a very long name, has lost its end. Lines end in `\n`.
 */
export function* templateTags(source: string): Generator<Tag> {
  const beginning = /\{\{\s*([#^/>{&=!]?)\s*/y;
  let row = 1;
  let rowStart = 0;
  let start = source.indexOf('{{');
  while (start !== -1) {
    for (let end = source.indexOf('\n', rowStart); end !== -1 && end < start; ) {
      row += 1;
      rowStart = end + 1;
      end = source.indexOf('\n', rowStart);
    }
    const place = { row, column: start - rowStart + 1 };
    beginning.lastIndex = start;
    const type = signs[beginning.exec(source)?.[1] ?? ''] ?? 'name';
    const inside = beginning.lastIndex;
    const end = source.indexOf('}}', inside);
    const next = source.indexOf('{{', inside);
    if (type === '=') {
      yield { type, name: '', ...place };
      return;
    }
    if (end === -1 || (next !== -1 && next < end)) {
      yield { type: 'unclosed', name: '', ...place };
      start = next;
    } else {
      const content = source.slice(inside, end).trim();
      // Of `{{{{x}}` only the x is a name.
      yield { type, name: type === '&' ? content.replace(/^\{+/, '') : content, ...place };
      start = source.indexOf('{{', end + '}}'.length);
    }
  }
}
