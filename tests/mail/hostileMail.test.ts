/** Whatever is said, typed and set up: what leaves is one harmless mail, to those it is meant for. */
import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import type { Address } from 'postal-mime';
import { expect, test } from 'vitest';
import { senderOf } from '../../src/cli/correspondents.ts';
import type { MailAddress } from '../../src/domain/reach.ts';
import { usableAddress } from '../../src/mail/address.ts';
import { composeDraft, composeMail, messageIdFor } from '../../src/mail/draft.ts';
import { htmlBody } from '../../src/mail/html.ts';
import { campaign } from '../pty/campaign.ts';
import { type HostileParts, hostileCase, hostileParts, now } from './hostileIncident.ts';
import { builtIn, edited, expectMarked, kinds, leaving } from './leaving.ts';
import { expectHarmless, readMail } from './readMail.ts';

const templates = new Map(kinds.map((kind) => [kind, builtIn(kind)]));

test('a report or a message that is made of hostile text', { timeout: campaign.timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(
      hostileParts,
      fc.constantFrom(...kinds),
      fc.boolean(),
      fc.boolean(),
      async (parts, kind, isEdited, isSent) => {
        const hostile = hostileCase(parts);
        const made = leaving(kind, hostile, templates.get(kind) ?? '');
        if (!made) return;
        const { subject, body, to } = isEdited ? edited(made, hostile) : made;
        const { number, exercise } = hostile.incident;
        const from = senderOf(hostile.desk);
        const messageId = messageIdFor('019a-b', hostile.desk.settings.deskEmail);
        const mail = { from, to, subject, text: body, messageId, date: now };
        const html = htmlBody(body, subject);
        const bytes = await (isSent ? composeMail({ ...mail, html }) : composeDraft(mail));

        const read = await readMail(bytes);
        const usableTo = to.map(usableAddress).filter((each) => each !== null);
        expect(read.headers).toEqual([
          ...(isSent ? [] : ['X-Unsent']),
          'Content-Language',
          ...(usableAddress(from) ? ['From'] : []),
          ...(usableTo.length > 0 ? ['To'] : []),
          ...['Subject', 'Message-ID', 'Date'],
          ...(isSent ? [] : ['Content-Transfer-Encoding']),
          ...['MIME-Version', 'Content-Type'],
        ]);
        expect(read.to.map(asRead)).toEqual(usableTo.map(asRead));
        expect(read.from.map(asRead)).toEqual(
          [usableAddress(from)].flatMap((each) => each ?? []).map(asRead),
        );
        // What is read is what the program showed and keeps in its journal.
        expect(read.subject).toBe(subject.replace(/ +/g, ' '));
        expect(`${read.text}\n`).toBe(body);
        expect(read.html).toBe(isSent ? html.trimEnd() : null);
        expectHarmless(html);
        expect(messageIdFor(hostile.edited.text, hostile.desk.settings.deskEmail)).toMatch(
          /^<[\w.-]*@[\w.-]+>$/,
        );
        expect([subject.includes(number), body.includes(number)]).toEqual([true, true]);
        expectMarked(hostile, body);
        if (exercise) {
          expect(subject.startsWith('ÖVNING')).toBe(true);
          expect(to.every(({ address }) => address === hostile.desk.settings.exerciseEmail)).toBe(true);
        }
        if (isSent) expect(wordsOf(html)).toBe(unmarked(subject + body));
      },
    ),
    { numRuns: campaign.runs(500) },
  );
});

test('what does no harm comes through as it was said', async () => {
  const said = 'Åsa Öhrn 👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 日本語 שלום';
  const parts: HostileParts = {
    texts: [`${said.normalize('NFD')}\u202e`],
    ...{ addresses: ['a@b.se'], exercise: false, number: 'A-2026-0001', namesNumber: false },
    ...{ choice: 'now', certainty: 'confirmed' },
  };
  for (const kind of kinds) {
    const made = leaving(kind, hostileCase(parts), templates.get(kind) ?? '');
    if (!made) throw new Error(`no ${kind}`);
    const { subject, body, to } = made;
    const mail = { from: null, to, subject, text: body, messageId: messageIdFor('019a', null), date: now };
    const read = await readMail(await composeDraft(mail));
    for (const each of [read.subject, read.text, read.to[0]?.name]) expect(each).toContain(said);
  }
});

/** The parser drops a name that is only the address, and gives a domain in letters. */
function asRead({ name, address = '' }: Address | MailAddress): string[] {
  const at = address.lastIndexOf('@');
  return [name === address ? '' : name, address.slice(0, at), domainToASCII(address.slice(at + 1))];
}

const tag = /<\/?(?:html(?: lang="sv")?|head|body|title|h2|ul|li|p)>|<br>|<meta [^<>]*>|<!DOCTYPE html>/g;
const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/**
 * What a reader of the page sees, without white space and the marks of lists. Fails the test where a reader could take
 * for a tag or an entity what the page has none of.
 */
function wordsOf(html: string): string {
  const words = html.replace(tag, '');
  expect(/[<>]|&(?!lt;|gt;|quot;|amp;)/.exec(words)).toBe(null);
  return unmarked(words.replace(/&\w+;/g, (entity) => entities[entity] ?? entity));
}

function unmarked(text: string): string {
  return text.replace(/[\s-]+/g, '');
}
