/** How long one command without a terminal takes, from the start of the process to its end. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { newPlace } from './place.ts';
import { emptyScript, program } from './subjects.ts';

const incident = fileURLToPath(new URL('../scenarios/02-brand-aldreboende.json', import.meta.url));

/** Milliseconds for `tjour bedöm` with one incident. */
export function measureAssessment(): Promise<number> {
  return timeOf([program, 'bedöm', '--från', incident]);
}

/** Milliseconds for Node with nothing to do. */
export function measureEmpty(): Promise<number> {
  return timeOf([emptyScript]);
}

async function timeOf(args: readonly string[]): Promise<number> {
  const place = newPlace();
  try {
    const startedAt = performance.now();
    const child = spawn(process.execPath, args, {
      cwd: place.folder,
      env: { ...place.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.resume();
    child.stderr.resume();
    const code = await new Promise((resolve) => child.once('close', resolve));
    const time = performance.now() - startedAt;
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
    return time;
  } finally {
    place.remove();
  }
}
