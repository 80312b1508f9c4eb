import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import os, { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, it, onTestFinished, vi } from 'vitest';
import { readSecret, Secret } from '../../src/mail/secret.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'tjour-secret-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

const from = (source: 'env' | 'file' | 'command', what: string, env: Record<string, string> = {}) =>
  readSecret({ from: source, what }, { PATH: process.env.PATH, ...env });

it('shows nothing of itself, however it is printed', () => {
  const secret = new Secret('s3kretess');
  const shown = [
    String(secret),
    JSON.stringify({ secret }),
    inspect({ secret }, { showHidden: true, depth: 9 }),
    `${secret}`,
  ];
  for (const text of shown) expect(text).not.toContain('s3kretess');
  expect({ ...secret }).toEqual({});
});

it('comes from a variable, a file or a command, and is the first line', async () => {
  const path = join(folder(), 'lösenord');
  writeFileSync(path, '\uFEFFett lösenord \r\nmer\n', { mode: 0o600 });
  expect((await from('env', 'X', { X: ' ett två\nmer' })).reveal()).toBe(' ett två');
  expect((await from('file', path)).reveal()).toBe('ett lösenord ');
  expect((await from('command', `printf '%s\\n' "$X" 'rad två'`, { X: '$(date) "x"' })).reveal()).toBe(
    '$(date) "x"',
  );
});

it('comes from a file also for a user whom the system has no name for', async () => {
  const path = join(folder(), 'lösenord');
  writeFileSync(path, 'x', { mode: 0o600 });
  const nameless = vi.spyOn(os, 'userInfo').mockImplementation(() => {
    throw new Error('ENOENT: no such file or directory, uv_os_get_passwd');
  });
  onTestFinished(() => {
    nameless.mockRestore();
    syncBuiltinESMExports();
  });
  syncBuiltinESMExports();
  expect((await from('file', path)).reveal()).toBe('x');
});

it('is not taken from where others can read it, or from nowhere', async () => {
  const at = folder();
  const open = join(at, 'open');
  writeFileSync(open, 'x');
  const link = join(at, 'link');
  symlinkSync(open, link);
  mkdirSync(join(at, 'folder'), { mode: 0o700 });
  writeFileSync(join(at, 'empty'), '\nx', { mode: 0o600 });
  const fails = async (attempt: Promise<Secret>, kind: string) => {
    await expect(attempt).rejects.toMatchObject({ name: 'SecretError', kind });
  };
  for (const mode of [0o640, 0o604, 0o620, 0o644]) {
    chmodSync(open, mode);
    await fails(from('file', open), 'open-to-others');
    await fails(from('file', link), 'open-to-others');
  }
  await fails(from('file', join(at, 'folder')), 'not-a-file');
  await fails(from('file', join(at, 'no')), 'no-file');
  await fails(from('file', join(at, 'empty')), 'empty');
  await fails(from('file', '/dev/null'), 'not-a-file');
  await fails(from('env', 'NOT_THERE'), 'not-set');
  await fails(from('env', 'X', { X: '\n' }), 'not-set');
  await fails(from('command', 'echo hemligt; exit 3'), 'command-failed');
  await fails(from('command', 'true'), 'empty');
});

it('tells what a failing command ended with, and does not wait for one that is to stop', async () => {
  await expect(from('command', 'exit 3')).rejects.toMatchObject({ kind: 'command-failed', exitCode: 3 });
  const stop = new AbortController();
  // What it has started keeps its output open.
  const slow = readSecret(
    { from: 'command', what: 'sleep 60 & sleep 60' },
    { PATH: process.env.PATH },
    stop.signal,
  );
  stop.abort();
  await expect(slow).rejects.toMatchObject({ kind: 'command-failed', exitCode: null });
});

it('does not tell what a failing command said', async () => {
  const error = await from('command', 'echo s3kretess >&2; echo s3kretess; exit 1').catch(
    (each: unknown) => each,
  );
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('s3kretess');
});
