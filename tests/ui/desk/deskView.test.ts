import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import * as countdown from '../../../src/domain/countdown.ts';
import type { SignedHandover } from '../../../src/domain/deskLog.ts';
import { noteField } from '../../../src/flow/desk/phoneTest.ts';
import type { DeskState } from '../../../src/flow/desk/state.ts';
import { deskView } from '../../../src/ui/desk/deskView.ts';
import { lineWidth, type Size } from '../../../src/ui/frame.ts';
import { done, incidentOf, later, mailOf, said, TypedDesk } from '../../flow/desk/typedDesk.ts';
import { textsOf } from '../call/screens.ts';

vi.mock('../../../src/domain/countdown.ts', { spy: true });

const wide: Size = { columns: 100, rows: 29 };
const small: Size = { columns: 60, rows: 19 };

const texts = (state: DeskState, size: Size = wide, scroll = 0) =>
  textsOf(deskView(state, size, scroll)).map((line) => line.trimEnd());
const screen = (state: DeskState, size?: Size, scroll?: number) =>
  `\n${texts(state, size, scroll).join('\n')}\n`;
/** As one text, whatever the window breaks it into. */
const flat = (state: DeskState, size?: Size) => texts(state, size).join(' ').replace(/\s+/g, ' ');

const handover: SignedHandover = {
  ...{ entry: 'handover-1', at: later(-283), by: 'ma', note: '', page: [], exercise: false },
  acknowledged: null,
};
const tested = (days: number, result: 'works' | 'fault' = 'works') => ({
  phone: 'primary' as const,
  latest: {
    ...{ phone: 'primary' as const, result, note: '', exercise: false, by: 'jl' },
    at: later(-days * 24 * 60),
  },
  due: later(-1),
});

const fire = incidentOf(7, {
  what: 'Brand i tvättstuga på äldreboendet Höstlyckan',
  outcome: 'contact-director',
  receivedAt: later(-25),
  units: ['Hemtjänst Kortedala'],
  hasDraft: true,
  more: [done('inform-unit-manager:Hemtjänst Kortedala'), done('inform-duty-officer')],
});
const exercise = incidentOf(6, {
  what: 'Stabsövning',
  exercise: true,
  more: [
    done('inform-unit-manager:'),
    done('inform-duty-officer'),
    said('next-try-set', { action: 'mail-director', at: '2026-11-23T07:00:00+01:00' }, later(1)),
  ],
});
const begun = incidentOf(5, { what: 'Någon ringde och la på', outcome: null });

const busy = () => {
  const shown = new TypedDesk().load({
    incidents: [fire, exercise, begun],
    typings: [{ id: 'typed-1', receivedAt: later(2), summary: '', exercise: false }],
    handover,
    phones: [tested(9)],
  });
  shown.at(later(2));
  const late = shown.state.rows.followUps.slice(0, 1).map(({ followUp }) => followUp);
  return shown.send({ kind: 'rang', followUps: late });
};

test('everything that waits, on one screen', () => {
  expect(screen(busy().state)).toMatchInlineSnapshot(`
    "
     Trygghetsjouren                                            lör 21 nov 02:43 · jl · 2 har förfallit
    Påminnelse 02:43: A-2026-0007 RING förvaltningsdirektören
    Överlämningen från ma fre 20 nov 21:58 är inte kvitterad. ö läser och kvitterar
    TIB-telefonen ska testas: senast testad för 9 dygn sedan. t testar
    FÖRFALLET 2
    ▶!försenad 27 min  A-2026-0007  RING förvaltningsdirektören: Anna Ek 031-390 06 00 · Brand i tvätts…
      försenad 27 min  A-2026-0007  Rapport till Anna Ek director@example.se · Brand i tvättstuga på äl…

    ATT GÖRA 2
      om 8 min          A-2026-0005  BESLUT SAKNAS: Någon ringde och la på
      mån 23 nov 07:00  A-2026-0006  ÖVNING Rapport till ovning@example.se · Stabsövning

    UTKAST EJ SKICKADE 1
      A-2026-0007  [INFO] Brand i tvättstuga på äldreboendet Höstlyckan – A-2026-0007

    ÖPPNA HÄNDELSER 4
      utan nummer                                 lör 21 nov 02:43  PÅBÖRJAT SAMTAL: inget svar ännu
      A-2026-0005                                 lör 21 nov 02:41  PÅBÖRJAT SAMTAL: Någon ringde och l…
      A-2026-0007  kontakta direktör, nu  2 kvar  lör 21 nov 02:16  Brand i tvättstuga på äldreboendet…
      A-2026-0006  ordinarie              1 kvar  lör 21 nov 02:41  ÖVNING RAPPORT SAKNAS: Stabsövning







    RING förvaltningsdirektören: Anna Ek 031-390 06 00 · A-2026-0007 · Brand i tvättstuga på
    n ny händelse   Enter öppna   l loggen   ö överlämning   t telefontest   ? alla tangenter   q lämna
    "
  `);
});

