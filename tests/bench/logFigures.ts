/** The figures of the log: beside an empty one, and beside other programs that search the same texts. */
import { execFileSync } from 'node:child_process';
import { atMost, besideOne, byTurns } from './beside.ts';
import { bigLog, isMade, journalOf, textsOf } from './bigLogs.ts';
import {
  measureCommand,
  measureLogMemory,
  measureLogStart,
  measureSearch,
  searches,
  searchKeyCount,
} from './log.ts';
import type { Place } from './place.ts';
import { quantile, type Summary, summarise } from './statistics.ts';
import { bareNode, emptyScript, program } from './subjects.ts';
import type { Figure, Limit, Line } from './table.ts';

/** How many times each is measured. */
export interface LogTimes {
  readonly start: number;
  readonly search: number;
  readonly memory: number;
  readonly command: number;
}

interface Log {
  readonly name: string;
  readonly count: number;
  readonly place: Place;
}

/** With `million`, a log of a million incidents is made if it is not there: it takes a quarter of an hour and 20 GB. */
export async function logFigures(times: LogTimes, million: boolean): Promise<Figure[]> {
  const counts = [0, 1_000, 100_000, ...(million || isMade(1_000_000) ? [1_000_000] : [])];
  const logs = counts.map((count) => ({
    name: count === 0 ? 'an empty log' : `${count.toLocaleString('en')} incidents`,
    count,
    place: bigLog(count),
  }));
  const full = logs.slice(1);
  return [
    await start(logs, times.start),
    ...(await search(full, times.search)),
    ...(await others(full.at(-1)?.count ?? 0, times.command)),
    await memory(full, times.memory),
    ...(await commands(full, times.command)),
  ];
}

/** A line for each log; the ratio is to the first of them. */
function linesOf(
  logs: readonly Log[],
  of: (log: Log) => readonly number[],
  limitsOf: (log: Log, own: Summary, first: Summary) => Limit[],
): Line[] {
  const [first] = logs.map((log) => summarise(of(log)));
  if (!first) return [];
  return logs.map((log, index) => {
    const summary = summarise(of(log));
    const ratio = index === 0 ? null : summary.median / first.median;
    return { who: log.name, summary, ratio, limits: index === 0 ? [] : limitsOf(log, summary, first) };
  });
}

async function start(logs: readonly Log[], rounds: number): Promise<Figure> {
  const of = await byTurns(logs, rounds, ({ place }) => measureLogStart(place));
  const limits: Readonly<Record<number, number>> = { 100000: 1.3, 1000000: 1.5 };
  const lines = linesOf(logs, of, ({ count }, own, empty) => {
    const limit = limits[count];
    return limit ? [atMost(`at most ${limit} × an empty log`, own.median, limit * empty.median)] : [];
  });
  return { title: 'Start of the log to its list (the ratio is to an empty log)', unit: 'ms', lines };
}

async function search(logs: readonly Log[], rounds: number): Promise<Figure[]> {
  const of = await byTurns(logs, rounds, ({ place }) => measureSearch(place));
  const lines = (share: number, limit?: number) =>
    linesOf(
      logs,
      (log) => of(log).map((run) => quantile(run, share)),
      (_log, own) => (limit ? [atMost(`at most ${limit} ms`, own.median, limit)] : []),
    );
  const title = `Letter to what it finds over ${searchKeyCount} letters`;
  return [
    { title: `${title}: half of them within (p50)`, unit: 'ms', lines: lines(0.5) },
    { title: `${title}: 95 of 100 within (p95)`, unit: 'ms', lines: lines(0.95, 50) },
    { title: `${title}: the slowest`, unit: 'ms', lines: lines(1) },
  ];
}

/** The same words in the same texts by other programs, which are started for each. */
async function others(count: number, rounds: number): Promise<Figure[]> {
  const place = bigLog(0);
  const texts = await textsOf(count);
  const sql = (words: string) =>
    `SELECT number FROM search JOIN incident ON place = search.rowid WHERE search MATCH '${words}'
      ORDER BY search.rowid DESC LIMIT 200`;
  const query = (search: string) => search.replaceAll('"', '').split(' ');
  const programs = {
    sqlite3: (search: string) => {
      const words = query(search).map((word) => `"${word}"*`);
      return `sqlite3 -readonly '${journalOf(count)}' "${sql(words.join(' ')).replaceAll('"', '\\"')}"`;
    },
    rg: (search: string) =>
      query(search)
        .map((word, index) => `rg -i -F -e '${word}'${index === 0 ? ` '${texts}'` : ''}`)
        .join(' | ')
        .concat(' | head -200; true'),
    fzf: (search: string) =>
      `fzf --exact --no-sort --filter="${query(search).join(' ')}" < '${texts}' | head -200; true`,
  };
  const there = Object.entries(programs).filter(([name]) => isInstalled(name));
  const of = await byTurns(there, Math.max(1, Math.floor(rounds / 5)), async ([, command]) => {
    let whole = 0;
    for (const each of searches) whole += await measureCommand(place, command(each));
    return whole / searches.length;
  });
  place.remove();
  return [
    {
      title: `The same ${searches.length} searches in ${count.toLocaleString('en')} texts by other programs, each from start to end`,
      unit: 'ms',
      lines: there.map((each) => ({ who: each[0], summary: summarise(of(each)), ratio: null, limits: [] })),
    },
  ];
}

function isInstalled(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function memory(logs: readonly Log[], rounds: number): Promise<Figure> {
  const of = await byTurns(logs, rounds, ({ place }) => measureLogMemory(place));
  const lines = linesOf(logs, of, ({ count }, own, first) =>
    count === 1_000_000 ? [atMost('at most 1.3 × that with 1,000', own.median, 1.3 * first.median)] : [],
  );
  return { title: 'Most memory in use by the log (the ratio is to 1,000 incidents)', unit: 'MiB', lines };
}

async function commands(logs: readonly Log[], rounds: number): Promise<Figure[]> {
  const log = logs.at(-1);
  const small = logs[0];
  if (!log || !small) return [];
  const node = `'${process.execPath}'`;
  const own = () => measureCommand(log.place, `${node} '${program}' logg --json | head -1`);
  const bare = () => measureCommand(log.place, `${node} '${emptyScript}' | head -1`);
  const number = firstNumber(small.place);
  const pdf = () =>
    measureCommand(small.place, `${node} '${program}' exportera ${number} --pdf "$TMPDIR/$$.pdf"`);
  const of = await byTurns([own, bare, pdf], rounds, (measure) => measure());
  const times = { own: of(own), bare: of(bare) };
  return [
    {
      title: `tjour logg --json | head -1, with ${log.name}`,
      unit: 'ms',
      lines: besideOne(['tjour', bareNode.name], times, (median, base) => [
        atMost('at most 3.0 × bare Node', median.median, 3 * base.median),
      ]),
    },
    {
      title: 'tjour exportera, one incident as a PDF',
      unit: 'ms',
      lines: besideOne(['tjour', bareNode.name], { own: of(pdf), bare: of(bare) }, ({ median }) => [
        atMost('at most 1 s', median, 1000),
      ]),
    },
  ];
}

function firstNumber(place: Place): string {
  const env = { ...place.environment };
  const line = execFileSync(process.execPath, [program, 'logg', '--json'], { env, encoding: 'utf8' }).split(
    '\n',
  )[0];
  return String((JSON.parse(line ?? '{}') as { number?: string }).number);
}
