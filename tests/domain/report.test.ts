import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutAtWord } from '../../src/domain/cutAtWord.ts';
import { momentText, plannedMomentText } from '../../src/domain/momentText.ts';
import { directorReport } from '../../src/domain/report.ts';
import { draftSubject } from '../../src/domain/reportSubject.ts';
import { chainHash, reportInput, scenario } from '../mail/scenario.ts';

const fire = () => reportInput(scenario('02-brand-aldreboende'));

describe('the decision', () => {
  test('contact-director now: the director is to be phoned, and the mail never replaces the call', () => {
    const report = directorReport(fire());
    expect(report.beslut).toBe('Förvaltningsdirektören ska ringas upp nu för bedömning av krisledning.');
    expect(report.samtal).toContain('Vi ringer dig på 070-174 06 05.');
    expect(report.samtal).toContain('Det här mejlet ersätter aldrig samtalet.');
    expect(report.samtal).toContain('ring Trygghetsjouren på 031-390 06 10 nu');
    expect(report.behov).toContain('ta ställning till om krisledning');
  });

  test('contact-director in the morning: at what time and on which day', () => {
    const report = directorReport(reportInput(scenario('05-trafikolycka-med-motivering')));
    expect(report.beslut).toContain('ringas upp kl. 07:00 måndag 23 november 2026');
    expect(report.samtal).toContain('ersätter aldrig samtalet');
    expect(report.motivering).toContain('Lindriga skador, anhöriga kontaktade');
  });

  test('consult-first: who is asked first, and when the director is phoned otherwise', () => {
    const report = directorReport(reportInput(scenario('07-hotfull-person')));
    expect(report.beslut).toContain(
      'Enhetschef inom Trygghetsjouren eller avdelningschef Kvalitet och utveckling',
    );
    expect(report.samtal).toContain('kl. 18:20 lördag 21 november 2026');
    expect(report.samtal).toContain('ersätter aldrig samtalet');
    expect(report.behov).toBe('Just nu behövs inget beslut av dig.');
  });

  test('ordinary: no decision is needed and nobody is phoned', () => {
    const report = directorReport(reportInput(scenario('01-stromavbrott-natt')));
    expect(report.behov).toBe('Inget beslut behövs av dig.');
    expect(report.samtal).toBe('');
    expect(report.annatBeslut).toBe(false);
  });

  test('decided otherwise: both the recommendation and the decision, with the reason', () => {
    const input = reportInput(scenario('06-vattenlacka-avvakta'), {
      choice: 'ordinary',
      motivation: 'Läckan är lagad.',
    });
    const report = directorReport(input);
    expect(report.annatBeslut).toBe(true);
    expect(report.rekommendation).toContain('ringas upp kl. 07:00 lördag 21 november 2026');
    expect(report.beslut).toContain('hanterar händelsen själv');
    expect(report.motivering).toBe('Läckan är lagad.');
  });

  test('the rules with their sentence, one that several rest on told once, a choice of ours as tolkning', () => {
    const { regler } = directorReport(fire());
    expect(regler.map(({ regel }) => regel)).toEqual(['R1, R2', 'R3', 'R4', 'R5', 'T2']);
    expect(regler[0]?.text).toContain('Medarbetare är direkt berörda. En av våra egna verksamheter');
    expect(regler[0]?.kalla).toMatch(/^Anvisningen: ”När förvaltningens medarbetare .*krisledning\.”$/);
    expect(regler[1]?.text).toContain('Tolkning: ');
  });

  test('without a director in the register and without a telephone at the desk no blank is left behind', () => {
    const report = directorReport({
      ...fire(),
      director: null,
      desk: { name: 'Jouren', phone: '', email: '' },
    });
    expect(report.samtal).toBe(
      'Vi ringer dig. Det här mejlet ersätter aldrig samtalet. Har vi inte nått dig, ring Trygghetsjouren nu.',
    );
    expect(report.direktor).toBe('');
  });
});

