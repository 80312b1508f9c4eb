/** A mail's words open to be changed: the subject over the text. */
import type { TextBuffer } from '../flow/textBuffer.ts';
import type { WordingFields } from '../flow/wordingFields.ts';
import { draft as words } from '../texts/call.ts';
import { type Body, fixed, stack, textField } from './body.ts';
import { line, type Size } from './frame.ts';

/** Rows for both of them with a little of the text. */
export const leastFields = 6;

export function wordingBody({ field, subject, text }: WordingFields, { columns, rows }: Size): Body {
  const label = (name: string, of: typeof field) => [line(name, field === of ? 'strong' : 'quiet')];
  const subjectField =
    field === 'subject' ? textField(subject, columns, 2) : unopened({ ...subject, cursor: 0 }, columns, 1);
  const room = Math.max(1, rows - 2 - subjectField.lines.length);
  return stack([
    label(words.subject, 'subject'),
    subjectField,
    label(words.text, 'text'),
    field === 'text' ? textField(text, columns, room) : unopened(text, columns, room),
  ]);
}

/** A field that nothing is typed in now. */
function unopened(buffer: TextBuffer, columns: number, height: number): Body {
  return fixed(textField(buffer, columns, height).lines);
}
