/** What the desktop is told when something falls due. */
import { expect, it } from 'vitest';
import { ring } from '../../src/cli/deskScreen/ring.ts';
import { followUpsOf } from '../../src/domain/followUps.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { contact, decided } from '../domain/story.ts';

const contacts = [contact('dutyOfficer', 'TIB', '031-390 06 12')];

function rung(incidents: readonly Incident[], key: string): string {
  let written = '';
  const stdout = { write: (text: string) => (written += text) };
  const due = incidents.flatMap((incident) => followUpsOf(incident, 10)).filter((each) => each.key === key);
  ring({ stdout, env: { TERM: 'foot' } }, due, { contacts, incidents });
  return written;
}

it('names the number that the screen names: the one that TIB left', () => {
  const { incident } = decided('now');
  const called = { ...incident, caller: { name: 'Ylva', callback: '031-390 06 40' } };
  expect(rung([called], 'inform-duty-officer')).toContain('031-390 06 40');
});

it('tells of what is real before any exercise, and marks only an exercise as one', () => {
  const { incident: real } = decided('now');
  const exercise = { ...real, id: 'incident-2', number: 'A-2026-0002', exercise: true };
  expect(rung([exercise, real], 'call-director')).not.toContain('ÖVNING');
  expect(rung([exercise, real], 'call-director')).toContain('A-2026-0001');
  expect(rung([exercise], 'call-director')).toContain('ÖVNING');
});
