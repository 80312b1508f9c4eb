/** A later call about an incident that is known, as it looks without colours. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCallerQuestion, isDeskQuestion } from '../../../src/flow/call/steps.ts';
import { callView } from '../../../src/ui/call/callView.ts';
import { headingSoFar } from '../../../src/ui/call/heading.ts';
import { remarks, stepText, welcomeText } from '../../../src/ui/call/plainText.ts';
import { lineWidth } from '../../../src/ui/frame.ts';
import { messages } from '../../flow/call/generators.ts';
import {
  calledBack,
  composed,
  everythingKept,
  newCall,
  savedDraft,
  type TypedCall,
  toDecision,
} from '../../flow/call/typedCall.ts';
import { screen, textsOf } from './screens.ts';

const large = { columns: 100, rows: 22 };
const medium = { columns: 60, rows: 19 };

function finished(letters = 'jnnnn', exercise = false): TypedCall {
  const call = newCall({ opening: { exercise } })
    .press(`${toDecision(letters)}⏎`)
    .saved();
  call.send({ kind: 'draft-composed', draft: composed }).press('⏎');
  return call.send({ kind: 'draft-saved', draft: savedDraft() }).saved();
}

const typed = (keys: string, first = finished()) => calledBack([first]).press(keys).saved().state;
/** As far as the read-back, with everything kept but that it is one of ours. */
const ours = '⏎⏎⏎⏎⏎⏎j⏎';

describe('the first question', () => {
  test('with what stands, which incident, and which decision', () => {
    expect(screen(typed('', finished('jnnnn', true)), large)).toContain(`
 ÖVNING  Nytt samtal om A-2026-0001                              Samtal 00:00 · allt sparat  ÖVNING
▶ 1 Vad har hänt?
    │ Strömavbrott
✓ 2 När har det hänt?                      02:15
✓ 3 Var har det hänt?                      Kortedala
✓ 4 Vilka är påverkade?                    4000 hushåll
✓ 5 Vilka aktörer är redan involverade?    Göteborg Energi
✓ 6 Vilken verksamhet är direkt påverkad?  Ingen ännu
✓   Är den direkt påverkade verksamheten en av våra egna?  nej
✓ 7 Vilka verksamheter kan påverkas?       Hemtjänst

Beslutet 02:41 (ordinarie) gäller.
`);
  });

  test('at 60×20, and narrower the number goes before the rest', () => {
    expect(screen(typed('', finished('jnnnn', true)), medium)).toContain(`
 ÖVNING  Nytt samtal om A-2026-0001    00:00 sparat  ÖVNING
▶ 1 Vad har hänt?`);
    expect(screen(typed('', finished('jnnnn', true)), { columns: 40, rows: 12 })).toContain(`
 ÖVNING  A-2026-0001       00:00 sparat
`);
  });

  test('the clock counts from this call', () => {
    const call = calledBack([finished()]);
    call.now = '2026-11-21T03:13:05+01:00';
    expect(screen(call.send({ kind: 'tick' }).state, large)).toContain('Samtal 02:05');
  });

  test('long after, when it was received stands in its place', () => {
    const call = calledBack([finished('jnnnn', true)]);
    call.now = '2026-11-21T15:10:00+01:00';
    expect(screen(call.send({ kind: 'tick' }).state, large)).toContain('Samtal 11:59:00');
    call.now = '2026-11-24T15:12:00+01:00';
    const { state } = call.send({ kind: 'tick' });
    expect(screen(state, large)).toContain('Samtal mottaget lör 21 nov 03:11 · allt sparat');
    expect(screen(state, { columns: 40, rows: 12 })).toContain('A-2026-0001');
  });

  test('the bottom line says which key leaves, at every step', () => {
    const ways = ['', '⏎⏎⏎⏎⏎⏎', '⏎⏎⏎⏎⏎⏎⏎⏎', '⏎⏎⏎⏎⏎⏎⏎⏎⏎', '⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎', everythingKept];
    for (const way of ways) {
      const call = calledBack([finished('jjann')]);
      if (way.length <= 8) expect(screen(call.press(way).state, medium), way).toContain('Esc lämna samtalet');
      const said = typed(`!${way}`, finished('jjann'));
      expect(screen(said, medium), way).toContain('Ctrl+C lämna samtalet');
    }
  });
});

test('when it happened, as it was understood when it was said', () => {
  const first = newCall().press('{Alt+2}för 20 min sedan⏎').saved();
  const call = calledBack([first]).press('{Alt+2}').saved();
  expect(screen(call.state, large)).toContain('    Förstått som lör 21 nov ungefär 02:21\n');
  const anew = screen(call.press('{Ctrl+U}för 10 min sedan').state, large);
  expect(anew).toContain('    Förstått som lör 21 nov ungefär 03:01 (10 min sedan)\n');
});

test('is it ours: the answer that stands, and the key that keeps it', () => {
  expect(screen(typed('⏎⏎⏎⏎⏎⏎'), medium)).toContain(`
▶   Är den direkt påverkade verksamheten en av våra egna?
    j ja   n nej   v vet ej
    Svaret som gäller: nej
✓ 7 Kan påverkas     Hemtjänst

Beslutet 02:41 (ordinarie) gäller.




Enter behåll ”nej”   j ja   n nej   v vet ej   ↑ tillbaka
`);
});

