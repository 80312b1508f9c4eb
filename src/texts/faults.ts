/** Why something could not be read or saved, as a part of a sentence. */
import type { FaultKind } from '../flow/fault.ts';

export const faultCauses: Readonly<Record<FaultKind, string>> = {
  full: 'disken är full',
  'read-only': 'det går inte att skriva i datamappen',
  locked: 'loggen är låst av ett annat program',
  damaged: 'loggen är skadad',
  newer: 'loggen är gjord av en nyare version av tjour',
  missing: 'loggen saknas',
  other: 'ett oväntat fel',
};
