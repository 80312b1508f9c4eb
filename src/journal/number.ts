/** The numbers of incidents: STATION-YEAR-SEQUENCE, as A-2026-0001. */
import { atDesk, parseInstant } from '../domain/time.ts';
import type { Connection } from './connection.ts';

/** A number as it is compared: composed, without regard to upper and lower case. */
export function numberKey(number: string): string {
  return number.normalize('NFC').trim().toUpperCase();
}

/** The parts of a number; nulls when it has another form, and then it takes no part in the counting. */
export function parseNumber(number: string): {
  station: string | null;
  year: number | null;
  serial: number | null;
} {
  const parts = /^(.*)-(\d{4})-(\d{4,12})$/s.exec(numberKey(number));
  return { station: parts?.[1] ?? null, year: toNumber(parts?.[2]), serial: toNumber(parts?.[3]) };
}

function toNumber(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

/**
 * The number for an incident that is being opened: the one it has, the one that is wanted if nobody has it, or else
 * the next of the station and the year of `receivedAt` (RFC 3339) in the desk's calendar. Within a write transaction,
 * so that no two get the same.
 */
export function allocateNumber(
  { prepare }: Connection,
  incident: string,
  wanted: { readonly station: string; readonly number: string },
  receivedAt: string,
): string {
  const has = prepare('SELECT number FROM incident WHERE id = ?').get(incident)?.number;
  if (typeof has === 'string') return has;
  const taken = prepare('SELECT 1 FROM incident WHERE number_key = ?');
  if (wanted.number.trim() !== '' && !taken.get(numberKey(wanted.number))) return wanted.number;
  const year = atDesk(parseInstant(receivedAt)).year;
  const last = prepare('SELECT max(serial) AS last FROM incident WHERE station = ? AND year = ?').get(
    numberKey(wanted.station),
    year,
  )?.last;
  const serial = Number(last ?? 0) + 1;
  return `${wanted.station}-${String(year).padStart(4, '0')}-${String(serial).padStart(4, '0')}`;
}
