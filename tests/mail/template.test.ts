import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Mustache, { type TemplateSpans } from 'mustache';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FieldDefinitions, reportFields } from '../../src/domain/reportFields.ts';
import { mailBody } from '../../src/mail/body.ts';
import { checkTemplate, renderTemplate } from '../../src/mail/template.ts';
import { TemplateError } from '../../src/mail/templateError.ts';
import { maxTemplateSize } from '../../src/mail/templateFile.ts';
import { templateTags } from '../../src/mail/templateTags.ts';
import { templateFailure, templateProblemText } from '../../src/texts/templates.ts';
import { loadTemplate } from './loadTemplate.ts';

const fields: FieldDefinitions = {
  nummer: { kind: 'text', required: true },
  motivering: { kind: 'text' },
  ovning: { kind: 'flag' },
  ord: { kind: 'list' },
  regler: { kind: 'list', items: { kalla: { kind: 'text' } } },
};
const builtIn = new URL('../../templates/rapport-direktor.txt', import.meta.url).pathname;

describe('a template without faults', () => {
  test.each([
    '{{nummer}}',
    '{{! en anteckning }}{{ nummer }} {{#motivering}}{{motivering}} {{.}}{{/motivering}}',
    '{{nummer}}{{#ovning}}x{{/ovning}}{{^ovning}}y{{/ovning}}{{#ord}}{{.}}{{/ord}}',
    '{{nummer}}{{#regler}}{{kalla}} {{nummer}}{{/regler}}{{^regler}}-{{/regler}}',
    '{{#nummer}}{{nummer}}{{/nummer}}',
    '{{nummer}}{{!{}}',
    '{{ nummer }}{{ # ord }}{{ . }}{{ / ord }}',
  ])('%s', (source) => {
    expect(checkTemplate(source, fields)).toEqual([]);
  });

  test('the built-in one, which also names every field in its own explanation', async () => {
    const source = await loadTemplate(builtIn, reportFields);
    const explanation = source.slice(0, source.indexOf('}}'));
    const names = Object.entries(reportFields).flatMap(([name, { items }]) => [
      name,
      ...Object.keys(items ?? {}),
    ]);
    for (const name of names) expect(explanation).toMatch(new RegExp(`\\b${name}\\b`));
  });
});

/** A field that is not there. */
function unknown(
  field: string,
  row: number,
  column: number,
  suggestion: string | null = null,
  within: string | null = null,
) {
  return { kind: 'unknown-field', field, suggestion, within, row, column } as const;
}