const mails = [
  mailOf('waits', fire, { state: 'waiting', heldBy: 'settings', fault: 'login' }),
  mailOf('reminder', null, { state: 'unknown' }),
  mailOf('unknown', exercise, { state: 'unknown' }),
  mailOf('stopped', fire, { state: 'stopped', fault: 'recipient' }),
];

test('a mail that has not come through: whom to ring, what happened, and the key that says it is seen to', () => {
  const desk = new TypedDesk().load({ incidents: [fire], mails });
  expect(screen(desk.state)).toMatchInlineSnapshot(`
    "
     Trygghetsjouren                                            lör 21 nov 02:41 · jl · 2 har förfallit
    MEJL ATT SE TILL 4
    ▶ RING direktören Anna Ek 031-390 06 00: mejlet gick inte iväg · A-2026-0007 · [BESLUT] Brand – A-2…
      RING direktören Anna Ek 031-390 06 00: mejlet går inte att skicka nu · A-2026-0007 · [BESLUT] Bra…
      En påminnelse till jouren är inte framme · mejlet kanske inte kom fram
      ÖVNING RING direktören Anna Ek 031-390 06 00: mejlet kanske inte kom fram · A-2026-0006 · [BESLUT…

    FÖRFALLET 2
      försenad 25 min  A-2026-0007  RING förvaltningsdirektören: Anna Ek 031-390 06 00 · Brand i tvätts…
      försenad 25 min  A-2026-0007  Rapport till Anna Ek director@example.se · Brand i tvättstuga på äl…

    UTKAST EJ SKICKADE 1
      A-2026-0007  [INFO] Brand i tvättstuga på äldreboendet Höstlyckan – A-2026-0007

    ÖPPNA HÄNDELSER 1
      A-2026-0007  kontakta direktör, nu  2 kvar  lör 21 nov 02:16  Brand i tvättstuga på äldreboendet…










    RING direktören Anna Ek 031-390 06 00: mejlet gick inte iväg · A-2026-0007 · [BESLUT] Brand –
    n ny händelse   Enter öppna   k klar, har ringt   l loggen   ö överlämning   t telefontest
    ? alla tangenter   q lämna
    "
  `);
  expect(screen(desk.press('k').state, small)).toMatchInlineSnapshot(`
    "
     Trygghetsjouren    lör 21 nov 02:41 · jl · 2 har förfallit
    MEJL ATT SE TILL 4
    ▶ RING Anna Ek 031-390 06 00: mejlet gick inte iväg · A-202…
      RING Anna Ek 031-390 06 00: mejlet går inte att skicka nu
      En påminnelse till jouren är inte framme · mejlet kanske…
      ÖVNING RING 031-390 06 00: mejlet kanske inte kom fram
    FÖRFALLET 2
      försenad 25 min  RING direktören Anna Ek 031-390 06 00
      försenad 25 min  Rapport till Anna Ek director@example.se
    UTKAST EJ SKICKADE 1
      A-2026-0007  [INFO] Brand i tvättstuga på äldreboendet Hö…
    ÖPPNA HÄNDELSER 1
      A-2026-0007  kontakta direktör, nu  2 kvar  Brand i tvätt…


    k igen: du har ringt eller sett till det på annat sätt, och
    mejlet larmar inte längre.
    n ny händelse   Enter öppna   k klar, har ringt   l loggen
    ö överlämning   t telefontest   ? alla tangenter   q lämna
    "
  `);
});

