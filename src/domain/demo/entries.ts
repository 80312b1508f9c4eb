/**
 * The demonstration: two years of incidents that never happened, as the entries that a journal would have of them.
 * The same seed, number and last moment give the same entries.
 */
import type { Contact } from '../register.ts';
import type { Outcome } from '../rules.ts';
import { tellAfterwards } from './afterwards.ts';
import { type Known, tellCall } from './call.ts';
import { tellCarryingOut } from './carryingOut.ts';
import { type DeskClock, deskClock } from './clock.ts';
import { deskRounds, handoversFor, type Round } from './deskRounds.ts';
import { type Dice, diceOf } from './dice.ts';
import { busyMoments } from './moments.ts';
import { Queue } from './queue.ts';
import { type DemoEntry, Teller, type Told } from './teller.ts';
import { demoContacts } from './world.ts';

export interface DemoOptions {
  /** How many incidents; at least 1. */
  readonly count: number;
  /** The moment that the demonstration ends with, RFC 3339: what was to happen later has not happened. */
  readonly until: string;
  readonly seed: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const length = 2 * 365 * day;
/** No course of an incident takes longer than this, so that only the latest are open. */
const longestCourse = 30 * hour;
/** What a handover may have to tell of was opened within this time. */
const recently = handoversFor + longestCourse;
/** After so many calls one is taken as it is; far fewer are enough. */
const mostAttempts = 1000;

/** One of the latest incidents, which show something of everything whenever the demonstration ends. */
interface Latest {
  /** How long before the end it was opened. */
  readonly before: number;
  /** How much of it has been told. */
  readonly toldFor: number;
  readonly isClosed?: boolean;
  readonly isOnPaper?: boolean;
  /** What is recommended, and decided at first. */
  readonly outcome: Outcome;
}

const latest: readonly Latest[] = [
  { before: 22 * hour, toldFor: day, isClosed: true, outcome: 'contact-director' },
  { before: 13 * hour, toldFor: day, isClosed: true, isOnPaper: true, outcome: 'ordinary' },
  { before: 7.5 * hour, toldFor: 2 * hour, outcome: 'contact-director' },
  { before: 4 * hour, toldFor: day, outcome: 'ordinary' },
  { before: 41 * minute, toldFor: 14 * minute, outcome: 'contact-director' },
  { before: 17 * minute, toldFor: 9 * minute, outcome: 'consult-first' },
  { before: 3 * minute, toldFor: hour, outcome: 'ordinary' },
];

/** Every entry, in the order in which they were written down. */
export function* demoEntries({ count, until, seed }: DemoOptions): Generator<DemoEntry> {
  const clock = deskClock();
  const end = Date.parse(until);
  const contacts = demoContacts();
  const numbers = new Map<string, number>();
  const waiting = new Queue();
  const recent: Told[][] = [];
  let index = 0;
  const tellIncident = (opened: number): Told[] => {
    const number = nextNumber(numbers, clock.at(opened));
    // The latest ones are the same however many there are.
    const nth = index < count - latest.length ? index : index - count;
    const shown = nth < 0 ? latest.at(nth) : undefined;
    const told = toldOf({ opened, number, seed: seed * 1_000_003 + nth, shown }, clock, contacts);
    index += 1;
    if (opened >= end - recently) recent.push(told);
    return told;
  };
  const rounds = deskRounds({ from: end - length, to: end }, clock, seed, contacts);
  const opened = momentsOf(count, end, clock, diceOf(seed));
  for (const moment of merged(opened, rounds)) {
    yield* waiting.before(typeof moment === 'number' ? moment : moment.at);
    const told = typeof moment === 'number' ? tellIncident(moment) : moment.tell(recent);
    waiting.add(told.filter(({ at }) => at <= end));
  }
  yield* waiting.before(Number.POSITIVE_INFINITY);
}

interface Beginning {
  /** In milliseconds since 1970. */
  readonly opened: number;
  readonly number: string;
  readonly seed: number;
  readonly shown: Latest | undefined;
}

/** One incident, as far as it is told. */
function toldOf(beginning: Beginning, clock: DeskClock, contacts: readonly Contact[]): Told[] {
  const { opened, shown } = beginning;
  const [teller, known] = called(beginning, clock);
  tellAfterwards(teller, tellCarryingOut(teller, known, contacts));
  const { told } = teller;
  if (!shown) return told;
  const closed = told.findIndex(({ entry }) => entry.type === 'incident-closed');
  const going = shown.isClosed || closed < 0 ? told : told.slice(0, closed);
  return going.filter(({ at }) => at <= opened + shown.toldFor);
}

/** The call; for one of the latest incidents one that comes to the decision that is to be shown. */
function called({ opened, number, seed, shown }: Beginning, clock: DeskClock): readonly [Teller, Known] {
  for (let attempt = 0; ; attempt++) {
    const teller = new Teller(diceOf(seed + attempt * 15_485_863), clock, opened);
    const isOnPaper = shown ? shown.isOnPaper === true : teller.dice.chance(0.02);
    const known = tellCall(teller, number, isOnPaper);
    if (!shown || attempt === mostAttempts || isShown(known, shown)) return [teller, known];
  }
}

/** As recommended, and no exercise. */
function isShown({ decision, exercise }: Known, { outcome }: Latest): boolean {
  return decision.outcome === outcome && !decision.overridden && !exercise;
}

function nextNumber(numbers: Map<string, number>, openedAt: string): string {
  const year = openedAt.slice(0, 4);
  const serial = (numbers.get(year) ?? 0) + 1;
  numbers.set(year, serial);
  return `A-${year}-${String(serial).padStart(4, '0')}`;
}

/** When the incidents were opened, from the first to the last, in milliseconds since 1970. */
function* momentsOf(count: number, end: number, clock: DeskClock, dice: Dice): Generator<number> {
  const lately = latest.slice(-count);
  const period = { from: end - length, to: end - longestCourse };
  yield* busyMoments(count - lately.length, period, clock, dice);
  for (const { before } of lately) yield end - before;
}

/** Both in the order of time. */
function* merged(opened: Iterable<number>, rounds: readonly Round[]): Generator<number | Round> {
  let next = 0;
  for (const at of opened) {
    for (let round = rounds[next]; round && round.at <= at; round = rounds[++next]) yield round;
    yield at;
  }
  yield* rounds.slice(next);
}
