/** Disks that fill up and folders that may only be read, for real: mounts in a namespace of their own. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';
import type { Desk } from './desk.ts';

const isRoot = process.getuid?.() === 0;
/** Root may mount; anybody else may in a user namespace, where the system allows it. */
const unshare = isRoot ? ['-m'] : ['-rm'];
const enter = isRoot ? ['-m'] : ['-U', '-m', '--preserve-credentials'];

const attempt = spawnSync('unshare', [...unshare, 'mount', '-t', 'tmpfs', 'none', '/mnt'], {
  encoding: 'utf8',
});

/** Skips the test, and says so, where this machine lets nobody mount anything. */
export function needsMounts({ skip }: TestContext): void {
  if (attempt.status === 0) return;
  const reason = attempt.error?.message ?? attempt.stderr.trim();
  console.warn(`HOPPAS ÖVER: det går inte att montera en liten disk här (${reason}).`);
  skip(`mounting is not possible here: ${reason}`);
}

export interface Disk {
  /** Starts a command where the disk can be seen. */
  readonly through: (command: readonly string[]) => readonly string[];
  /** Takes all the room there is. */
  fill(): void;
  /** Gives it back. */
  free(): void;
  readOnly(): void;
  writable(): void;
}

/** A disk of its own, four megabytes large, as the desk's data folder; gone after the test. */
export async function smallDisk(desk: Desk): Promise<Disk> {
  mkdirSync(desk.data, { recursive: true, mode: 0o700 });
  const script = 'mount -t tmpfs -o size=4m,mode=700 none "$1" && echo ready && exec cat';
  // It lives as long as `cat` does, and that is as long as nothing is written to it.
  const holder = spawn('unshare', [...unshare, 'sh', '-c', script, 'sh', desk.data]);
  onTestFinished(() => {
    holder.kill('SIGKILL');
  });
  await once(holder.stdout, 'data');
  const through = (command: readonly string[]) => ['nsenter', '-t', String(holder.pid), ...enter, ...command];
  const filler = join(`/proc/${holder.pid}/root`, desk.data, 'filler');
  const remount = (how: string) => {
    const [file = '', ...args] = through(['mount', '-o', `remount,${how}`, desk.data]);
    const { status, stderr } = spawnSync(file, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`remount,${how}: ${stderr}`);
  };
  return {
    through,
    fill() {
      // The last bytes too: a block that is half used has room for what is short.
      for (const size of [65_536, 4096, 1]) {
        try {
          for (;;) appendFileSync(filler, Buffer.alloc(size));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        }
      }
    },
    free: () => rmSync(filler),
    readOnly: () => remount('ro'),
    writable: () => remount('rw'),
  };
}
