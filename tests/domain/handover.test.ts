import { describe, expect, test } from 'vitest';
import { latestHandover, phoneTests } from '../../src/domain/deskLog.ts';
import { type HandoverInput, handoverPage } from '../../src/domain/handover.ts';
import { acknowledgeProblem, changesSince } from '../../src/domain/handoverChanges.ts';
import { handoverLines, incidentsNamed } from '../../src/domain/handoverLines.ts';
import type { Contact } from '../../src/domain/register.ts';
import {
  answered,
  at,
  decided,
  incidentOf,
  morning,
  person,
  received,
  type Step,
} from './handoverIncidents.ts';

const contact = (name: string, phone: string, role: Contact['role'] = 'director'): Contact => ({
  role,
  name,
  unit: '',
  phone,
  email: '',
  extra: {},
});
const input: HandoverInput = {
  now: morning,
  reminderMinutes: 10,
  exercise: false,
  operator: 'jl',
  phones: [],
  contacts: [contact('Anna Ek', '031-390 06 00'), contact('Bo Ek', '070-174 06 05')],
};

const anna = person('Anna Ek', '031-390 06 00');
const noAnswer = (step: Step, action: string, when: string, nextTryAt: string) =>
  step('contact-attempted', { action, whom: anna, result: 'no-answer', nextTryAt }, when);

/** The director has been tried twice; the one unit manager will be tried again; the rest is done or promised. */
const fire = incidentOf('A-2026-0007', (step) => {
  answered(step, 'Brand i tvättstuga', 'Tynnered');
  decided(step, 'contact-director', ['Hemtjänst Tynnered']);
  noAnswer(step, 'call-director', at('03:00'), at('03:05'));
  noAnswer(step, 'call-director', at('03:06'), at('03:11'));
  noAnswer(step, 'inform-unit-manager:Hemtjänst Tynnered', at('03:20'), at('08:00'));
  step('action-done', { action: 'mail-director', note: '' }, at('03:30'));
  step('actions-added', {
    actions: [{ kind: 'follow-up', what: 'answer', text: 'antal skadade från TIB', due: at('07:30') }],
  });
  step('crisis-leadership-decided', { answer: 'later', by: 'Bo Ek', askAgainAt: at('09:00') });
  step('actions-added', {
    actions: ['ett', 'två'].map((text) => ({
      kind: 'checklist-point',
      checklist: 'Informera',
      section: null,
      text,
      isQuestion: false,
      due: null,
    })),
  });
});

