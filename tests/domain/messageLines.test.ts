/** The lines of a mail, wrapped and made whole again. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailColumns, unwrapText, wrapLine } from '../../src/domain/messageLines.ts';

const word = fc.stringMatching(/^[a-zåäö0-9]{1,14}$/);
const words = fc.array(word, { minLength: 1, maxLength: 60 }).map((all) => all.join(' '));
/** Paragraphs apart from each other, and points of a list under each other. */
const text = fc
  .array(
    fc.oneof(
      words,
      fc
        .array(words, { minLength: 1, maxLength: 4 })
        .map((points) => points.map((each) => `- ${each}`).join('\n')),
    ),
  )
  .map((parts) => parts.join('\n\n'));

const wrapped = (whole: string) =>
  whole
    .split('\n')
    .map((line) => wrapLine(line, mailColumns))
    .join('\n');

test('what was wrapped for a mail has its paragraphs whole again', () => {
  fc.assert(
    fc.property(text, (whole) => {
      expect(unwrapText(wrapped(whole))).toBe(whole);
    }),
  );
});

test('short lines under each other stay so', () => {
  const address = 'NÅ OSS\nTrygghetsjouren\nTelefon: 031-390 06 10\n\nA-2026-0001\n';
  expect(unwrapText(address)).toBe(address);
});
