/**
 * Loaded before a subject that was started with --expose-gc: at every SIGUSR2 it clears away what is no longer in use,
 * and leaves how much is, in MiB, in the file LIVE_MEMORY.
 */
import { renameSync, writeFileSync } from 'node:fs';

const file = process.env.LIVE_MEMORY;
if (file) {
  process.on('SIGUSR2', () => {
    globalThis.gc?.();
    writeFileSync(`${file}.new`, String(process.memoryUsage().heapUsed / 2 ** 20));
    renameSync(`${file}.new`, file);
  });
}