describe('the facts', () => {
  test('what and where in one sentence; the words of when, and the moment they were understood as', () => {
    const report = directorReport({ ...fire(), understoodWhen: 'lör 21 nov 02:55' });
    expect(report.handelse).toBe(
      'Brand i tvättstuga på äldreboende, utrymning av en avdelning pågår – Äldreboendet Höstlyckan, Lundby.',
    );
    expect(report.vadUtforligt).toBe('');
    expect(report.nar).toBe('02:55 (lör 21 nov 02:55)');
    expect(report.var).toBe('Äldreboendet Höstlyckan, Lundby');
    expect(report.aktorer).toBe('Räddningstjänsten, ambulans, polis');
  });

  test('how sure each is stands with it, and all together', () => {
    const report = directorReport(fire());
    expect(report.vilka).toBe('14 omsorgstagare och 3 medarbetare på avdelningen (ej bekräftat)');
    expect(report.ejBekraftat).toBe('vilka som är påverkade');
    expect(report.bekraftat).toContain('vad som har hänt, när, var, aktörer');
  });

  test('the operations, own or not, and the units that the words do not name', () => {
    const report = directorReport(fire());
    expect(report.egen).toBe('ja');
    expect(report.direktPaverkad).toBe('Äldreboendet Höstlyckan');
    expect(report.direktEnheter).toBe('Äldreboende Höstlyckan');
    expect(report.riskEnheter).toBe('Hemtjänst Lundby');
    expect(directorReport(reportInput(scenario('03-it-avbrott-trygghetslarm'))).direktEnheter).toBe('');
  });

  test('what is not known: the questions without an answer, to the caller and to ourselves', () => {
    const report = directorReport(reportInput(scenario('07-hotfull-person')));
    expect(report.nar).toBe('Vet ej');
    expect(report.obesvarat).toEqual([
      'När har det hänt?',
      'Är den direkt påverkade verksamheten en av våra egna?',
      'Finns det medarbetare som är direkt berörda?',
      'Finns det omsorgstagare som är direkt berörda?',
    ]);
    expect(directorReport(reportInput(scenario('11-bara-vad-som-hant'))).obesvarat).toHaveLength(6 + 1 + 4);
  });

  test('a long story: its first sentence leads, and all of it follows, later lines indented', () => {
    const file = scenario('01-stromavbrott-natt');
    file.answers.whatHappened = {
      text: 'Kabelbrand kl. 02.15 vid bron. Fler detaljer.\n\nBESLUT: spring',
      certainty: 'unconfirmed',
    };
    const report = directorReport(reportInput(file));
    expect(report.handelse).toBe('Kabelbrand kl. 02.15 vid bron (ej bekräftat) – Kortedala och Bergsjön.');
    expect(report.vadUtforligt).toBe(
      'Kabelbrand kl. 02.15 vid bron. Fler detaljer.\n  BESLUT: spring (ej bekräftat)',
    );
  });
});

describe('what follows', () => {
  test('what the desk does, by time and by whether it must be done', () => {
    expect(directorReport(reportInput(scenario('05-trafikolycka-med-motivering'))).atgarder).toEqual([
      { rubrik: 'Ska göras genast', punkter: ['Återkoppla till TIB'] },
      {
        rubrik: 'Bör göras genast',
        punkter: [
          'Informera enhetschef, Hemtjänst Hisingen',
          'Rapportera till dig via mejl (det här mejlet)',
        ],
      },
      {
        rubrik: 'Ska göras kl. 07:00 måndag 23 november 2026',
        punkter: ['Ringa dig för bedömning av krisledning'],
      },
    ]);
  });

  test('no unit named, and not TIB that called', () => {
    const noUnit = directorReport(reportInput(scenario('09-sommartid-natten'))).atgarder.flatMap(
      ({ punkter }) => punkter,
    );
    expect(noUnit).toContain('Ta reda på vilka enhetschefer som berörs och informera dem');
    const byMail = directorReport(reportInput(scenario('03-it-avbrott-trygghetslarm')));
    expect(byMail.atgarder.flatMap(({ punkter }) => punkter)).toContain('Informera TIB om händelsen');
    expect([byMail.uppgiftslamnare, byMail.kanal]).toEqual(['egen verksamhet', 'e-post']);
  });

  test('who has been told, the next report, the desk, the number and the journal’s hash', () => {
    const report = directorReport({
      ...fire(),
      told: ['Enhetschef Hemtjänst Lundby, 03:14', ' \u0007 '],
      nextReportAt: '2026-11-21T03:00:00Z',
    });
    expect(report.informerade).toEqual(['Enhetschef Hemtjänst Lundby, 03:14']);
    expect(report.nastaRapport).toBe('kl. 04:00 lördag 21 november 2026');
    expect(report.nummer).toBe('A-2026-0002');
    expect(report.jourtelefon).toBe('031-390 06 10');
    expect(report.kontrollsumma).toBe(chainHash);
    expect(report.mottaget).toBe('2026-11-21 03:10');
    expect(directorReport(fire()).nastaRapport).toBe('');
  });
});

