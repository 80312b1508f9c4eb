/** What a mail says, as somebody can change it: its subject and its text. */
import { wordingFile } from '../texts/messages.ts';
import { keptText, promiseIn } from './message.ts';
import { keptSubject } from './reportSubject.ts';
import { cleanText } from './text.ts';

export interface Wording {
  readonly subject: string;
  /** Every paragraph on one line, without the marks of an exercise: they are put on when it is shown and leaves. */
  readonly text: string;
}

/** With the time that it promises the next report at, as it stands in the text. */
export interface PromisingWording extends Wording {
  /** RFC 3339; null when it promises none. */
  readonly nextReportAt: string | null;
}

/** Words that somebody has edited, with what a mail may never lack: the number that a reply is found by, ÖVNING. */
export function keptWording(
  { subject, text }: Wording,
  about: { readonly number: string; readonly exercise: boolean },
): Wording {
  return { subject: keptSubject(subject, about), text: keptText(text, about.number) };
}

/** The same, with what it still promises of what was promised before. */
export function reworded(
  edited: Wording,
  promised: string | null,
  about: Parameters<typeof keptWording>[1],
): PromisingWording {
  const kept = keptWording(edited, about);
  return { ...kept, nextReportAt: promiseIn(kept.text, promised) };
}

export function isSameWording(a: Wording, b: Wording): boolean {
  return a.subject === b.subject && a.text === b.text;
}

/** As a file for an editor: the subject on the first line, a blank line, the text. */
export function fileOf({ subject, text }: Wording): string {
  return `${wordingFile.subject}: ${subject}\n\n${text}\n`;
}

const subjectLine = new RegExp(`^\\s*${wordingFile.subject}:([^\\n]*)(?:\\n|$)`, 'i');

/**
 * What such a file says when it comes back, sanitised; a first line that names no subject belongs to the text, and then
 * the subject is as `before`. Null when there is no text left.
 */
export function wordingFrom(file: string, before: Wording): Wording | null {
  const clean = cleanText(file);
  const named = subjectLine.exec(clean);
  const subject = named?.[1]?.trim() ?? '';
  const text = clean.slice(named?.[0].length ?? 0).trim();
  return text === '' ? null : { subject: subject === '' ? before.subject : subject, text };
}
