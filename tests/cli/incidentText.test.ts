/** What `tjour händelse NUMMER` says as text of how a decision has been carried out. */
import { expect, test } from 'vitest';
import { incidentLines } from '../../src/cli/incidentText.ts';
import { actionText } from '../../src/texts/actions.ts';
import { bergsjon, carriedThrough, decidedFire, kortedala, register } from '../domain/nightFire.ts';
import { decidedThrice, night, opened, person, reviewedThrice, type Story } from '../domain/story.ts';

/** What stands between the decision and the answers. */
function carriedOut({ incident, entries }: Story, time = '03:10'): string {
  const lines = incidentLines(incident, entries, register, night(time));
  const from = lines.findIndex((line) => line.startsWith('  jl ')) + 2;
  return `\n${lines.slice(from, lines.indexOf('Svar:') - 1).join('\n')}\n`;
}

test('nothing has been done yet: what hangs on it first, each with whom to reach', () => {
  expect(carriedOut(decidedFire())).toMatchInlineSnapshot(`
    "
    Rapporten till direktören är inte gjord.

    Att göra:
      nu, sedan 02:41  RING förvaltningsdirektören: Åsa Öhrn 070-174 06 05
      nu, sedan 02:41  Informera enhetschef Hemtjänst Kortedala: Anna Ek 031-390 06 20
      nu, sedan 02:41  Informera enhetschef Hemtjänst Bergsjön: Cia Holm 031-390 06 22
      nu, sedan 02:41  Återkoppla till TIB 031-390 06 30
      nu, sedan 02:41  Skicka rapporten till förvaltningsdirektören: Åsa Öhrn asa.ohrn@goteborg.example
    "
  `);
});

test('a night that has been carried through', () => {
  const story = carriedThrough();
  const key = (words: string) =>
    story.incident.actions.find(({ action }) => actionText(action).includes(words))?.key ?? '';
  const next = { kind: 'follow-up', what: 'next-report', text: '', due: night('04:00') } as const;
  story.tell('03:09', 'actions-added', { actions: [next] });
  story.tell('03:09', 'action-skipped', { action: 'mail-director', reason: 'Är på plats' });
  story.tell('03:09', 'action-done', { action: key('IT-kontoret'), note: 'Lisa tog emot' });
  story.attempt('03:09', key('Dan Berg'), 'no-answer', person('Dan Berg', '070-174 06 06'), '03:30');
  expect(carriedOut(story)).toMatchInlineSnapshot(`
    "
    Rapporten till direktören är inte gjord.

    Krisledning: ja, beslut av Åsa Öhrn 02:58
      Skäl: Två avdelningar utryms.
    Konsekvenser för andra: Hemgångar från sjukhus skjuts upp.

    Att göra:
      nu, sedan 02:59  Kalla samman krisledningsgruppen: Åsa Öhrn 070-174 06 05
      nu, sedan 02:41  Återkoppla till TIB 031-390 06 30
      03:30  Kalla samman krisledningsgruppen: Dan Berg 070-174 06 06
        Försökt: Dan Berg 070-174 06 06 ej svar 03:09
      utan tid  Informera: Region
      utan tid  Informera: Vårdgrannar

    Utlovat och bevakat:
      04:00  Nästa rapport till direktören

    Gjort:
      02:56  jl  RING förvaltningsdirektören: nådd Åsa Öhrn 070-174 06 05
      02:58  jl  Fråga direktören: ska krisledning aktiveras?
      03:04  jl  Informera enhetschef Hemtjänst Kortedala: nådd Bo Al 031-390 06 21, kvitterat av Bo Al 03:05
      03:07  jl  Informera enhetschef Hemtjänst Bergsjön: nådd Cia Holm 031-390 06 22
      03:09  jl  Informera: IT-kontoret. Lisa tog emot

    Görs inte:
      03:09  jl  Skicka rapporten till förvaltningsdirektören. Skäl: Är på plats
    "
  `);
});

test('when it is closed, what was never done, and why', () => {
  const story = decidedFire();
  story.tell('03:00', 'action-done', { action: 'call-director', note: '' });
  story.tell('03:05', 'incident-closed', { open: [`inform-unit-manager:${bergsjon}`], reason: 'Falsklarm' });
  expect(carriedOut(story)).toContain('03:05  jl  Händelsen avslutad med en öppen åtgärd: Falsklarm\n');
  expect(carriedOut(story)).toContain('Inte gjort när händelsen avslutades:\n');
  expect(carriedOut(story)).not.toContain('Att göra');
});

test('an exercise says so above what is to be done, and names no address to mail', () => {
  const text = carriedOut(decidedFire({ exercise: true }));
  expect(text).toContain('ÖVNING, kontakta ingen på riktigt – Att göra:');
  expect(text).toContain('Skicka rapporten till förvaltningsdirektören\n');
  expect(text).toContain(`Informera enhetschef ${kortedala}: Anna Ek 031-390 06 20`);
});

test('the decisions that were replaced with what they rested on, and every review', () => {
  const text = ({ incident, entries }: Story) =>
    incidentLines(incident, entries, register, night('10:00')).join('\n');
  expect(text(decidedThrice())).toContain(`
Tidigare beslut, nr 4, 2026-11-21 02:50 av jl: Ordinarie: informera berörda enhetschefer. Direktören får mejl.
Tidigare rekommendation, nr 3, 2026-11-21 02:49 av jl: Ordinarie: informera berörda enhetschefer. Direktören får mejl.
  R9  Regeln som den löd
      ”Källan som den löd”
`);
  expect(text(reviewedThrice())).toContain(`
Granskning: granskad 2026-11-21 09:00 av jl
  Kommentar: Ändå sent.

Granskning: granskad 2026-11-21 07:00 av jl
  Kommentar: Bra.
  Lärdom: Ring tidigare.
`);
});

test('before there is a decision there is nothing to carry out', () => {
  const { incident, entries } = opened();
  const text = incidentLines(incident, entries, register, night('03:10')).join('\n');
  expect(text).toContain('Beslut: inget ännu');
  expect(text).not.toContain('göra');
});