describe('a fault is told with its place', () => {
  test.each([
    ['{{nummer}}\n  {{nummmer}}', unknown('nummmer', 2, 3, 'nummer')],
    ['{{nummer}}{{Övnign}}', unknown('Övnign', 1, 11, 'ovning')],
    ['{{nummer}}{{#regler}}\n{{källa}}{{/regler}}', unknown('källa', 2, 1, 'kalla')],
    ['{{nummer}}{{#ord}}{{kalla}}{{/ord}}', unknown('kalla', 1, 19, null, 'regler')],
    ['{{nummer}}{{kalla}}', unknown('kalla', 1, 11, null, 'regler')],
    ['{{nummer}}{{.}}', unknown('.', 1, 11)],
    ['{{nummer}}{{#regler}}{{.}}{{/regler}}', unknown('.', 1, 22)],
    ['{{nummer}}{{constructor}}', unknown('constructor', 1, 11)],
    ['{{nummer}}{{nummer.length}}', unknown('nummer.length', 1, 11)],
    ['{{nummer}}{{^okand}}x{{/okand}}', unknown('okand', 1, 11)],
    ['{{nummer}}{{regler}}', { kind: 'not-text', field: 'regler', row: 1, column: 11 }],
    ['{{nummer}}{{ovning}}', { kind: 'not-text', field: 'ovning', row: 1, column: 11 }],
    ['{{nummer}}{{{motivering}}}', { kind: 'unescaped', field: 'motivering', row: 1, column: 11 }],
    ['{{nummer}}{{{{motivering}}}}', { kind: 'unescaped', field: 'motivering', row: 1, column: 11 }],
    ['{{nummer}}\n{{& motivering}}', { kind: 'unescaped', field: 'motivering', row: 2, column: 1 }],
    ['{{nummer}}{{> annan}}', { kind: 'partial', field: 'annan', row: 1, column: 11 }],
    ['{{nummer}}\n{{=<% %>=}}', { kind: 'delimiters', row: 2, column: 1 }],
    ['{{nummer}}\n {{=x=}}', { kind: 'delimiters', row: 2, column: 2 }],
    ['{{nummer}}\n {{motivering', { kind: 'unclosed-tag', row: 2, column: 2 }],
    ['{{nummer}}\n {{#ord}}\n{{.}}', { kind: 'unclosed-section', field: 'ord', row: 2, column: 2 }],
    ['{{#ord}}{{nummer}}', { kind: 'unclosed-section', field: 'ord', row: 1, column: 1 }],
    ['{{nummer}}\n{{/ord}}', { kind: 'unopened-section', field: 'ord', row: 2, column: 1 }],
    [
      '{{nummer}}{{#ord}}{{#ovning}}{{/ovning}} {{#ovning}}\n{{/ord}}',
      { kind: 'unclosed-section', field: 'ovning', row: 1, column: 42 },
    ],
    ['{{nummer}}\n{{! {{nummer}} och mer', { kind: 'unclosed-tag', row: 2, column: 1 }],
    [
      '{{nummer}}{{#ord}}{{#regler}}{{kalla}}{{/regler}}{{/ord}}',
      { kind: 'list-in-list', field: 'regler', row: 1, column: 19 },
    ],
    [
      `{{nummer}}\n${'{{#ovning}}'.repeat(21)}${'{{/ovning}}'.repeat(21)}`,
      { kind: 'too-deep', row: 2, column: 221 },
    ],
    [`{{nummer}}\na{{!${' '.repeat(200)}}}`, { kind: 'blanks', row: 2, column: 5 }],
    ['utan', { kind: 'required-missing', field: 'nummer' }],
    ['', { kind: 'required-missing', field: 'nummer' }],
    ['{{#ovning}}{{nummer}}{{/ovning}}', { kind: 'required-missing', field: 'nummer' }],
  ])('%j', (source, problem) => {
    const problems = checkTemplate(source, fields);
    expect(problems).toEqual([problem]);
    const words = problems.map(templateProblemText).join();
    if ('row' in problem) expect(words).toMatch(`rad ${problem.row}, kolumn ${problem.column}: `);
    else expect(words).toContain('{{nummer}}');
  });

  test('and with the file, wherever it lies', () => {
    const problems = checkTemplate('{{nummer}}\n{{=x=}}', fields);
    for (const path of ['/mallar/rapport-direktor.txt', 'C:\\mallar\\rapport-direktor.txt'])
      expect(templateFailure({ kind: 'invalid', path, problems })).toMatch(
        /^Mallen rapport-direktor\.txt har fel: rad 2, kolumn 1: /,
      );
  });

  test('several at once, in the order of their places', () => {
    const kinds = checkTemplate('{{okand}}\n{{#ord}}{{{ord}}}{{/ord}}', fields).map(({ kind }) => kind);
    expect(kinds).toEqual(['unknown-field', 'unescaped', 'required-missing']);
  });
});

test('what is probably meant is told, and where a field can stand', () => {
  const told = (source: string) =>
    checkTemplate(`{{nummer}}${source}`, fields).map(templateProblemText).join();
  expect(told('{{motivring}}')).toContain('Menade du {{motivering}}?');
  expect(told('{{kalla}}')).toContain('bara inuti {{#regler}} … {{/regler}}');
  expect(told('{{xyz}}')).toContain('Fälten räknas upp överst');
  expect(told(`{{${'lång\n'.repeat(1000)}}}`)).toMatch(/^.{0,200}$/);
});

test('many faults are told as a few and a number', () => {
  const problems = checkTemplate(`{{nummer}}${'{{x}}'.repeat(20_000)}`, fields);
  expect(problems).toHaveLength(100);
  expect(checkTemplate('{{#ovning}}'.repeat(200), fields)).toHaveLength(100);
  expect(templateFailure({ kind: 'invalid', path: null, problems })).toMatch(
    /^Mallen har fel: (rad .*){3} Och 97 fel till\.$/,
  );
});

