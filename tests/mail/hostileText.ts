/** Text that would do harm in a mail if it came through as it is, for fast-check to draw. */
import fc from 'fast-check';

const character = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((code) => String.fromCodePoint(code));

/** One sign that a mail must not hold, or must hold in another shape. */
const sign = fc.oneof(
  // C0 and C1 with line feed and DEL among them, and halves of characters.
  character(0x00, 0x1f),
  character(0x7f, 0x9f),
  fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code)),
  fc.constantFrom(...['\r\n', '\n\r', '\r\r\n', '\r', '\n', '\n\n', '\v', '\f', '\x85', '\u2028', '\u2029']),
  // What turns the direction of the text.
  fc.constantFrom(...'\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'),
  // What nobody sees.
  fc.constantFrom(...'\u00a0\u00ad\u034f\u180e\u200b\u200c\u200d\u2060\ufe0f\ufeff\ufff9\u{e0041}\u{e007f}'),
);

/** Words that are orders to a terminal, to a mail program or to a template. */
const order = fc.constantFrom(
  ...['\r\nBcc: offer@example.org', '\nTo: offer@example.org\n\n', '\r\n\r\n<script>', '\u2028Cc: a@b.se'],
  ...['\r\n.\r\nMAIL FROM:<a@b.se>\r\n', '\n.\n', '\n..\n', '.', 'From ', '\nFrom a@b.se'],
  ...['=?utf-8?Q?=0D=0ABcc:_offer=40example.org?=', '=?utf-8?B?4oCu?=', '=?utf-8?q?=E2=80=AE?=', '=?'],
  ...['=?iso-8859-1?Q?=9B?= =?utf-8?Q?=00?=', '?=', '=0D=0A', '=\r\n', '=E2=80=AE', '=3D', '=', '%0d%0aBcc:'],
  ...['\x1b[2J\x1b]0;titel\x07', '\x1b]8;;http://x.se\x1b\\', '\x9b31m', '\x1bP', '\x1b', '\x9d'],
  ...['{{x}}', '{{nummer}}', '{{{beslut}}}', '{{#regler}}', '{{/regler}}', '{{=<% %>=}}', '{{>x}}', '}}'],
  ...['<b>', '</p>', '<img src=x onerror=alert(1)>', '&lt;', '&#x202e;', '-->', '"', "'", '\\', '\\"'],
  ...['a@b.se', 'Ann <a@b.se>', '<a@b.se>, <c@d.se>', 'a@b.se, c@d.se', ';', ':', '(', ')', ','],
  ...['ÖVNING', 'DET HÄR BEHÖVER DU GÖRA', '[BESLUT]', 'A-2026-0001', '- ', '> ', '----'],
);

/** Text that must come through as it was said. */
const words = fc.constantFrom(
  ...['Brand i tvättstuga', 'Åsa Öhrn', 'A\u030a A\u0308 O\u0308 a\u030a', '031-390 06 12', ' ', '  ', 'och'],
  ...['👩‍👩‍👧‍👦', '🏳️‍🌈', '👍🏽', '日本語', 'שלום', 'مرحبا', 'e\u0301\u0323', '\u0301', '\u0338'],
);

const long = fc.constantFrom(
  ...[
    'x'.repeat(80),
    'x'.repeat(1_100),
    'å'.repeat(500),
    ' '.repeat(300),
    '👩‍👩‍👧‍👦'.repeat(30),
    'a\u0301'.repeat(90),
  ],
);

/** As long as an answer may be. */
const longest = fc.constantFrom(
  ...['x'.repeat(10_000), 'å'.repeat(10_000), '! '.repeat(5_000), '\n'.repeat(10_000), '👩‍👧'.repeat(3_333)],
  ...['{{x}}'.repeat(2_000), '=?utf-8?Q?=00?= '.repeat(625), '\x1b]'.repeat(5_000), '-'.repeat(10_000)],
);

/** Nearly always some pieces of all kinds, now and then something very long. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 300,
    arbitrary: fc
      .array(
        fc.oneof(
          { weight: 6, arbitrary: sign },
          { weight: 6, arbitrary: order },
          { weight: 4, arbitrary: words },
          { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
        ),
        { maxLength: 9 },
      )
      .map((pieces) => pieces.join('')),
  },
  { weight: 8, arbitrary: fc.tuple(words, long, sign, words).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: longest },
);

/** Addresses as a register may have them, and what somebody would like to pass for one. */
export const hostileAddress: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        'asa.ohrn@goteborg.example',
        "o'hara+x@sub.domän.example",
        'A{b}|~@X.example',
        'b@förvaltning.example',
      ],
      ...['c@do\u0308d.example', 'd@FÖRVALTNING.Example', `${'e'.repeat(64)}@${'f'.repeat(60)}.example`],
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        'a@b.se\r\nBcc: x@y.se',
        'a@b.se, c@d.se',
        'a@b.se;c@d.se',
        'A <a@b.se>',
        '"a b"@c.se',
        'a@[1.2.3.4]',
      ],
      ...['a@b.se\u202e', 'å@b.se', 'a@b..se', 'a@b.se\0', ' a@b.se\n', '', '=?utf-8?Q?x=40y.se=2C?=@b.se'],
    ),
  },
  { weight: 1, arbitrary: hostileText },
);