test('says what has become of a mail in words that are true', () => {
  const shown = (delivery: Parameters<typeof mailOf>[2], minutes = 0) =>
    screen(new TypedDesk().load({ mails: [mailOf('mail', fire, delivery)] }).at(later(minutes)).state);
  expect(shown({}, 14)).not.toContain('mejlet');
  expect(shown({}, 15)).toContain('mejlet är inte skickat ännu');
  expect(shown({ state: 'unknown' })).toContain('mejlet kanske inte kom fram');
  expect(shown({ state: 'stopped' })).toContain('mejlet gick inte iväg');
  const refused = [{ address: 'director@example.se', answer: '550' }];
  expect(shown({ state: 'accepted', refused })).toContain('någon fick inte mejlet');
  expect(shown({ state: 'unknown', handledAt: later(0) })).not.toContain('mejlet');
});

test('an exercise desk says that there are real ones', () => {
  const desk = new TypedDesk({ exercise: true }).load({ mails });
  expect(flat(desk.state)).toContain('2 VERKLIGA mejl att se till. Öppna det vanliga bordet.');
});

test('the same in a small window: the selected row in full, and every section', () => {
  expect(screen(busy().state, small)).toMatchInlineSnapshot(`
    "
     Trygghetsjouren    lör 21 nov 02:43 · jl · 2 har förfallit
    Påminnelse 02:43: A-2026-0007 RING förvaltningsdirektören
    Överlämningen från ma fre 20 nov 21:58 är inte kvitterad.
      ö läser och kvitterar
    … ? visar allt
    FÖRFALLET 2
    ▶!försenad 27 min  RING direktören Anna Ek 031-390 06 00
      försenad 27 min  Rapport till Anna Ek director@example.se
    ATT GÖRA 2, här 1
      om 8 min  BESLUT SAKNAS: Någon ringde och la på
    UTKAST EJ SKICKADE 1
      A-2026-0007  [INFO] Brand i tvättstuga på äldreboendet Hö…
    ÖPPNA HÄNDELSER 4, här 1
      utan nummer  PÅBÖRJAT SAMTAL: inget svar ännu

    RING förvaltningsdirektören: Anna Ek 031-390 06 00 ·
    A-2026-0007 · Brand i tvättstuga på äldreboendet Höstlyckan
    n ny händelse   Enter öppna   l loggen   ö överlämning
    t telefontest   ? alla tangenter   q lämna
    "
  `);
});

test('nothing waits', () => {
  expect(screen(new TypedDesk().load({}).state, { columns: 60, rows: 12 })).toMatchInlineSnapshot(`
    "
     Trygghetsjouren    lör 21 nov 02:41 · jl · inget förfallet

      Inget väntar.
      Det finns inga öppna händelser och inget att bevaka. Tryck
      n när det ringer.





    n ny händelse   Enter öppna   l loggen   ö överlämning
    t telefontest   ? alla tangenter   q lämna
    "
  `);
});

describe('that nothing waits is only said when it is known', () => {
  test.each([
    ['before anything is read', new TypedDesk(), 'Läser loggen'],
    [
      'when the journal cannot be read',
      new TypedDesk().send({ kind: 'read-failed', fault: 'damaged' }),
      'Loggen går inte att läsa. Loggens fil är skadad.',
    ],
  ])('%s', (_, { state }, words) => {
    expect(flat(state)).toContain(words);
    expect(flat(state)).not.toContain('Inget väntar');
  });

  test('what is shown says from when it is', () => {
    const shown = busy().at(later(5)).send({ kind: 'read-failed', fault: 'locked' });
    expect(flat(shown.state)).toContain('Det som visas gällde 02:41.');
  });
});

