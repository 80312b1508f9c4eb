/** A call taken from another screen, on the stage that is open already. */
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { runCallOnStage } from '../../src/cli/call/session.ts';
import { processContext } from '../../src/cli/context.ts';
import type { Desk } from '../../src/cli/desk.ts';
import { typingOf } from '../../src/flow/call/resume.ts';
import { startCall } from '../../src/flow/call/state.ts';
import { newId } from '../../src/journal/id.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
import { createStage } from '../../src/ui/scene.ts';
import { desk as callDesk, keysOf, opening } from '../flow/call/typedCall.ts';
import { openFor, temporaryFolder } from '../journal/fixtures.ts';
import { textsOf } from '../ui/call/screens.ts';
import { testScene } from '../ui/scenes.ts';

// The template lies beside the built program, which these are the sources of.
vi.mock(import('../../src/cli/templates.ts'), async (original) => ({
  ...(await original()),
  usableReportTemplate: async () => ({
    source: readFileSync(new URL('../../templates/rapport-direktor.txt', import.meta.url), 'utf8'),
    problem: null,
  }),
}));

const size = { columns: 100, rows: 29 };

/** A desk screen where any key takes a call. */
function deskScreen(dataFolder: string) {
  const state = startCall({ ...opening, id: newId() }, callDesk);
  const { promise: closed, resolve: closeStage } = Promise.withResolvers<void>();
  const desk: Desk = { dataFolder, settings: defaultSettings, contacts: [] };
  const scene = testScene(['bord'], () => {
    calls.push(
      runCallOnStage(processContext(), state, desk, { stage, closed, close: async () => undefined }),
    );
  });
  const calls: ReturnType<typeof runCallOnStage>[] = [];
  const stage = createStage(scene);
  return {
    type: (script: string) => stage.keys(keysOf(script)),
    ended: () => calls[0] ?? Promise.reject(new Error('no call was taken')),
    seen: () => textsOf(stage.frame(size, 0)).join('\n'),
    closeStage,
  };
}

test('keeps everything at Ctrl+C, also what was typed before it was loaded, and goes back to the desk', async () => {
  const folder = temporaryFolder();
  const { type, ended, seen } = deskScreen(folder);
  // In one go: the first key takes the call.
  type('{Esc}Brand⏎02:1');
  expect(seen()).toContain('▶ 1 Vad har hänt?');
  type('{Ctrl+C}');
  const { ending, state, unsaved } = await ended();
  expect(seen()).toBe('bord');
  expect(ending).toEqual({ why: 'interrupted', unsaved: 0, typingUnsaved: false, kept: true, sending: null });
  expect([unsaved, state.incident?.number]).toEqual([null, expect.stringMatching(/^A-\d{4}-0001$/)]);
  const journal = openFor(folder);
  const { id } = state.opening;
  expect(journal.findIncident(id)?.answers.whatHappened?.text).toBe('Brand');
  expect(journal.typing.all().map(({ body }) => body)).toEqual([JSON.stringify(typingOf(state))]);
});

test('a call that is finished comes back with its draft saved, and sets no exit code', async () => {
  const folder = temporaryFolder();
  const { type, ended, seen } = deskScreen(folder);
  type('{Esc}Brand⏎⏎⏎⏎⏎⏎n⏎⏎jnvnn⏎');
  await vi.waitFor(() => expect(seen()).toContain('Ämne:'));
  type('⏎');
  const { ending, state } = await ended();
  expect(seen()).toBe('bord');
  expect(ending.why).toBe('finished');
  expect(openFor(folder).findIncident(state.opening.id)?.drafts).toHaveLength(1);
  expect(process.exitCode).toBeUndefined();
});

test('the stage that closes during a call interrupts it', async () => {
  const folder = temporaryFolder();
  const { type, ended, closeStage } = deskScreen(folder);
  type('{Esc}Brand⏎');
  closeStage();
  const { ending, state } = await ended();
  expect(ending).toMatchObject({ why: 'interrupted', unsaved: 0 });
  expect(openFor(folder).findIncident(state.opening.id)?.answers.whatHappened?.text).toBe('Brand');
});
