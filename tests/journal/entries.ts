/** Entries to write, without anything that only a test has. */
import type { EntryPayloads, EntryType, NewEntry } from '../../src/domain/entry.ts';
import { newId } from '../../src/journal/id.ts';

export const receivedAt = '2026-11-21T02:41:00+01:00';

export function entry<T extends EntryType>(
  incident: string,
  type: T,
  payload: EntryPayloads[T],
  given: Partial<Omit<NewEntry<T>, 'payload'>> = {},
): NewEntry<T> {
  return {
    id: newId(),
    incident,
    operator: 'jl',
    receivedAt,
    occurredAt: null,
    type,
    corrects: null,
    payload,
    ...given,
  };
}

export const opening: EntryPayloads['incident-opened'] = {
  station: 'A',
  number: '',
  source: 'tib',
  channel: 'phone',
  exercise: false,
  caller: { name: 'TIB' },
};

export function answer(
  incident: string,
  text: string,
  question: EntryPayloads['caller-answered']['question'] = 'whatHappened',
): NewEntry<'caller-answered'> {
  return entry(incident, 'caller-answered', { question, text, certainty: 'confirmed', units: [] });
}
