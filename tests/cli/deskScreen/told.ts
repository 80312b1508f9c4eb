/** An incident of the simulated week: what has been written about it, and how it stands by the rules in words. */
import type { EntryPayloads, EntryType } from '../../../src/domain/entry.ts';
import { formatInstant } from '../../../src/domain/time.ts';
import { newId } from '../../../src/journal/id.ts';
import { type Standing, standingAfter, type Written } from './expected.ts';

/** How many minutes what is due at once may wait: the setting's default. */
export const patience = 10;

/** RFC 3339 for milliseconds from 1970. */
export function moment(at: number): string {
  return formatInstant(Temporal.Instant.fromEpochMilliseconds(at));
}

export class Told {
  readonly id = newId();
  readonly entries: Written[] = [];
  #standing: Standing | null = null;

  get standing(): Standing {
    this.#standing ??= standingAfter(this.entries, patience);
    return this.#standing;
  }

  /** A new entry about it, not yet written. `at` is milliseconds from 1970. */
  entry<T extends EntryType>(
    type: T,
    at: number,
    payload: EntryPayloads[T],
    corrects: string | null = null,
  ): Written {
    const about = { id: newId(), incident: this.id, operator: 'jl', occurredAt: null, corrects };
    return { ...about, receivedAt: moment(at), type, payload } as Written;
  }

  /** Keeps in mind what the journal has taken. */
  wrote(entries: readonly Written[]): void {
    this.entries.push(...entries);
    this.#standing = null;
  }
}