describe('the page', () => {
  test('says everything that is open, each thing once, in words that can be acted on', () => {
    expect(handoverLines(handoverPage([fire], input))).toEqual([
      'ÖVERLÄMNING lör 21 nov 06:45, från jl',
      '1 öppen händelse · 2 försenade · 2 ej nådda · 2 utlovade eller planerade · 2 kvar att göra',
      '',
      'A-2026-0007  Brand i tvättstuga, Tynnered',
      '  Mottagen 02:41. Beslut: kontakta direktör, nu (jl 02:41). Krisledning: senare (Bo Ek 03:30).',
      '  FÖRSENAT',
      '    sedan 03:11  RING förvaltningsdirektören',
      '      Försökt: Anna Ek 031-390 06 00 ej svar 03:00, ej svar 03:06',
      '      Ring Bo Ek 070-174 06 05',
      '    sedan 02:41  Återkoppla till TIB',
      '  EJ NÅDDA, med tiden för nästa försök',
      '    08:00  Informera enhetschef Hemtjänst Tynnered',
      '      Försökt: Anna Ek 031-390 06 00 ej svar 03:20',
      '  UTLOVAT OCH PLANERAT',
      '    07:30  Svar väntas: antal skadade från TIB',
      '    09:00  Fråga direktören: ska krisledning aktiveras?',
      '      Ring Anna Ek 031-390 06 00',
      '  KVAR ATT GÖRA',
      '    Checklistan Informera: 2 punkter',
    ]);
  });

  test('every open action of every incident is on it exactly once', () => {
    const [shown] = handoverPage([fire], input).incidents;
    const items = [shown?.overdue, shown?.notReached, shown?.promised, shown?.remaining].flatMap(
      (list) => list ?? [],
    );
    const keys = items.map(({ key }) => key);
    const open = fire.actions.filter(
      ({ status, action }) => status === 'open' && action.kind !== 'checklist-point',
    );
    expect(keys.toSorted()).toEqual(open.map(({ key }) => key).toSorted());
  });

  test('somebody who was reached is not among those who were not; advice waits for its decision', () => {
    const consulted = incidentOf('A-2026-0001', (step) => {
      decided(step, 'consult-first', ['Hemtjänst']);
      noAnswer(step, 'consult', at('02:56'), at('03:01'));
      step(
        'contact-attempted',
        { action: 'consult', whom: anna, result: 'reached', nextTryAt: null },
        at('03:02'),
      );
      step('consulted', { action: 'consult', whom: anna, advice: 'Ring direktören' });
    });
    const page = handoverPage([consulted], input);
    expect(page.counts.notReached).toBe(0);
    expect(handoverLines(page)).toContain('      Rådet var: Ring direktören. Beslut återstår.');
  });

  test('a promise until its minute has come, then late; what is due at once is late after the reminder', () => {
    const promise = (now: string) => {
      const [shown] = handoverPage([fire], { ...input, now }).incidents;
      return shown?.overdue.some(({ action }) => action?.kind === 'follow-up');
    };
    expect([promise('2026-11-21T07:29:59+01:00'), promise(at('07:30'))]).toEqual([false, true]);
    const fresh = incidentOf('A-2026-0002', (step) => decided(step, 'ordinary', ['Hemtjänst']));
    const late = (now: string) => handoverPage([fresh], { ...input, now }).counts;
    expect(late(at('02:50'))).toMatchObject({ overdue: 0, remaining: 3 });
    expect(late(at('02:51'))).toMatchObject({ overdue: 3, remaining: 0 });
  });

  test('an incident without a decision says so, and so does one whose facts have changed', () => {
    const begun = incidentOf('A-2026-0003', (step) => answered(step, 'Rök'));
    const changed = incidentOf('A-2026-0004', (step) => {
      decided(step, 'ordinary', []);
      answered(step, 'Rök i två hus');
    });
    const page = handoverPage([begun, changed], input);
    expect(page.counts.undecided).toBe(2);
    const text = handoverLines(page).join('\n');
    expect(text).toContain('A-2026-0003  Rök\n  Mottagen 02:41. BESLUT SAKNAS.\n');
    expect(text).toContain('BESLUTET SKA GÖRAS OM');
    expect(text).toContain('    sedan 02:41  Händelsen väntar på beslut\n');
  });

  test('the most urgent first: the director before all else that is late, exercises after what is real', () => {
    const longAgo = '2026-11-20T10:00:00+01:00';
    const late = incidentOf('A-2026-0001', (step) => decided(step, 'ordinary', []));
    const director = incidentOf('A-2026-0002', (step) => decided(step, 'contact-director', []));
    const promised = incidentOf('A-2026-0003', (step) => {
      decided(step, 'ordinary', []);
      for (const action of ['inform-unit-manager:', 'mail-director', 'inform-duty-officer'])
        step('action-done', { action, note: '' });
      step('actions-added', {
        actions: [{ kind: 'follow-up', what: 'other', text: 'Ring', due: at('08:00') }],
      });
    });
    const exercise = incidentOf('A-2026-0004', (step) => decided(step, 'contact-director', []), true);
    const done = incidentOf('A-2026-0005', (step) => {
      decided(step, 'ordinary', []);
      step('incident-closed', { open: [], reason: '' }, longAgo);
    });
    const numbers = (given: Partial<HandoverInput>) =>
      handoverPage([promised, exercise, done, late, director], { ...input, ...given }).incidents.map(
        ({ number }) => Number(number.slice(-1)),
      );
    expect(numbers({})).toEqual([2, 1, 3, 4]);
    expect(numbers({ exercise: true })).toEqual([4]);
    const page = handoverPage([late, exercise], input);
    expect(page.counts).toMatchObject({ incidents: 1, exercises: 1, overdue: 3 });
    expect(handoverLines(page).join('\n')).toContain(
      'ÖVNING A-2026-0004  Vad som har hänt är inte ifyllt\n  ÖVNING,',
    );
  });

  test('nothing open says so; telephones to test are on it, but not in an exercise', () => {
    const phones = phoneTests([], 7);
    expect(handoverLines(handoverPage([], { ...input, phones }))).toEqual([
      'ÖVERLÄMNING lör 21 nov 06:45, från jl',
      'Inget är öppet, försenat eller utlovat.',
      '',
      'TELEFONER ATT TESTA',
      '  TIB-telefonen: aldrig testad',
      '  backuptelefonen: aldrig testad',
    ]);
    expect(handoverLines(handoverPage([], { ...input, phones, exercise: true }))).toEqual([
      'ÖVNING, kontakta ingen på riktigt.',
      'ÖVERLÄMNING lör 21 nov 06:45, från jl',
      'Inget är öppet, försenat eller utlovat.',
    ]);
  });

  test('what people wrote cannot make lines of its own', () => {
    const hostile = incidentOf('A-2026-0001', (step) => {
      answered(step, 'Brand\nA-2026-0009  Falsk', 'Här\nA-2026-0008  Falsk');
      step('actions-added', {
        actions: [
          { kind: 'follow-up', what: 'other', text: 'x\nA-2026-0006  Falsk\x1b[2J', due: at('08:00') },
        ],
      });
    });
    const lines = handoverLines(handoverPage([hostile], input));
    expect([...incidentsNamed(lines).keys()]).toEqual(['A-2026-0001']);
    expect(lines.join('')).not.toMatch(/[\n\x1b]/);
  });
});

