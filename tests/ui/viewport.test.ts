import { expect, test } from 'vitest';
import type { Key } from '../../src/flow/keys.ts';
import { createViewport } from '../../src/ui/viewport.ts';
import { letters, testScene, typed } from './scenes.ts';

/** A window of eleven rows, of which the last is not drawn on. */
const size = { columns: 20, rows: 10 };
const rows = Array.from({ length: 25 }, (_, index) => `rad ${index}`);
const pageDown: Key = { kind: 'page-down' };
const pageUp: Key = { kind: 'page-up' };

function watched(lines: readonly string[]) {
  const scene = testScene(lines);
  const viewport = createViewport(scene);
  let told = 0;
  const stop = viewport.subscribe(() => {
    told += 1;
  });
  const top = () => viewport.picture(size).text.split('\n')[0];
  return { scene, viewport, top, stop, told: () => told };
}

test('what looks the same is the same picture, and is drawn once for every change', () => {
  const { scene, viewport } = watched(['a']);
  const first = viewport.picture(size);
  expect(viewport.picture({ ...size })).toBe(first);
  expect(scene.drawn()).toBe(1);
  scene.change(['a']);
  expect(viewport.picture(size)).toBe(first);
  expect(scene.drawn()).toBe(2);
  scene.change(['b']);
  expect(viewport.picture(size)).toMatchObject({ text: 'b' });
});

test('another size or another place of the cursor is seen', () => {
  const { scene, viewport } = watched(rows);
  const first = viewport.picture(size);
  expect(viewport.picture({ ...size, rows: 9 })).not.toEqual(first);
  expect(viewport.picture(size)).toEqual(first);
  scene.change([...rows, 'en till']);
  expect(viewport.picture(size)).toEqual({ text: first.text, cursor: { row: 0, column: 26 } });
});

test('PgDn and PgUp scroll by half a window, to the ends and no further; the scene gets them too', () => {
  const { scene, viewport, top, told } = watched(rows);
  expect(top()).toBe('rad 0');
  viewport.keys([pageUp]);
  expect([top(), told()]).toEqual(['rad 0', 0]);
  viewport.keys([pageDown]);
  expect([top(), told()]).toEqual(['rad 5', 1]);
  viewport.keys([pageDown, pageDown, pageDown]);
  expect(top()).toBe('rad 15');
  viewport.keys([pageUp, ...letters('x')]);
  expect(top()).toBe('rad 10');
  expect(typed(scene)).toBe('<page-up><page-down><page-down><page-down><page-down><page-up>x');
});

test('where there is nothing more to see nothing is scrolled, not later either', () => {
  const { scene, viewport, top, told } = watched(['a']);
  top();
  viewport.keys([pageDown, pageDown]);
  expect(told()).toBe(0);
  scene.change(rows);
  expect(top()).toBe('rad 0');
});

test('another place starts at its top; the same place stays where it is', () => {
  const { scene, viewport, top } = watched(rows);
  top();
  viewport.keys([pageDown]);
  scene.change([...rows, 'en till']);
  expect(top()).toBe('rad 5');
  scene.change(rows, 'längre fram');
  expect(top()).toBe('rad 0');
});

test('what changed while nobody listened is seen by the next who does', () => {
  const { scene, viewport, top, stop } = watched(['a']);
  expect(top()).toBe('a');
  stop();
  scene.change(['b']);
  viewport.subscribe(() => undefined);
  expect(top()).toBe('b');
  expect(scene.listeners()).toBe(1);
});
