import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ActionInput, actionsFor, distinctUnits } from '../../src/domain/actions.ts';
import { assess, noFacts } from '../../src/domain/assess.ts';
import { defaultDeskHours } from '../../src/domain/deskHours.ts';

const receivedAt = '2026-11-21T02:41:00+01:00';
const input: ActionInput = {
  outcome: 'ordinary',
  directorDueAt: null,
  receivedAt,
  units: ['Hemtjänst Kortedala', 'Hemtjänst Bergsjön'],
  consultMinutes: 15,
};

describe('what there is to do', () => {
  test('ordinary: units, a mail to the director and TIB, all required', () => {
    expect(actionsFor(input)).toEqual([
      { kind: 'inform-unit-manager', unit: 'Hemtjänst Kortedala', due: receivedAt, requirement: 'required' },
      { kind: 'inform-unit-manager', unit: 'Hemtjänst Bergsjön', due: receivedAt, requirement: 'required' },
      { kind: 'mail-director', due: receivedAt, requirement: 'required' },
      { kind: 'inform-duty-officer', due: receivedAt, requirement: 'required' },
    ]);
  });

  test('contact-director: the call first, when it is due; units and mail are recommended', () => {
    const morning = '2026-11-21T07:00:00+01:00';
    const actions = actionsFor({ ...input, outcome: 'contact-director', directorDueAt: morning });
    expect(actions.map(({ kind, due, requirement }) => [kind, due, requirement])).toEqual([
      ['call-director', morning, 'required'],
      ['inform-unit-manager', receivedAt, 'recommended'],
      ['inform-unit-manager', receivedAt, 'recommended'],
      ['mail-director', receivedAt, 'recommended'],
      ['inform-duty-officer', receivedAt, 'required'],
    ]);
  });

  test('consult-first: the director is phoned when nobody was reached in time, also over a clock change', () => {
    const actions = actionsFor({
      ...input,
      outcome: 'consult-first',
      receivedAt: '2026-03-29T01:50:00+01:00',
      consultMinutes: 20,
    });
    expect(actions.slice(0, 2)).toEqual([
      { kind: 'consult', due: '2026-03-29T01:50:00+01:00', requirement: 'required' },
      { kind: 'call-director', due: '2026-03-29T03:10:00+02:00', requirement: 'required' },
    ]);
  });

  test('with no unit named somebody must still find out whom to tell', () => {
    for (const units of [[], [' ']]) {
      expect(actionsFor({ ...input, units })[0]).toEqual({
        kind: 'inform-unit-manager',
        unit: null,
        due: receivedAt,
        requirement: 'required',
      });
    }
  });

  test("times are in the desk's offset, to the second", () => {
    const dues = actionsFor({ ...input, receivedAt: '2026-11-21T01:41:00.900Z' }).map(({ due }) => due);
    expect(new Set(dues)).toEqual(new Set([receivedAt]));
  });
});

test('units that differ only in composition or blanks are the same, in the order they were named', () => {
  const names = [
    'Hemtjänst Örgryte',
    ' Hemtjänst Örgryte '.normalize('NFD'),
    '',
    'Boende A',
    'Hemtjänst Örgryte',
  ];
  expect(distinctUnits(names)).toEqual(['Hemtjänst Örgryte', 'Boende A']);
});

describe('realistic incidents', () => {
  const folder = new URL('../scenarios/', import.meta.url);
  const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.expected.json'))
    .map((name) => name.replace('.expected.json', ''));

  test('there are twelve', () => expect(names.length).toBe(12));

  test.each(names)('%s', (name) => {
    const incident = read(`${name}.json`);
    const { actions, ...expected } = read(`${name}.expected.json`);
    const own = incident.answers.operationDirectlyAffected?.own ?? 'unknown';
    const found = assess({ ...noFacts, ...incident.assessment, own }, incident.receivedAt, defaultDeskHours);
    expect(found).toMatchObject(expected);
    const units = ['operationDirectlyAffected', 'operationsAtRisk'].flatMap(
      (id) => incident.answers[id]?.units ?? [],
    );
    const { outcome, directorDueAt } = found;
    expect(
      actionsFor({ outcome, directorDueAt, receivedAt: incident.receivedAt, units, consultMinutes: 15 }),
    ).toMatchObject(actions);
  });
});
