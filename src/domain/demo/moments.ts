/** When the incidents of the demonstration are received: more in the evenings and at week-ends than otherwise. */
import type { DeskClock } from './clock.ts';
import type { Dice } from './dice.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;

/** So many moments between the two, from the first to the last; all in milliseconds since 1970. */
export function* busyMoments(
  count: number,
  { from, to }: { readonly from: number; readonly to: number },
  clock: DeskClock,
  dice: Dice,
): Generator<number> {
  const first = weighed(onTheWall(from, clock));
  const last = weighed(onTheWall(to, clock));
  for (const part of Float64Array.from({ length: count }, dice.next).sort()) {
    const wall = Math.floor(unweighed(first + part * (last - first)));
    yield wall - clock.offset(wall) * minute;
  }
}

/**
 * When one shift follows another, at 7 and at 19: the moments between the two, from the first to the last; all in
 * milliseconds since 1970.
 */
export function* shiftChanges(from: number, to: number, clock: DeskClock): Generator<number> {
  for (let wall = Math.floor(onTheWall(from, clock) / day) * day + 7 * hour; ; wall += 12 * hour) {
    const at = wall - clock.offset(wall) * minute;
    if (at > to) return;
    if (at >= from) yield at;
  }
}

/** The moment as if the desk's clock were Greenwich's. */
function onTheWall(epochMilliseconds: number, clock: DeskClock): number {
  return epochMilliseconds + clock.offset(epochMilliseconds) * minute;
}

/** How much happens in each hour of the week from Monday: evenings, nights before days off, and rush hours. */
const busyness = Array.from({ length: 7 * 24 }, (_, index) => {
  const [weekday, hour] = [Math.floor(index / 24), index % 24];
  if (hour < 5) return weekday >= 5 ? 1.6 : 0.8;
  if (hour >= 17 && hour < 23) return weekday >= 4 ? 2.1 : 1.7;
  return weekday < 5 && (hour === 7 || hour === 16) ? 1.5 : 1;
});
const busynessBefore = busyness.map((_, index) =>
  busyness.slice(0, index).reduce((sum, each) => sum + each, 0),
);
const busynessOfWeek = busyness.reduce((sum, each) => sum + each, 0);
/** A Monday at midnight, in milliseconds since 1970. */
const someMonday = 4 * day;

/** How much has happened until then, if nothing but the hour of the week mattered. */
function weighed(wall: number): number {
  const weeks = Math.floor((wall - someMonday) / week);
  const within = (wall - someMonday - weeks * week) / hour;
  const index = Math.floor(within);
  return weeks * busynessOfWeek + (busynessBefore[index] ?? 0) + (within - index) * (busyness[index] ?? 0);
}

/** The other way round. */
function unweighed(value: number): number {
  const weeks = Math.floor(value / busynessOfWeek);
  const within = value - weeks * busynessOfWeek;
  const index = busynessBefore.findLastIndex((before) => before <= within);
  const part = (within - (busynessBefore[index] ?? 0)) / (busyness[index] ?? 1);
  return someMonday + weeks * week + (index + part) * hour;
}
