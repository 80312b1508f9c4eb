/** What the desk of the demonstration does besides the incidents: its telephones, its handovers, its lists. */
import * as words from '../../texts/demoWorld.ts';
import { type Entry, entryVersion } from '../entry.ts';
import { handoverPage } from '../handover.ts';
import { handoverLines } from '../handoverLines.ts';
import { foldIncident } from '../incident.ts';
import { type DeskPhone, deskPhones, deskStream } from '../payloads.ts';
import type { Contact } from '../register.ts';
import type { DeskClock } from './clock.ts';
import { diceOf } from './dice.ts';
import { shiftChanges } from './moments.ts';
import { operatorAt, Teller, type Told } from './teller.ts';

/** Something that the desk does at a time. */
export interface Round {
  /** In milliseconds since 1970. */
  readonly at: number;
  /** Tells it. `incidents` are the latest, each as it has been told, also what comes later. */
  tell(incidents: readonly (readonly Told[])[]): Told[];
}

export interface Period {
  /** In milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;
const month = 30 * day;
const reminderMinutes = 10;
/** Handovers are told for so long before the end; before that there would be very many. */
export const handoversFor = 3 * day;

/** Everything that the desk does in that time, in order. */
export function deskRounds(
  { from, to }: Period,
  clock: DeskClock,
  seed: number,
  contacts: readonly Contact[],
): Round[] {
  const begin = (at: number) => new Teller(diceOf(seed + at), clock, at, deskStream);
  const lists = everySoOften({ from, to: to - 5 * day }, month).map(
    (at): Round => ({ at, tell: () => tellListTaken(begin(at)) }),
  );
  // The two are tested one after the other.
  const tests = everySoOften({ from, to: to - 2 * day }, week).flatMap((testedAt) =>
    deskPhones.map((phone, index): Round => {
      const at = testedAt + index * 4 * minute;
      return { at, tell: () => tellPhoneTest(begin(at), phone) };
    }),
  );
  const handovers = [...shiftChanges(to - handoversFor, to, clock)].map(
    (at): Round => ({
      at,
      tell: (incidents) => tellHandover(begin(at), at, entriesUntil(incidents, at), contacts),
    }),
  );
  return [...lists, ...tests, ...handovers].toSorted((a, b) => a.at - b.at);
}

/** Counted from the end of it. */
function everySoOften({ from, to }: Period, interval: number): number[] {
  return Array.from({ length: Math.floor((to - from) / interval) }, (_, index) => to - index * interval);
}

/** Source: "Telefonerna testas återkommande." One with a fault is exchanged, and tested again the day after. */
function tellPhoneTest(teller: Teller, phone: DeskPhone): Told[] {
  const works = { phone, result: 'works', exercise: false } as const;
  if (phone === 'primary' || !teller.dice.chance(0.06)) {
    teller.tell('phone-tested', { ...works, note: '' });
    return teller.told;
  }
  teller.tell('phone-tested', { ...works, result: 'fault', note: words.phone.fault });
  teller.wait((20 * hour) / 1000, (28 * hour) / 1000);
  teller.tell('phone-tested', { ...works, note: words.phone.mended });
  return teller.told;
}

/** A supervisor takes out the list of a month. */
function tellListTaken(teller: Teller): Told[] {
  teller.waitForOffice(1, 3);
  const selection = words.listOf(teller.in(-month / minute).slice(0, 10), teller.now.slice(0, 10));
  teller.tell(
    'exported',
    { format: 'csv', entries: null, selection },
    { by: teller.dice.pick(words.supervisors) },
  );
  return teller.told;
}

/** The page as it was when the shift changed, which the next one acknowledges. */
function tellHandover(
  teller: Teller,
  at: number,
  entries: readonly (readonly Entry[])[],
  contacts: readonly Contact[],
): Told[] {
  const leaving = operatorAt(at - hour);
  const incidents = entries.flatMap((each) => foldIncident(each) ?? []);
  const about = { reminderMinutes, exercise: false, operator: leaving, phones: [], contacts };
  const page = handoverLines(handoverPage(incidents, { now: teller.now, ...about }));
  const note = teller.dice.pick(words.handedOver);
  const handover = teller.tell('handover-signed', { page, note, exercise: false }, { by: leaving });
  teller.wait(60, 400);
  teller.tell('handover-acknowledged', { handover, note: '' }, { by: operatorAt(at + 2 * hour) });
  return teller.told;
}

function entriesUntil(incidents: readonly (readonly Told[])[], moment: number): Entry[][] {
  return incidents.map((told) =>
    told
      .filter(({ at }) => at <= moment)
      .map(({ entry, time }, index) => ({
        ...entry,
        sequence: index + 1,
        recordedAt: time,
        version: entryVersion,
        hash: '',
      })),
  );
}
