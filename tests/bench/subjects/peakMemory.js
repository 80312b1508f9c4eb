/** Loaded before a subject: leaves the most memory that the process had in use, in MiB, in the file PEAK_MEMORY. */
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.env.PEAK_MEMORY;
if (file) {
  process.on('exit', () => {
    const [, kibibytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    writeFileSync(file, String(Number(kibibytes) / 1024));
  });
}
