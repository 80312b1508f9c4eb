/** Tells one made-up incident: its entries one after the other, each at its time. */
import * as words from '../../texts/demoWorld.ts';
import type { EntryPayloads, EntryType, NewEntry } from '../entry.ts';
import type { DeskClock } from './clock.ts';
import { type Dice, idBy } from './dice.ts';

/** An entry to be written that tells when it was written down, RFC 3339 with milliseconds. */
export interface DemoEntry {
  readonly entry: NewEntry;
  readonly recordedAt: string;
  /** Whether it is the last one of its incident. */
  readonly last: boolean;
}

/** A told entry and when it was written down. */
export interface Told {
  readonly entry: NewEntry;
  /** In milliseconds since 1970. */
  readonly at: number;
  /** The same to the second, RFC 3339. */
  readonly time: string;
}

/** What an entry may say besides its payload. */
interface About {
  readonly corrects?: string | null;
  readonly occurredAt?: string;
  /** How many minutes before it was written down the desk got to know it. */
  readonly known?: number;
  /** Who writes it, when it is not whoever works at the desk then. */
  readonly by?: string;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const shift = 12 * hour;

export class Teller {
  readonly dice: Dice;
  readonly clock: DeskClock;
  /** The id of the incident, or `deskStream`. */
  readonly stream: string;
  readonly told: Told[] = [];
  #at: number;
  /** How much later than it happens it is written down. */
  #behind = 0;

  /** `at` is when it begins, in milliseconds since 1970. */
  constructor(dice: Dice, clock: DeskClock, at: number, stream?: string) {
    this.dice = dice;
    this.clock = clock;
    this.stream = stream ?? idBy(dice, at);
    this.#at = at;
  }

  /** What the clock shows, RFC 3339. */
  get now(): string {
    return this.clock.at(this.#at);
  }

  /** What the clock shows so many minutes from now. */
  in(minutes: number): string {
    return this.clock.at(this.#at + minutes * minute);
  }

  /** Lets so many seconds go by. */
  wait(least: number, most: number): void {
    this.#at += this.dice.between(least, most) * second + this.dice.between(0, second - 1);
  }

  /** Lets the time go by until then, RFC 3339, unless it is past. */
  waitUntil(instant: string): void {
    this.#at = Math.max(this.#at, Date.parse(instant));
  }

  /** Lets so many days go by, until somebody is at the office: between 9 and 16, Monday to Friday. */
  waitForOffice(least: number, most: number): void {
    const offset = this.clock.offset(this.#at) * minute;
    const date = Math.floor((this.#at + offset) / day) + this.dice.between(least, most);
    // Day 0, the first of January 1970, was a Thursday.
    const weekday = (date + 3) % 7;
    const wall = (date + Math.max(0, 7 - weekday) * Number(weekday >= 5)) * day + 9 * hour;
    this.#at = wall + this.dice.between(0, 7 * 3600) * second - this.clock.offset(wall) * minute;
  }

  /** What follows happened so many minutes ago, was written on paper, and is put into the log from now on. */
  beginOnPaper(minutes: number): void {
    this.#behind = minutes * minute;
    this.#at -= this.#behind;
  }

  /** All of it is in the log. */
  endOnPaper(): void {
    this.#at += this.#behind;
    this.#behind = 0;
  }

  /** Writes an entry down and gives its id. */
  tell<T extends EntryType>(type: T, payload: EntryPayloads[T], about: About = {}): string {
    const { corrects = null, occurredAt = null, known = 0, by } = about;
    const at = this.#at + this.#behind;
    const time = this.clock.at(at);
    const entry: NewEntry<T> = {
      id: idBy(this.dice, at),
      incident: this.stream,
      operator: by ?? operatorAt(at),
      receivedAt: known === 0 && this.#behind === 0 ? time : this.in(-known),
      occurredAt,
      type,
      corrects,
      payload,
    };
    this.told.push({ entry, at, time });
    return entry.id;
  }
}

/** Whoever works at the desk at that moment, in milliseconds since 1970: from 6 to 18 in Greenwich, or the night. */
export function operatorAt(epochMilliseconds: number): string {
  const shifts = Math.floor((epochMilliseconds - shift / 2) / shift);
  return words.operators[shifts % words.operators.length] ?? '';
}

/** As it is written in the journal. */
export function recorded({ entry, at, time }: Told, last: boolean): DemoEntry {
  const milliseconds = String(at % second).padStart(3, '0');
  return { entry, recordedAt: `${time.slice(0, 19)}.${milliseconds}${time.slice(19)}`, last };
}
