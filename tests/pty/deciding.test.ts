/** The decision: waiting with and without a reason, and deciding otherwise than recommended. */
import { describe, expect, it } from 'vitest';
import { deskStrokes, enter, type Stroke, untilDesk } from './call.ts';
import { type Desk, type Logged, logged, newDesk, run } from './desk.ts';
import { Terminal } from './terminal.ts';

const esc = '\x1b';

/** A desk where it is outside office hours now, whatever the hour, and the morning is not far away. */
async function deskAtNight(): Promise<Desk> {
  const desk = newDesk();
  const isBeforeNoon = new Date().getHours() < 12;
  const [from, to] = isBeforeNoon ? ['23:58', '23:59'] : ['00:01', '00:02'];
  // In the order that never makes the end come before the start.
  const settings = isBeforeNoon
    ? [
        ['kontorstid-till', to],
        ['kontorstid-från', from],
      ]
    : [
        ['kontorstid-från', from],
        ['kontorstid-till', to],
      ];
  for (const [key = '', value = ''] of settings) {
    const { code, stderr } = await run(desk, ['inställningar', key, value]);
    if (code !== 0) throw new Error(stderr);
  }
  return desk;
}

/** A call up to the questions to ourselves, and those answered by the keys. */
async function answered(desk: Desk, keys: string, shows: string): Promise<Terminal> {
  const terminal = new Terminal(desk, ['ny-händelse', '--övning']);
  await terminal.waitFor('▶ 1');
  await terminal.press([...untilDesk, ...deskStrokes(keys, shows)]);
  return terminal;
}

/** Presses the keys to the draft, saves it, and gives what is in the journal. */
async function decided(terminal: Terminal, desk: Desk, strokes: readonly Stroke[]): Promise<Logged> {
  await terminal.press([...strokes, { keys: enter(), shows: 'är sparad' }]);
  expect(await terminal.end()).toEqual({ code: 0, signal: 0 });
  return logged(desk);
}

describe('waiting till the morning', () => {
  it('without a reason becomes phoning now, and says so before', async () => {
    const desk = await deskAtNight();
    const terminal = await answered(desk, 'jnajn', 'Varför kan det avvakta till morgonen?');
    expect(terminal.text()).toMatch(/Tomt svar och Enter.*ringas nu/);
    const { incident } = await decided(terminal, desk, [
      { keys: enter('   '), shows: 'Rekommendation: RING FÖRVALTNINGSDIREKTÖREN NU' },
      { keys: enter(), shows: '[BESLUT]' },
    ]);
    expect(incident.decision).toMatchObject({ outcome: 'contact-director', timing: 'now', motivation: '' });
    expect(incident.decision?.directorDueAt).toBe(incident.receivedAt);
  });

  it('with a reason is what is decided, with the reason', async () => {
    const desk = await deskAtNight();
    const terminal = await answered(desk, 'jnajn', 'Varför kan det avvakta till morgonen?');
    const { incident } = await decided(terminal, desk, [
      { keys: enter('Ingen fara för någon, allt är avspärrat'), shows: '1–4 besluta annat' },
      { keys: enter(), shows: '[BESLUT]' },
    ]);
    expect(incident.decision).toMatchObject({
      outcome: 'contact-director',
      timing: 'morning',
      motivation: 'Ingen fara för någon, allt är avspärrat',
    });
    expect(incident.motivation?.text).toBe('Ingen fara för någon, allt är avspärrat');
    expect(incident.decision?.directorDueAt).toMatch(/T07:00:00/);
  });
});

describe('deciding otherwise', () => {
  it('weaker without a reason leaves the recommendation as it is', async () => {
    const desk = newDesk();
    const terminal = await answered(desk, 'vnnnn', '1–4 besluta annat');
    const { incident } = await decided(terminal, desk, [
      { keys: '4', shows: 'Varför behöver förvaltningsdirektören inte ringas' },
      { keys: enter(), shows: 'Rekommendationen gäller' },
      { keys: enter(), shows: '[BEDÖMNING]' },
    ]);
    expect(incident.decision).toMatchObject({ outcome: 'consult-first', overridden: false });
  });

  it('weaker with a reason is decided with it, also after a change of mind', async () => {
    const desk = newDesk();
    const terminal = await answered(desk, 'vnnnn', '1–4 besluta annat');
    const { incident } = await decided(terminal, desk, [
      { keys: '4', shows: 'Varför behöver förvaltningsdirektören inte ringas' },
      { keys: `nej${esc}`, shows: '1–4 besluta annat' },
      { keys: '4', shows: 'Varför behöver förvaltningsdirektören inte ringas' },
      { keys: enter('Resurserna räcker, se måndagens beslut'), shows: '[INFO]' },
    ]);
    expect(incident.decision).toMatchObject({
      outcome: 'ordinary',
      overridden: true,
      motivation: 'Resurserna räcker, se måndagens beslut',
    });
    // What the rules said stays beside what was decided.
    expect(incident.recommendation).toMatchObject({ outcome: 'consult-first', rules: ['R7'] });
  });

  it('stronger needs no reason', async () => {
    const desk = newDesk();
    const terminal = await answered(desk, 'jnnnn', '1–4 besluta annat');
    const { incident } = await decided(terminal, desk, [
      { keys: '1', shows: 'Skäl behövs inte' },
      { keys: enter(), shows: '[BESLUT]' },
    ]);
    expect(incident.decision).toMatchObject({ outcome: 'contact-director', overridden: true });
  });

  it.each([
    ['R1', 'n', 'jnnjn'],
    ['R2', 'j', 'jnnnn'],
  ])('is refused where %s says that the director is always contacted', async (rule, own, keys) => {
    const desk = newDesk();
    const terminal = new Terminal(desk, ['ny-händelse']);
    await terminal.waitFor('▶ 1');
    const caller = untilDesk.map((stroke) => (stroke.keys === 'n' ? { ...stroke, keys: own } : stroke));
    await terminal.press([...caller, ...deskStrokes(keys, '1–4 besluta annat')]);
    const { incident } = await decided(terminal, desk, [
      { keys: '4', shows: `Det går inte: enligt ${rule}` },
      { keys: enter(), shows: '[BESLUT]' },
    ]);
    expect(incident.decision).toMatchObject({ outcome: 'contact-director', overridden: false });
    expect(incident.recommendation?.rules).toContain(rule);
  });
});
