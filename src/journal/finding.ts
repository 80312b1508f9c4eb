/** What the check of the journal may find wrong. `texts/journal.ts` says it in words. */

/**
 * `file`               the file is not a whole database; `detail` is SQLite's own message
 * `schema`             a table, index or guard of the journal was changed; `detail` is its name
 * `entry-altered`      the entry does not agree with its own hash: it was changed, moved or put in afterwards
 * `entry-replaced`     the entry agrees with its own hash but not with its neighbours: exchanged for another
 * `entry-missing`      there is no such entry; with `through`, none up to and including that one
 * `entry-unreadable`   the file is damaged where the entry lies; with `through`, up to and including that one
 * `payload-altered`    the payload does not agree with the entry's digest, or is marked as disposed of without a decision
 * `payload-missing`    the payload is gone without having been disposed of
 * `payload-unreadable` the file is damaged where the payload lies
 * `payload-extra`      a payload that belongs to no entry
 * `head`               what the journal says about its own end does not agree with the entries
 * `derived`            the list or the search does not agree with the entries; they can be made again
 * `typing`             what was being typed cannot be read
 * `outbox`             a mail has recipients that cannot be read, or has been sent without an attempt
 * `export-head`        what a file taken out says of itself does not agree with its entries
 * `export-incomplete`  there are not as many entries in such a file as were taken out
 */
export type FindingKind =
  | 'file'
  | 'schema'
  | 'entry-altered'
  | 'entry-replaced'
  | 'entry-missing'
  | 'entry-unreadable'
  | 'payload-altered'
  | 'payload-missing'
  | 'payload-unreadable'
  | 'payload-extra'
  | 'head'
  | 'derived'
  | 'typing'
  | 'outbox'
  | 'export-head'
  | 'export-incomplete';

export interface Finding {
  readonly kind: FindingKind;
  /** The number in order of the entry that is wrong; null when it is not about one entry. */
  readonly sequence: number | null;
  /** The last one, when several in a row are wrong in the same way. */
  readonly through: number | null;
  /** The incident's number, where it is known. */
  readonly number: string | null;
  readonly detail: string | null;
}

/** A finding with nothing known but what is given. */
export function finding(kind: FindingKind, known: Partial<Omit<Finding, 'kind'>> = {}): Finding {
  return { kind, sequence: null, through: null, number: null, detail: null, ...known };
}
