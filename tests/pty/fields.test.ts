/** What can be typed, pasted and pressed in a question, byte by byte as terminals send it. */
import { describe, expect, it } from 'vitest';
import { maxAnswerLength } from '../../src/domain/text.ts';
import { enter, strokes, told } from './call.ts';
import { type Desk, importContacts, type Logged, logged, newDesk } from './desk.ts';
import { Terminal } from './terminal.ts';

const up = '\x1b[A';
const down = '\x1b[B';
const shiftTab = '\x1b[Z';
const altEnter = '\x1b\r';
const ctrlC = '\x03';
const ctrlJ = '\n';
const ctrlO = '\x0f';
const alt = (digit: number) => `\x1b${digit}`;
/** As a terminal sends what is pasted, when the program has asked to be told. */
const pasted = (text: string) => `\x1b[200~${text}\x1b[201~`;

/** A call at its first question, where it is known that the program reads the keys by itself. */
async function call(desk: Desk): Promise<Terminal> {
  const terminal = new Terminal(desk, ['ny-händelse']);
  await terminal.waitFor('▶ 1');
  await terminal.waitFor((now) => now.modes().bracketedPaste);
  return terminal;
}

/** Leaves the call, and gives what is in the journal. */
async function leave(terminal: Terminal, desk: Desk): Promise<Logged> {
  terminal.write(ctrlC);
  expect((await terminal.end()).code).toBe(130);
  return logged(desk);
}

describe('å as a and a ring', () => {
  const decomposed = 'Båten låg på Åns södra sida'.normalize('NFD');

  it.each([
    ['typed', [decomposed]],
    ['typed, the ring on its own', decomposed.split(/(?=\u030a|\u0308)/)],
    ['pasted', [pasted(decomposed)]],
    ['pasted, in pieces', [...pasted(decomposed)]],
  ])('is an å when %s', async (_how, pieces) => {
    const desk = newDesk();
    const terminal = await call(desk);
    for (const piece of pieces) {
      terminal.write(piece);
      // Each piece by itself: the next one when the program has answered this one, where it does.
      await new Promise(setImmediate);
    }
    await terminal.waitFor('│ Båten låg på Åns södra sida'.normalize('NFC'));
    terminal.write('!\x7f\x7f\x7fa å');
    terminal.write(enter());
    await terminal.waitFor('▶ 2');
    const { incident } = await leave(terminal, desk);
    expect(incident.answers.whatHappened?.text).toBe('Båten låg på Åns södra sia å'.normalize('NFC'));
  });

  it('loses the whole letter to Backspace', async () => {
    const desk = newDesk();
    const terminal = await call(desk);
    terminal.write(`hå`.normalize('NFD'));
    await terminal.waitFor('│ hå');
    terminal.write('\x7f');
    await terminal.waitFor(/│ h$/m);
    expect(terminal.cursor()).toEqual({ row: 2, column: 7 });
  });
});

describe('what is pasted', () => {
  it('keeps its lines and loses everything that could steer the terminal', async () => {
    const desk = newDesk();
    const terminal = await call(desk);
    terminal.write(
      pasted('Rad ett\r\nrad\x00 två\rrad \x1b[31mtre\x1b[0m\x1b]0;titel\x07 \u202eslut\x1b[2J\x9b1m'),
    );
    await terminal.waitFor('│ Rad ett');
    await terminal.waitFor('slut');
    const { incident } = await pastedAnswer(terminal, desk);
    const text = incident.answers.whatHappened?.text ?? '';
    expect(text.split('\n').slice(0, 2)).toEqual(['Rad ett', 'rad två']);
    expect(text).toMatch(/^[\n\P{Cc}]*$/u);
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
    expect(text).toContain('rad tre');
    expect(text).toContain('slut');
  });

  it('never answers by itself: the Enter in it is a line break', async () => {
    const desk = newDesk();
    const terminal = await call(desk);
    terminal.write(pasted('ett\rtvå\r'));
    await terminal.waitFor('│ två');
    expect(terminal.text()).toContain('▶ 1');
  });

  it('is cut at 10,000 characters, and that is said', async () => {
    const desk = newDesk();
    const terminal = await call(desk);
    terminal.write(pasted('åäö '.repeat(3000)));
    await terminal.waitFor('2000 tecken fick inte plats');
    const { incident } = await pastedAnswer(terminal, desk);
    expect(incident.answers.whatHappened?.text).toBe('åäö '.repeat(3000).slice(0, maxAnswerLength));
  });

  async function pastedAnswer(terminal: Terminal, desk: Desk): Promise<Logged> {
    terminal.write(enter());
    await terminal.waitFor('▶ 2');
    return leave(terminal, desk);
  }
});

