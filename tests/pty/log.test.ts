/** `tjour logg` on a terminal: found while typing, read, reviewed, and right while other processes write. */
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { record, scenario } from '../cli/support.ts';
import { firstNumber, logged, newDesk, run } from './desk.ts';
import { Terminal } from './terminal.ts';

const incident = (whatHappened: string) => ({
  answers: { whatHappened },
  assessment: { manageableWithExistingResources: 'yes' },
});

it('finds an incident while it is typed, reads it, and reviews it', async () => {
  const desk = newDesk();
  await record(desk, [incident('Vattenläcka på Åsgatan'), scenario('02').source, incident('Snöoväder')]);
  const terminal = new Terminal(desk, ['logg', '--operatör', 'ma']);
  await terminal.waitFor('Logg  3 händelser · nyast först');
  expect(terminal.buffer()).toBe('alternate');
  terminal.write('ås');
  await terminal.waitFor('Logg  1 händelse ·');
  await terminal.waitFor('▶ A-2026-0001'.replace('2026', String(new Date().getFullYear())));
  terminal.write('\r');
  await terminal.waitFor('1  BESLUT');
  terminal.write('r');
  await terminal.waitFor('Kommentar');
  terminal.write('Väl hanterat\x13');
  await terminal.waitFor(/sparad|allt sparat/);
  terminal.write('\r');
  await terminal.waitFor('1  BESLUT');
  terminal.write('7');
  await terminal.waitFor('Kommentar: Väl hanterat');
  terminal.write('qq');
  expect(await terminal.ended).toEqual({ code: 0, signal: 0 });
  expect(terminal.buffer()).toBe('normal');
  const shown = await run(desk, ['logg', terminal.output.match(/A-\d{4}-0001/)?.[0] ?? '']);
  expect(shown.stdout).toContain('Väl hanterat');
});

it('stays right while another process adds incidents, with the same one selected', async () => {
  const desk = newDesk();
  await record(desk, [incident('Första'), incident('Andra')]);
  const terminal = new Terminal(desk, ['logg']);
  await terminal.waitFor('Logg  2 händelser');
  terminal.write('\t');
  await terminal.waitFor('f filter');
  terminal.write('j');
  await terminal.waitFor(/▶ \S+ .*Första/);
  await record(desk, [incident('Tredje'), incident('Fjärde')]);
  await terminal.waitFor('Logg  4 händelser');
  await terminal.waitFor(/Fjärde[\s\S]*Tredje[\s\S]*Andra[\s\S]*▶ \S+ .*Första/);
  await terminal.waitFor('4 av 4');
  terminal.write('/tred');
  await terminal.waitFor(/Logg {2}1 händelse [\s\S]*▶ \S+ .*Tredje/);
  await record(desk, [incident('Tredje igen')]);
  await terminal.waitFor(/Logg {2}2 händelser [\s\S]*Tredje igen[\s\S]*▶ \S+ .*Tredje/);
  terminal.write('\x03');
  expect(await terminal.ended).toEqual({ code: 130, signal: 0 });
});

it('shows an empty log without making one, and what comes', async () => {
  const desk = newDesk();
  const terminal = new Terminal(desk, ['logg'], { columns: 60, rows: 20 });
  await terminal.waitFor('Loggen är tom.');
  expect(readdirSync(desk.folder)).not.toContain('data');
  await record(desk, [incident('Den första')]);
  await terminal.waitFor(/▶ .*Den första/);
  terminal.write('\x1b');
  expect(await terminal.ended).toEqual({ code: 0, signal: 0 });
});

it('begins with the filters of the command line, and prints where there is no screen', async () => {
  const desk = newDesk();
  await record(desk, [incident('Första'), incident('Andra')]);
  const terminal = new Terminal(desk, ['logg', '--sök', 'andra', '--utan-övning']);
  await terminal.waitFor('[1 utan övningar ×]');
  await terminal.waitFor('Sök: andra');
  await terminal.waitFor('Logg  1 händelse');
  const dumb = new Terminal(desk, ['logg'], { env: { TERM: 'dumb' } });
  expect(await dumb.ended).toEqual({ code: 0, signal: 0 });
  expect(dumb.text()).toMatch(/NUMMER[\s\S]*Andra[\s\S]*Första/);
});

it('reviews the incident that is named, and tells where what was begun is', async () => {
  const desk = newDesk();
  await record(desk, [incident('Första')]);
  const review = () => new Terminal(desk, ['granska', firstNumber, '--operatör', 'chef']);
  const begun = review();
  await begun.waitFor('Granska');
  begun.write('Bra gjort');
  await begun.waitFor('Bra gjort');
  begun.write('\x1b');
  expect(await begun.ended).toEqual({ code: 0, signal: 0 });
  expect(begun.scrollback().join(' ')).toContain(`finns kvar: tjour granska ${firstNumber}`);
  const again = review();
  await again.waitFor('Bra gjort');
  again.write('\x13');
  await again.waitFor('Granskningen är sparad.');
  again.write('\x1b');
  expect(await again.ended).toEqual({ code: 0, signal: 0 });
  const { incident: reviewed } = await logged(desk);
  expect(reviewed.review).toMatchObject({ comment: 'Bra gjort', by: 'chef' });
});
