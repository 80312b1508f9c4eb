import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A path in a fresh folder, not yet made itself; removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tjour-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'tjour');
}
