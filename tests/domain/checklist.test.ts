import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseChecklist } from '../../src/domain/checklist.ts';
import { cleanLine } from '../../src/domain/text.ts';
import { checklistProblemText } from '../../src/texts/checklists.ts';

const pointsOf = (source: string) =>
  parseChecklist(source).checklist.sections.flatMap(({ points }) => points.map(({ text }) => text));
const problemsOf = (source: string) => parseChecklist(source).problems;

test('a whole checklist', () => {
  const source = `# Vilka ska informeras?

<!-- Redigera gärna
- [ ] inte en punkt -->
Ta ställning till
vilka.

Och när.

- [ ] Kommunikations-
  enheten <!-- dygnet runt -->
- Media

## Frågor
- Vad får det för konsekvenser
      för andra?
- Svara skriftligt
`;
  expect(parseChecklist(source)).toEqual({
    checklist: {
      title: 'Vilka ska informeras?',
      explanation: 'Ta ställning till vilka.\n\nOch när.',
      sections: [
        {
          title: null,
          points: [
            { text: 'Kommunikations- enheten', isQuestion: false },
            { text: 'Media', isQuestion: false },
          ],
        },
        {
          title: 'Frågor',
          points: [
            { text: 'Vad får det för konsekvenser för andra?', isQuestion: true },
            { text: 'Svara skriftligt', isQuestion: false },
          ],
        },
      ],
    },
    problems: [],
  });
});

test('a question is one only under Frågor, however that is written', () => {
  const isQuestion = (source: string) =>
    parseChecklist(source).checklist.sections.at(-1)?.points.at(-1)?.isQuestion;
  expect(isQuestion('# A\n- Är de nådda?')).toBe(false);
  expect(isQuestion('# A\n## Aktörer\n- Är de nådda?')).toBe(false);
  expect(isQuestion('# A\n##  FRA\u030aGOR \n- Är de nådda?')).toBe(true);
});

test('every way to write a point', () => {
  const source = [
    '# Resurser',
    ...['- ett', '* två', '+ tre', '– fyra', '• fem', '-sex', '  - sju', '\t* [x] åtta'],
    ...[
      '- [ ] nio',
      '- [X] tio',
      '- [] elva',
      '-[ ] tolv',
      '-  [ ]  tretton',
      '- [ ]fjorton',
      '- [a] femton',
    ],
  ];
  const points = [
    ...['ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv', 'tretton'],
    ...['[ ]fjorton', '[a] femton'],
  ];
  expect(pointsOf(source.join('\n'))).toEqual(points);
  expect(pointsOf(`\ufeff${source.join('\r\n')}\r\n`)).toEqual(points);
  expect(pointsOf(source.join('\r'))).toEqual(points);
  expect(problemsOf(`\ufeff${source.join('\r\n')}`)).toEqual([]);
});

test('what would act on a terminal is not part of any text', () => {
  expect(parseChecklist('# A\x1b[31m\n\x9d0;x\x07Text\n## B\u202e\n- C\x07\x00\n').checklist).toEqual({
    title: 'A',
    explanation: 'Text',
    sections: [{ title: 'B', points: [{ text: 'C', isQuestion: false }] }],
  });
});

describe('what is wrong is told with its row', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => `- Punkt ${index + 1}`).join('\n');
  test.each([
    ['nothing', '', ['no-title 1', 'no-points 1']],
    ['no title', '- A', ['no-title 1']],
    ['a title without words', '# \n- A', ['no-title 1', 'unknown 1']],
    ['no points', '# A\n\nText\n## B\n', ['no-points 1']],
    ['a comment that does not end', '# A\n<!-- B\n- C', ['no-points 1']],
    ['empty points', '# A\n- B\n-\n- [ ]\n*\n', ['empty-point 3', 'empty-point 4', 'empty-point 5']],
    ['the same point twice', '# A\n- Göteborg\n## B\n- [x] goteborg\n', ['repeated-point 4']],
    ['another title', '# A\n- B\n# C\n', ['unknown 3']],
    ['a heading below a heading', '# A\n## B\n### C\n- D', ['unknown 3']],
    ['text among the points', '# A\n- B\n\nText\n1. C\n', ['unknown 4', 'unknown 5']],
    ['an indented line after a heading', '# A\n- B\n## C\n  D\n- E', ['unknown 4']],
    ['a line', '# A\n- B\n---\n- C', ['unknown 3']],
    ['200 points', `# A\n${many(200)}`, []],
    ['201 points', `# A\n${many(203)}`, ['too-many 202']],
    ['300 characters', `# A\n- ${'å'.repeat(300)}`, []],
    ['301 characters', `# A\n<!--\n\n-->\n- ${'å'.repeat(300)}\n  d`, ['too-long 5']],
    ['several, in order', '# A\nText\n- \nB\n- C\n- C', ['empty-point 3', 'unknown 4', 'repeated-point 6']],
  ])('%s', (_, source, expected) => {
    expect(problemsOf(source).map(({ kind, row }) => `${kind} ${row}`)).toEqual(expected);
  });

  test('in words', () => {
    expect(problemsOf('# A\n- B\nC').map(checklistProblemText)).toEqual([
      'Rad 3: raden är varken rubrik eller punkt. Börja en punkt med ”- ” och en rubrik med ”## ”.',
    ]);
    expect(problemsOf('- B').map(checklistProblemText)).toEqual([
      'Listan saknar namn. Skriv det på en rad som börjar med ”# ”.',
    ]);
  });
});

test('whatever is written, the texts are clean and different, or there is a problem', () => {
  const pieces = fc.constantFrom(
    ...[
      '# ',
      '## ',
      '- ',
      '* [x] ',
      '\n',
      '\r\n',
      '  ',
      'a',
      'Å',
      'b?',
      '<!--',
      '-->',
      '\x1b[',
      '\u2028',
      '\t',
    ],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (written) => {
      const { checklist, problems } = parseChecklist(written.join(''));
      const points = checklist.sections.flatMap((section) => section.points.map(({ text }) => text));
      for (const text of [checklist.title, ...points]) expect(cleanLine(text)).toBe(text);
      expect(points).not.toContain('');
      for (const { points: inSection } of checklist.sections) expect(inSection).not.toEqual([]);
      if (problems.length > 0) return;
      expect(checklist.title).not.toBe('');
      expect(points).not.toEqual([]);
      expect(new Set(points).size).toBe(points.length);
    }),
    { numRuns: 3000 },
  );
});
