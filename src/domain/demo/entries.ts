/**
 * The demonstration: two years of incidents that never happened, as the entries that a journal would have of them.
 * The same seed, number and last moment give the same entries.
 */
import * as words from '../../texts/demoWorld.ts';
import { type DeskPhone, deskPhones, deskStream } from '../payloads.ts';
import { tellCall } from './call.ts';
import { tellCarryingOut } from './carryingOut.ts';
import { type DeskClock, deskClock } from './clock.ts';
import { type Dice, diceOf } from './dice.ts';
import { type DemoEntry, recorded, Teller, type Told } from './teller.ts';
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
const week = 7 * day;
const length = 2 * 365 * day;
/** No course of an incident takes longer than this, so that only the latest are open. */
const longestCourse = 30 * hour;
/** How long before the end the latest incidents were received, and how much of each has been told. */
const latest = [
  { before: 22 * hour, toldFor: day, isClosed: true },
  { before: 13 * hour, toldFor: day, isClosed: true },
  { before: 7.5 * hour, toldFor: day, isClosed: false },
  { before: 4 * hour, toldFor: day, isClosed: false },
  { before: 41 * minute, toldFor: 14 * minute, isClosed: false },
  { before: 17 * minute, toldFor: 10 * minute, isClosed: false },
  { before: 3 * minute, toldFor: hour, isClosed: false },
];

const whole = { toldFor: Number.POSITIVE_INFINITY, isClosed: true };

/** Every entry, in the order in which they were written down. */
export function* demoEntries({ count, until, seed }: DemoOptions): Generator<DemoEntry> {
  const clock = deskClock();
  const end = Date.parse(until);
  const contacts = demoContacts();
  const numbers = new Map<string, number>();
  const waiting = new Queue();
  const tellIncident = (index: number, received: number) => {
    // The latest ones are the same however many there are.
    const nth = index < count - latest.length ? index : index - count;
    const teller = new Teller(diceOf(seed * 1_000_003 + nth), clock, received);
    const known = tellCall(teller, nextNumber(numbers, teller.now));
    tellCarryingOut(teller, known, contacts);
    const { toldFor, isClosed } = latest.find(({ before }) => end - before === received) ?? whole;
    waiting.add(
      teller.told.filter(
        ({ entry, at }) =>
          at <= Math.min(end, received + toldFor) && (isClosed || entry.type !== 'incident-closed'),
      ),
    );
  };
  let index = 0;
  for (const moment of merged(momentsOf(count, end, clock, diceOf(seed)), phoneTestsUntil(end))) {
    yield* waiting.before(moment.at);
    if (moment.phone) waiting.add(tellPhoneTest(diceOf(seed + moment.at), clock, moment.at, moment.phone));
    else tellIncident(index++, moment.at);
  }
  yield* waiting.before(Number.POSITIVE_INFINITY);
}

function nextNumber(numbers: Map<string, number>, receivedAt: string): string {
  const year = receivedAt.slice(0, 4);
  const serial = (numbers.get(year) ?? 0) + 1;
  numbers.set(year, serial);
  return `A-${year}-${String(serial).padStart(4, '0')}`;
}

/** When the incidents were received, from the first to the last, in milliseconds since 1970. */
function* momentsOf(count: number, end: number, clock: DeskClock, dice: Dice): Generator<number> {
  const lately = latest.slice(-count);
  const earlier = count - lately.length;
  const from = weighed(onTheWall(end - length, clock));
  const to = weighed(onTheWall(end - longestCourse, clock));
  for (const part of Float64Array.from({ length: earlier }, dice.next).sort()) {
    const wall = Math.floor(unweighed(from + part * (to - from)));
    yield wall - clock.offset(wall) * minute;
  }
  for (const { before } of lately) yield end - before;
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

interface Beginning {
  readonly at: number;
  readonly phone: DeskPhone | null;
}

/** The telephones are tested every other week. Source: "Telefonerna testas återkommande." */
function phoneTestsUntil(end: number): Beginning[] {
  const times = Array.from(
    { length: Math.floor(length / (2 * week)) },
    (_, index) => end - 2 * day - index * 2 * week,
  );
  return times
    .reverse()
    .flatMap((at) => deskPhones.map((phone, index) => ({ at: at + index * 4 * minute, phone })));
}

/** Both in the order of time. */
function* merged(received: Iterable<number>, tests: readonly Beginning[]): Generator<Beginning> {
  let next = 0;
  for (const at of received) {
    for (let test = tests[next]; test && test.at <= at; test = tests[++next]) yield test;
    yield { at, phone: null };
  }
  yield* tests.slice(next);
}

function tellPhoneTest(dice: Dice, clock: DeskClock, at: number, phone: DeskPhone): Told[] {
  const teller = new Teller(dice, clock, at, deskStream);
  const works = phone === 'primary' || !dice.chance(0.06);
  const result = works ? 'works' : 'fault';
  teller.tell('phone-tested', { phone, result, note: works ? '' : words.phoneFault, exercise: false });
  return teller.told;
}

/** Told incidents whose entries wait for their turn: several go on at the same time. */
class Queue {
  /** A heap: each is before the two at twice its place. */
  readonly #heap: { readonly told: readonly Told[]; next: number }[] = [];

  add(told: readonly Told[]): void {
    if (told.length === 0) return;
    this.#heap.push({ told, next: 0 });
    for (let index = this.#heap.length - 1; index > 0; ) {
      const above = (index - 1) >> 1;
      if (this.#timeAt(above) <= this.#timeAt(index)) return;
      this.#swap(above, index);
      index = above;
    }
  }

  /** What was written down before that moment (milliseconds since 1970), in order. */
  *before(moment: number): Generator<DemoEntry> {
    for (let first = this.#heap[0]; first && this.#timeAt(0) < moment; first = this.#heap[0]) {
      const told = first.told[first.next];
      first.next += 1;
      const last = first.next === first.told.length;
      if (told) yield recorded(told, last);
      if (last) this.#removeFirst();
      this.#sink();
    }
  }

  #removeFirst(): void {
    const moved = this.#heap.pop();
    if (moved && this.#heap.length > 0) this.#heap[0] = moved;
  }

  #sink(): void {
    for (let index = 0; ; ) {
      const [left, right] = [2 * index + 1, 2 * index + 2];
      const below = this.#timeAt(right) < this.#timeAt(left) ? right : left;
      if (this.#timeAt(index) <= this.#timeAt(below)) return;
      this.#swap(index, below);
      index = below;
    }
  }

  #timeAt(index: number): number {
    const waiting = this.#heap[index];
    return waiting?.told[waiting.next]?.at ?? Number.POSITIVE_INFINITY;
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (!first || !second) return;
    this.#heap[a] = second;
    this.#heap[b] = first;
  }
}
