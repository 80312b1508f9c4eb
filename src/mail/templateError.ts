/** What can be wrong with a template. The words are in src/texts. */
import type { Place } from './templateTags.ts';

/** A fault in a template, with its place. A required field that is missing has none. */
export type TemplateProblem =
  | { readonly kind: 'required-missing'; readonly field: string }
  | (Place &
      (
        | {
            readonly kind: 'unknown-field';
            readonly field: string;
            /** The field that was probably meant. */
            readonly suggestion: string | null;
            /** The list that has such a field, when this place is outside it. */
            readonly within: string | null;
          }
        /** A list or a flag written out as if it were text. */
        | { readonly kind: 'not-text'; readonly field: string }
        /** `{{{ }}}` or `{{& }}`. */
        | { readonly kind: 'unescaped'; readonly field: string }
        | { readonly kind: 'partial'; readonly field: string }
        | { readonly kind: 'delimiters' }
        | { readonly kind: 'unclosed-tag' }
        | { readonly kind: 'unclosed-section'; readonly field: string }
        | { readonly kind: 'unopened-section'; readonly field: string }
        /** A list within another: the text would grow with the product of their lengths. */
        | { readonly kind: 'list-in-list'; readonly field: string }
        | { readonly kind: 'too-deep' }
        /** So much white space in a row that Mustache would take seconds to get past it. */
        | { readonly kind: 'blanks' }
      ));

/** `invalid` has problems; the others have none. `outside` is a link that leads out of the folder of templates. */
export type TemplateErrorKind =
  | 'missing'
  | 'unreadable'
  | 'unreadable-folder'
  | 'not-a-file'
  | 'outside'
  | 'too-large'
  | 'not-utf-8'
  | 'invalid';

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
