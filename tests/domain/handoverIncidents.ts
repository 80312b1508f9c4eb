/** Incidents that have come some way, for the handover. */

import { actionsFor } from '../../src/domain/actions.ts';
import { type Entry, type EntryPayloads, type EntryType, entryVersion } from '../../src/domain/entry.ts';
import { foldIncident, type Incident } from '../../src/domain/incident.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Outcome } from '../../src/domain/rules.ts';

export const received = '2026-11-21T02:41:00+01:00';
/** When the shift ends. */
export const morning = '2026-11-21T06:45:00+01:00';

/** `02:52` on the night of the incident. */
export const at = (time: string): string => `2026-11-21T${time}:00+01:00`;

export const person = (name: string, phone: string): Person => ({
  name,
  role: null,
  unit: '',
  phone,
  email: '',
});

export type Step = <T extends EntryType>(type: T, payload: EntryPayloads[T], at?: string) => void;

/** An incident folded from its opening and what `more` writes; each entry at the time of the one before it, or later. */
export function incidentOf(
  number: string,
  more: (step: Step) => void = () => undefined,
  exercise = false,
): Incident {
  const entries: Entry[] = [];
  let now = received;
  const step: Step = (type, payload, when = now) => {
    now = when;
    const sequence = entries.length + 1;
    entries.push({
      sequence,
      id: `${number}-${sequence}`,
      incident: number,
      operator: 'jl',
      receivedAt: when,
      occurredAt: null,
      recordedAt: when,
      type,
      version: entryVersion,
      corrects: null,
      payload,
      hash: '',
    });
  };
  const caller = { name: 'TIB' };
  step('incident-opened', { station: 'A', number, source: 'tib', channel: 'phone', exercise, caller });
  more(step);
  const incident = foldIncident(entries);
  if (!incident) throw new Error('not an incident');
  return incident;
}

export function answered(step: Step, what: string, where = ''): void {
  const confirmed = { certainty: 'confirmed', units: [] } as const;
  step('caller-answered', { question: 'whatHappened', text: what, ...confirmed });
  if (where !== '') step('caller-answered', { question: 'whereHappened', text: where, ...confirmed });
}

export function decided(
  step: Step,
  outcome: Outcome,
  units: readonly string[],
  directorDueAt?: string,
): void {
  const due = outcome === 'contact-director' ? (directorDueAt ?? received) : null;
  step('decision-made', {
    outcome,
    timing: due === null ? null : due === received ? 'now' : 'morning',
    directorDueAt: due,
    overridden: false,
    motivation: '',
    actions: actionsFor({ outcome, directorDueAt: due, receivedAt: received, units, consultMinutes: 15 }),
  });
  step('draft-saved', { file: 'a.eml', subject: 'S', messageId: '<a@x>', to: null, body: 'B' }, at('02:55'));
}
