/** A place of its own for one run of a program: nobody's journal, settings or environment. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Place {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  remove(): void;
}

/** Makes a place on the disk of the temporary folder. */
export function newPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'tjour-bench-'));
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  return {
    folder,
    environment: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      TMPDIR: temporary,
      LANG: 'sv_SE.UTF-8',
      TERM: 'xterm-256color',
      TJOUR_DATA: join(folder, 'data'),
      TJOUR_CONFIG: join(folder, 'config'),
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
