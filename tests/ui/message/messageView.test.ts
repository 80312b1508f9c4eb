/** The screen of a message, as it looks without colours. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MessageState } from '../../../src/flow/message/state.ts';
import type { Size } from '../../../src/ui/frame.ts';
import { lineWidth } from '../../../src/ui/frame.ts';
import { messageView } from '../../../src/ui/message/messageView.ts';
import { bergsjon, carriedThrough, decidedFire } from '../../domain/nightFire.ts';
import { letter, MessageScreen, reportedFire, update } from '../../flow/message/messageScreen.ts';
import { textsOf } from '../call/screens.ts';

const large = { columns: 100, rows: 29 };
const small = { columns: 60, rows: 19 };

const screen = (state: MessageState, size: Size, scroll = 0) =>
  `\n${textsOf(messageView(state, size, scroll))
    .map((line) => line.trimEnd())
    .join('\n')}\n`;

test('the list, with the unit and the recipient of each, what has been made, and why one is missing', () => {
  const story = decidedFire();
  story.tell('03:05', 'message-made', {
    message: 'unit-manager',
    action: `inform-unit-manager:${bergsjon}`,
    to: null,
    subject: '',
    body: '',
    how: 'copied',
    file: null,
    messageId: null,
    nextReportAt: null,
  });
  expect(screen(new MessageScreen(story, null).state, { ...small, rows: 14 })).toBe(`
 A-2026-0001 Meddelande                         allt sparat
Vilket meddelande?
▶ 1 Enhetschef Hemtjänst Kortedala: Bo Al
  2 Enhetschef Hemtjänst Bergsjön: Cia Holm, gjort 03:05
  3 Återkoppling till TIB: TIB
  4 Uppdatering till direktören: Åsa Öhrn
  5 Slutrapport till direktören: Åsa Öhrn

Kallelsen till krisledningsgruppen finns här när direktören
har beslutat om krisledning.


1–5 eller ↑↓ och Enter välj   Esc tillbaka
? alla tangenter
`);
});

test('the whole message, in an exercise marked first and last and to the exercise address', () => {
  const to = [{ name: '', address: 'ovning@goteborg.example' }];
  const { state } = update(carriedThrough({ exercise: true }), { ...letter, to });
  expect(screen(state, small)).toBe(`
 ÖVNING  A-2026-0001 Meddelande         allt sparat  ÖVNING
Uppdatering till direktören
Programmet kan inte se namn. Läs igenom texten själv.
Till: ovning@goteborg.example (övningsadressen)
Ämne: [UPPDATERING] Brand – A-2026-0001

ÖVNING – det här är en övning, ingen verklig händelse.

Det brinner.

Nästa rapport kl. 04:10 lördag 21 november 2026.

Händelse A-2026-0001

ÖVNING – det här är en övning, ingen verklig händelse.

k kopiera   s spara som fil   r redigera   ä kopiera ämne
t kopiera adress   a annat meddelande   Esc tillbaka
? alla tangenter
`);
});

test('what is to be filled in, who is missing, and a broken template stand above the text', () => {
  const text = 'Inställ dig: [fyll i tid], [fyll i plats].\nA-2026-0001';
  const story = carriedThrough({ exercise: true });
  const { state } = update(story, {
    ...letter,
    text,
    to: [],
    templateProblem: 'Mallen x.txt har fel: rad 3.',
  });
  const shown = screen(state, large);
  expect(shown).toContain('Fyll i innan du skickar (r redigera): [fyll i tid], [fyll i plats]');
  expect(shown).toContain('Till: ingen (övning: inställningen övningsadress saknas)');
  expect(shown).toContain('Programmets egen mall används. Mallen x.txt har fel: rad 3.');
});

test('the report that is saved, with where its file lies', () => {
  expect(screen(reportedFire().state, small)).toBe(`
 A-2026-0001 Meddelande                         allt sparat
Rapporten till direktören, sparad 02:55
Till: asa.ohrn@goteborg.example
Ämne: [BESLUT] Brand
Fil: A-2026-0001-2.eml
Mapp: /utkast

Det brinner.








k kopiera   ä kopiera ämne   t kopiera adress
s var filen ligger   a annat meddelande   Esc tillbaka
? alla tangenter
`);
});

test('that the text gives no number to the desk is told above it', () => {
  const warning = 'Inget telefonnummer till jouren är inställt (jourens-telefon).';
  const made = new MessageScreen(decidedFire(), 'mail-director', null).composed();
  for (const { state } of [made, reportedFire(null)]) expect(screen(state, large)).toContain(warning);
  expect(screen(reportedFire().state, large)).not.toContain(warning);
});

test('nothing is called saved while changes are neither copied nor saved', () => {
  const editing = update(decidedFire()).press('rNytt');
  for (const { state } of [editing, editing.press('⎋')]) {
    expect(screen(state, small)).toContain('ändrat, ej sparat');
    expect(screen(state, small)).not.toContain('allt sparat');
  }
});

test('all keys are those of the page that they stand over', () => {
  const keys = update(decidedFire()).press('?');
  expect(screen(keys.state, small)).toContain('  r          redigerar ämnet och texten');
  expect(screen(keys.state, small)).not.toContain('k kopiera ');
  expect(screen(reportedFire().press('?').state, small)).toContain('  s          säger var filen ligger');
});

test('editing: both fields, and the cursor in the one that is typed in', () => {
  const editing = update(decidedFire()).press('r');
  const inText = messageView(editing.state, small, 0);
  expect(textsOf(inText)[inText.cursor?.row ?? 0]).toContain('Det brinner.');
  const inSubject = messageView(editing.press('⇥').state, small, 0);
  expect(textsOf(inSubject)[inSubject.cursor?.row ?? 0]).toContain('[UPPDATERING]');
  expect(screen(editing.state, small)).toContain('Esc klar, ändringarna är kvar');
});

describe('at every size', () => {
  const long = `Inställ dig: [fyll i tid].\n${'- En punkt som är lång och bryts på flera rader på skärmen.\n'.repeat(80)}A-2026-0001`;
  const lettered = update(carriedThrough({ exercise: true }), { ...letter, text: long });
  const states: readonly MessageState[] = [
    new MessageScreen(carriedThrough(), null).state,
    new MessageScreen(decidedFire(), null).press('1').state,
    lettered.state,
    reportedFire(null).state,
    reportedFire(null).press('?').state,
    lettered.press('rNytt').state,
    lettered.press('⇥').state,
    lettered.press('⎋⎋').state,
    lettered.press('s').send({ kind: 'make-failed', fault: 'full' }).state,
    lettered.send({ kind: 'save-failed', fault: 'locked' }).state,
  ];

  test('never more lines than rows, never wider than the columns, and the cursor within', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...states),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(100),
        (state, columns, rows, scroll) => {
          const { lines, cursor } = messageView(state, { columns, rows }, scroll);
          expect(lines.length).toBeLessThanOrEqual(rows);
          for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(columns);
          if (cursor) {
            expect(cursor.row).toBeLessThan(lines.length);
            expect(cursor.column).toBeLessThan(columns);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each([large, small, { columns: 40, rows: 12 }])(
    'at %j the way out is seen, and all of a long text',
    (size) => {
      for (const state of states) expect(screen(state, size)).toContain('Esc');
      const [, , reading] = states;
      if (!reading) throw new Error('no such state');
      const { scrollMax } = messageView(reading, size, 0);
      expect(screen(reading, size)).toContain('PgDn mer');
      expect(screen(reading, size, scrollMax - 1)).toContain('PgDn mer');
      const last = screen(reading, size, scrollMax);
      expect(last).toContain('A-2026-0001\n\nÖVNING');
      expect(last).toContain('PgUp tillbaka upp');
      expect(last).not.toContain('PgDn');
    },
  );
});