const other = incidentOf('A-2026-0008', (step) => decided(step, 'ordinary', []));

/** A handover as the desk's entries say it. */
function signed(lines: readonly string[], when: string) {
  const about = { incident: 'desk', operator: 'jl', occurredAt: null, corrects: null, version: 1, hash: '' };
  const payload = { page: lines, note: '', exercise: false };
  const entry = {
    ...about,
    sequence: 1,
    id: 'h',
    receivedAt: when,
    recordedAt: when,
    type: 'handover-signed',
  };
  const handover = latestHandover([{ ...entry, payload }], false);
  if (!handover) throw new Error('not signed');
  return handover;
}

describe('since it was signed', () => {
  const page = handoverPage([fire, other], input);
  const handover = signed(handoverLines(page), morning);

  test('nothing has changed', () => {
    expect(changesSince(handover, page)).toEqual({ new: [], changed: [], closed: [] });
  });

  test('what is new, changed and closed is named', () => {
    const changed = { ...fire, changedAt: at('06:45') };
    const fresh = incidentOf('A-2026-0009', (step) => answered(step, 'Rök', 'Hisingen'));
    expect(changesSince(handover, handoverPage([changed, fresh], input))).toEqual({
      new: ['A-2026-0009  Rök, Hisingen'],
      changed: ['A-2026-0007  Brand i tvättstuga, Tynnered'],
      closed: ['A-2026-0008  Vad som har hänt är inte ifyllt'],
    });
  });

  test('somebody else acknowledges it, once', () => {
    expect(acknowledgeProblem(null, 'mk')).toBe('nothing-signed');
    expect(acknowledgeProblem(handover, ' JL ')).toBe('same-operator');
    expect(acknowledgeProblem(handover, '  ')).toBe('no-operator');
    expect(acknowledgeProblem(handover, 'mk')).toBeNull();
    const taken = { ...handover, acknowledged: { at: received, by: 'mk', note: '' } };
    expect(acknowledgeProblem(taken, 'ab')).toBe('already-acknowledged');
  });
});
