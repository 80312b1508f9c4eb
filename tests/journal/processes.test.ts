/** Several processes, and processes that end without warning. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { expect, it, onTestFinished } from 'vitest';
import { verifyJournal } from '../../src/journal/verify.ts';
import { entry, openFor, opening, temporaryFolder } from './fixtures.ts';
import { writeVersion1 } from './version1.ts';

type Script = 'write' | 'claim';

interface Writer {
  readonly process: ChildProcessByStdio<Writable, Readable, null>;
  /** What it has said so far, a line each; the first is 'ready'. */
  readonly lines: string[];
  /** Resolves when it has said this many lines, or has ended. */
  said(count: number): Promise<void>;
}

function startWriter(folder: string, count: number, script: Script = 'write'): Writer {
  const path = new URL(`children/${script}.ts`, import.meta.url).pathname;
  const child = spawn(process.execPath, [path, folder, String(count)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  const reader = createInterface(child.stdout).on('line', (line) => lines.push(line));
  let ended = false;
  reader.on('close', () => {
    ended = true;
  });
  const said = (wanted: number) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (lines.length < wanted && !ended) return;
        reader.off('line', look).off('close', look);
        resolve();
      };
      reader.on('line', look).on('close', look);
      look();
    });
  return { process: child, lines, said };
}

it('two that write 500 entries each at the same time give one unbroken chain', async () => {
  // A folder that is not there yet, so that both try to make the journal too.
  const folder = `${temporaryFolder()}/ny`;
  const writers = [startWriter(folder, 500), startWriter(folder, 500)];
  await Promise.all(writers.map(({ said }) => said(1)));
  for (const { process } of writers) process.stdin.write('\n');
  await Promise.all(writers.map(({ said }) => said(501)));

  expect(writers.map(({ lines }) => lines.length)).toEqual([501, 501]);
  const journal = openFor(folder);
  const list = [...journal.list()];
  const entries = list.flatMap(({ id }) => journal.entriesOf(id));
  const sequences = entries.map(({ sequence }) => sequence).sort((a, b) => a - b);
  expect(sequences).toEqual(Array.from({ length: 1000 }, (_, i) => i + 1));
  expect(new Set(entries.map(({ id }) => id))).toEqual(
    new Set(writers.flatMap(({ lines }) => lines.slice(1))),
  );
  expect(list.map(({ number }) => number).sort()).toEqual(
    Array.from({ length: 100 }, (_, i) => `A-2026-${String(i + 1).padStart(4, '0')}`),
  );
  expect([...verifyJournal(folder)]).toEqual([]);
  // They took turns: neither waited until the other was done.
  const first = new Set(writers[0]?.lines);
  const byFirst = entries.filter(({ id }) => first.has(id)).map(({ sequence }) => sequence);
  expect(Math.max(...byFirst) - Math.min(...byFirst)).toBeGreaterThan(500);
});

it('two that open a journal of version 1 at the same time bring it up to this one once', async () => {
  const folder = temporaryFolder();
  writeVersion1(folder, [entry('first', 'incident-opened', opening)]);
  const writers = [startWriter(folder, 10), startWriter(folder, 10)];
  await Promise.all(writers.map(({ said }) => said(1)));
  for (const { process } of writers) process.stdin.write('\n');
  await Promise.all(writers.map(({ said }) => said(11)));
  expect(writers.map(({ lines }) => lines.length)).toEqual([11, 11]);
  expect([...openFor(folder).list()]).toHaveLength(3);
  expect([...verifyJournal(folder)]).toEqual([]);
});

it('two that claim the same entries write each of them once, and exactly one is told so', async () => {
  const folder = temporaryFolder();
  const writers = [startWriter(folder, 200, 'claim'), startWriter(folder, 200, 'claim')];
  await Promise.all(writers.map(({ said }) => said(1)));
  for (const { process } of writers) process.stdin.write('\n');
  await Promise.all(writers.map(({ said }) => said(Number.POSITIVE_INFINITY)));
  const told = writers.flatMap(({ lines }) => lines.slice(1)).sort();
  const written = openFor(folder).entriesOf('incident');
  expect(written).toHaveLength(200);
  expect(told).toEqual(written.map(({ id }) => id).sort());
});

it('one that is killed has kept every entry it said was written', async () => {
  const folder = temporaryFolder();
  const acknowledged: string[] = [];
  for (const lines of [2, 3, 8, 21, 34, 55]) {
    const { process, said, lines: heard } = startWriter(folder, 10_000);
    const exit = once(process, 'exit');
    await said(1);
    process.stdin.write('\n');
    await said(lines);
    process.kill('SIGKILL');
    await exit;
    await said(Number.POSITIVE_INFINITY);
    // The last line may be cut off in the middle; an id is 36 characters.
    acknowledged.push(...heard.slice(1).filter((line) => line.length === 36));
  }
  const journal = openFor(folder);
  const ids = new Set([...journal.list()].flatMap(({ id }) => journal.entriesOf(id)).map(({ id }) => id));
  expect(acknowledged.length).toBeGreaterThanOrEqual(100);
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
  expect([...verifyJournal(folder)]).toEqual([]);
});
