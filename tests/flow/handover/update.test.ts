import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handoverLines } from '../../../src/domain/handoverLines.ts';
import { deskStream } from '../../../src/domain/payloads.ts';
import type { Message } from '../../../src/flow/handover/update.ts';
import { letterByLetter } from '../../../src/flow/keys.ts';
import { incidentOf } from '../../domain/handoverIncidents.ts';
import { key } from '../call/generators.ts';
import { fire, nothing, Shift } from './signing.ts';

const signature = new Shift().press('s⏎').state.handover;

describe('signing', () => {
  test('is one entry with the page as it stands that minute, and the note', () => {
    const shift = new Shift();
    shift.now = '2026-11-21T06:58:00+01:00';
    shift.press('sRing Anna⏎');
    expect(shift.written).toEqual([
      {
        id: 'entry-1',
        incident: deskStream,
        operator: 'jl',
        receivedAt: shift.now,
        occurredAt: null,
        type: 'handover-signed',
        corrects: null,
        payload: { page: handoverLines(shift.state.page), note: 'Ring Anna', exercise: false },
      },
    ]);
    expect(shift.state.page.at).toBe(shift.now);
    expect(shift.state.handover).toMatchObject({ entry: 'entry-1', by: 'jl', acknowledged: null });
  });

  test('takes an empty note, and keeps a note that Esc left', () => {
    expect(new Shift().press('s⏎').written).toMatchObject([{ payload: { note: '' } }]);
    expect(new Shift().press('sRing{Esc}s Anna⏎').written).toMatchObject([
      { payload: { note: 'Ring Anna' } },
    ]);
    expect(new Shift().press('sRing{Esc}').written).toEqual([]);
  });

  test('in an exercise hands over exercises only, and says so', () => {
    const exercise = incidentOf('A-2026-0009', undefined, true);
    const [entry] = new Shift({ incidents: [fire, exercise] }, { exercise: true }).press('s⏎').written;
    expect(entry?.payload).toMatchObject({ exercise: true });
    const page = JSON.stringify(entry?.payload);
    expect([page.includes('A-2026-0009'), page.includes('A-2026-0007')]).toEqual([true, false]);
  });
});

describe('acknowledging', () => {
  test('is an entry under the sign of whoever arrives, and the desk goes on under it', () => {
    const shift = new Shift({ handover: signature }).press('k mk ⏎');
    expect(shift.written).toMatchObject([
      {
        type: 'handover-acknowledged',
        operator: 'mk',
        incident: deskStream,
        payload: { handover: signature?.entry },
      },
    ]);
    expect(shift.effects.map(({ kind }) => kind)).toEqual(['append', 'operator-changed']);
    expect(shift.state).toMatchObject({ operator: 'mk', handover: { acknowledged: { by: 'mk' } } });
    // What is signed next is signed by them.
    expect(shift.press('s⏎').written.at(-1)).toMatchObject({ operator: 'mk' });
  });

  test('offers the operator who works, unless it is the one who signed', () => {
    expect(new Shift({ handover: signature }, {}, 'mk').press('k').state.arriving.text).toBe('mk');
    expect(new Shift({ handover: signature }, {}, 'JL').press('k').state.arriving.text).toBe('');
    expect(new Shift({ handover: signature }, {}, 'mk').press('k⏎').written).toMatchObject([
      { operator: 'mk' },
    ]);
  });

  test.each([
    ['kJL⏎', 'same-operator', 'acknowledge'],
    ['k  ⏎', 'no-operator', 'acknowledge'],
    ['kmk⏎k', 'already-acknowledged', null],
  ])('%s is refused with a reason', (script, problem, panel) => {
    const shift = new Shift({ handover: signature }).press(script);
    expect(shift.state).toMatchObject({ notice: { kind: 'problem', problem }, panel });
    expect(shift.written.filter(({ operator }) => operator !== 'mk')).toEqual([]);
  });

  test('needs something to acknowledge', () => {
    const shift = new Shift().press('k');
    expect(shift.state).toMatchObject({ panel: null, notice: { problem: 'nothing-signed' } });
  });

  test('is left when another workplace was first', () => {
    if (!signature) throw new Error('not signed');
    const taken = { ...signature, acknowledged: { at: signature.at, by: 'ab', note: '' } };
    const shift = new Shift({ handover: signature }).press('kmk');
    shift.send({ kind: 'loaded', ...nothing, handover: taken }).press('⏎');
    expect(shift.written).toEqual([]);
    expect(shift.state).toMatchObject({ panel: null, notice: { problem: 'already-acknowledged' } });
  });
});

