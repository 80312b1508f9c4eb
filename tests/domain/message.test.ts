import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextReportKey } from '../../src/domain/actionState.ts';
import {
  keptText,
  type MessageInput,
  messageContent,
  nextReportAt,
  promiseIn,
} from '../../src/domain/message.ts';
import {
  addressees,
  choiceFor,
  type MessageChoice,
  messageChoices,
} from '../../src/domain/messageRecipients.ts';
import { type MessageKind, messageKinds } from '../../src/domain/payloads.ts';
import { keptSubject, messageSubject } from '../../src/domain/reportSubject.ts';
import { bergsjon, carriedThrough, decidedFire, kortedala, register } from './nightFire.ts';
import { decided, night, opened, type Story } from './story.ts';

function content(story: Story, kind: MessageKind, about: Partial<MessageInput> = {}) {
  const { incident } = story;
  const choice = messageChoices(incident, register).find((each) => each.kind === kind);
  if (!choice) throw new Error(`no ${kind}`);
  return messageContent({
    incident,
    choice,
    now: night('03:10'),
    desk: { name: 'Trygghetsjouren', phone: '031-390 06 10', email: '' },
    director: null,
    understoodWhen: null,
    nextReportAt: null,
    chainHash: null,
    ...about,
  });
}

describe('the content', () => {
  test('to a unit manager: whether the unit is hit or at risk, and nothing that the desk asks itself', () => {
    const { mottagare, enhet, forEnheten, obesvarat, behov } = content(decidedFire(), 'unit-manager');
    expect([mottagare, enhet, forEnheten]).toEqual([
      'Bo Al',
      kortedala,
      `Din enhet, ${kortedala}, är direkt påverkad.`,
    ]);
    expect(obesvarat).toContain('Var har det hänt?');
    expect(obesvarat).not.toContain('Bör vi informera förvaltningsdirektör?');
    expect(behov).toBe('');
    const [, other] = messageChoices(decidedFire().incident, register);
    expect(content(decidedFire(), 'unit-manager', other && { choice: other }).forEnheten).toBe(
      `Din enhet, ${bergsjon}, kan påverkas.`,
    );
  });

  test('who knows: name, capacity, time, and whether they have acknowledged', () => {
    expect(content(carriedThrough(), 'feedback').informerade).toEqual([
      'Åsa Öhrn, förvaltningsdirektör, 02:56, nådd',
      `Bo Al, enhetschef ${kortedala}, 03:04, har kvitterat`,
      `Cia Holm, enhetschef ${bergsjon}, 03:07, nådd`,
    ]);
  });

  test('done and left, in the order of time, many small ones together, and never this very message', () => {
    const { gjort, kvar } = content(carriedThrough(), 'feedback');
    expect(gjort).toEqual([
      'Ringa förvaltningsdirektören för bedömning av krisledning, 02:56',
      'Få förvaltningsdirektörens beslut om krisledning, 02:58',
      `Informera enhetschef, ${kortedala}, 03:04`,
      `Informera enhetschef, ${bergsjon}, 03:07`,
    ]);
    expect(kvar).toEqual([
      'Rapportera till förvaltningsdirektören via mejl',
      'Kalla samman krisledningsgruppen: 2 av 2 kvar',
      'Gå igenom checklistan Informera: 3 av 3 kvar',
    ]);
    const story = carriedThrough();
    const [point] = story.incident.actions.filter(({ action }) => action.kind === 'checklist-point');
    story.tell('03:09', 'action-done', { action: point?.key ?? '', note: '' });
    story.tell('03:09', 'action-skipped', { action: 'inform-duty-officer', reason: 'TIB vet.' });
    const update = content(story, 'director-update');
    expect(update.gjort).toContain('Gå igenom checklistan Informera: 1 av 3 klara');
    expect(update.kvar).toEqual([
      'Kalla samman krisledningsgruppen: 2 av 2 kvar',
      'Gå igenom checklistan Informera: 2 av 3 kvar',
    ]);
    expect(update.gorsInte).toEqual(['Återkoppla till TIB. Skäl: TIB vet.']);
  });

  test('what is due later says when', () => {
    expect(content(decided('morning'), 'feedback').kvar).toContain(
      'Ringa förvaltningsdirektören för bedömning av krisledning, kl. 07:00 lördag 21 november 2026',
    );
  });

  test('the director’s decision with its reason; until then what waits for the director', () => {
    const before = content(decidedFire(), 'director-update');
    expect([before.krisledning, before.krisledningSkal]).toEqual(['', '']);
    expect(before.behov).toContain('ta ställning till om krisledning');
    const after = content(carriedThrough(), 'director-update');
    expect(after.krisledning).toBe(
      'Krisledning är aktiverad. Beslut av Åsa Öhrn kl. 02:58 lördag 21 november 2026.',
    );
    expect(after.krisledningSkal).toBe('Två avdelningar utryms.');
    expect(after.konsekvenser).toBe('Hemgångar från sjukhus skjuts upp.');
    expect(after.behov).toBe('');
  });

  test('what happened, in the order of time, up to the closing', () => {
    const story = carriedThrough();
    story.tell('03:20', 'action-done', { action: 'mail-director', note: '' });
    story.tell('03:30', 'incident-closed', { open: [], reason: 'Branden är släckt.' });
    expect(content(story, 'director-final').handelseforlopp).toEqual([
      '2026-11-21 02:41 Uppgifter från TIB (telefon)',
      '2026-11-21 02:50 Operatörens beslut: Förvaltningsdirektören ska ringas upp nu för bedömning av krisledning.',
      '2026-11-21 02:56 Åsa Öhrn, förvaltningsdirektör: nådd',
      '2026-11-21 02:58 Beslut om krisledning: ja (Åsa Öhrn)',
      `2026-11-21 03:04 Bo Al, enhetschef ${kortedala}: nådd`,
      `2026-11-21 03:05 Bo Al, enhetschef ${kortedala}: har kvitterat`,
      `2026-11-21 03:07 Cia Holm, enhetschef ${bergsjon}: nådd`,
      '2026-11-21 03:20 Klart: Rapportera till dig via mejl',
      '2026-11-21 03:30 Händelsen avslutad: Branden är släckt.',
    ]);
  });

  test('before there is a decision there is something to say as well', () => {
    expect(content(opened(), 'feedback')).toMatchObject({
      beslut: '',
      gjort: [],
      kvar: [],
      handelse: 'Brand.',
    });
  });
});

