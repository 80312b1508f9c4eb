/** A mail as bytes: the draft, an `.eml` that any mail program reads, and what the program sends itself. */
import { isMailAddress, type MailAddress } from '../domain/reach.ts';
import { cleanLine, cleanText } from '../domain/text.ts';
import { encodedWord, usableAddress } from './address.ts';

export interface Draft {
  /** The desk. Left out of the mail when null or not an address. */
  readonly from: MailAddress | null;
  /** Those that are no addresses are left out: the operator fills it in. */
  readonly to: readonly MailAddress[];
  readonly subject: string;
  /** Lines end in `\n`. */
  readonly text: string;
  /** The same as HTML, for whoever reads that instead (RFC 2046, section 5.1.4). */
  readonly html?: string;
  /** As `messageIdFor` gives it. */
  readonly messageId: string;
  /** RFC 3339. */
  readonly date: string;
}

/**
 * The draft's bytes: CRLF throughout, ASCII only, UTF-8 in quoted-printable, plain text. The same draft gives the
 * same bytes. `X-Unsent: 1` asks mail programs that know it to open the draft for editing. A mail program replaces
 * every technical header when a person sends the draft, so the incident's number must be in subject and text.
 * Sources: RFC 5322, RFC 2045 section 6.7, RFC 2047. Throws RangeError when `date` is not a time.
 */
export function composeDraft(draft: Draft): Promise<Uint8Array> {
  return compose(draft, { 'X-Unsent': '1' });
}

/** The same for a mail that the program itself sends: nobody is asked to edit it. */
export function composeMail(mail: Draft): Promise<Uint8Array> {
  return compose(mail, {});
}

async function compose(draft: Draft, headers: Readonly<Record<string, string>>): Promise<Uint8Array> {
  // Loaded here since it takes longer than starting the program does.
  const [{ default: MailComposer }, { encodeWord }] = await Promise.all([
    import('nodemailer/lib/mail-composer'),
    import('nodemailer/lib/mime-funcs'),
  ]);
  const subject = cleanLine(draft.subject);
  const from = usableAddress(draft.from);
  const to = draft.to.map(usableAddress).filter((address) => address !== null);
  const composer = new MailComposer({
    ...(from ? { from: { ...from } } : {}),
    ...(to.length > 0 ? { to } : {}),
    // What is encoded already the library leaves as it is.
    subject: isMisread(subject) ? encodeWord(subject, 'Q', longestEncoded) : subject,
    text: cleanText(draft.text),
    ...(draft.html === undefined ? {} : { html: draft.html }),
    // The same mail to the byte whenever it is composed.
    baseBoundary: draft.messageId.replace(/@.*|\W/g, '').slice(0, longestBoundary),
    messageId: draft.messageId,
    date: new Date(Temporal.Instant.from(draft.date).epochMilliseconds),
    headers: { ...headers, 'Content-Language': 'sv' },
    newline: 'windows',
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Uint8Array(await composer.compile().build());
}

/** A boundary has at most 70 characters (RFC 2046, section 5.1.1), of which the library takes some. */
const longestBoundary = 50;
/** As long as the library makes an encoded word: with what is before it, it has room on a line. */
const longestEncoded = 52;

/**
 * Whether a subject in plain ASCII would be read as another, or cannot be folded: what looks like an encoded word would be
 * decoded, to controls too, and a line has at most 998 characters (RFC 5322, section 2.1.1).
 */
function isMisread(subject: string): boolean {
  return subject.includes(encodedWord) || /\S{60}/.test(subject);
}

/**
 * A Message-ID made of an entry's id, so that composing the same draft again gives the same mail. RFC 5322, section
 * 3.6.4; the right side is the desk's own domain, or one that can never exist (RFC 2606).
 */
export function messageIdFor(entryId: string, from: string | null): string {
  const domain = from !== null && isMailAddress(from) ? from.slice(from.lastIndexOf('@') + 1) : '';
  return `<${entryId.replace(/[^\w.-]/g, '')}@${/^[\x21-\x7e]+$/.test(domain) ? domain : 'tjour.invalid'}>`;
}

/** `A-2026-0001-1.eml`, the incident's first draft; in an exercise `OVNING-A-2026-0001-1.eml`. */
export function draftFileName(number: string, n: number, exercise: boolean): string {
  return `${exercise ? 'OVNING-' : ''}${number}-${n}.eml`;
}