it.each([
  ['Ctrl+J', ctrlJ],
  ['Alt+Enter', altEnter],
])('%s makes a new line in the answer', async (_name, key) => {
  const desk = newDesk();
  const terminal = await call(desk);
  terminal.write('rad ett');
  terminal.write(key);
  await terminal.waitFor((now) => now.cursor().row === 3);
  terminal.write('rad två');
  await terminal.waitFor(/│ rad ett\n {4}│ rad två/);
  terminal.write(enter());
  await terminal.waitFor('▶ 2');
  expect((await leave(terminal, desk)).incident.answers.whatHappened?.text).toBe('rad ett\nrad två');
});

describe('going between the questions', () => {
  it('in any order by Alt and a digit keeps every answer, and the one that was cut off', async () => {
    const desk = newDesk();
    const terminal = await call(desk);
    for (const [digit, text] of [
      [3, 'Kortedala'],
      [7, 'Trygghetslarm'],
      [1, 'Strömavbrott'],
      [5, 'Polisen'],
    ] as const) {
      terminal.write(alt(digit));
      await terminal.waitFor(`▶ ${digit}`);
      terminal.write(text);
      await terminal.waitFor(text);
    }
    terminal.write(alt(2));
    await terminal.waitFor('▶ 2');
    const { incident } = await leave(terminal, desk);
    expect(incident.answers.whereHappened?.text).toBe('Kortedala');
    expect(incident.answers.operationsAtRisk?.text).toBe('Trygghetslarm');
    expect(incident.answers.whatHappened?.text).toBe('Strömavbrott');
    expect(incident.answers.actorsInvolved?.text).toBe('Polisen');
    expect(incident.answers.whoIsAffected).toBeUndefined();
  });

  it('goes back by ↑ and Shift+Tab and on by ↓, and an answer that is changed corrects the old one', async () => {
    const desk = newDesk();
    const terminal = await call(desk);
    await terminal.press(strokes.slice(0, 3));
    await terminal.press([
      { keys: up, shows: '▶ 3' },
      { keys: shiftTab, shows: '▶ 2' },
      { keys: up, shows: '▶ 1' },
      { keys: ' igen', shows: `${told.whatHappened} igen` },
      { keys: down, shows: '▶ 2' },
      { keys: down, shows: '▶ 3' },
      { keys: enter(), shows: '▶ 4' },
    ]);
    const { incident, entries } = await leave(terminal, desk);
    expect(incident.answers.whatHappened?.text).toBe(`${told.whatHappened} igen`);
    // The untouched answers were passed by and not answered once more.
    expect(entries).toHaveLength(5);
    expect(entries[4]?.corrects).toBe(entries[1]?.id);
  });
});

it('Ctrl+O marks the answer as not confirmed, in words, and takes the mark away again', async () => {
  const desk = newDesk();
  const terminal = await call(desk);
  terminal.write(`Brand${ctrlO}`);
  await terminal.waitFor('(ej bekräftat)');
  terminal.write(ctrlO);
  await terminal.waitFor(({ text }) => !text.call(terminal).includes('(ej bekräftat)'));
  terminal.write(ctrlO);
  await terminal.waitFor('(ej bekräftat)');
  terminal.write(enter());
  await terminal.waitFor('▶ 2');
  expect(terminal.text()).toContain('(ej bekräftat)');
  expect((await leave(terminal, desk)).incident.answers.whatHappened).toMatchObject({
    text: 'Brand',
    certainty: 'unconfirmed',
  });
});

describe('a unit of the register', () => {
  const register = [
    'roll;namn;enhet;telefon;e-post',
    'enhetschef;Eva Ek;Hemtjänst Östra;031-390 06 01;eva.ek@example.se',
    'enhetschef;Bo Berg;Hemtjänst Norra;031-390 06 02;bo.berg@example.se',
  ].join('\r\n');

  it('is offered without å ä ö, taken by Tab, and linked; Enter changes nothing', async () => {
    const desk = newDesk();
    await importContacts(desk, register);
    const terminal = await call(desk);
    await terminal.press([
      { keys: alt(6), shows: '▶ 6' },
      { keys: 'hemtjanst o', shows: 'Tab: Hemtjänst Östra' },
      { keys: '\t', shows: '│ Hemtjänst Östra' },
      { keys: enter(), shows: '▶   Är den' },
      { keys: 'j', shows: '▶ 7' },
      { keys: 'hemtjanst n', shows: 'Tab: Hemtjänst Norra' },
      { keys: enter(), shows: 'Läs upp' },
    ]);
    const { incident } = await leave(terminal, desk);
    expect(incident.answers.operationDirectlyAffected).toMatchObject({
      text: 'Hemtjänst Östra',
      units: ['Hemtjänst Östra'],
    });
    expect(incident.answers.operationsAtRisk).toMatchObject({ text: 'hemtjanst n', units: [] });
  });
});

it('shows a clock that moves while nothing is pressed', async () => {
  const desk = newDesk();
  const terminal = await call(desk);
  const clock = () => /Samtal (\d\d:\d\d)/.exec(terminal.text())?.[1];
  const first = clock();
  await terminal.waitFor(() => clock() !== first);
  expect(clock()).toMatch(/^00:\d\d$/);
});
