/** A mail's words open to be changed by hand: two fields, the subject and the text. */
import { countCharacters, maxAnswerLength } from '../domain/text.ts';
import type { Wording } from '../domain/wording.ts';
import { editField, type FieldChange } from './editing.ts';
import type { Key } from './keys.ts';
import { bufferOf, insert, type TextBuffer } from './textBuffer.ts';

/** Why the operator's own editor gave nothing back. */
export type EditorFault = 'not-started' | 'failed' | 'emptied' | 'unreadable';

/** What came back from the operator's own editor. */
export type EditorMessage =
  | { readonly kind: 'edited'; readonly wording: Wording }
  | { readonly kind: 'not-edited'; readonly why: EditorFault };

/** What is said of the words that were to be changed. */
export type EditingNotice =
  | { readonly kind: 'too-long-to-edit' }
  | { readonly kind: 'promise-lost' }
  | { readonly kind: 'editor'; readonly came: EditorFault | 'nothing-new' };

/** The fields, and which of them the keys are for. */
export interface WordingFields extends Readonly<Record<keyof Wording, TextBuffer>> {
  readonly field: keyof Wording;
}

/** What the operator is to fill in by hand, as the templates mark it. */
const toFillIn = /\[fyll i[^\]\n]*\]/gi;

/** The places in the text that are still to be filled in, as they stand there. */
export function placesToFillIn(text: string): string[] {
  return [...text.matchAll(toFillIn)].map(([mark]) => mark);
}

/**
 * The fields with the text open, and the cursor where there is something to fill in. Null when the text is longer than
 * a field holds (`maxAnswerLength`).
 */
export function openWording({ subject, text }: Wording): WordingFields | null {
  if (countCharacters(text) > maxAnswerLength) return null;
  const [place] = placesToFillIn(text);
  const cursor = place === undefined ? 0 : text.indexOf(place);
  return { field: 'text', subject: bufferOf(subject), text: { ...bufferOf(text), cursor } };
}

/** As it stands in the fields. */
export function wordingIn({ subject, text }: WordingFields): Wording {
  return { subject: subject.text, text: text.text };
}

export interface FieldsChange {
  readonly fields: WordingFields;
  /** How many characters did not fit. */
  readonly dropped: number;
}

/** What the key makes of the fields; null for the key that closes them. */
export function onFieldsKey(fields: WordingFields, key: Key): FieldsChange | null {
  switch (key.kind) {
    case 'escape':
      return null;
    case 'tab':
    case 'shift-tab':
      return unchanged({ ...fields, field: fields.field === 'text' ? 'subject' : 'text' });
    case 'enter':
      return fields.field === 'subject'
        ? unchanged({ ...fields, field: 'text' })
        : changed(fields, { kind: 'changed', ...insert(fields.text, '\n') }, key);
    default:
      return changed(fields, editField(fields[fields.field], key), key);
  }
}

function changed(fields: WordingFields, change: FieldChange, key: Key): FieldsChange {
  switch (change.kind) {
    case 'changed':
      return { fields: { ...fields, [fields.field]: change.buffer }, dropped: change.dropped };
    case 'edge':
      return unchanged({ ...fields, field: key.kind === 'up' ? 'subject' : 'text' });
    case 'none':
      return unchanged(fields);
  }
}

function unchanged(fields: WordingFields): FieldsChange {
  return { fields, dropped: 0 };
}
