/**
 * Builds the program into dist/: `npm run build`.
 *
 * It is bundled because loading a hundred small modules is most of the time to the first question. Chunks are split
 * so that a command that draws nothing loads no Ink, and one that mails nothing loads no nodemailer.
 */

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}dist/`;
const entry = `${root}src/cli/main.ts`;

/**
 * Yoga, Ink's layout engine, carries its WebAssembly as base64 text and decodes it through `fetch`. As a file of its
 * own, compiled at once, it starts in a fraction of the time.
 * @type {import('esbuild').Plugin}
 */
const yoga = {
  name: 'yoga',
  setup({ onLoad }) {
    onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const embedded = /data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)/.exec(source);
      if (!embedded?.[1]) throw new Error('yoga-layout no longer embeds its WebAssembly as expected');
      writeFileSync(`${dist}yoga.wasm`, Buffer.from(embedded[1], 'base64'));
      return { contents: source.replace(embedded[1], '') };
    });
    onLoad({ filter: /yoga-layout\/dist\/src\/index\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!source.includes('await loadYoga()')) throw new Error('yoga-layout no longer loads as expected');
      const load = `await loadYoga({ instantiateWasm(imports, done) {
        const wasm = readFileSync(new URL('./yoga.wasm', import.meta.url));
        const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), imports);
        done(instance);
        return instance.exports;
      } })`;
      return {
        contents: `import { readFileSync } from 'node:fs';\n${source.replace('await loadYoga()', load)}`,
      };
    });
  },
};

/**
 * Parts of packages that cost time at every start and do nothing here: Ink's developer tools, asking for the size of a
 * terminal that does not tell (no screen is started on one), and a large emoji expression in the text measure.
 * Commander can start other programs as its commands, which this one has none of.
 * @type {import('esbuild').Plugin}
 */
const lighter = {
  name: 'lighter',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^string-width$/ }, ({ kind, resolveDir }) =>
      resolve('fast-string-width', { kind, resolveDir }),
    );
    onResolve({ filter: /^(react-devtools-core|terminal-size)$/ }, ({ path }) => ({
      path,
      namespace: 'empty',
    }));
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      importer.includes('commander') ? { path, namespace: 'empty' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'empty' }, () => ({
      contents: 'export default () => ({ columns: 80, rows: 24 });',
    }));
  },
};

/**
 * What the program always loads becomes one file. esbuild puts modules together that are needed by the same entries,
 * and every `import()` is one: so each of them is made to need the main entry, and all that the main entry needs is
 * needed by all of them. Loading forty small files took longer than the first question may.
 * @type {import('esbuild').Plugin}
 */
const together = {
  name: 'together',
  setup({ onLoad }) {
    const source = `${root}src/`;
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.tsx?$/.test(file),
    );
    const loadedLater = new Set(
      files.flatMap((file) => {
        const code = readFileSync(`${source}${file}`, 'utf8');
        return [...code.matchAll(/import\('(\.[^']+)'\)/g)].map(([, to = '']) =>
          resolve(dirname(`${source}${file}`), to),
        );
      }),
    );
    onLoad({ filter: /\.tsx?$/ }, ({ path }) =>
      loadedLater.has(path)
        ? {
            contents: `import ${JSON.stringify(entry)};\n${readFileSync(path, 'utf8')}`,
            loader: path.endsWith('x') ? 'tsx' : 'ts',
          }
        : undefined,
    );
  },
};

/**
 * Ink keeps the texts that it measured last, 4096 and more. Here each is a whole screen, so a screen that stays up for
 * days would fill its memory with what it showed once.
 * @type {import('esbuild').Plugin}
 */
const forgetful = {
  name: 'forgetful',
  setup({ onLoad }) {
    onLoad({ filter: /ink\/build\/(measure-text|wrap-text)\.js$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!source.includes('maxSize: 4096')) throw new Error('Ink no longer keeps texts as expected');
      return { contents: source.replace('maxSize: 4096', 'maxSize: 8') };
    });
  },
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);
const { outputFiles } = await build({
  write: false,
  entryPoints: { tjour: entry },
  outdir: dist,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  mainFields: ['module', 'main'],
  target: 'node26',
  minify: true,
  legalComments: 'none',
  jsx: 'automatic',
  // They read files of their own from beside them, and are loaded only when a PDF is made.
  external: ['pdfkit', 'fontkit'],
  loader: { '.txt': 'text' },
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [yoga, lighter, forgetful, together],
  logLevel: 'warning',
});

for (const { path, text } of outputFiles) writeFileSync(path, withRequire(withoutFacades(text)));

/**
 * CommonJS packages inside the bundle call `require`, which ESM lacks; only the chunk that does gets one.
 * @param {string} code
 */
function withRequire(code) {
  if (!code.includes('typeof require<"u"')) return code;
  return `const require=process.getBuiltinModule("node:module").createRequire(import.meta.url);${code}`;
}

/**
 * Node's own modules, fetched without their ESM facades: a facade reads every export when it is made, and that loads
 * much of Node that nobody uses.
 * @param {string} code as esbuild writes it
 */
function withoutFacades(code) {
  return code.replace(/import([^"';()]*?)(?:from)?"(node:[a-z_/]+|[a-z_]+)";/g, (statement, clause, name) => {
    const builtin = `process.getBuiltinModule(${JSON.stringify(name)})`;
    const named = /\{(.*)\}/s.exec(clause)?.[1]?.replace(/\bas\b/g, ':');
    const whole = clause
      .replace(/\{.*\}/s, '')
      .replace(',', '')
      .replace(/\*\s*as/, '')
      .trim();
    if (!isBuiltin(name)) return statement;
    if (whole === '' && named === undefined) return '';
    return `${whole === '' ? '' : `const ${whole}=${builtin};`}${named === undefined ? '' : `const{${named}}=${builtin};`}`;
  });
}
