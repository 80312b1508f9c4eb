/** A mail's bytes, read by another program's parser, and what no mail may hold. */
import PostalMime, { type Address } from 'postal-mime';
import { expect } from 'vitest';

export interface ReadMail {
  /** The headers' names in their order, as they are written. */
  readonly headers: readonly string[];
  readonly from: readonly Address[];
  readonly to: readonly Address[];
  readonly subject: string;
  /** Lines end in `\n`, but for the last: the parser adds an end to each of several parts. */
  readonly text: string;
  readonly html: string | null;
}

/** Controls but line feed, every mark that turns the direction of text, line separators, halves of characters. */
const harmful = /[^\P{Cc}\n]|\p{Bidi_Control}|\p{Cs}|[\u2028\u2029\ufeff]/u;

/** Fails the test unless a reader can be shown it. */
export function expectHarmless(text: string): void {
  const found = harmful.exec(text);
  if (found) expect(`U+${found[0].charCodeAt(0).toString(16)} at ${found.index}`).toBe('nothing harmful');
}

/**
 * Reads a mail, and fails the test unless its bytes are what every server and reader takes (RFC 5322, sections 2.1.1 and
 * 2.2; RFC 2045, section 6.7) and everything in it that a reader shows is harmless.
 */
export async function readMail(bytes: Uint8Array): Promise<ReadMail> {
  const raw = Buffer.from(bytes).toString('latin1');
  // Compared as texts: a matcher for each line would take most of the time of a hundred thousand mails.
  expect([/[^\x20-\x7e\r\n\t]/.exec(raw), /(?<!\r)\n|\r(?!\n)/.exec(raw)]).toEqual([null, null]);
  expect(/[^\r\n]{999}/.exec(raw)).toBe(null);
  const end = raw.indexOf('\r\n\r\n');
  expect(raw.slice(0, end).split('\r\n').filter(isFoldable)).toEqual([]);
  expect(/[^\r\n]{77}/.exec(raw.slice(end))).toBe(null);
  const head = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const mail = await PostalMime.parse(bytes);
  const read: ReadMail = {
    headers: head.map((line) => /^([\w-]+): ?/.exec(line)?.[1] ?? line),
    from: mail.from ? [mail.from] : [],
    to: mail.to ?? [],
    subject: mail.subject ?? '',
    text: withoutEnd(mail.text ?? ''),
    html: mail.html === undefined ? null : withoutEnd(mail.html),
  };
  const people = [...read.from, ...read.to].flatMap(({ name, address }) => [name, address ?? '']);
  for (const shown of [...people, read.subject, read.text, read.html ?? '']) expectHarmless(shown);
  expect([mail.cc, mail.bcc, mail.replyTo, mail.attachments]).toEqual([undefined, undefined, undefined, []]);
  return read;
}

/** A header's line that is longer than it has to be (RFC 5322, section 2.1.1). */
function isFoldable(line: string): boolean {
  return line.length > 78 && /\S\s+\S/.test(line.replace(/^[\w-]+:/, ''));
}

function withoutEnd(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/\n+$/, '');
}