describe('what stands above the list', () => {
  const shown = (work: Parameters<TypedDesk['load']>[0], about = {}) =>
    flat(new TypedDesk(about).load(work).state);

  test('a handover until it is acknowledged', () => {
    const words = 'Överlämningen från ma fre 20 nov 21:58 är inte kvitterad. ö läser och kvitterar';
    expect(shown({ handover })).toContain(words);
    const acknowledged = { at: later(-5), by: 'jl', note: '' };
    expect(shown({ handover: { ...handover, acknowledged } })).not.toContain('Överlämningen');
  });

  test('that somebody else has taken over than who works here', () => {
    const acknowledged = { at: later(-13), by: 'ka', note: '' };
    expect(shown({ handover: { ...handover, acknowledged } })).toContain(
      'ka tog över 02:28, men du arbetar som jl. Rätt sign: tjour --operatör ka',
    );
    expect(shown({ handover: { ...handover, acknowledged } }, { operator: 'KA' })).not.toContain('tog över');
  });

  test('telephones to test: late, faulty, never; but not in an exercise', () => {
    expect(shown({ phones: [tested(9)] })).toContain('senast testad för 9 dygn sedan. t testar');
    expect(shown({ phones: [tested(0, 'fault')] })).toContain('fungerade inte vid testet 02:41');
    expect(shown({ phones: [{ phone: 'backup', latest: null, due: null }] })).toContain(
      'Backuptelefonen har aldrig testats. t testar',
    );
    expect(shown({ phones: [{ ...tested(1), due: later(60) }] })).not.toContain('TIB-telefonen');
    expect(shown({ phones: [tested(9)] }, { exercise: true })).not.toContain('TIB-telefonen');
  });

  test('what is wrong with the set-up, as one line each whatever it holds', () => {
    expect(shown({}, { problems: ['Registret\x1b[31m saknas\n.'] })).toContain('Registret saknas .');
  });

  test('a test that cannot be saved, also at the top; leaving says so', () => {
    const { state } = new TypedDesk().load({}).press('ttj⏎q').send({ kind: 'save-failed', fault: 'full' });
    expect(texts(state)[0]).toContain('EJ SPARAT');
    expect(flat(state)).toContain('EJ SPARAT: disken är full. Det finns kvar här.');
    expect(flat(state)).toContain('Allt är inte sparat. q igen lämnar bordet');
  });

  test('what another screen recorded and cannot be saved, until it is', () => {
    const desk = new TypedDesk().load({}).send({ kind: 'save-failed', fault: 'full' });
    expect(texts(desk.state)[0]).toContain('EJ SPARAT');
    expect(flat(desk.state)).toContain('EJ SPARAT: disken är full. Det finns kvar här.');
    expect(flat(desk.press('q').state)).toContain('Allt är inte sparat. q igen lämnar bordet');
    expect(flat(desk.send({ kind: 'saved', ids: ['another'] }).state)).not.toContain('EJ SPARAT');
  });

  test('where there is no room for all of it, all keys show the rest', () => {
    const problems = Array.from({ length: 9 }, (_, index) => `Problem ${index}.`);
    const { state } = new TypedDesk({ problems }).load({});
    expect(flat(state, small)).not.toContain('Problem 8.');
    expect(flat(state, small)).toContain('? visar allt');
    const help = new TypedDesk({ problems }).load({}).press('?').state;
    const { scrollMax } = deskView(help, small, 0);
    const seen = Array.from({ length: scrollMax + 1 }, (_, scroll) => screen(help, small, scroll)).join('');
    for (const words of [...problems, 'lämna genast', 'PgDn mer', 'före en rad'])
      expect(seen).toContain(words);
  });
});

test('an open incident says what became of its decision', () => {
  const states = [
    [],
    [done('call-director')],
    [
      done('call-director'),
      said('crisis-leadership-decided', { answer: 'yes', by: 'Anna Ek', askAgainAt: null }, later(2)),
    ],
    ['call-director', 'inform-unit-manager:', 'mail-director', 'inform-duty-officer'].map((key) => done(key)),
  ].map((more) => {
    const incident = incidentOf(1, { outcome: 'contact-director', more });
    return texts(new TypedDesk().load({ incidents: [incident] }).state).findLast((text) =>
      text.includes('RAPPORT SAKNAS'),
    );
  });
  expect(states).toEqual([
    expect.stringContaining('kontakta direktör, nu  4 kvar'),
    expect.stringContaining('direktör nådd  3 kvar'),
    expect.stringContaining('KRISLEDNING JA  3 kvar'),
    expect.stringContaining('direktör nådd  allt gjort'),
  ]);
});