/** Texts that somebody, or something, could have made a template of. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '{{',
          '}}',
          '{{{',
          '}}}',
          '{{#',
          '{{/',
          '{{^',
          '{{&',
          '{{>',
          '{{=',
          '=}}',
          '{{!',
          '{',
          '}',
          '.',
          ' ',
        ],
        ...[
          'nummer',
          'ovning',
          'ord',
          'regler',
          'kalla',
          '\n',
          '\r\n',
          '\u2028',
          '\0',
          '\x1b[2J',
          '\u202e',
          'å',
        ],
        ...['{{nummer}}', '{{.}}', '{{kalla}}', '{{ motivering }}', '{{! ord }}', '{{#ord}}{{.}}{{/ord}}'],
        ...['{{#ovning}}', '{{/ovning}}', '{{^ord}}', '{{/ord}}', '{{#regler}}', '{{/regler}}', '{{#ord}}'],
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('any text is refused with places within it, or fills in to text that cannot act', () => {
  const values = {
    ...{ nummer: 'A-1\x1b[2J\u202e\0', motivering: '{{nummer}}', ovning: true },
    ...{ ord: ['x', 'y'], regler: [{ kalla: 'k' }] },
  };
  let usable = 0;
  fc.assert(
    fc.property(anyText, fc.boolean(), (text, numbered) => {
      const source = numbered ? `{{nummer}}${text}` : text;
      const lines = source.split('\n');
      const problems = checkTemplate(source, fields);
      for (const problem of problems) {
        if (!('row' in problem)) continue;
        expect(problem.column).toBeGreaterThan(0);
        expect(problem.column).toBeLessThanOrEqual((lines[problem.row - 1] ?? '').length);
      }
      if (problems.length > 0) return;
      usable += 1;
      // What was checked is what Mustache takes for tags.
      const tags = [...templateTags(source)].filter(({ type }) => type !== '/');
      expect(tags.map(({ type, name }) => [type, name])).toEqual(tokensOf(Mustache.parse(source)));
      const body = mailBody(renderTemplate(source, fields, values), false);
      expect(body).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
    }),
    { numRuns: 5000 },
  );
  expect(usable).toBeGreaterThan(200);
});

function tokensOf(spans: TemplateSpans): (readonly [string, string])[] {
  return spans.flatMap(([type, name, , , nested]) => [
    ...(type === 'text' ? [] : [[type, name] as const]),
    ...(Array.isArray(nested) ? tokensOf(nested) : []),
  ]);
}

describe('filling in', () => {
  test('nothing is escaped, and what a value contains is text and no template', () => {
    const values = { nummer: '<&"\'> {{ovning}} {{#ord}} {{=a b=}}', ovning: true, ord: ['{{.}}', '&'] };
    expect(renderTemplate('{{nummer}}|{{#ord}}{{.}};{{/ord}}', fields, values)).toBe(
      '<&"\'> {{ovning}} {{#ord}} {{=a b=}}|{{.}};&;',
    );
  });

  test('a template with a fault is refused with what is wrong', () => {
    expect(() => renderTemplate('{{x}}', fields, {})).toThrow(TemplateError);
  });
});

describe('loading', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mall-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const load = async (content: string | Uint8Array) => {
    const path = join(folder, 'mall.txt');
    await writeFile(path, content);
    return loadTemplate(path, fields);
  };

  test('a byte order mark and the line breaks of Windows are taken away', async () => {
    expect(await load('\ufeffNr\r\n{{nummer}}\r\n')).toBe('Nr\n{{nummer}}\n');
  });

  test('so is what nobody can see, and the places are those that an editor shows', async () => {
    expect(await load('N\0r\x1b[2J \u202e{{nummer}}')).toBe('Nr {{nummer}}');
    await expect(load('\ufeff{{nummer}}\r\n\r\n\u200ea\u030a{{x}}')).rejects.toMatchObject({
      problems: [{ row: 3, column: 2 }],
    });
  });

  test('what cannot be used is refused, with the reason and the path', async () => {
    const path = join(folder, 'mall.txt');
    await expect(load(new Uint8Array([0x52, 0xe5, 0x64]))).rejects.toMatchObject({ kind: 'not-utf-8', path });
    expect(await load(`{{nummer}}${'x'.repeat(maxTemplateSize - 10)}`)).toHaveLength(maxTemplateSize);
    await expect(load(`{{nummer}}${'x'.repeat(maxTemplateSize - 9)}`)).rejects.toMatchObject({
      kind: 'too-large',
      path,
    });
    await expect(load('{{x}}')).rejects.toMatchObject({
      kind: 'invalid',
      path,
      problems: [{ field: 'x' }, { field: 'nummer' }],
    });
    await expect(loadTemplate(join(folder, 'ingen.txt'), fields)).rejects.toMatchObject({ kind: 'missing' });
    await expect(loadTemplate(folder, fields)).rejects.toMatchObject({ kind: 'not-a-file' });
  });
});
