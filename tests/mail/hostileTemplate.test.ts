/** Whatever stands in a template: it is refused, or what it gives is a harmless mail. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Mustache from 'mustache';
import { expect, onTestFinished, test } from 'vitest';
import { composeDraft, messageIdFor } from '../../src/mail/draft.ts';
import { TemplateError } from '../../src/mail/templateError.ts';
import { readTemplateIn } from '../../src/mail/templateFile.ts';
import { campaign } from '../pty/campaign.ts';
import { hostileCase, hostileParts, now } from './hostileIncident.ts';
import { hostileText } from './hostileText.ts';
import { builtIn, expectMarked, type Kind, kinds, type Leaving, leaving } from './leaving.ts';
import { expectHarmless, readMail } from './readMail.ts';

/** A template that somebody has changed a little, or written without knowing how. */
const hostileTemplate = (kind: Kind) => {
  const source = builtIn(kind);
  const places = [...source.matchAll(/(?<=\}\}|\n)/g)].map(({ index }) => index);
  return fc.oneof(
    fc
      .array(fc.tuple(fc.constantFrom(...places), hostileText, fc.nat({ max: 3 })), { maxLength: 4 })
      .map((changes) =>
        changes
          .toSorted(([a], [b]) => b - a)
          .reduce(
            (left, [place, text, gone]) => left.slice(0, place) + text + left.slice(place + gone),
            source,
          ),
      ),
    hostileText.map((text) => `{{nummer}}{{beslut}}{{samtal}}${text}`),
  );
};
const kindAndTemplate = fc
  .constantFrom(...kinds)
  .chain((kind) => hostileTemplate(kind).map((source) => ({ kind, source })));

test('a template that is hostile', { timeout: campaign.timeout }, async () => {
  let usable = 0;
  const runs = campaign.runs(500);
  await fc.assert(
    fc.asyncProperty(hostileParts, kindAndTemplate, async (parts, { kind, source }) => {
      const hostile = hostileCase({ ...parts, choice: 'now' });
      let made: Leaving | null;
      try {
        made = leaving(kind, hostile, source);
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        return;
      } finally {
        // It keeps every template that it has seen.
        Mustache.clearCache();
      }
      if (!made) return;
      usable += 1;
      const { subject, body } = made;
      const mail = { from: null, to: [], subject, messageId: messageIdFor('019a', null), date: now };
      const read = await readMail(await composeDraft({ ...mail, text: body }));
      expect(`${read.text}\n`).toBe(body);
      expect(body).toContain(hostile.incident.number);
      expectMarked(hostile, body);
    }),
    { numRuns: runs },
  );
  expect(usable).toBeGreaterThan(runs / 4);
});

test('a file of whatever bytes in a template’s place', { timeout: campaign.timeout }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tjour-mall-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'rapport-direktor.txt');
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    hostileText.map((text) => Buffer.from(text)),
    hostileText.map((text) => Buffer.from(text, 'utf16le')),
    hostileText.map((text) => Buffer.from(text, 'latin1')),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      writeFileSync(path, content);
      const source = await readTemplateIn(folder, 'rapport-direktor.txt').catch((error: unknown) => error);
      if (source instanceof TemplateError) expect(source.kind).toBe('not-utf-8');
      else expectHarmless(String(source));
    }),
    { numRuns: campaign.runs(500) },
  );
});
