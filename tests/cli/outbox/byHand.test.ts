/** What people do with mails in the outbox, and what the record says of it. */
import { expect, it } from 'vitest';
import { handleMail, sendOnceMore, withdrawMail } from '../../../src/cli/outbox/byHand.ts';
import { answersToNumber, makeDue, reportInOutbox } from '../../../src/cli/outbox/report.ts';
import type { OutboxItem } from '../../../src/domain/delivery.ts';
import type { Incident } from '../../../src/domain/incident.ts';
import type { Journal } from '../../../src/journal/journal.ts';
import { entryLines } from '../../../src/ui/entryText.ts';
import { draft } from '../../journal/fixtures.ts';
import { scriptedServer } from '../../mail/scriptedServer.ts';
import { after, certificate, mail, outboxWith, type TestOutbox } from './outbox.ts';

const by = { now: after(5), operator: 'eva' };
const from = { name: 'Jouren', address: 'jouren@example.se' };
const maria = { name: 'Maria', address: 'maria@example.se' };
const peter = { name: 'Peter', address: 'peter@example.se' };

/** What the record says of mails, with who said it. */
function told({ journal }: TestOutbox): string[] {
  return entryLines(journal.entriesOf('incident-1'))
    .filter(({ entry }) => entry.type.startsWith('mail-'))
    .map(({ entry, text }) => `${entry.operator}: ${text}`);
}

async function unknown(outbox: TestOutbox): Promise<OutboxItem> {
  const server = await scriptedServer(certificate, { fault: { step: 'dot', failing: 'cut' } });
  await outbox.deliver(server, 0);
  return outbox.item();
}

it('has a mail sent once more by one of two who ask at once, and tells who', async () => {
  const outbox = outboxWith(mail);
  const seen = await unknown(outbox);
  expect([1, 2].map(() => sendOnceMore(outbox.journal, seen, by))).toEqual([true, false]);
  const server = await scriptedServer(certificate);
  await outbox.deliver(server, 5);
  expect(sendOnceMore(outbox.journal, seen, by)).toBe(false);
  expect([outbox.delivery().state, server.accepted.length]).toEqual(['accepted', 1]);
  expect(told(outbox)).toEqual([
    'jl: Mejl till direktoren@example.se gick iväg lör 21 nov 03:10: okänt om e-postservern har tagit emot det',
    'eva: Mejl till direktoren@example.se skickas en gång till, och kan komma fram två gånger',
    'jl: Mejl till direktoren@example.se mottaget av e-postservern. Servern svarade: 250 2.0.0 Ok: queued as 1A2B3C',
  ]);
});

it('does not have what was stopped sent again by whoever saw it before another did', async () => {
  const failing = { answer: '550 5.1.1 Nej' };
  const server = await scriptedServer(certificate, { fault: { step: 'rcpt', failing } });
  const outbox = outboxWith(mail);
  await outbox.deliver(server, 0);
  const seen = outbox.item();
  expect(makeDue(outbox.journal, seen, by)).toBe(true);
  server.script.fault = null;
  await outbox.deliver(server, 5);
  expect(makeDue(outbox.journal, seen, by)).toBe(false);
  await outbox.deliver(server, 6);
  expect(server.accepted).toHaveLength(1);
});

it('says who has seen to a mail, once', async () => {
  const outbox = outboxWith(mail);
  const item = await unknown(outbox);
  expect([1, 2].map(() => handleMail(outbox.journal, item, by))).toEqual([true, false]);
  expect(told(outbox).slice(1)).toEqual(['eva: Mejl till direktoren@example.se ordnat på annat sätt']);
});

it('takes a mail back before it has gone, and says who did; not after that', async () => {
  const outbox = outboxWith(mail, { ...mail, id: 'other', incident: null });
  expect([1, 2].map(() => withdrawMail(outbox.journal, outbox.item(), by))).toEqual([true, false]);
  expect(told(outbox)).toEqual([
    'eva: Mejl till direktoren@example.se tillbakadraget innan det hade gått iväg',
  ]);
  const server = await scriptedServer(certificate);
  await outbox.deliver(server, 9);
  const other = outbox.journal.outbox.find('other');
  expect([other?.delivery.state, other && withdrawMail(outbox.journal, other, by)]).toEqual([
    'accepted',
    false,
  ]);
  expect(server.accepted).toHaveLength(1);
});

/** The report of the outbox's incident to somebody, with what the journal has of it. */
function reportTo(outbox: TestOutbox, to: typeof maria, sender = from) {
  const incident = outbox.journal.findIncident('incident-1');
  const saved = incident?.drafts.at(-1);
  if (!incident || !saved) throw new Error('no report');
  return { incident, draft: saved, from: sender, to };
}

function withReport(): TestOutbox {
  const outbox = outboxWith();
  outbox.journal.append([draft('incident-1')]);
  return outbox;
}

