import { expect, test } from 'vitest';
import { createStore } from '../../src/flow/store.ts';
import { turn } from '../../src/flow/turn.ts';
import { bannered, createStage, sceneOf } from '../../src/ui/scene.ts';
import { textsOf } from './call/screens.ts';
import { letters, testScene, typed } from './scenes.ts';

const size = { columns: 20, rows: 5 };

test('shows one scene at a time, and only that one gets the keys and is listened to', () => {
  const [desk, call] = [testScene(['bord']), testScene(['samtal'])];
  const stage = createStage(desk);
  const told: string[] = [];
  stage.subscribe(() => told.push(textsOf(stage.frame(size, 0)).join()));
  stage.keys(letters('n'));
  stage.show(call);
  desk.change(['bord, senare']);
  call.change(['samtal, senare']);
  stage.keys(letters('ab'));
  stage.show(desk);
  stage.keys(letters('l'));
  expect(told).toEqual(['samtal', 'samtal, senare', 'bord, senare']);
  expect([typed(desk), typed(call)]).toEqual(['nl', 'ab']);
  expect([desk.listeners(), call.listeners()]).toEqual([1, 0]);
});

test('what is typed in one piece after the key that changes the scene is for the new one, letter by letter', () => {
  const call = testScene(['samtal']);
  const stage = createStage(testScene(['bord'], () => stage.show(call)));
  let told = 0;
  stage.subscribe(() => {
    told += 1;
  });
  stage.keys([
    { kind: 'text', text: 'nBrand' },
    { kind: 'paste', text: 'i tvätt' },
  ]);
  expect(call.taken).toEqual([...letters('Brand'), { kind: 'paste', text: 'i tvätt' }]);
  expect(told).toBe(1);
});

test('a scene that is shown again is a new place, so it starts at its top', () => {
  const desk = testScene(['bord']);
  const stage = createStage(desk);
  const before = stage.place();
  stage.show(testScene(['samtal']));
  stage.show(desk);
  expect(stage.place()).not.toBe(before);
  const shown = stage.place();
  desk.change(['bord'], 'nere');
  expect(stage.place()).not.toBe(shown);
});

test('a banner stands above every scene, takes one row from it, and is told of once', () => {
  const stage = createStage(testScene(['ett', 'två', 'tre', 'fyra', 'fem', 'sex']));
  let told = 0;
  stage.subscribe(() => {
    told += 1;
  });
  stage.setBanner('Ring direktören');
  stage.setBanner('Ring direktören');
  expect(told).toBe(1);
  const frame = stage.frame(size, 0);
  expect(textsOf(frame)).toEqual(['Ring direktören', 'ett', 'två', 'tre', 'fyra']);
  expect(frame).toMatchObject({ cursor: { row: 1 }, scrollMax: 2 });
  stage.show(testScene(['samtal']));
  expect(textsOf(stage.frame(size, 0))).toEqual(['Ring direktören', 'samtal']);
  stage.setBanner(null);
  expect(textsOf(stage.frame(size, 0))).toEqual(['samtal']);
  expect(told).toBe(3);
});

test('never more rows than there are', () => {
  const stage = createStage(testScene(['ett', 'två']));
  stage.setBanner('Ring');
  expect([0, 1, 2].map((rows) => textsOf(stage.frame({ columns: 20, rows }, 0)))).toEqual([
    [],
    ['Ring'],
    ['Ring', 'ett'],
  ]);
});

test('a banner is alarm, cut to the width, and moves the cursor down when there is one', () => {
  const frame = { lines: [], cursor: null, scrollMax: 0 };
  expect(bannered(frame, 'Ring direktören', 8)).toEqual({
    lines: [[{ text: 'Ring di…', tone: 'alarm' }]],
    cursor: null,
    scrollMax: 0,
  });
  expect(bannered({ ...frame, cursor: { row: 2, column: 3 } }, 'Ring', 8).cursor).toEqual({
    row: 3,
    column: 3,
  });
});

test('a message that changes nothing, as most of the clock, makes nobody look', () => {
  const store = createStore<string, { readonly kind: 'key' | 'tick' }, never>({
    initial: '',
    update: (state, { kind }) => turn(kind === 'tick' ? state : `${state}x`),
    moment: () => ({ now: '', newId: () => '' }),
    perform: () => undefined,
  });
  const view = (state: string) => ({
    lines: [[{ text: state, tone: 'plain' as const }]],
    cursor: null,
    scrollMax: 0,
  });
  const scene = sceneOf(store, view, () => 'list');
  const told: string[][] = [];
  scene.subscribe(() => told.push(textsOf(scene.frame(size, 0))));
  store.send({ kind: 'tick' });
  scene.keys(letters('a'));
  store.send({ kind: 'tick' });
  scene.keys(letters('b'));
  expect(told).toEqual([['x'], ['xx']]);
});
