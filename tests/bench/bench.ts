/**
 * `npm run bench`: what a person notices, measured beside bare Node and two other prompt programs in the same run and
 * by turns, after a warm-up. It reports and judges no test; it fails only where something could not be measured.
 * `--quick` measures less, `--only log` one part, and with `--million` the log has a million incidents too.
 */
import { parseArgs } from 'node:util';
import { measureAppends } from './append.ts';
import { measureAssessment, measureEmpty } from './assessment.ts';
import { atMost, besideOne, byTurns } from './beside.ts';
import { deskFigures } from './deskFigures.ts';
import { checkRawMode, measureStart } from './firstQuestion.ts';
import { logFigures } from './logFigures.ts';
import { measureMemory, memoryIsKnown } from './memory.ts';
import { quantile, type Summary, summarise } from './statistics.ts';
import { bareNode, clack, type Subject, subjects, tjour } from './subjects.ts';
import { type Figure, type Limit, type Line, table, type Unmeasured } from './table.ts';
import { letterCount, measureKeys } from './typing.ts';

const { quick, only, million } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    million: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
}).values;
/** How many times each is measured. */
const times = quick
  ? {
      start: 7,
      keys: 1,
      assessment: 7,
      memory: 1,
      append: 100,
      desk: { start: 5, keys: 1 },
      log: { start: 5, search: 1, memory: 1, command: 5 },
    }
  : {
      start: 30,
      keys: 5,
      assessment: 30,
      memory: 3,
      append: 400,
      desk: { start: 15, keys: 5 },
      log: { start: 15, search: 3, memory: 3, command: 15 },
    };

/** Lines with each subject's ratio to bare Node. */
function beside(
  samplesOf: (subject: Subject) => readonly number[],
  limitsOf: (own: Summary, of: (subject: Subject) => Summary) => Limit[] = () => [],
): Line[] {
  const of = (subject: Subject) => summarise(samplesOf(subject));
  const bare = of(bareNode).median;
  return subjects.map((subject) => {
    const summary = of(subject);
    const limits = subject === tjour ? limitsOf(summary, of) : [];
    return { who: subject.name, summary, ratio: subject === bareNode ? null : summary.median / bare, limits };
  });
}

async function start(): Promise<Figure[]> {
  for (const subject of subjects) for (let time = 0; time < 3; time++) await checkRawMode(subject);
  const of = await byTurns(subjects, times.start, measureStart);
  return [
    {
      title: 'Start to the first question, with the terminal taking keys',
      unit: 'ms',
      lines: beside(
        (subject) => of(subject).map(({ question }) => question),
        (own, other) => [
          atMost('at most 3.0 × bare Node', own.median, 3 * other(bareNode).median),
          atMost('aim: no slower than @clack/prompts', own.median, other(clack).median),
        ],
      ),
    },
    {
      title: 'Start to a key on the screen, pressed when the question shows',
      unit: 'ms',
      lines: beside((subject) => of(subject).map(({ firstKey }) => firstKey)),
    },
  ];
}

async function keys(): Promise<Figure[]> {
  const of = await byTurns(subjects, times.keys, measureKeys);
  const lines = (share: number, limit?: number): Line[] =>
    subjects.map((subject) => {
      const summary = summarise(of(subject).map((run) => quantile(run, share)));
      const limits = subject === tjour && limit ? [atMost(`at most ${limit} ms`, summary.median, limit)] : [];
      return { who: subject.name, summary, ratio: null, limits };
    });
  const title = `Key to screen over ${letterCount} keys`;
  return [
    { title: `${title}: half of them within (p50)`, unit: 'ms', lines: lines(0.5) },
    { title: `${title}: 99 of 100 within (p99)`, unit: 'ms', lines: lines(0.99, 16) },
    { title: `${title}: the slowest`, unit: 'ms', lines: lines(1) },
  ];
}

async function assessment(): Promise<Figure[]> {
  const of = await byTurns([measureAssessment, measureEmpty], times.assessment, (measure) => measure());
  return [
    {
      title: 'tjour bedöm with one incident, start to end',
      unit: 'ms',
      lines: besideOne(
        [tjour.name, 'bare Node, an empty script'],
        { own: of(measureAssessment), bare: of(measureEmpty) },
        (own, bare) => [atMost('at most 2.5 × bare Node', own.median, 2.5 * bare.median)],
      ),
    },
  ];
}

async function memory(): Promise<Figure[]> {
  if (!memoryIsKnown) throw new Error('this system has no /proc');
  const of = await byTurns(subjects, times.memory, measureMemory);
  const lines = beside(of, ({ median }) => [atMost('at most 110 MiB', median, 110)]);
  return [{ title: 'Most memory in use, in a whole call or prompt', unit: 'MiB', lines }];
}

async function append(): Promise<Figure[]> {
  const { journal, insert } = measureAppends(times.append);
  return [
    {
      title: 'One entry safe on the disk (the ratio is to the bare INSERT)',
      unit: 'ms',
      lines: besideOne(['the journal', 'a bare INSERT of as many bytes'], { own: journal, bare: insert }),
    },
  ];
}

const parts = {
  'The start': start,
  'The keys': keys,
  'tjour bedöm': assessment,
  'The memory': memory,
  'The journal': append,
  'The desk': () => deskFigures(times.desk),
  'The log': () => logFigures(times.log, million),
};
const figures: (Figure | Unmeasured)[] = [];
for (const [title, measure] of Object.entries(parts)) {
  if (only !== undefined && !title.toLowerCase().includes(only)) continue;
  console.error(`measuring: ${title} …`);
  try {
    figures.push(...(await measure()));
  } catch (error) {
    figures.push({ title, why: error instanceof Error ? error.message : String(error) });
    process.exitCode = 1;
  }
}
for (const line of table(figures)) console.log(line);
