/** A later call on a real journal: left, and gone on with. */
import { expect, test } from 'vitest';
import { laterCallAbout, resumedCall } from '../../src/cli/call/resumedCall.ts';
import { runCallOnStage } from '../../src/cli/call/session.ts';
import { processContext } from '../../src/cli/context.ts';
import type { Desk } from '../../src/cli/desk.ts';
import type { CallState } from '../../src/flow/call/state.ts';
import { newId } from '../../src/journal/id.ts';
import type { Journal } from '../../src/journal/journal.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
import { createStage } from '../../src/ui/scene.ts';
import { desk as callDesk, keysOf, newCall, savedDraft, toDecision } from '../flow/call/typedCall.ts';
import { openFor, temporaryFolder } from '../journal/fixtures.ts';
import { testScene } from '../ui/scenes.ts';

const asked = { number: undefined, operator: 'mk', program: 'tjour' };

/** The journal of one call that was decided and reported, and the incident's id. */
function reported(folder: string): { readonly journal: Journal; readonly id: string } {
  const call = newCall({ opening: { id: newId() } }).press(`${toDecision('jnnnn')}⏎`);
  call.send({ kind: 'draft-saved', draft: savedDraft() });
  const entries = call.effects.flatMap((effect) => (effect.kind === 'append' ? effect.entries : []));
  const journal = openFor(folder);
  journal.append(entries);
  return { journal, id: call.state.opening.id };
}

/** The call on a stage of its own, with these keys, until it ends. */
async function typedIn(folder: string, state: CallState, script: string) {
  const desk: Desk = { dataFolder: folder, settings: defaultSettings, contacts: [] };
  const stage = createStage(testScene(['bord']));
  const { promise: closed } = Promise.withResolvers<void>();
  const ended = runCallOnStage(processContext(), state, desk, {
    stage,
    closed,
    close: async () => undefined,
  });
  stage.keys(keysOf(script));
  return ended;
}

test('left at once it leaves no trace; with text it goes on as a later call, and so does a new one', async () => {
  const folder = temporaryFolder();
  const { journal, id } = reported(folder);
  const count = () => journal.entriesOf(id).length;
  const before = count();
  const call = () => {
    const incident = journal.findIncident(id);
    if (!incident) throw new Error('no incident');
    return laterCallAbout(incident, { operator: 'mk', now: '2026-11-21T03:11:00+01:00' }, folder, callDesk);
  };
  await typedIn(folder, call(), '⏎⏎{Ctrl+C}');
  expect([count(), journal.unfinished()]).toEqual([before, []]);
  await typedIn(folder, call(), '⏎⏎ och Bergsjön{Ctrl+C}');
  expect(count()).toBe(before);
  const again = resumedCall(asked, folder, callDesk);
  expect(again).toMatchObject({ step: 'whereHappened', later: { receivedAt: '2026-11-21T03:11:00+01:00' } });
  expect(call().fields.whereHappened.buffer.text).toBe('Kortedala och Bergsjön');
  await typedIn(folder, again, '⏎{Ctrl+C}');
  expect(journal.findIncident(id)).toMatchObject({
    awaits: 'decision',
    latestCallAt: '2026-11-21T03:11:00+01:00',
    answers: { whereHappened: { text: 'Kortedala och Bergsjön' } },
  });
  expect(resumedCall(asked, folder, callDesk)).toMatchObject({ step: 'whatHappened', later: { caller: {} } });
});
