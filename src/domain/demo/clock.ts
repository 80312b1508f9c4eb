/** The desk's clock for very many moments: `formatInstant` asks the calendar each time, which a million of them feel. */
import { atDesk } from '../time.ts';

export interface DeskClock {
  /** RFC 3339 in the desk's offset, to the second, from milliseconds since 1970. */
  at(epochMilliseconds: number): string;
  /** Minutes east of Greenwich at that moment. */
  offset(epochMilliseconds: number): number;
}

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

export function deskClock(): DeskClock {
  // The time between two changes of the clock, with its offset.
  let from = 0;
  let to = 0;
  let minutes = 0;
  let suffix = '';
  // The day in which the latest moment was, and how it is written.
  let today = Number.NaN;
  let date = '';
  const look = (epochMilliseconds: number) => {
    if (epochMilliseconds >= from && epochMilliseconds < to) return;
    const local = atDesk(Temporal.Instant.fromEpochMilliseconds(epochMilliseconds));
    from = epochMilliseconds;
    to = local.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
    minutes = local.offsetNanoseconds / 60e9;
    suffix = local.offset;
  };
  return {
    at(epochMilliseconds) {
      look(epochMilliseconds);
      const wall = epochMilliseconds + minutes * minute;
      if (Math.floor(wall / day) !== today) {
        today = Math.floor(wall / day);
        date = new Date(wall).toISOString().slice(0, 11);
      }
      const seconds = Math.floor((wall - today * day) / second);
      const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
      return `${date}${time.map((part) => twoDigits[part]).join(':')}${suffix}`;
    },
    offset(epochMilliseconds) {
      look(epochMilliseconds);
      return minutes;
    },
  };
}