test('in a narrow window the number to dial goes before the words', () => {
  const incidents = [incidentOf(1, { outcome: 'contact-director', what: 'Brand' })];
  const { state } = new TypedDesk().load({ incidents });
  const row = (columns: number) => texts(state, { columns, rows: 19 }).find((text) => text.startsWith('▶'));
  expect(row(100)).toContain('RING förvaltningsdirektören: Anna Ek 031-390 06 00 · Brand');
  expect(row(60)).toContain('RING förvaltningsdirektören: Anna Ek 031-390 06 00');
  expect(row(48)).toBe('▶ nu  RING direktören Anna Ek 031-390 06 00');
  expect(row(43)).toBe('▶ nu  RING direktören Anna Ek 031-390 06 00');
  expect(row(34)).toBe('▶ nu  Anna Ek 031-390 06 00');
});

describe('hints', () => {
  test('leaving names what nobody would be reminded of', () => {
    expect(flat(busy().press('q').state)).toContain(
      '2 bevakningar har förfallit. q igen lämnar bordet, jouren påminns då inte.',
    );
  });

  test('a key that does nothing says where the keys are', () => {
    expect(flat(busy().press('x').state)).toContain('Den tangenten gör inget här. ? visar alla tangenter.');
  });
});

test('the test of a telephone, one question at a time', () => {
  const shown = new TypedDesk().load({ phones: [tested(9)] });
  expect(flat(shown.press('t').state)).toContain('▶ Vilken telefon? t TIB-telefonen · b backuptelefonen');
  expect(flat(shown.press('t').state)).toContain('▶ Fungerar den? j ja · n nej');
  expect(flat(shown.state)).toContain('Senaste testet: tor 12 nov 02:41, jl, fungerar');
  expect(flat(shown.press('n').state)).toContain('▶ Vad är det som inte fungerar?');
  expect(flat(shown.press('⏎').state)).toContain('Skriv vad som inte fungerar');
  expect(flat(shown.press('Ingen ton').state)).toContain('│ Ingen ton');
});

describe('an exercise', () => {
  test('of its own stands at both ends of the first line', () => {
    const { state } = new TypedDesk({ exercise: true }).load({ incidents: [exercise] });
    expect(texts(state)[0]).toMatch(/^ ÖVNING .* ÖVNING$/);
    expect(texts(state, { columns: 34, rows: 12 })[0]).toContain('ÖVNING');
  });

  test('tells of what is real and has fallen due', () => {
    const { state } = new TypedDesk({ exercise: true }).load({ incidents: [fire, exercise] });
    expect(flat(state)).toContain('2 VERKLIGA bevakningar har förfallit. Öppna det vanliga bordet.');
    expect(flat(state)).not.toContain('A-2026-0007');
  });

  test('is begun by its keys, and they say so', () => {
    const { state } = new TypedDesk({ exercise: true }).load({});
    expect(flat(state)).toContain('Tryck n för en ny ÖVNING.');
    expect(flat(state)).toContain('n ny ÖVNING Enter öppna');
  });

  test('mails nobody but the exercise address', () => {
    const incidents = [{ ...exercise, drafts: [{ ...fire.drafts[0], subject: 'ÖVNING – [INFO] Stab' }] }];
    const shown = (exerciseEmail: string | null) =>
      flat(new TypedDesk({ exerciseEmail }).load({ incidents: incidents as never }).state);
    expect(shown('ovning@example.se')).toContain('ovning@example.se');
    expect(shown(null)).toContain('Skicka rapporten till förvaltningsdirektören: ingen mottagare');
    expect(shown(null)).not.toContain('director@example.se');
    expect(shown(null)).toContain('ÖVNING [INFO] Stab');
  });

  test('among what is real is marked on each of its rows', () => {
    const rows = texts(busy().state).filter((line) => line.includes('A-2026-0006'));
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row).toContain('ÖVNING');
  });
});

