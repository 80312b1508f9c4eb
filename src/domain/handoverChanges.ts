/** What has changed between the signing of a handover and now, and who may acknowledge it. */
import type { Problem } from '../texts/handover.ts';
import type { SignedHandover } from './deskLog.ts';
import type { HandoverPage } from './handover.ts';
import { incidentName, incidentsNamed } from './handoverLines.ts';
import { cleanLine } from './text.ts';
import { compareInstants } from './time.ts';

/** The incidents by their names on the page (`incidentName`). */
export interface HandoverChanges {
  readonly new: readonly string[];
  readonly changed: readonly string[];
  /** Named when it was signed, and not open any more. */
  readonly closed: readonly string[];
}

/**
 * What the one who takes over would not know from the signed page. What was recorded in the very second of the signing
 * counts as changed: better once too often than never.
 */
export function changesSince(signed: SignedHandover, now: HandoverPage): HandoverChanges {
  const named = incidentsNamed(signed.page);
  const open = new Set(now.incidents.map(({ number }) => number));
  const isNamed = ({ number }: { readonly number: string }) => named.has(number);
  const isChanged = ({ changedAt }: { readonly changedAt: string }) =>
    compareInstants(changedAt, signed.at) >= 0;
  return {
    new: now.incidents.filter((incident) => !isNamed(incident)).map(incidentName),
    changed: now.incidents.filter((incident) => isNamed(incident) && isChanged(incident)).map(incidentName),
    closed: [...named].filter(([number]) => !open.has(number)).map(([, name]) => name),
  };
}

/**
 * Why nobody can acknowledge the handover, or not this operator; null when they may. Whoever signed it cannot: two
 * people must have read the same page. `operator` is null while it is not known who it will be.
 */
export function acknowledgeProblem(handover: SignedHandover | null, operator: string | null): Problem | null {
  if (!handover) return 'nothing-signed';
  if (handover.acknowledged) return 'already-acknowledged';
  if (operator === null) return null;
  if (cleanLine(operator) === '') return 'no-operator';
  return isSameOperator(operator, handover.by) ? 'same-operator' : null;
}

/** The same sign, whatever the case. */
export function isSameOperator(a: string, b: string): boolean {
  return cleanLine(a).toLowerCase() === cleanLine(b).toLowerCase();
}
