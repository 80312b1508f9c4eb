/**
 * `npm run idle -- --minutes 60`: what the desk screen uses while nobody touches it, with as many open incidents as in
 * the worst of weeks: processor time, memory and what it writes to the terminal, minute by minute. With `--append-every
 * 5` another workplace writes an entry every five minutes. Ends with 1 when it uses too much, or its memory grows.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { appendNote, newBusyDesk } from './busyDesk.ts';
import { deskSession, down, measureMove, showsList } from './desk.ts';
import { type ProcessUse, processUse } from './processUse.ts';
import { inTerminal, type Session } from './session.ts';
import { growth, summarise } from './statistics.ts';
import { liveMemory } from './subjects.ts';

const options = {
  minutes: { type: 'string', default: '60' },
  'append-every': { type: 'string', default: '0' },
} as const;
const { values } = parseArgs({ options });
const minutes = Number(values.minutes);
const appendEvery = Number(values['append-every']);
if (!(minutes >= 4) || !(appendEvery >= 0))
  throw new RangeError('--minutes at least 4, --append-every at least 0');

/** The start is no idling, and what it left behind is cleared away a while later: milliseconds until it is measured. */
const settling = 180_000;
const minute = 60_000;
/** Per cent of one core. */
const shareLimit = 1;
/** MiB that are in use when all else has been cleared away. What is compiled while it runs is among them. */
const inUseLimit = 1;
/** MiB in memory. What is not in use may lie there for hours before it is cleared away. */
const inMemoryLimit = 10;

interface Sample extends ProcessUse {
  /** Bytes that the terminal has got so far. */
  readonly written: number;
}

interface Watched {
  /** From the beginning, and after every minute. */
  readonly samples: readonly Sample[];
  /** MiB after the first quarter of the time, and at its end. */
  readonly inUse: readonly number[];
}

const place = await newBusyDesk();
const inUseFile = join(place.folder, 'in-use');

function sampleOf({ pid, output }: Session): Sample {
  return { ...processUse(pid), written: Buffer.byteLength(output) };
}

/** MiB that the program has in use. */
async function inUseOf({ pid }: Session): Promise<number> {
  rmSync(inUseFile, { force: true });
  process.kill(pid, 'SIGUSR2');
  while (!existsSync(inUseFile)) await pause(100);
  return Number(readFileSync(inUseFile, 'utf8'));
}

async function watch(session: Session): Promise<Watched> {
  await session.shown(showsList);
  await pause(settling);
  const startedAt = performance.now();
  const samples = [sampleOf(session)];
  const inUse: number[] = [];
  for (let nth = 1; nth <= minutes; nth += 1) {
    await pause(startedAt + nth * minute - performance.now());
    const [before, now] = [samples.at(-1), sampleOf(session)];
    samples.push(now);
    if (before) console.log(row(nth, before, now));
    if (nth === Math.ceil(minutes / 4) || nth === minutes) inUse.push(await inUseOf(session));
    if (appendEvery > 0 && nth % appendEvery === 0) appendNote(place, `Anteckning efter ${nth} minuter`);
  }
  return { samples, inUse };
}

function row(nth: number, before: Sample, now: Sample): string {
  const milliseconds = (now.processor - before.processor) * 1000;
  return [
    String(nth).padStart(6),
    `${milliseconds.toFixed(0)} ms`.padStart(9),
    `${((milliseconds / minute) * 100).toFixed(2)} %`.padStart(8),
    `${now.memory.toFixed(1)} MiB`.padStart(11),
    `${now.written - before.written} B`.padStart(9),
  ].join('  ');
}

/** Prints the figure beside its limit, and has the program end with 1 when it is over. */
function judge(what: string, value: number, limit: number, unit: string): void {
  const isMet = value <= limit;
  const verdict = isMet ? 'OK    ' : 'MISSED';
  console.log(`${verdict}  ${what}: ${value.toFixed(2)} ${unit}, at most ${limit} ${unit}`);
  if (!isMet) process.exitCode = 1;
}

function judgeAll({ samples, inUse }: Watched): void {
  const memory = samples.map((sample) => sample.memory);
  const quarter = Math.floor(memory.length / 4);
  const before = summarise(memory.slice(0, quarter)).median;
  const after = summarise(memory.slice(-quarter)).median;
  const trend = growth(memory.slice(Math.floor(memory.length / 2)));
  const [first, last] = [samples[0], samples.at(-1)];
  const [inUseBefore = Number.NaN, inUseAfter = Number.NaN] = inUse;
  const processor = (last?.processor ?? Number.NaN) - (first?.processor ?? Number.NaN);
  console.log(
    `in memory in the first quarter of the time: ${before.toFixed(1)} MiB, in the last: ${after.toFixed(1)}`,
  );
  console.log(
    `in use after the first quarter: ${inUseBefore.toFixed(2)} MiB, at the end: ${inUseAfter.toFixed(2)}`,
  );
  judge('share of a core', (processor / (minutes * 60)) * 100, shareLimit, '%');
  judge('what is in use grows by', inUseAfter - inUseBefore, inUseLimit, 'MiB');
  judge('what is in memory grows, from quarter to quarter, by', after - before, inMemoryLimit, 'MiB');
  judge('and by its trend over the second half, by', trend, inMemoryLimit, 'MiB');
}

try {
  const node = ['--expose-gc', '--import', liveMemory];
  await inTerminal(deskSession(place, node, { LIVE_MEMORY: inUseFile }), async (session) => {
    console.log('minute  processor    share       memory    written');
    const watched = await watch(session);
    console.log(`the first key after all this: ${(await measureMove(session, down)).toFixed(1)} ms`);
    judgeAll(watched);
  });
} finally {
  place.remove();
}