const reached = ({ accepted }: { readonly accepted: readonly { readonly to: readonly string[] }[] }) =>
  accepted.map(({ to }) => to.join());

it('withdraws it also when it was put there for another at the same moment', async () => {
  const outbox = withReport();
  const { journal } = outbox;
  const report = reportTo(outbox, maria);
  const { messageId } = report.draft;
  const meanwhile: Journal = {
    ...journal,
    claim(...claimed) {
      journal.outbox.queue({ ...mail, id: 'other', messageId, recipients: [peter.address] });
      return journal.claim(...claimed);
    },
  };
  const { id } = await reportInOutbox(meanwhile, report, by);
  expect(journal.outbox.items().map((each) => [each.id, each.delivery.state])).toEqual([
    ['other', 'withdrawn'],
    [id, 'queued'],
  ]);
  expect(told(outbox)).toHaveLength(2);
});

it('withdraws the report to somebody who is not to have it, when it goes to another', async () => {
  const server = await scriptedServer(certificate, {
    fault: { step: 'rcpt', failing: { answer: '451 Sedan' } },
  });
  const outbox = withReport();
  const { journal } = outbox;
  const first = await reportInOutbox(journal, reportTo(outbox, maria), by);
  await outbox.deliver(server, 5);
  server.script.fault = null;
  expect(journal.outbox.find(first.id)?.delivery.state).toBe('waiting');
  const second = await reportInOutbox(journal, reportTo(outbox, peter), by);
  expect(told(outbox).slice(1)).toEqual([
    'eva: Mejl till peter@example.se lagt i utkorgen',
    'eva: Mejl till maria@example.se tillbakadraget innan det hade gått iväg: det skickas till någon annan',
  ]);
  // Once more the same, and back to the first: that is another mail.
  expect((await reportInOutbox(journal, reportTo(outbox, peter), by)).id).toBe(second.id);
  const third = await reportInOutbox(journal, reportTo(outbox, maria), by);
  expect([first, second].map(({ id }) => journal.outbox.find(id)?.delivery.state)).toEqual([
    'withdrawn',
    'withdrawn',
  ]);
  await outbox.deliver(server, 60, { asked: 'all' });
  expect([reached(server), journal.outbox.find(third.id)?.delivery.state]).toEqual([
    ['maria@example.se'],
    'accepted',
  ]);
});

it('does not send a report to another while it is being sent, or may have gone', async () => {
  const outbox = withReport();
  const { journal } = outbox;
  const first = await reportInOutbox(journal, reportTo(outbox, maria), by);
  // It is begun by another process in the last moment.
  const late: Journal = {
    ...journal,
    claim: (entries, meanwhile) => {
      journal.outbox.begin(first.id, after(6));
      return journal.claim(entries, meanwhile);
    },
  };
  expect((await reportInOutbox(late, reportTo(outbox, peter), by)).id).toBe(first.id);
  expect(journal.outbox.items().map(({ delivery }) => delivery.state)).toEqual(['sending']);
  const server = await scriptedServer(certificate, { fault: { step: 'dot', failing: 'cut' } });
  await outbox.deliver(server, 7);
  expect((await reportInOutbox(journal, reportTo(outbox, peter), by)).id).toBe(first.id);
});

it('makes another mail when the sender was wrong', async () => {
  const outbox = withReport();
  const wrong = { ...from, address: 'fel@example.se' };
  const failing = { answer: '553 5.7.1 Inte din adress' };
  const server = await scriptedServer(certificate, { fault: { step: 'mail', failing } });
  await reportInOutbox(outbox.journal, reportTo(outbox, maria, wrong), by);
  await outbox.deliver(server, 5);
  server.script.fault = null;
  await reportInOutbox(outbox.journal, reportTo(outbox, maria), by);
  await outbox.deliver(server, 6);
  expect(server.accepted.map((each) => each.from)).toEqual([from.address]);
  expect(outbox.journal.outbox.items().map(({ delivery }) => delivery.state)).toEqual([
    'withdrawn',
    'accepted',
  ]);
});

it('tells which mail the number of the incident stands for', async () => {
  const outbox = withReport();
  const first = await reportInOutbox(outbox.journal, reportTo(outbox, maria), by);
  const second = await reportInOutbox(outbox.journal, reportTo(outbox, peter), by);
  const stands = (incident: Pick<Incident, 'drafts'>) =>
    [first, second].map(({ id }) => {
      const item = outbox.journal.outbox.find(id);
      return item !== null && answersToNumber(incident, item);
    });
  const { incident } = reportTo(outbox, peter);
  expect(stands(incident)).toEqual([false, true]);
  const [saved] = incident.drafts;
  if (!saved) throw new Error('no report');
  expect(stands({ drafts: [saved, { ...saved, messageId: '<2@example.se>' }] })).toEqual([false, false]);
});