test('what is signed here stands until the journal has it, whatever the journal says before', () => {
  const shift = new Shift().press('s⏎').send({ kind: 'save-failed', fault: 'full' });
  shift.send({ kind: 'loaded', ...nothing });
  expect(shift.state).toMatchObject({ fault: 'full', handover: { by: 'jl' } });
  shift.saved();
  expect(shift.state).toMatchObject({ fault: null, unsaved: [] });
  expect(shift.send({ kind: 'loaded', ...nothing }).state.handover).toBeNull();
});

test('what has not been read is neither signed nor acknowledged', () => {
  const shift = new Shift(null).press('s⏎k').send({ kind: 'read-failed', fault: 'damaged' });
  expect(shift.written).toEqual([]);
  expect(shift.state).toMatchObject({ panel: null, notice: { kind: 'not-read' }, readFault: 'damaged' });
  shift.send({ kind: 'loaded', ...nothing, incidents: [fire] }).press('s⏎');
  expect(shift.written).toHaveLength(1);
  expect(shift.state.readFault).toBeNull();
});

test('what is not saved is not left without a word', () => {
  const kinds = (shift: Shift) => shift.effects.map(({ kind }) => kind);
  const unsaved = new Shift().press('s⏎{Esc}');
  expect([unsaved.state.notice, kinds(unsaved)]).toEqual([{ kind: 'unsaved' }, ['append']]);
  expect(kinds(unsaved.press('x{Esc}'))).toEqual(['append']);
  expect(kinds(unsaved.press('{Esc}'))).toEqual(['append', 'back']);
  expect(kinds(new Shift().press('s⏎').saved().press('{Esc}'))).toEqual(['append', 'back']);
});

test('the clock makes a new state only when its minute has come', () => {
  const shift = new Shift();
  const before = shift.state;
  shift.now = '2026-11-21T06:45:59+01:00';
  expect(shift.send({ kind: 'tick' }).state).toBe(before);
  shift.now = '2026-11-21T06:46:00+01:00';
  expect(shift.send({ kind: 'tick' }).state.page.at).toBe(shift.now);
});

test('Esc and q go back, Ctrl+C and a signal leave, ? shows the keys until the next one', () => {
  const kinds = (script: string) => new Shift().press(script).effects.map(({ kind }) => kind);
  expect([kinds('{Esc}'), kinds('q'), kinds('s{Esc}{Esc}'), kinds('??'), kinds('s{Ctrl+C}')]).toEqual([
    ['back'],
    ['back'],
    ['back'],
    [],
    ['exit'],
  ]);
  expect(new Shift().send({ kind: 'interrupted' }).effects).toEqual([{ kind: 'exit' }]);
  expect(new Shift().press('x').state.notice).toEqual({ kind: 'press-one-of' });
});

test('whatever is pressed, nobody acknowledges what they signed themselves, and nothing is acknowledged twice', () => {
  const presses = fc.array(
    fc.oneof(
      fc
        .constantFrom('s⏎', 's', 'k', 'kmk⏎', 'kjl⏎', 'mk', 'jl', '⏎', '{Esc}', '⌫', '{Ctrl+U}')
        .map((script) => ({ script })),
      key.map((each) => ({ key: each })),
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(presses, (pressed) => {
      const shift = new Shift();
      for (const each of pressed) {
        if ('script' in each) shift.press(each.script);
        else shift.send(...letterByLetter(each.key).map((one): Message => ({ kind: 'key', key: one })));
      }
      const signers = new Map<string, string>();
      for (const { id, type, operator, payload } of shift.written) {
        if (type === 'handover-signed') signers.set(id, operator);
        if (type !== 'handover-acknowledged' || !('handover' in payload)) continue;
        const signer = signers.get(payload.handover);
        expect(signer).toBeDefined();
        expect(operator.toLowerCase()).not.toBe(signer?.toLowerCase());
        signers.delete(payload.handover);
      }
    }),
  );
});
