/** What a mail says, out of the program and back in: through a file, and with what it may never lack. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileOf, keptWording, wordingFrom } from '../../src/domain/wording.ts';

const wording = {
  subject: '[BESLUT] Brand – A-2026-0002',
  text: 'Det brinner.\n\n- Höstlyckan\n- Ämne: larm',
};

test('an untouched file says the same again, whatever the words are', () => {
  const line = fc
    .array(fc.constantFrom('Ämne:', 'å', 'brand', '-', '1', ' '), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join('').trim())
    .filter((text) => text !== '');
  fc.assert(
    fc.property(line, fc.array(line, { minLength: 1, maxLength: 5 }), (subject, lines) => {
      const given = { subject, text: lines.join('\n\n') };
      expect(wordingFrom(fileOf(given), wording)).toEqual(given);
    }),
  );
});

test.each([
  ['as Windows saves it', `\ufeff${fileOf(wording).replaceAll('\n', '\r\n')}`, wording],
  ['without its blank line', 'Ämne: Nytt\nText', { subject: 'Nytt', text: 'Text' }],
  ['in small letters', 'ämne:Nytt\n\nText', { subject: 'Nytt', text: 'Text' }],
  ['with an empty subject', 'Ämne:\n\nText', { subject: wording.subject, text: 'Text' }],
  ['without a subject', 'Bara text\nAmne: x', { subject: wording.subject, text: 'Bara text\nAmne: x' }],
  ['with the terminal’s own sequences', 'Ämne: a\x1b[2J\u202eb\n\nx\x07y', { subject: 'ab', text: 'xy' }],
])('a file %s is understood', (_, file, expected) => {
  expect(wordingFrom(file, wording)).toEqual(expected);
});

test.each(['', ' \n\t\n', 'Ämne: x', 'Ämne: x\n\n \n'])('%j has no text', (file) => {
  expect(wordingFrom(file, wording)).toBeNull();
});

test('the number and ÖVNING are put back when they were taken away', () => {
  const about = { number: 'A-2026-0002', exercise: true };
  const kept = keptWording({ subject: 'Bara\r\nBcc: x@y.se', text: 'Kort.' }, about);
  expect(kept).toEqual({ subject: 'ÖVNING – Bara Bcc: x@y.se – A-2026-0002', text: 'Kort.\n\nA-2026-0002' });
  expect(keptWording(kept, about)).toEqual(kept);
});

test.each([
  ['A-2026-0002', true],
  ['x – A-2026-0002.', true],
  ['A-2026-0002ämne', false],
  ['A-2026-00021', false],
  ['BA-2026-0002, A-2026-0002', true],
])('in %j the number is found: %s', (subject, isFound) => {
  const kept = keptWording({ subject, text: subject }, { number: 'A-2026-0002', exercise: false });
  expect(kept.subject === subject).toBe(isFound);
  expect(kept.text === subject).toBe(isFound);
});
