import { describe, expect, test } from 'vitest';
import { candidatesFor, crisisGroup, nextCandidate } from '../../src/domain/candidates.ts';
import { contact, decided, person } from './story.ts';

const contacts = [
  contact('director', 'Anna Ek', '031-390 06 00, 070-174 06 05'),
  contact('director', 'Bo Alm', '031-390 06 01', {
    extra: {
      Mobil: '070-174 06 06',
      Anteckning: 'ring inte 031-1',
      Anställningsnummer: '10 02 03',
      Postnummer: '416 55',
      Journalnummer: '4711',
    },
  }),
  contact('qualityManager', 'Dan Dal', '031-390 06 03'),
  contact('deskManager', 'Cia Berg', '031-390 06 02'),
  contact('dutyOfficer', 'TIB', '031-390 06 12'),
  contact('unitManager', 'Eva Fors', '031/390 06 04', { unit: 'Hemtjänst Kortedala' }),
  contact('crisisGroup', 'Frej Gran', '031-390 06 05'),
];
const incident = decided('now').incident;
const numbers = (action: Parameters<typeof candidatesFor>[0], about = incident) =>
  candidatesFor(action, about, contacts).map(({ name, phone }) => `${name} ${phone}`);
const due = '2026-11-21T02:41:00+01:00';

describe('whom to phone', () => {
  test('each number of each person, in the register’s order', () => {
    expect(numbers({ kind: 'call-director', due, requirement: 'required' })).toEqual([
      'Anna Ek 031-390 06 00',
      'Anna Ek 070-174 06 05',
      'Bo Alm 031-390 06 01',
      'Bo Alm 070-174 06 06',
    ]);
  });

  test('the desk’s own manager before the department’s', () => {
    expect(numbers({ kind: 'consult', due, requirement: 'required' })).toEqual([
      'Cia Berg 031-390 06 02',
      'Dan Dal 031-390 06 03',
    ]);
  });

  test('a number with a slash is one number', () => {
    const action = {
      kind: 'inform-unit-manager',
      unit: 'hemtjänst kortedala',
      due,
      requirement: 'required',
    } as const;
    expect(numbers(action)).toEqual(['Eva Fors 031/390 06 04']);
    expect(numbers({ ...action, unit: null })).toEqual([]);
  });

  test('TIB is called so where neither the register nor the caller gives a name', () => {
    const action = { kind: 'inform-duty-officer', due, requirement: 'required' } as const;
    const unnamed = [contact('dutyOfficer', '', '031-390 06 12')];
    const caller = {
      source: 'tib',
      caller: { callback: '031-390 06 20' },
      calls: [],
      exercise: false,
    } as const;
    expect(candidatesFor(action, caller, unnamed).map(({ name }) => name)).toEqual(['TIB', 'TIB']);
  });

  test('TIB on the number of whoever called last, then the register’s, each once', () => {
    const action = { kind: 'inform-duty-officer', due, requirement: 'required' } as const;
    const call = { source: 'tib', channel: 'phone', at: due, by: 'jl', entry: '1' } as const;
    const calls = [{ ...call, caller: { name: 'Gun', callback: '031-390 06 20' } }];
    expect(numbers(action, { ...incident, calls })).toEqual(['Gun 031-390 06 20', 'TIB 031-390 06 12']);
    const same = [{ ...call, caller: { callback: '031-390 06 12' } }];
    expect(numbers(action, { ...incident, calls: same })).toHaveLength(1);
  });

  test('the director for a report, and in an exercise nobody', () => {
    const action = { kind: 'mail-director', due, requirement: 'required' } as const;
    expect(numbers(action)).not.toEqual([]);
    expect(numbers(action, { ...incident, exercise: true })).toEqual([]);
  });

  test('the crisis group, one entry a member', () => {
    expect(crisisGroup(contacts)).toEqual([person('Frej Gran', '031-390 06 05', 'crisisGroup')]);
  });
});

describe('who is next', () => {
  const candidates = candidatesFor(
    { kind: 'call-director', due, requirement: 'required' },
    incident,
    contacts,
  );
  const next = (story: ReturnType<typeof decided>) =>
    nextCandidate(candidates, story.action('call-director'))?.phone;

  test('the next number, then the next person, then from the start again', () => {
    const story = decided('now');
    const tried = candidates.map((candidate) => {
      const phone = next(story);
      story.attempt('02:52', 'call-director', 'no-answer', candidate, '02:57');
      return phone;
    });
    expect(tried).toEqual(candidates.map(({ phone }) => phone));
    expect(next(story)).toBe(candidates[0]?.phone);
  });

  test('what was tried before the action was opened anew does not count', () => {
    const story = decided('now');
    story.attempt('02:52', 'call-director', 'no-answer', candidates[0], '02:57');
    const { attempts } = story.action('call-director');
    expect(nextCandidate(candidates, { attempts, since: '2026-11-21T04:00:00+01:00' })).toBe(candidates[0]);
  });

  test('nobody when nobody is known', () => {
    expect(nextCandidate([], decided('now').action('call-director'))).toBeNull();
  });
});
