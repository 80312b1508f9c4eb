/** The figures of the desk screen under load, beside bare Node. */
import { atMost, besideOne, byTurns } from './beside.ts';
import { actionsEach, incidentCount, newBusyDesk } from './busyDesk.ts';
import { deskKeyCount, measureDeskKeys, measureDeskStart } from './desk.ts';
import { measureStart } from './firstQuestion.ts';
import type { Place } from './place.ts';
import { quantile } from './statistics.ts';
import { bareNode } from './subjects.ts';
import type { Figure } from './table.ts';
import { measureKeys } from './typing.ts';

/** How many times each is measured. */
export interface DeskTimes {
  readonly start: number;
  readonly keys: number;
}

export async function deskFigures(times: DeskTimes): Promise<Figure[]> {
  const place = await newBusyDesk();
  try {
    // The first one rings for all that is overdue, as no later one does: that is the warm-up.
    return [...(await deskStart(place, times.start)), ...(await deskKeys(place, times.keys))];
  } finally {
    place.remove();
  }
}

const deskAndBare = ['the desk', bareNode.name] as const;
const under = `the desk with ${incidentCount} open incidents of ${actionsEach} actions`;

async function deskStart(place: Place, rounds: number): Promise<Figure[]> {
  const own = () => measureDeskStart(place);
  const bare = async () => {
    const { question } = await measureStart(bareNode);
    return { frame: question, list: question };
  };
  const of = await byTurns([own, bare], rounds, (measure) => measure());
  const lines = (what: 'frame' | 'list') =>
    besideOne(deskAndBare, {
      own: of(own).map((run) => run[what]),
      bare: of(bare).map((run) => run[what]),
    });
  return [
    { title: `Start of ${under}, to its first frame`, unit: 'ms', lines: lines('frame') },
    { title: `Start of ${under}, to its list`, unit: 'ms', lines: lines('list') },
  ];
}

async function deskKeys(place: Place, rounds: number): Promise<Figure[]> {
  const own = () => measureDeskKeys(place);
  const bare = () => measureKeys(bareNode);
  const of = await byTurns([own, bare], rounds, (measure) => measure());
  const lines = (share: number, limit?: number) =>
    besideOne(
      deskAndBare,
      {
        own: of(own).map((run) => quantile(run, share)),
        bare: of(bare).map((run) => quantile(run, share)),
      },
      ({ median }) => (limit ? [atMost(`at most ${limit} ms`, median, limit)] : []),
    );
  const title = `Key to screen over ${deskKeyCount} keys, in ${under}`;
  return [
    { title: `${title}: half of them within (p50)`, unit: 'ms', lines: lines(0.5) },
    { title: `${title}: 99 of 100 within (p99)`, unit: 'ms', lines: lines(0.99, 16) },
    { title: `${title}: the slowest`, unit: 'ms', lines: lines(1) },
  ];
}
