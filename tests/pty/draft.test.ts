/** The report at the end of a call: changed, in fields that lose nothing or in another program's, and sent. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deskThatSends, start } from '../cli/outbox/sendingDesk.ts';
import { enter, type Stroke, strokes } from './call.ts';
import { type Desk, firstNumber, importContacts, isTypingKept, logged, newDesk } from './desk.ts';
import { Terminal } from './terminal.ts';

const untilDraft: readonly Stroke[] = strokes.slice(0, -1);
const toSave: Stroke = { keys: enter(), shows: 'är sparad' };

async function atDraft(desk: Desk, env: Readonly<Record<string, string>> = {}): Promise<Terminal> {
  const terminal = new Terminal(desk, ['ny-händelse'], { env });
  await terminal.waitFor('▶ 1');
  await terminal.press(untilDraft);
  return terminal;
}

it('killed while it is changed: the words are there again, and both texts are in the journal', async () => {
  const desk = newDesk();
  const terminal = await atDraft(desk);
  await terminal.press([{ keys: 'rOBS!\r\t\x15Vägen är stängd.', shows: '│ Vägen är stängd.' }]);
  await expect.poll(() => isTypingKept(desk, 'Vägen är stängd.')).toBe(true);
  terminal.kill('SIGKILL');
  await terminal.ended;

  const again = new Terminal(desk, ['fortsätt']);
  await again.waitFor(`Ämne: Vägen är stängd. – ${firstNumber}`);
  await again.press([toSave]);
  expect(await again.end()).toMatchObject({ code: 0 });
  const { incident } = await logged(desk);
  const [draft] = incident.drafts;
  expect(draft).toMatchObject({ subject: `Vägen är stängd. – ${firstNumber}` });
  expect(draft?.body).toMatch(/^OBS!\nStrömavbrott/);
  expect(draft?.first?.text).toMatch(/^Strömavbrott/);
});

it('has the terminal while it runs, as an editor does, and every key and Ctrl+C are its own', async () => {
  const desk = newDesk();
  const editor = join(desk.folder, 'min editor');
  const lines = [
    '#!/bin/sh',
    "trap 'printf AVBRUTET' INT",
    "printf 'EDITORN'",
    'until IFS= read -r line; do :; done',
    'printf "%s\\n" "$line" >> "$1"',
  ];
  writeFileSync(editor, lines.join('\n'));
  chmodSync(editor, 0o700);
  const terminal = await atDraft(desk, { EDITOR: `"${editor}"` });
  await terminal.press([{ keys: 'v', shows: 'EDITORN' }]);
  expect(terminal.buffer()).toBe('normal');
  await terminal.press([{ keys: '\x03', shows: 'AVBRUTET' }]);
  terminal.resize(80, 24);
  terminal.write('\x03');
  await terminal.waitFor(/AVBRUTET.*AVBRUTET/);
  expect(terminal.text()).toContain('EDITORN');
  await terminal.press([{ keys: 'Vägen är stängd.\r', shows: 'Ändrat för hand' }]);
  expect(terminal.buffer()).toBe('alternate');
  expect(terminal.screen().every((line) => line.length <= 80)).toBe(true);
  terminal.resize(100, 30);
  await terminal.press([toSave]);
  expect(await terminal.end()).toMatchObject({ code: 0 });
  const { incident } = await logged(desk);
  expect(incident.drafts[0]?.body).toContain('\nVägen är stängd.\n');
});

it('is sent with e and Enter, once, and what became of it stands on the ordinary screen', async () => {
  const server = await start();
  const desk = deskThatSends(server);
  await importContacts(
    desk,
    'roll;namn;enhet;telefon;e-post\nförvaltningsdirektör;Åsa Öhrn;;031-390 06 01;asa.ohrn@goteborg.example\n',
  );
  const terminal = await atDraft(desk);
  await terminal.press([
    { keys: 'e', shows: 'Skicka rapporten till asa.ohrn@goteborg.example?' },
    { keys: enter(), shows: 'är mottaget av e-postservern' },
  ]);
  expect(await terminal.end()).toMatchObject({ code: 0 });
  expect(terminal.scrollback().join('\n')).not.toContain('Det är inte skickat');
  expect(server.accepted).toHaveLength(1);
  expect(server.accepted[0]?.text).toContain(firstNumber);
  const { incident } = await logged(desk);
  const mailed = incident.actions.find(({ action }) => action.kind === 'mail-director');
  expect(mailed?.status).toBe('done');
});