const state = fc
  .record({
    count: fc.integer({ min: 0, max: 30 }),
    isExercise: fc.boolean(),
    minutes: fc.integer({ min: 0, max: 120 }),
    keys: fc.constantFrom('', '↓↓', '{End}', '⇥', '⇥⇥↓', '⇥⇥⇥', 'q', 'x', '?', 't', 'tt', 'ttn', 'tbj'),
    what: fc.constantFrom('Brand', '世界'.repeat(40), '👩‍🚒'.repeat(30), 'x'.repeat(300), 'rad\nrad'),
    note: fc.constantFrom('', 'En lång anteckning. '.repeat(40), 'å\n'.repeat(40)),
    problems: fc.array(fc.constantFrom('Registret saknas.', 'Långt. '.repeat(40)), { maxLength: 3 }),
  })
  .map(({ count, isExercise, minutes, keys, what, note, problems }) => {
    const shown = new TypedDesk({ exercise: isExercise, problems }).load({
      incidents: Array.from({ length: count }, (_, index) =>
        incidentOf(index + 1, {
          what,
          exercise: isExercise || index % 2 === 0,
          receivedAt: later(-index * 7),
          outcome: index % 5 === 4 ? null : 'contact-director',
          hasDraft: index % 3 === 0,
        }),
      ),
      handover,
      phones: [tested(9)],
    });
    shown.at(later(minutes)).press(keys);
    const rang = shown.state.rows.followUps.slice(0, 2).map(({ followUp }) => followUp);
    shown.send({ kind: 'rang', followUps: rang });
    if (noteField(shown.state)) shown.send({ kind: 'key', key: { kind: 'paste', text: note } });
    return shown;
  });

const sizes = fc.oneof(
  fc.constantFrom(wide, small, { columns: 40, rows: 12 }, { columns: 34, rows: 12 }),
  fc.record({ columns: fc.integer({ min: 34, max: 160 }), rows: fc.integer({ min: 12, max: 50 }) }),
);

test('whatever is shown fits, and the selected row, the field and the first key are in view', () => {
  fc.assert(
    fc.property(state, sizes, fc.integer({ min: 0, max: 50 }), (shown, size, scroll) => {
      const frame = deskView(shown.state, size, scroll);
      const lines = textsOf(frame);
      expect(lines).toHaveLength(size.rows);
      for (const line of frame.lines) expect(lineWidth(line)).toBeLessThanOrEqual(size.columns);
      for (const line of lines) expect(line).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
      const { panel, selected } = shown.state;
      const marked = lines.filter((line) => line.startsWith('▶'));
      if (panel?.kind !== 'help') expect(marked).toHaveLength(panel || selected ? 1 : 0);
      expect(frame.cursor !== null).toBe(noteField(shown.state) !== null);
      if (frame.cursor) expect(lines[frame.cursor.row]).toMatch(/^│ /);
      expect(lines.slice(-4).join('\n')).toMatch(/n ny (händelse|ÖVNING)|Esc tillbaka/);
    }),
    { numRuns: 300 },
  );
});

test('within a minute the frame is the same, as long as nothing falls due in it', () => {
  fc.assert(
    fc.property(
      state,
      sizes,
      fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 5 }),
      (shown, size, at) => {
        const before = deskView(shown.state, size, 0);
        // Every moment of these incidents is at a whole minute, and so is the clock.
        for (const seconds of at) {
          shown.at(later(0, seconds, shown.state.now));
          expect(deskView(shown.state, size, 0)).toEqual(before);
        }
      },
    ),
    { numRuns: 100 },
  );
});

test('only the rows that are seen are put into words', () => {
  const incidents = Array.from({ length: 200 }, (_, index) => incidentOf(index + 1));
  const shown = new TypedDesk().load({ incidents }).press('{PgDn}');
  const counted = vi.mocked(countdown.countdownText).mockClear();
  deskView(shown.state, wide, 0);
  expect(counted.mock.calls.length).toBeLessThanOrEqual(wide.rows);
});

test.each([
  { columns: 33, rows: 29 },
  { columns: 100, rows: 11 },
  { columns: 0, rows: 0 },
])('too small says so and fits: $columns×$rows', (size) => {
  const { lines, cursor } = deskView(busy().state, size, 0);
  expect(lines.length).toBeLessThanOrEqual(size.rows);
  expect(cursor).toBeNull();
  // The window has one row more than the frame.
  if (size.rows > 0)
    expect(flat(busy().state, size)).toContain(`för litet (${size.columns}×${size.rows + 1})`);
});
