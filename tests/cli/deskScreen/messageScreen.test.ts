/** The messages of an incident on a stage, over a real journal. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { processContext } from '../../../src/cli/context.ts';
import { runMessages } from '../../../src/cli/deskScreen/messageScreen.ts';
import { openWorkplace, type Workplace } from '../../../src/cli/deskScreen/workplace.ts';
import type { NewEntry } from '../../../src/domain/entry.ts';
import { messageTyping } from '../../../src/journal/typing.ts';
import { createStage } from '../../../src/ui/scene.ts';
import { decided } from '../../domain/story.ts';
import { keysOf } from '../../flow/call/typedCall.ts';
import { openFor, temporaryFolder } from '../../journal/fixtures.ts';
import { textsOf } from '../../ui/call/screens.ts';
import { testScene } from '../../ui/scenes.ts';

const templates = fileURLToPath(new URL('../../../templates/meddelanden', import.meta.url));
const place = messageTyping({ kind: 'director-final', action: 'mail-director', unit: null });

function deskFolder(): string {
  const folder = temporaryFolder();
  openFor(folder).append(decided('ordinary').entries as readonly NewEntry[]);
  // The program's own templates are put into it when it is built.
  cpSync(templates, join(folder, 'mallar'), { recursive: true });
  return folder;
}

async function workplaceIn(folder: string): Promise<Workplace> {
  const env = { TJOUR_DATA: folder, TJOUR_CONFIG: folder, TERM: 'xterm' };
  return openWorkplace({ ...processContext(), env }, { operatör: 'jl' });
}

/** The list of messages, with the final report opened by its digit. */
function open(workplace: Workplace) {
  const stage = createStage(testScene(['listan'], () => undefined));
  const incident = workplace.journal().findIncident('incident-1');
  if (!incident) throw new Error('no incident');
  const closed = new Promise<void>(() => undefined);
  const ended = runMessages(workplace, { stage, closed, close: async () => undefined }, incident, null);
  const seen = () => textsOf(stage.frame({ columns: 100, rows: 29 }, 0)).join('\n');
  const type = (script: string) => stage.keys(keysOf(script));
  const [digit = ''] = seen().match(/\d(?= Slutrapport)/) ?? [];
  type(digit);
  return { ended, type, seen, read: () => vi.waitFor(() => expect(seen()).toContain('r redigera')) };
}

test('what is changed is kept while it is typed, met again, and gone when it is thrown away or has left', async () => {
  const folder = deskFolder();
  const { typing } = openFor(folder);
  const first = open(await workplaceIn(folder));
  await first.read();
  first.type('rVägen är stängd. ');
  // Nobody leaves the screen: this is what a crash would leave.
  await vi.waitFor(() => expect(typing.of('incident-1', place)?.body).toContain('Vägen är stängd.'));

  const second = open(await workplaceIn(folder));
  await second.read();
  expect(second.seen()).toContain('Vägen är stängd.');
  expect(second.seen()).toContain('Det här hade någon börjat ändra.');
  second.type('{Ctrl+C}');
  expect(await second.ended).toBe('exit');
  expect(typing.of('incident-1', place)?.body).toContain('Vägen är stängd.');

  const third = open(await workplaceIn(folder));
  await third.read();
  third.type('{Esc}{Esc}');
  await vi.waitFor(() => expect(typing.of('incident-1', place)).toBeNull());

  const fourth = open(await workplaceIn(folder));
  await fourth.read();
  expect(fourth.seen()).not.toContain('Vägen är stängd.');
  fourth.type('rNy väg. {Esc}s');
  await vi.waitFor(() => expect(fourth.seen()).toContain('Sparat:'));
  await vi.waitFor(() => expect(typing.of('incident-1', place)).toBeNull());
  const [message] = openFor(folder).findIncident('incident-1')?.messages ?? [];
  expect(message?.body).toContain('Ny väg.');
  expect(message?.first?.text).not.toContain('Ny väg.');
});

test('what is being written down when the screen is left is recorded first', async () => {
  const folder = deskFolder();
  const screen = open(await workplaceIn(folder));
  await screen.read();
  screen.type('s{Ctrl+C}');
  expect(await screen.ended).toBe('exit');
  expect(openFor(folder).findIncident('incident-1')?.messages).toHaveLength(1);
});

test('a text that was kept and is left before it is seen stays kept', async () => {
  const folder = deskFolder();
  const journal = openFor(folder);
  const body = JSON.stringify({ subject: 'Ämne', text: 'Vägen är stängd.', nextReportAt: null });
  journal.typing.save({ incident: 'incident-1', savedAt: '2026-11-21T03:10:00+01:00', body }, place);
  const screen = open(await workplaceIn(folder));
  screen.type('{Esc}{Ctrl+C}');
  expect(await screen.ended).toBe('exit');
  expect(journal.typing.of('incident-1', place)?.body).toBe(body);
});

test('what the journal cannot keep stands on the ordinary screen afterwards', async () => {
  const workplace = await workplaceIn(deskFolder());
  const screen = open(workplace);
  await screen.read();
  vi.spyOn(workplace.writer, 'isResting').mockReturnValue(true);
  screen.type('rVägen är stängd. {Ctrl+C}');
  expect(await screen.ended).toBe('exit');
  expect(workplace.afterwards).toHaveLength(1);
});
