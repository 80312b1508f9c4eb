/** The desk's clock for very many moments: `formatInstant` asks the calendar each time, which a million of them feel. */
import { atDesk } from '../time.ts';

export interface DeskClock {
  /** RFC 3339 in the desk's offset, to the second, from milliseconds since 1970. */
  at(epochMilliseconds: number): string;
  /** Minutes east of Greenwich at that moment. */
  offset(epochMilliseconds: number): number;
}

export function deskClock(): DeskClock {
  // The time between two changes of the clock, with its offset.
  let from = 0;
  let to = 0;
  let minutes = 0;
  let suffix = '';
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
      return new Date(epochMilliseconds + minutes * 60_000).toISOString().slice(0, 19) + suffix;
    },
    offset(epochMilliseconds) {
      look(epochMilliseconds);
      return minutes;
    },
  };
}
