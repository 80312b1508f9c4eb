/** Anything that can happen on the incident screen, for properties. */
import fc from 'fast-check';
import type { IncidentMessage } from '../../../src/flow/incident/update.ts';
import { type Key, letterByLetter } from '../../../src/flow/keys.ts';
import { decided, opened } from '../../domain/story.ts';
import { keysOf } from '../call/typedCall.ts';
import { incidentToConsult, reported, TypedIncident, units } from './typedIncident.ts';

const letters = fc.constantFrom(...'neumjqxhtdabgfwklrszo?1 v');
const words = fc.constantFrom(
  ...['20 min', '03:30', 'Anna 070-174 06 09', 'å', '世界', '👩‍🚒', 'nja', 'x'.repeat(200)],
);
const plain = fc.constantFrom(
  ...(['enter', 'enter', 'enter', 'escape', 'newline', 'tab', 'shift-tab', 'up', 'down'] as const),
  ...(['left', 'right', 'home', 'end', 'page-up', 'page-down', 'backspace', 'delete-word'] as const),
);

const key: fc.Arbitrary<Key> = fc.oneof(
  { weight: 6, arbitrary: letters.map((text): Key => ({ kind: 'text', text })) },
  { weight: 2, arbitrary: words.map((text): Key => ({ kind: 'text', text })) },
  { weight: 5, arbitrary: plain.map((kind): Key => ({ kind })) },
  { weight: 1, arbitrary: fc.constant<Key>({ kind: 'paste', text: 'klistrat\r\n\x1b[31m' }) },
);

/** How far things have come before the keys at random, so that every question and field is often seen. */
const beginnings = fc.constantFrom(
  ...['', 'n', 'a', 'e', '{End}↑kj⏎', '{End}ks', 'kn', 'nRådet⏎', 'nRådet⏎o', 'bs', 'bsTIB⏎', 's', 'sKlart⏎'],
  ...['r', 'er', 'l', 'z', '?', 'h', 'd', 't', 'nj⏎', '→e', 'eu', 'na', 'f', 'nRådet⏎mSk'],
);

export const keys: fc.Arbitrary<Key[]> = fc
  .tuple(beginnings, fc.array(key, { maxLength: 30 }))
  .map(([script, more]) => [...keysOf(script), ...more]);

/** Incidents of every kind, each made anew. */
export const incidents: fc.Arbitrary<() => TypedIncident> = fc.constantFrom(
  () => new TypedIncident(opened({ exercise: true }).entries),
  () => new TypedIncident(reported(decided('ordinary', units)).entries),
  () => new TypedIncident(decided('now', units).entries, { select: 'call-director' }),
  () => new TypedIncident(reported(decided('morning')).entries, { context: { contacts: [] } }),
  () => incidentToConsult().select('consult'),
  () => incidentToConsult('R1').select('consult'),
);

export const asMessages = (pressed: readonly Key[]): IncidentMessage[] =>
  pressed.flatMap(letterByLetter).map((each) => ({ kind: 'key', key: each }));
