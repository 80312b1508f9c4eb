/** What a process uses, as the system tells it: Linux, proc(5). */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ProcessUse {
  /** Seconds of processor time since it started, in all its threads. */
  readonly processor: number;
  /** MiB that are in memory now (VmRSS). */
  readonly memory: number;
}

/** Throws when there is no such process, or no /proc. */
export function processUse(pid: number): ProcessUse {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // After the name, which stands in parentheses and may hold anything: utime and stime are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [, kibibytes] = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return {
    processor: (Number(fields[14 - 3]) + Number(fields[15 - 3])) / ticksASecond(),
    memory: Number(kibibytes) / 1024,
  };
}

let ticks: number | null = null;

function ticksASecond(): number {
  ticks ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  return ticks;
}
