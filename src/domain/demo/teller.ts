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

const second = 1000;
const shift = 12 * 60 * 60 * second;

export class Teller {
  readonly dice: Dice;
  readonly clock: DeskClock;
  /** The id of the incident, or `deskStream`. */
  readonly stream: string;
  readonly told: Told[] = [];
  #at: number;

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
    return this.clock.at(this.#at + minutes * 60 * second);
  }

  /** Lets so many seconds go by. */
  wait(least: number, most: number): void {
    this.#at += this.dice.between(least, most) * second + this.dice.between(0, second - 1);
  }

  /** Lets the time go by until then, RFC 3339, unless it is past. */
  waitUntil(instant: string): void {
    this.#at = Math.max(this.#at, Date.parse(instant));
  }

  /** Writes an entry down and gives its id. */
  tell<T extends EntryType>(
    type: T,
    payload: EntryPayloads[T],
    about: {
      readonly corrects?: string | null;
      readonly occurredAt?: string;
      /** How many minutes before it was written down the desk got to know it. */
      readonly known?: number;
    } = {},
  ): string {
    const { corrects = null, occurredAt = null, known = 0 } = about;
    const at = this.#at;
    const operator = words.operators[Math.floor(at / shift) % words.operators.length] ?? '';
    const time = this.now;
    const entry: NewEntry<T> = {
      id: idBy(this.dice, at),
      incident: this.stream,
      operator,
      receivedAt: known === 0 ? time : this.in(-known),
      occurredAt,
      type,
      corrects,
      payload,
    };
    this.told.push({ entry, at, time });
    return entry.id;
  }
}

/** As it is written in the journal. */
export function recorded({ entry, at, time }: Told, last: boolean): DemoEntry {
  const milliseconds = String(at % second).padStart(3, '0');
  return { entry, recordedAt: `${time.slice(0, 19)}.${milliseconds}${time.slice(19)}`, last };
}
