/** The call drawn by Ink itself: keys in any chunks, paste, scrolling. A frame that is not empty has not crashed. */
import { cleanup, render } from 'ink-testing-library';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CallState } from '../../../src/flow/call/state.ts';
import { createCallStore } from '../../../src/flow/call/store.ts';
import { callScene } from '../../../src/ui/call/callScene.ts';
import { FrameScreen } from '../../../src/ui/FrameScreen.tsx';
import { composed, newCall, sevenAnswers, toDecision } from '../../flow/call/typedCall.ts';
import { screen } from './screens.ts';

afterEach(cleanup);

/** Ink's test terminal: 100 columns, and as many rows as Ink takes when it is not told. */
const columns = 100;

function shown(initial: CallState = newCall().state) {
  let ids = 0;
  const moment = () => ({ now: initial.now, newId: () => `new-${++ids}` });
  const store = createCallStore(initial, moment, () => undefined);
  const { stdin, lastFrame } = render(<FrameScreen scene={callScene(store)} />);
  const frame = () => (lastFrame() ?? '').split('\n').map((line) => line.trimEnd());
  return { store, frame, type: (bytes: string) => stdin.write(bytes) };
}

const seen = (frame: () => string[], text: string) =>
  vi.waitFor(() => expect(frame().join('\n')).toContain(text));

test('shows what the view says, row by row', async () => {
  const { store, frame } = shown();
  await seen(frame, '▶ 1 Vad har hänt?');
  const rows = frame().length;
  const expected = screen(store.state(), { columns, rows }).split('\n').slice(1, -1);
  expect(frame()).toEqual(expected);
});

test('keys that arrive between two renders are all taken, in order', async () => {
  const { store, frame, type } = shown();
  for (const key of [...'Brand', '\r', ...'02:15', '\r']) type(key);
  expect(store.state().fields).toMatchObject({
    whatHappened: { buffer: { text: 'Brand' } },
    whenHappened: { buffer: { text: '02:15' } },
  });
  await seen(frame, '▶ 3 Var har det hänt?');
  await seen(frame, '1 Vad har hänt?                          Brand');
});

test('a whole call in one chunk', async () => {
  const { store, frame, type } = shown();
  type('Brand\r02:15\rTorget\r\r\rHemtjänst\rnIngen\r\rjnnnn\r');
  expect(store.state().step).toBe('draft');
  await seen(frame, 'Utkast till förvaltningsdirektören');
});

test('decomposed letters, wide letters and Backspace', async () => {
  const { frame, type } = shown();
  type('Mo\u0308lndal 世界👩‍🚒x\x7f');
  await seen(frame, '│ Möl' + 'ndal 世界👩‍🚒');
});

test('a paste is one answer, with its line breaks and without its escape sequences', async () => {
  const { store, frame, type } = shown();
  type('\x1b[200~rad ett\rrad \x1b[31mtvå\x1b[201~');
  expect(store.state().step).toBe('whatHappened');
  await seen(frame, '│ rad ett\n    │ rad två');
});

test('Alt, Ctrl and arrows reach the call', async () => {
  const { store, frame, type } = shown();
  type('Brand');
  type('\x0f');
  type('\x1b5');
  expect(store.state()).toMatchObject({
    step: 'actorsInvolved',
    fields: { whatHappened: { unconfirmed: true } },
  });
  await seen(frame, 'Brand (ej bekräftat)');
  type('\x1b[A');
  await seen(frame, '▶ 4');
});

test('what changes without a key is drawn too', async () => {
  const { store, frame } = shown();
  store.send({ kind: 'typing-failed', fault: 'full' });
  await seen(frame, 'EJ SPARAT, det du skriver just nu: disken är full.');
});

describe('scrolling', () => {
  const body = Array.from({ length: 80 }, (_, index) => `Rad ${index}.`).join('\n');
  const long = () => {
    const call = newCall()
      .press(`${toDecision('jnnnn')}⏎`)
      .saved();
    return call.send({ kind: 'draft-composed', draft: { ...composed, text: body } }).state;
  };
  const pageDown = '\x1b[6~';
  const pageUp = '\x1b[5~';

  test('PgDn shows what follows, to the end and no further; PgUp goes back', async () => {
    const { frame, type } = shown(long());
    await seen(frame, 'Rad 0.');
    expect(frame().join('\n')).not.toContain('Rad 79.');
    for (let times = 0; times < 30; times++) type(pageDown);
    await seen(frame, 'Rad 79.');
    type(pageUp);
    await vi.waitFor(() => expect(frame().join('\n')).not.toContain('Rad 79.'));
    for (let times = 0; times < 30; times++) type(pageUp);
    await seen(frame, 'Rad 0.');
    expect(frame().join('\n')).not.toContain('Tryck');
  });

  test('another step starts at its top', async () => {
    const { store, frame, type } = shown(long());
    for (let times = 0; times < 30; times++) type(pageDown);
    await seen(frame, 'Rad 79.');
    store.send({ kind: 'key', key: { kind: 'up' } });
    await seen(frame, 'Beslut att välja på');
    store.send({ kind: 'key', key: { kind: 'down' } });
    await seen(frame, 'Rad 0.');
  });
});

test('what was read back stands there when the call is taken up at that step', async () => {
  const { frame } = shown(newCall().press(sevenAnswers).state);
  await seen(frame, 'Alla sju frågor har svar.');
});
