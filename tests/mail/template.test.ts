import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FieldDefinitions, reportFields } from '../../src/domain/reportFields.ts';
import { checkTemplate, loadTemplate, renderTemplate, TemplateError } from '../../src/mail/template.ts';
import { templateFailure, templateProblemText } from '../../src/texts/mail.ts';

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

describe('a fault is told with its place', () => {
  test.each([
    ['{{nummer}}\n  {{nummmer}}', { kind: 'unknown-field', field: 'nummmer', row: 2, column: 3 }],
    [
      '{{nummer}}{{#regler}}\n{{källa}}{{/regler}}',
      { kind: 'unknown-field', field: 'källa', row: 2, column: 1 },
    ],
    ['{{nummer}}{{#ord}}{{kalla}}{{/ord}}', { kind: 'unknown-field', field: 'kalla', row: 1, column: 19 }],
    ['{{nummer}}{{kalla}}', { kind: 'unknown-field', field: 'kalla', row: 1, column: 11 }],
    ['{{nummer}}{{.}}', { kind: 'unknown-field', field: '.', row: 1, column: 11 }],
    ['{{nummer}}{{#regler}}{{.}}{{/regler}}', { kind: 'unknown-field', field: '.', row: 1, column: 22 }],
    ['{{nummer}}{{constructor}}', { kind: 'unknown-field', field: 'constructor', row: 1, column: 11 }],
    ['{{nummer}}{{nummer.length}}', { kind: 'unknown-field', field: 'nummer.length', row: 1, column: 11 }],
    ['{{nummer}}{{^okand}}x{{/okand}}', { kind: 'unknown-field', field: 'okand', row: 1, column: 11 }],
    ['{{nummer}}{{regler}}', { kind: 'not-text', field: 'regler', row: 1, column: 11 }],
    ['{{nummer}}{{ovning}}', { kind: 'not-text', field: 'ovning', row: 1, column: 11 }],
    ['{{nummer}}{{{motivering}}}', { kind: 'unescaped', field: 'motivering', row: 1, column: 11 }],
    ['{{nummer}}\n{{& motivering}}', { kind: 'unescaped', field: 'motivering', row: 2, column: 1 }],
    ['{{nummer}}{{> annan}}', { kind: 'partial', field: 'annan', row: 1, column: 11 }],
    ['{{nummer}}\n{{=<% %>=}}', { kind: 'delimiters', row: 2, column: 1 }],
    ['{{nummer}}\n {{=x=}}', { kind: 'delimiters', row: 2, column: 2 }],
    ['{{nummer}}\n {{motivering', { kind: 'unclosed-tag', row: 2, column: 2 }],
    ['{{nummer}}\n {{#ord}}\n{{.}}', { kind: 'unclosed-section', field: 'ord', row: 2, column: 2 }],
    ['{{nummer}}\n{{/ord}}', { kind: 'unopened-section', field: 'ord', row: 2, column: 1 }],
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

  test('what cannot be used is refused, with the reason and the path', async () => {
    const path = join(folder, 'mall.txt');
    await expect(load(new Uint8Array([0x52, 0xe5, 0x64]))).rejects.toMatchObject({ kind: 'not-utf-8', path });
    await expect(load(`{{nummer}}${'x'.repeat(70_000)}`)).rejects.toMatchObject({ kind: 'too-large', path });
    await expect(load('{{x}}')).rejects.toMatchObject({
      kind: 'invalid',
      path,
      problems: [{ field: 'x' }, { field: 'nummer' }],
    });
    await expect(loadTemplate(join(folder, 'ingen.txt'), fields)).rejects.toMatchObject({ kind: 'missing' });
    await expect(loadTemplate(folder, fields)).rejects.toMatchObject({ kind: 'unreadable' });
  });
});