describe('which messages there are, and for whom', () => {
  const told = ({ kind, action, unit, recipients }: MessageChoice) =>
    `${kind} ${action} ${unit} ${recipients.map(({ name }) => name).join('+')}`;

  test('one a unit, to the first with an address; TIB; the director; the crisis group once it is called', () => {
    expect(messageChoices(decidedFire().incident, register).map(told)).toEqual([
      `unit-manager inform-unit-manager:${kortedala} ${kortedala} Bo Al`,
      `unit-manager inform-unit-manager:${bergsjon} ${bergsjon} Cia Holm`,
      'feedback inform-duty-officer null TIB',
      'director-update mail-director null Åsa Öhrn',
      'director-final mail-director null Åsa Öhrn',
    ]);
    expect(messageChoices(carriedThrough().incident, register).map(told)).toContain(
      'crisis-group null null Åsa Öhrn+Dan Berg',
    );
  });

  test('an action’s own: one member of the group, and the final report when only the reporting is left', () => {
    const story = carriedThrough();
    const of = (key: string) => choiceFor(key, story.incident, register);
    const together = story.incident.actions.filter(({ action }) => action.kind === 'call-together');
    expect(together.map(({ key }) => of(key)?.recipients.map(({ name }) => name))).toEqual([
      ['Åsa Öhrn'],
      ['Dan Berg'],
    ]);
    expect(of('call-director')).toBeNull();
    expect(of(`inform-unit-manager:${bergsjon}`)?.unit).toBe(bergsjon);
    expect(of('mail-director')?.kind).toBe('director-update');
    for (const { key, status } of story.incident.actions) {
      if (status === 'open' && key !== 'mail-director')
        story.tell('03:20', 'action-done', { action: key, note: '' });
    }
    expect(of('mail-director')?.kind).toBe('director-final');
    story.tell('03:21', 'draft-saved', {
      file: '',
      subject: '',
      messageId: '',
      to: null,
      body: '',
      nextReportAt: night('04:00'),
    });
    expect(of(nextReportKey)).toMatchObject({ kind: 'director-final', action: nextReportKey });
  });

  test('in an exercise nobody of the register is ever addressed, whatever stands there', () => {
    const recipient = fc.record({ name: fc.string(), unit: fc.string(), email: fc.emailAddress() });
    fc.assert(
      fc.property(
        fc.array(recipient),
        fc.option(fc.constant('ovning@goteborg.example')),
        (recipients, address) => {
          expect(addressees(recipients, { exercise: true }, address)).toEqual(
            address === null ? [] : [{ name: '', address }],
          );
        },
      ),
    );
  });

  test('otherwise each address once, and none that is no address', () => {
    const to = (email: string) => ({ name: 'A', unit: '', email });
    expect(
      addressees([to('a@b.se'), to('inte'), to('a@b.se'), to('')], { exercise: false }, 'o@b.se'),
    ).toEqual([{ name: 'A', address: 'a@b.se' }]);
  });
});

describe('what an edited message may never lack', () => {
  const about = { exercise: true, number: 'A-2026-0001' };

  test('the subject: by kind, with the number, and ÖVNING before everything', () => {
    for (const kind of messageKinds) {
      const line = messageSubject({ ...about, kind, what: 'Brand', where: 'Lundby' });
      expect(line).toMatch(/^ÖVNING – \[\p{Lu}+\] Brand, Lundby – A-2026-0001$/u);
      expect(keptSubject(line, about)).toBe(line);
    }
    expect(keptSubject('Nytt\nämne', about)).toBe('ÖVNING – Nytt ämne – A-2026-0001');
    expect(keptSubject('', about)).toBe('ÖVNING – A-2026-0001');
    expect(keptSubject('[INFO] Brand A-2026-0001', { ...about, exercise: false })).toBe(
      '[INFO] Brand A-2026-0001',
    );
  });

  test('the text: the number', () => {
    expect(keptText('Hej\n', about.number)).toBe('Hej\n\nA-2026-0001');
    expect(keptText('Om A-2026-0001.', about.number)).toBe('Om A-2026-0001.');
    expect(keptText(' ', about.number)).toBe('A-2026-0001');
  });
});

test('another report is promised unless it is ordinary, and only as far as the text says so', () => {
  expect(nextReportAt('ordinary', night('03:00'), 60)).toBeNull();
  expect(nextReportAt(undefined, night('03:00'), 60)).toBeNull();
  expect(nextReportAt('consult-first', night('03:00'), 90)).toBe(night('04:30'));
  expect(promiseIn('Nästa: kl. 04:30 lördag 21 november 2026.', night('04:30'))).toBe(night('04:30'));
  expect(promiseIn('Nästa: kl. 05:00 lördag 21 november 2026.', night('04:30'))).toBeNull();
});
