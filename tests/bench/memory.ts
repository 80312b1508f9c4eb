/** The most memory that a whole call ever has in use. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTerminal, Session } from './session.ts';
import { peakMemory, question, type Subject } from './subjects.ts';
import { typeLetters } from './typing.ts';

/** Where the system tells it. */
export const memoryIsKnown = existsSync('/proc/self/status');

/** MiB (VmHWM) after an answer of 300 letters, typed one by one, and everything that follows until the end. */
export async function measureMemory({ name, script, rest }: Subject): Promise<number> {
  const file = join(tmpdir(), `tjour-bench-memory-${process.pid}`);
  try {
    const session = new Session(['--import', peakMemory, ...script], { PEAK_MEMORY: file });
    return await inTerminal(session, async () => {
      await session.sent(({ output }) => output.includes(question));
      await typeLetters(session);
      session.type(rest);
      const code = await session.ended;
      if (code !== 0) throw new Error(`${name} ended with ${code}`);
      return Number(readFileSync(file, 'utf8'));
    });
  } finally {
    rmSync(file, { force: true });
  }
}
