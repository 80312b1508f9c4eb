/** A stage drawn by Ink itself. */
import { cleanup, render } from 'ink-testing-library';
import { afterEach, expect, test, vi } from 'vitest';
import { FrameScreen } from '../../src/ui/FrameScreen.tsx';
import { createStage } from '../../src/ui/scene.ts';
import { testScene, typed } from './scenes.ts';

afterEach(cleanup);

test('one scene after another is drawn in the same place, and gets keys and pastes', async () => {
  const [desk, call] = [testScene(['bord']), testScene(['samtal'])];
  const stage = createStage(desk);
  const { stdin, lastFrame } = render(<FrameScreen scene={stage} />);
  await vi.waitFor(() => expect(lastFrame()).toBe('bord'));
  stdin.write('n');
  stage.show(call);
  await vi.waitFor(() => expect(lastFrame()).toBe('samtal'));
  stdin.write('\x1b[200~Brand\x1b[201~\r');
  stage.setBanner('Ring');
  await vi.waitFor(() => expect(lastFrame()).toMatch(/Ring.*\nsamtal$/));
  expect([typed(desk), typed(call)]).toEqual(['n', 'Brand<enter>']);
});

test('a change that is not seen is not drawn', async () => {
  const scene = testScene(['bord']);
  const { frames } = render(<FrameScreen scene={scene} />);
  await vi.waitFor(() => expect(frames.at(-1)).toBe('bord'));
  const before = frames.length;
  for (let ticks = 0; ticks < 3; ticks++) scene.change(['bord']);
  scene.change(['nytt']);
  await vi.waitFor(() => expect(frames.at(-1)).toBe('nytt'));
  expect(frames).toHaveLength(before + 1);
});
