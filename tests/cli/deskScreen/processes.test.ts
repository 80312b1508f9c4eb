/** Two desk screens as processes of their own, killed without warning and started again. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { reminderName } from '../../../src/domain/followUps.ts';
import { formatInstant, parseInstant } from '../../../src/domain/time.ts';
import { idFor } from '../../../src/journal/id.ts';
import { verifyJournal } from '../../../src/journal/verify.ts';
import { entry, openFor, openIncident, receivedAt, temporaryFolder } from '../../journal/fixtures.ts';
import { Dice } from './dice.ts';

const followUpCount = 120;
const killCount = 12;

/** One process after the other, until one comes to its end; gives the ids of those that were killed. */
async function runDesk(args: readonly string[], dice: Dice): Promise<number[]> {
  const path = new URL('children/desk.ts', import.meta.url).pathname;
  const killed: number[] = [];
  for (;;) {
    const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    // In the midst of telling, or anywhere.
    const [counted, most] = dice.chance(0.5) ? ['told', 8] : ['looked', 40];
    let left = killed.length < killCount ? dice.whole(1, most) : Number.POSITIVE_INFINITY;
    createInterface(child.stdout).on('line', (line) => {
      if (line === counted) left -= 1;
      if (left === 0) child.kill('SIGKILL');
    });
    const [code] = await once(child, 'exit');
    if (code === 0) return killed;
    expect(child.signalCode).toBe('SIGKILL');
    killed.push(child.pid ?? 0);
  }
}

test('tell of everything, and twice only of what one was telling when it was killed', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'told');
  writeFileSync(file, '');
  const journal = openFor(folder);
  const incident = openIncident(journal);
  const start = parseInstant(receivedAt);
  const dues = Array.from({ length: followUpCount }, (_, i) => formatInstant(start.add({ minutes: 1 + i })));
  const actions = dues.map((due) => ({ kind: 'follow-up', what: 'other', text: '', due }) as const);
  const added = entry(incident, 'actions-added', { actions });
  journal.append([added]);

  const until = start.add({ minutes: followUpCount }).epochMilliseconds;
  const args = [folder, file, String(start.epochMilliseconds), String(until)];
  const killed = await Promise.all([1, 2].map((seed) => runDesk(args, new Dice(seed))));

  // What waits for a decision is told too.
  const expected = [
    ...dues.map((at, i) => reminderName({ incident, key: `${added.id}:${i}`, at }, 'screen')),
    reminderName({ incident, key: 'undecided', at: formatInstant(start.add({ minutes: 10 })) }, 'screen'),
  ];
  /** The process that wrote each reminder, by the reminder's id. */
  const writers = new Map(
    journal
      .entriesOf(incident)
      .filter(({ type }) => type === 'reminder-given')
      .map(({ id, operator }) => [id, Number(operator)]),
  );
  expect([...writers.keys()].sort()).toEqual(expected.map(idFor).sort());
  expect([...verifyJournal(folder)]).toEqual([]);

  const tellings = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as [pid: number, names: readonly string[]]);
  expect([...new Set(tellings.flatMap(([, names]) => names))].sort()).toEqual(expected.toSorted());
  /** The last that each process told of before it was killed. */
  const lastWords = new Set(killed.flat().map((pid) => tellings.findLast((telling) => telling[0] === pid)));
  expect(killed.flat().length).toBeGreaterThan(killCount);
  for (const name of expected) {
    const times = tellings.filter(([, names]) => names.includes(name));
    const kept = times.filter(([pid]) => pid === writers.get(idFor(name)));
    expect(kept, name).toHaveLength(1);
    expect(times.filter((telling) => !kept.includes(telling) && !lastWords.has(telling))).toEqual([]);
  }
});
