/** The mails that somebody must see to: rows of their own, that are opened and seen to with a key. */
import { expect, test } from 'vitest';
import { whomToRing } from '../../../src/flow/desk/mailRows.ts';
import { context, incidentOf, later, mailOf, TypedDesk } from './typedDesk.ts';

const incident = incidentOf(1);
const practised = incidentOf(2, { exercise: true });
const unknown = { state: 'unknown' } as const;

/** The ids of the mails on each row. */
const rows = ({ state }: TypedDesk) =>
  state.sections
    .flatMap((section) => section.rows)
    .flatMap((row) => (row.kind === 'mail' ? [row.mails.map(({ id }) => id).join('+')] : []));

test('stand first, and come when the time has come without anything being read', () => {
  const desk = new TypedDesk().load({ incidents: [incident], mails: [mailOf('waits', incident)] });
  expect(rows(desk.at(later(14)))).toEqual([]);
  const selected = desk.state.selected;
  expect(rows(desk.at(later(15)))).toEqual(['waits']);
  expect(desk.state.sections[0]?.id).toBe('mails');
  expect(desk.state.selected).toBe(selected);
});

test('one row each about an incident, the newest first, and then one for all reminders', () => {
  const mails = [
    mailOf('reminder-1', null, unknown),
    mailOf('report-1', incident, unknown),
    mailOf('reminder-2', null, unknown),
    mailOf('fine', incident, { state: 'waiting' }),
    mailOf('report-2', incident, { state: 'stopped' }),
    mailOf('seen-to', incident, { ...unknown, handledAt: later(1) }),
  ];
  expect(rows(new TypedDesk().load({ mails }))).toEqual(['report-2', 'report-1', 'reminder-2+reminder-1']);
});

test('Enter opens the incident, also one that is closed; a reminder has none', () => {
  const desk = new TypedDesk().load({ mails: [mailOf('report', incident, unknown)] }).press('⏎');
  expect(desk.asked()).toEqual([{ kind: 'open-incident', id: incident.id, action: 'call-director' }]);
  desk.load({ mails: [mailOf('reminder', null, unknown)] }).press('⏎');
  expect([desk.asked(), desk.state.notice]).toEqual([[], { kind: 'no-incident' }]);
});

test('k says that they are seen to, at the second press on the same row only', () => {
  const mails = [mailOf('first', incident, unknown), mailOf('second', incident, unknown)];
  const desk = new TypedDesk().load({ incidents: [incident], mails }).press('k');
  expect([desk.asked(), desk.state.notice]).toEqual([[], { kind: 'handling', mails: ['second'] }]);
  expect(desk.press('↓k').asked()).toEqual([]);
  expect(desk.press('k').asked()).toEqual([{ kind: 'handle-mails', mails: ['first'] }]);
  desk.send({ kind: 'not-handled', fault: 'full' });
  expect(desk.state.notice).toEqual({ kind: 'not-handled', fault: 'full' });
  expect(desk.press('{End}kk').asked()).toEqual([]);
  expect(desk.state.notice).toEqual({ kind: 'unknown-key' });
});

test('an exercise desk shows those of exercises and of the desk itself', () => {
  const mails = [
    mailOf('real', incident, unknown),
    mailOf('practised', practised, unknown),
    mailOf('reminder', null, unknown),
  ];
  expect(rows(new TypedDesk({ exercise: true }).load({ mails }))).toEqual(['reminder', 'practised']);
  expect(rows(new TypedDesk().load({ mails }))).toEqual(['real', 'reminder', 'practised']);
});

test('whoever it was to is rung; the director for what the director was to have, also at an old address', () => {
  const ring = (recipients: readonly string[], action: string | null) =>
    whomToRing({ recipients, action }, context.contacts)?.name ?? null;
  expect(ring(['UnitManager@example.se'], null)).toBe('Bo Berg');
  expect(ring(['gammal@example.se'], 'mail-director')).toBe('Anna Ek');
  expect(ring(['okand@example.se'], null)).toBeNull();
});

test.each([
  ['queued', 0],
  ['sending', 0],
  ['waiting', 0],
  ['unknown', 0],
  ['stopped', 1],
] as const)(
  'a report of which a mail is %s stands %i times among those that are not sent',
  (state, count) => {
    const reported = incidentOf(1, { hasDraft: true });
    const { messageId = '' } = reported.drafts[0] ?? {};
    const mail = mailOf('report', reported, { state });
    const desk = new TypedDesk().load({ incidents: [reported] });
    const drafts = () => desk.state.sections.find(({ id }) => id === 'drafts')?.rows.length ?? 0;
    expect(drafts()).toBe(1);
    desk.load({ incidents: [reported], mails: [{ ...mail, item: { ...mail.item, messageId } }] });
    expect(drafts()).toBe(count);
  },
);
