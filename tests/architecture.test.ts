/** architecture.md's arrows, read from the imports of every file in src. */
import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '../src');

type Room = 'cli' | 'ui' | 'flow' | 'domain' | 'journal' | 'mail' | 'settings' | 'texts';

/** What a room may import besides itself. `texts` imports types from anywhere, and nothing else. */
const arrows: Readonly<Record<Room, readonly Room[]>> = {
  cli: ['ui', 'flow', 'domain', 'journal', 'mail', 'settings', 'texts'],
  ui: ['flow', 'domain', 'texts'],
  flow: ['domain', 'texts'],
  domain: ['texts'],
  journal: ['domain', 'texts'],
  mail: ['domain', 'texts'],
  settings: ['domain', 'texts'],
  texts: [],
};

interface Import {
  /** The file within src, with `/`. */
  readonly file: string;
  /** A file within src, `../` and what is beside it, or a package. */
  readonly target: string;
  readonly kind: 'static' | 'type' | 'dynamic';
}

/** `import … from`, `export … from`, and an import for its effect. */
const staticImport = /^(?:(?:import|export)( type)? [^'"`;=]*? from |import )'([^']+)'/gm;
const dynamicImport = /(?<!typeof )\bimport\(\s*'([^']+)'\s*\)/g;

function importsOf(file: string, source: string): Import[] {
  const code = source.replace(/^\s*(?:\/\*\*?|\*|\/\/).*$/gm, '');
  const target = (specifier: string) =>
    specifier.startsWith('.')
      ? relative(src, join(src, dirname(file), specifier)).replaceAll('\\', '/')
      : specifier;
  return [
    ...[...code.matchAll(staticImport)].map(
      ([, type, specifier = '']): Import => ({
        file,
        target: target(specifier),
        kind: type ? 'type' : 'static',
      }),
    ),
    ...[...code.matchAll(dynamicImport)].map(
      ([, specifier = '']): Import => ({ file, target: target(specifier), kind: 'dynamic' }),
    ),
  ];
}

const files = new Map(
  globSync('**/*.{ts,tsx}', { cwd: src }).map((file) => [
    file.replaceAll('\\', '/'),
    readFileSync(join(src, file), 'utf8'),
  ]),
);
const imports = [...files].flatMap(([file, source]) => importsOf(file, source));

const roomOf = (path: string): Room | undefined =>
  (Object.keys(arrows) as Room[]).find((room) => path.startsWith(`${room}/`));
const isWithinSrc = ({ target }: Import) => roomOf(target) !== undefined && files.has(target);
const isPackage = ({ target }: Import) => !target.startsWith('.') && !files.has(target);
const packageOf = (target: string) => target.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? target;
const isNode = (target: string) => target.startsWith('node:') || builtinModules.includes(target);
const told = (wrong: readonly Import[]) =>
  wrong.map(({ file, target, kind }) => `${file} → ${target} (${kind})`);

test('the reader of imports sees every form of them', () => {
  const source = [
    "import { a } from './a.ts';",
    "import type { B } from '../domain/b.ts';",
    "import './c.ts';",
    "export { d } from './d.ts';",
    "import {\n  e,\n  f,\n} from 'e';",
    "const { g } = await import('./g.ts');",
    "type H = typeof import('./h.ts');",
    " * import { no } from './comment.ts';",
    "import i from '../i.txt' with { type: 'text' };",
  ].join('\n');
  expect(importsOf('flow/x.ts', source).map(({ target, kind }) => `${target} ${kind}`)).toEqual([
    'flow/a.ts static',
    'domain/b.ts type',
    'flow/c.ts static',
    'flow/d.ts static',
    'e static',
    'i.txt static',
    'flow/g.ts dynamic',
  ]);
  // As many as there are, or the tests below say nothing.
  const words = [...files.values()].flatMap(
    (text) => text.match(/^(?:import|export)\b.*? from '|^\} from '|^import '/gm) ?? [],
  );
  expect(imports.filter(({ kind }) => kind !== 'dynamic')).toHaveLength(words.length);
});

test('every file lies in a room, and every import leads to a file that is there', () => {
  expect([...files.keys()].filter((file) => roomOf(file) === undefined)).toEqual([]);
  const outside = ['../templates/'];
  const lost = imports.filter(
    (each) =>
      !isWithinSrc(each) && !isPackage(each) && !outside.some((folder) => each.target.startsWith(folder)),
  );
  expect(told(lost)).toEqual([]);
});

test('dependencies point one way', () => {
  const wrong = imports.filter(({ file, target, kind }) => {
    const [from, to] = [roomOf(file), roomOf(target)];
    if (from === undefined || to === undefined || from === to) return false;
    return !arrows[from].includes(to) && !(from === 'texts' && kind === 'type');
  });
  expect(told(wrong)).toEqual([]);
});

test('only ui knows Ink and React, only mail knows nodemailer, and only by import() where that is dear', () => {
  const wrong = imports.filter(({ file, target, kind }) => {
    const name = isPackage({ file, target, kind }) ? packageOf(target) : '';
    if (name === 'ink' || name === 'react') return roomOf(file) !== 'ui';
    if (name === 'nodemailer') return roomOf(file) !== 'mail' || kind === 'static';
    return false;
  });
  expect(told(wrong)).toEqual([]);
});

test('cli reaches what draws with Ink only by import()', () => {
  const inkFiles = new Set([...files.keys()].filter((file) => reaches(file, 'ink')));
  expect(inkFiles).toContain('ui/startScreen.tsx');
  const wrong = imports.filter(
    ({ file, target, kind }) => roomOf(file) === 'cli' && kind === 'static' && inkFiles.has(target),
  );
  expect(told(wrong)).toEqual([]);
});

/** Whether loading the file loads the package. */
function reaches(file: string, name: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  return imports
    .filter((each) => each.file === file && each.kind === 'static')
    .some(({ target }) => packageOf(target) === name || (files.has(target) && reaches(target, name, seen)));
}

test('domain, flow and texts import no module of Node, and domain and flow only what they need', () => {
  const pure = imports.filter(({ file }) => ['domain', 'flow', 'texts'].includes(roomOf(file) ?? ''));
  expect(told(pure.filter(({ target }) => isNode(target)))).toEqual([]);
  const packages = new Set(pure.filter(isPackage).map(({ target }) => packageOf(target)));
  const pureData = ['jsonc-parser', 'swedish-holidays'];
  expect([...packages].filter((name) => !pureData.includes(name))).toEqual([]);
});

/** What would make the same call give another result. */
const surroundings =
  /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new )\bDate\(\)|\bTemporal\.Now\b|\bMath\.random\b|\bcrypto\b|\bprocess\b|\bperformance\b|\bglobalThis\b|\bset(?:Timeout|Interval|Immediate)\b|\bfetch\(/;

test('domain and flow read no clock, no random source and no environment', () => {
  const wrong = [...files]
    .filter(([file]) => ['domain', 'flow', 'texts'].includes(roomOf(file) ?? ''))
    .flatMap(([file, source]) => {
      const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
      return code
        .split('\n')
        .filter((line) => surroundings.test(line))
        .map((line) => `${file}: ${line.trim()}`);
    });
  expect(wrong).toEqual([]);
  for (const bad of [
    'Date.now()',
    'new Date()',
    'Temporal.Now.instant()',
    'Math.random()',
    'process.env.X',
  ]) {
    expect(bad).toMatch(surroundings);
  }
  expect('new Date(text)').not.toMatch(surroundings);
});

test('texts import each other and types only', () => {
  const wrong = imports.filter(
    ({ file, target, kind }) => roomOf(file) === 'texts' && kind !== 'type' && roomOf(target) !== 'texts',
  );
  expect(told(wrong)).toEqual([]);
});