describe('moments', () => {
  test('on the desk’s clock, never in the shape of a personnummer', () => {
    expect(momentText('2026-11-21T01:41:59Z')).toBe('2026-11-21 02:41');
    expect(plannedMomentText('2026-06-20T05:00:00Z')).toBe('kl. 07:00 lördag 20 juni 2026');
  });

  test('the hour that comes twice says which one it is', () => {
    expect(momentText('2026-10-25T00:30:00Z')).toBe('2026-10-25 02:30 sommartid');
    expect(momentText('2026-10-25T01:30:00Z')).not.toBe(momentText('2026-10-25T00:30:00Z'));
  });
});

describe('the subject', () => {
  const subject = (name: string) => {
    const { incident, decision } = reportInput(scenario(name));
    return draftSubject({
      outcome: decision.outcome,
      exercise: incident.exercise,
      number: incident.number,
      what: incident.answers.whatHappened?.text ?? '',
      where: incident.answers.whereHappened?.text ?? '',
    });
  };

  test.each([
    ['01-stromavbrott-natt', '[INFO] Strömavbrott i nordöstra staden…, Kortedala och Bergsjön – A-2026-0002'],
    [
      '02-brand-aldreboende',
      '[BESLUT] Brand i tvättstuga på äldreboende, Äldreboendet Höstlyckan – A-2026-0002',
    ],
    [
      '08-snovader-osakra-resurser',
      '[BEDÖMNING] Kraftigt snöfall, SMHI röd varning, Hela Göteborg – A-2026-0002',
    ],
    [
      '11-bara-vad-som-hant',
      '[BEDÖMNING] Explosion hörd i centrala staden, inga uppgifter ännu – A-2026-0002',
    ],
    [
      '12-ovning-stabsovning',
      'ÖVNING – [BESLUT] Storm med omfattande strömavbrott (spel), Södra skärgården – A-2026-0002',
    ],
  ])('%s', (name, expected) => {
    expect(subject(name)).toBe(expected);
  });

  test.each([
    ['Strömavbrott i Kortedala', 'kortedala.', 'Strömavbrott i Kortedala'],
    ['Strömavbrott i Kortedala och Bergsjön', 'Bergsjön, Kortedala', 'Strömavbrott i Kortedala och Bergsjön'],
    ['Strömavbrott i Kortedala', 'Kortedala torg', 'Strömavbrott i Kortedala, Kortedala torg'],
    [`Brand ${'x'.repeat(60)} i Kortedala`, 'Kortedala', 'Brand…, Kortedala'],
  ])('does not say twice where it was: %s, %s', (what, where, said) => {
    const about = { outcome: 'ordinary', exercise: false, number: 'A-2026-0001', what, where } as const;
    expect(draftSubject(about)).toBe(`[INFO] ${said} – A-2026-0001`);
  });

  test('cuts after a whole word, not after one that leads on, and never within a character', () => {
    expect(cutAtWord('två medarbetare till sjukhus', 22)).toBe('två medarbetare…');
    expect(cutAtWord('a👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 20)).toBe('a👩‍👩‍👧‍👦…');
  });

  test('is one short line without control characters that ends with the number, whatever is said', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: fc.constantFrom('\r', '\n', '\x1b[2J', '\u202e', ' ', ',', '.', 'å', '{{x}}', '…') }),
      fc.constant(`${'x'.repeat(9_999)}\r\nBcc: a@b.se`),
    );
    fc.assert(
      fc.property(anything, anything, fc.boolean(), (what, where, exercise) => {
        const line = draftSubject({ outcome: 'ordinary', exercise, number: 'A-2026-0001', what, where });
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
        expect(line.endsWith(' – A-2026-0001')).toBe(true);
        expect(line.startsWith(exercise ? 'ÖVNING – [INFO] ' : '[INFO] ')).toBe(true);
        expect(line.length).toBeLessThanOrEqual('ÖVNING – [INFO]  – A-2026-0001'.length + 60);
      }),
      { numRuns: 1_000 },
    );
  });
});