describe('a recommendation that is sharper than the decision', () => {
  const alarm = 'SKARPARE ÄN BESLUTET 02:41 (ordinarie)';
  const call = 'RING FÖRVALTNINGSDIREKTÖREN NU';

  test('is told at once, while the caller is asked', () => {
    expect(screen(typed('⏎⏎⏎⏎⏎⏎j'), large)).toContain(`
${alarm}: ${call}
R2  En av våra egna verksamheter är direkt påverkad.
`);
    expect(screen(typed('⏎⏎⏎⏎⏎⏎j'), medium)).toContain(`\n${alarm}:\n${call}\n`);
  });

  test('beside the questions to ourselves', () => {
    const text = screen(typed(`${ours}⏎`), large);
    expect(text).toContain(`│ ${alarm}:\n`);
    expect(text).toContain(`│ ${call}\n`);
    expect(text).toContain('    Svaret som gäller: ja ');
    expect(screen(typed(`${ours}⏎`), medium)).toContain(`\n${alarm}:\n${call}\n`);
  });

  test('and on the decision, where it is the first that is read', () => {
    const state = typed('⏎⏎⏎⏎⏎⏎j⏎⏎⏎⏎⏎⏎⏎');
    expect(screen(state, large)).toContain(`\n${alarm}: ${call}\nFörvaltningsdirektör: Anna Ek`);
    expect(screen(state, medium)).toContain(`\n${alarm}:\n${call}\n`);
  });

  test('in an alarm tone, also in the lowest window that anything is shown in', () => {
    for (const keys of ['⏎⏎⏎⏎⏎⏎j', `${ours}⏎`, `${ours}⏎⏎`, '⏎⏎⏎⏎⏎⏎j⏎⏎⏎⏎⏎⏎⏎']) {
      const { lines } = callView(typed(keys), { columns: 40, rows: 12 }, 0);
      const loud = lines.filter(([first]) => first?.tone === 'alarm');
      expect(loud.map(([first]) => first?.text)).toEqual([`${alarm}:`, call]);
    }
  });

  test('what is only not asked yet raises no alarm', () => {
    const state = typed('{Alt+6} och vi⏎');
    expect(screen(state, large)).not.toContain('SKARPARE');
    expect(screen(state, large)).toContain('Beslutet 02:41 (ordinarie) gäller.');
  });

  test.each([
    ['vnnnn', '⏎⏎⏎⏎⏎⏎j', '(svårbedömd)'],
    ['jjann', '⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎n', '(avvakta till morgonen)'],
  ])('names the decision that stands: %s', (letters, keys, name) => {
    expect(screen(typed(keys, finished(letters)), medium)).toContain(`SKARPARE ÄN BESLUTET 02:41 ${name}`);
  });
});

test('a decision of another day is told with its day', () => {
  const call = calledBack([finished()], '2026-11-22T01:00:00+01:00');
  expect(screen(call.state, large)).toContain('Beslutet lör 21 nov 02:41 (ordinarie) gäller.');
});

test('a weaker recommendation says calmly which decision stands', () => {
  const state = typed('⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎n⏎⏎⏎', finished('jjnnn'));
  expect(screen(state, large)).toContain(`
Rekommendation: Ordinarie: informera berörda enhetschefer. Direktören får mejl.
Beslutet 02:41 (kontakta direktör nu) gäller.
`);
});

test('a wrong key says that Enter keeps the answer too', () => {
  expect(screen(typed('⏎⏎⏎⏎⏎⏎x'), medium)).toContain('Tryck Enter, j, n eller v.');
});

describe('line by line', () => {
  test('what a blank line does, and the answer that stands', () => {
    const call = calledBack([finished()]);
    expect(welcomeText(call.state, 'ÖVNING – ')).toBe(
      'ÖVNING – Nytt samtal om A-2026-0001, rad för rad. Tom rad: svaret som står gäller. Hjälp: /?',
    );
    expect(stepText(call.press('⏎⏎⏎⏎⏎⏎').state)).toContain('Svar nu: nej');
  });

  test('a sharper recommendation is told once, and then before each question to ourselves', () => {
    const alarm = 'SKARPARE ÄN BESLUTET 02:41 (ordinarie): RING FÖRVALTNINGSDIREKTÖREN NU';
    const call = calledBack([finished()]).press('⏎⏎⏎⏎⏎⏎');
    const before = call.state;
    expect(remarks(before, call.press('j').state)).toEqual([alarm]);
    const after = call.state;
    expect(remarks(after, call.press('⏎').state)).toEqual([]);
    expect(stepText(call.press('⏎').state)[0]).toBe(alarm);
  });
});

test('at every size: within the window, the open question seen, and the alarm too', () => {
  const states = fc
    .tuple(fc.constantFrom('jnnnn', 'vnnnn', 'jjann'), messages)
    .map(([letters, sent]) => calledBack([finished(letters, true)]).send(...sent).state);
  const sizes = fc.record({
    columns: fc.integer({ min: 40, max: 130 }),
    rows: fc.integer({ min: 12, max: 40 }),
  });
  fc.assert(
    fc.property(states, sizes, (state, size) => {
      const frame = callView(state, size, 0);
      expect(frame.lines.length).toBeLessThanOrEqual(size.rows);
      for (const line of frame.lines) expect(lineWidth(line)).toBeLessThanOrEqual(size.columns);
      const texts = textsOf(frame);
      expect(texts[0]).toContain('A-2026-0001');
      if (isCallerQuestion(state.step) || isDeskQuestion(state.step))
        expect(texts.some((text) => text.startsWith('▶ '))).toBe(true);
      const asking = isCallerQuestion(state.step) || state.step === 'own';
      if (asking && !state.fault && headingSoFar(state).isAlarm)
        expect(texts.some((text) => text.includes('SKARPARE'))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('after the decision the draft is met as in a first call', () => {
  const call = calledBack([finished()]).press(`${everythingKept}⏎`);
  call.send({ kind: 'draft-composed', draft: composed });
  expect(screen(call.state, medium)).toContain('Esc spara senare');
});
