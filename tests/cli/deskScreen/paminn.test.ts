/** `tjour påminn`, as a timer runs it. */
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { NewEntry } from '../../../src/domain/entry.ts';
import { deskStream } from '../../../src/domain/payloads.ts';
import { newId } from '../../../src/journal/id.ts';
import { openJournal } from '../../../src/journal/journal.ts';
import { type Desk, importContacts, newDesk, type Result, run } from '../../pty/desk.ts';
import { contents, record } from '../support.ts';

const begun = Temporal.Now.zonedDateTimeISO('Europe/Stockholm');

function minutesAgo(minutes: number): string {
  return begun.subtract({ minutes }).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** An incident that is ordinary, so that two things are to be done at once; nobody has done them. */
function incident(about: { readonly minutes: number; readonly exercise?: boolean }) {
  return {
    receivedAt: minutesAgo(about.minutes),
    exercise: about.exercise ?? false,
    answers: {
      whatHappened: 'Vattenläcka',
      operationDirectlyAffected: { text: 'Ingen', own: 'no' },
      operationsAtRisk: { text: 'Hemtjänst', units: ['Hemtjänst Kortedala'] },
    },
    assessment: {
      manageableWithExistingResources: 'yes',
      informDirector: 'no',
      staffDirectlyAffected: 'no',
      careRecipientsDirectlyAffected: 'no',
    },
  };
}

const year = minutesAgo(125).slice(0, 4);
const overdue = incident({ minutes: 125 });
const exercise = incident({ minutes: 125, exercise: true });

async function set(desk: Desk, key: string, value: string): Promise<void> {
  expect(await run(desk, ['inställningar', key, value])).toMatchObject({ code: 0 });
}

const linesOf = ({ stdout }: Result) => stdout.split('\n').filter((line) => line !== '');

/** What `use` gives for the desk's journal. */
function inJournal<T>(desk: Desk, use: (journal: ReturnType<typeof openJournal>) => T): T {
  const journal = openJournal(desk.data, { now: () => new Date().toISOString() });
  try {
    return use(journal);
  } finally {
    journal.close();
  }
}

/** The mails in the outbox as a reader gets them. */
async function outbox(desk: Desk) {
  const queued = inJournal(desk, ({ outbox }) =>
    outbox.items(['queued']).map((item) => ({ ...item, bytes: outbox.bytesOf(item.id) ?? '' })),
  );
  return Promise.all(
    queued.map(async ({ recipients, bytes }) => {
      const { subject = '', text = '', from } = await PostalMime.parse(bytes);
      return { to: recipients.join(), from: from?.address, subject, text };
    }),
  );
}

describe('påminn', () => {
  test('says that nothing has fallen due, before there is anything and when it is not time yet', async () => {
    const desk = newDesk();
    for (const name of ['påminn', 'paminn', 'pa\u030aminn'])
      expect(await run(desk, [name])).toEqual({ code: 0, stdout: 'Inget har förfallit.\n', stderr: '' });
    expect((await run(desk, ['påminn', '--mejl'])).code).toBe(0);
    expect(contents(desk.data)).toBeNull();
    await record(desk, [incident({ minutes: 0 })]);
    expect(await run(desk, ['påminn'])).toEqual({ code: 0, stdout: 'Inget har förfallit.\n', stderr: '' });
  });

  test('lists what has fallen due with whom to reach, and ends with 3; looking changes nothing', async () => {
    const desk = newDesk();
    await importContacts(
      desk,
      'roll;namn;enhet;telefon;e-post\nenhetschef;Anna Ek;Hemtjänst Kortedala;031-390 06 20;\ntib;TIB;;031-390 06 12;\n',
    );
    await record(desk, [overdue, exercise]);
    const before = contents(desk.data);
    const shown = await run(desk, ['påminn']);
    expect([shown.code, shown.stderr]).toEqual([3, '']);
    expect(linesOf(shown)).toHaveLength(6);
    expect(shown.stdout).toMatch(
      RegExp(`^försenad 2 h 0\\d min {2}A-${year}-0001 {2}.*Anna Ek 031-390 06 20$`, 'm'),
    );
    expect(linesOf(shown).filter((line) => line.includes(`A-${year}-0002  ÖVNING – `))).toHaveLength(3);
    // The clock goes on between the two.
    const unhurried = (lines: readonly string[]) => lines.map((line) => line.replace(/\d+ min/, ''));
    expect(unhurried(linesOf(await run(desk, ['påminn', '--övning'])))).toEqual(
      unhurried(linesOf(shown).filter((line) => line.includes('ÖVNING'))),
    );
    expect(contents(desk.data)).toEqual(before);
  });

  test('--json gives a line for each, also together with --mejl', async () => {
    const desk = newDesk();
    await record(desk, [overdue]);
    await set(desk, 'jourens-e-post', 'jour@goteborg.example');
    const { code, stdout, stderr } = await run(desk, ['påminn', '--json', '--mejl']);
    expect([code, stderr]).toEqual([3, expect.stringContaining('utkorgen')]);
    const found = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    expect(found.map(({ action }) => action).sort()).toEqual([
      'inform-duty-officer',
      'inform-unit-manager:Hemtjänst Kortedala',
      'mail-director',
    ]);
    expect(found[0]).toMatchObject({
      number: `A-${year}-0001`,
      due: overdue.receivedAt,
      exercise: false,
      text: expect.stringMatching(/\p{L}/u),
    });
  });

  test('tells of telephones to be tested and of a handover that nobody has acknowledged', async () => {
    const desk = newDesk();
    await run(desk, ['överlämning', '--signera', '--operatör', 'jl']);
    const shown = await run(desk, ['påminn']);
    // A telephone that has never been tested is the business of `kontroll`.
    expect([shown.code, linesOf(shown)]).toEqual([
      0,
      ['Inget har förfallit.', expect.stringMatching(/^Överlämningen från jl .* är inte kvitterad$/)],
    ]);
    const tested = (
      phone: 'primary' | 'backup',
      result: 'works' | 'fault',
      minutes: number,
    ): NewEntry<'phone-tested'> => ({
      id: newId(),
      incident: deskStream,
      operator: 'jl',
      receivedAt: minutesAgo(minutes),
      occurredAt: null,
      type: 'phone-tested',
      corrects: null,
      payload: { phone, result, note: '', exercise: false },
    });
    inJournal(desk, (journal) =>
      journal.append([tested('primary', 'works', 8 * 24 * 60), tested('backup', 'fault', 60)]),
    );
    const later = await run(desk, ['påminn']);
    expect([later.code, later.stdout]).toEqual([
      3,
      expect.stringMatching(
        /^TIB-telefonen ska testas, senast .*\nbackuptelefonen fungerade inte vid testet /m,
      ),
    ]);
  });
});

describe('påminn --mejl', () => {
  test('puts one mail about it in the outbox, and another only about what has fallen due since', async () => {
    const desk = newDesk();
    await set(desk, 'jourens-e-post', 'jour@goteborg.example');
    await record(desk, [overdue]);
    // Two timers at the same time.
    const both = await Promise.all([1, 2].map(() => run(desk, ['påminn', '--mejl', '--operatör', 'timer'])));
    expect(both.map(({ code, stderr }) => [code, stderr])).toEqual([
      [3, ''],
      [3, ''],
    ]);
    const again = await run(desk, ['påminn', '--mejl']);
    expect([again.code, again.stdout]).toEqual([3, expect.stringContaining('redan fått mejl')]);
    const [mail, ...more] = await outbox(desk);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      to: 'jour@goteborg.example',
      from: 'jour@goteborg.example',
      subject: '[PÅMINNELSE] 3 bevakningar har förfallit',
    });
    expect(mail?.text.match(RegExp(`A-${year}-0001`, 'g'))).toHaveLength(3);
    expect(mail?.text).not.toContain('ÖVNING');
    const reminders = inJournal(desk, (journal) =>
      journal.entriesOf(journal.findIncident(`A-${year}-0001`)?.id ?? ''),
    ).filter(({ type }) => type === 'reminder-given');
    expect(reminders.map(({ operator, payload }) => [operator, payload])).toEqual(
      Array(3).fill(['timer', expect.objectContaining({ by: 'mail' })]),
    );

    await record(desk, [incident({ minutes: 124 })]);
    await run(desk, ['påminn', '--mejl']);
    const [, second, ...none] = await outbox(desk);
    expect(none).toEqual([]);
    expect(second?.text).toContain(`A-${year}-0002`);
    expect(second?.text).not.toContain(`A-${year}-0001`);
  });

  test('of an exercise goes to the exercise address and nobody else, in a mail of its own', async () => {
    const desk = newDesk();
    await set(desk, 'jourens-e-post', 'jour@goteborg.example');
    await set(desk, 'övningsadress', 'ovning@goteborg.example');
    await record(desk, [overdue, exercise]);
    expect((await run(desk, ['påminn', '--mejl'])).code).toBe(3);
    const [real, practised, ...more] = await outbox(desk);
    expect(more).toEqual([]);
    expect([real?.to, practised?.to]).toEqual(['jour@goteborg.example', 'ovning@goteborg.example']);
    expect([real?.subject, practised?.subject]).toEqual([
      '[PÅMINNELSE] 3 bevakningar har förfallit',
      'ÖVNING – [PÅMINNELSE] 3 bevakningar har förfallit',
    ]);
    expect([real?.text.includes('-0002'), practised?.text.includes('-0001')]).toEqual([false, false]);
    expect(practised?.text.trim()).toMatch(/^ÖVNING[\s\S]*ÖVNING/);
  });

  test('without an address says which setting to give, and mails when it has been given', async () => {
    const desk = newDesk();
    await set(desk, 'övningsadress', 'ovning@goteborg.example');
    await record(desk, [overdue]);
    const refused = await run(desk, ['påminn', '--mejl']);
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringMatching(/har ingen adress.*tjour inställningar jourens-e-post ADRESS\n$/),
    ]);
    // What has fallen due is told all the same.
    expect(linesOf(refused)).toHaveLength(3);
    expect(await outbox(desk)).toEqual([]);
    await set(desk, 'jourens-e-post', 'jour@goteborg.example');
    expect((await run(desk, ['påminn', '--mejl'])).code).toBe(3);
    expect(await outbox(desk)).toHaveLength(1);
  });

  test('of an exercise does not wait for the address of the real desk', async () => {
    const desk = newDesk();
    await set(desk, 'övningsadress', 'ovning@goteborg.example');
    await record(desk, [overdue, exercise]);
    const { code, stderr } = await run(desk, ['påminn', '--mejl']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('inställningar jourens-e-post ADRESS')]);
    expect((await outbox(desk)).map(({ to }) => to)).toEqual(['ovning@goteborg.example']);
  });

  test('tells of each thing once, also when two timers start together and one of them knows of more', async () => {
    const desk = newDesk();
    await set(desk, 'jourens-e-post', 'jour@goteborg.example');
    await record(desk, [overdue]);
    const first = run(desk, ['påminn', '--mejl']);
    const more = record(desk, [incident({ minutes: 124 })]).then(() => run(desk, ['påminn', '--mejl']));
    for (const { code, stderr } of await Promise.all([first, more])) expect([code, stderr]).toEqual([3, '']);
    const said = (await outbox(desk)).map(({ text }) => text).join('\n');
    for (const number of ['0001', '0002'])
      expect(said.match(RegExp(`A-${year}-${number}`, 'g'))).toHaveLength(3);
  });

  test('of an exercise without an exercise address is not sent to the desk instead', async () => {
    const desk = newDesk();
    await set(desk, 'jourens-e-post', 'jour@goteborg.example');
    await record(desk, [overdue, exercise]);
    const { code, stderr } = await run(desk, ['påminn', '--mejl']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('inställningar övningsadress ADRESS')]);
    expect((await outbox(desk)).map(({ to, text }) => [to, text.includes('-0002')])).toEqual([
      ['jour@goteborg.example', false],
    ]);
  });
});
