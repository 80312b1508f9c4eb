import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, test } from 'vitest';
import { isMailAddress } from '../../src/domain/reach.ts';
import { directorReport } from '../../src/domain/report.ts';
import { reportFields } from '../../src/domain/reportFields.ts';
import { mailBody, renderReport } from '../../src/mail/body.ts';
import { composeDraft, composeMail, type Draft, draftFileName, messageIdFor } from '../../src/mail/draft.ts';
import { loadTemplate } from './loadTemplate.ts';
import { chainHash, desk, director, reportInput, scenario } from './scenario.ts';

let template: string;
beforeAll(async () => {
  template = await loadTemplate(
    new URL('../../templates/rapport-direktor.txt', import.meta.url).pathname,
    reportFields,
  );
});

const bodyFrom = (source: string, fields: ReturnType<typeof directorReport>) =>
  mailBody(renderReport(source, fields), fields.ovning);
const bodyOf = (name: string) => bodyFrom(template, directorReport(reportInput(scenario(name))));

const draft: Draft = {
  from: { name: desk.name, address: desk.email },
  to: [{ name: director.name, address: director.email }],
  subject: '[BESLUT] Brand i tvättstuga på äldreboende, Höstlyckan – A-2026-0002',
  text: 'Förvaltningsdirektören ska ringas upp nu.\n',
  messageId: '<019a@goteborg.example>',
  date: '2026-11-21T03:12:00+01:00',
};

/** What holds for every draft, byte by byte. */
function expectWellFormed(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString('latin1');
  expect(raw).not.toMatch(/[^\x20-\x7e\r\n\t]/);
  expect(raw).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
  for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  expect(
    raw
      .slice(raw.indexOf('\r\n\r\n'))
      .split('\r\n')
      .every((line) => line.length <= 76),
  ).toBe(true);
  return raw;
}

describe('the body', () => {
  test('leads with what happened and what is asked of the director, then the decision and the call', () => {
    const [happened = '', decision = ''] = bodyOf('02-brand-aldreboende').split('\n\n');
    expect(decision).toMatch(/^Förvaltningsdirektören ska ringas upp nu för bedömning av krisledning\.\n/);
    expect(decision).toContain('ersätter aldrig samtalet');
    expect(happened).toMatch(/^Brand i tvättstuga/);
    expect(happened).toMatch(/ta ställning till om krisledning ska aktiveras\.$/);
  });

  test('has every part that the Anvisning and the desk ask for', () => {
    const body = bodyFrom(
      template,
      directorReport({
        ...reportInput(scenario('02-brand-aldreboende')),
        understoodWhen: 'lör 21 nov 02:55',
        told: ['Enhetschef Hemtjänst Lundby'],
        nextReportAt: '2026-11-21T04:00:00+01:00',
      }),
    ).replace(/\n */g, ' ');
    for (const part of [
      'När: 02:55 (lör 21 nov 02:55)',
      'Var: Äldreboendet Höstlyckan, Lundby',
      'Påverkade: 14 omsorgstagare och 3 medarbetare på avdelningen (ej bekräftat)',
      'Aktörer: Räddningstjänsten, ambulans, polis',
      'Direkt påverkad verksamhet: Äldreboendet Höstlyckan',
      'Vår egen verksamhet: ja',
      'Enheter som kan påverkas: Hemtjänst Lundby',
      'Ej bekräftat: vilka som är påverkade.',
      'Ska göras genast: - Ringa dig för bedömning av krisledning',
      'INFORMERADE - Enhetschef Hemtjänst Lundby',
      'NÄSTA RAPPORT kl. 04:00 lördag 21 november 2026.',
      'Beslutet följer rekommendationen: Förvaltningsdirektören ska ringas upp nu',
      'R1, R2: Medarbetare är direkt berörda.',
      'Telefon: 031-390 06 10',
      'Händelse A-2026-0002.',
      `Loggens kontrollsumma: ${chainHash}`,
    ]) {
      expect(body).toContain(part);
    }
    expect(body).not.toContain('ÖVNING');
  });

  test('of a decision against the recommendation has both, and the reason', () => {
    const input = reportInput(scenario('06-vattenlacka-avvakta'), {
      choice: 'ordinary',
      motivation: 'Lagat.',
    });
    const body = bodyFrom(template, directorReport(input)).replace(/\n */g, ' ');
    expect(body).toMatch(
      /\. Inget beslut behövs av dig\.\s+Operatören har beslutat annat än rekommendationen/,
    );
    expect(body).toContain('(se VARFÖR): Trygghetsjouren hanterar händelsen själv');
    expect(body).toContain('Rekommendation: Förvaltningsdirektören ska ringas upp kl. 07:00');
    expect(body).toContain('Beslut: Trygghetsjouren hanterar händelsen själv');
    expect(body).toContain('Motivering: Lagat.');
  });

  test('of an exercise has ÖVNING first and last, even with a template that knows nothing of it', () => {
    const fields = directorReport(reportInput(scenario('12-ovning-stabsovning')));
    for (const source of [template, '{{nummer}} {{beslut}} {{samtal}}']) {
      const lines = bodyFrom(source, fields).trimEnd().split('\n');
      expect(lines.at(0)).toMatch(/^ÖVNING/);
      expect(lines.at(-1)).toMatch(/^ÖVNING/);
    }
  });

  test.each(['01-stromavbrott-natt', '02-brand-aldreboende', '05-trafikolycka-med-motivering'])(
    'of %s has short lines, no run of blank ones, and no broken telephone number',
    (name) => {
      const body = bodyOf(name);
      expect(body).not.toMatch(/\n{3}|^\n|[^\S\n]\n|\n\n$/);
      for (const line of body.split('\n')) expect(line.length).toBeLessThanOrEqual(72);
      expect(body).toContain('031-390 06 10');
    },
  );

  test('has no control character, since it goes to the screen and the clipboard as well', () => {
    expect(mailBody('Br\x1b[31mand\u202e\r\n\0i hus\t!', false)).toBe('Brand\ni hus !\n');
  });

  test('wraps between words, under the words of a point, and loses nothing', () => {
    const words = Array.from({ length: 60 }, (_, n) => `ord${n}a`).join(' ');
    const wrapped = mailBody(`- ${words}\n  ${words}\n${'x'.repeat(100)} slut`, false);
    expect(
      wrapped
        .split('\n')
        .slice(0, -1)
        .every((line) => /^(- | {2}|x|slut)/.test(line)),
    ).toBe(true);
    expect(wrapped.replace(/\s+/g, ' ').trim()).toBe(`- ${words} ${words} ${'x'.repeat(100)} slut`);
  });
});

describe('the draft', () => {
  test('is read by a mail program as it was written', async () => {
    const text = bodyOf('02-brand-aldreboende');
    const bytes = await composeDraft({ ...draft, text });
    const raw = expectWellFormed(bytes);
    const mail = await PostalMime.parse(bytes);
    expect(mail.subject).toBe(draft.subject);
    expect(mail.from).toMatchObject({ name: desk.name, address: desk.email });
    expect(mail.to).toMatchObject([{ name: director.name, address: director.email }]);
    expect(mail.text?.replaceAll('\r\n', '\n').trimEnd()).toBe(text.trimEnd());
    expect(mail.html).toBeUndefined();
    expect(mail.attachments).toEqual([]);
    expect(mail.messageId).toBe(draft.messageId);
    expect(new Date(mail.date ?? '').toISOString()).toBe('2026-11-21T02:12:00.000Z');
    const headers = raw.slice(0, raw.indexOf('\r\n\r\n'));
    expect(headers).toMatch(/^X-Unsent: 1\r$/m);
    expect(headers).toMatch(/^Content-Language: sv\r$/m);
    expect(headers).toMatch(/^Content-Type: text\/plain; charset=utf-8\r?$/m);
    expect(headers).toMatch(/^Content-Transfer-Encoding: quoted-printable\r?$/m);
  });

  test('is readable in the raw also when it is short and half of it is å, ä and ö', async () => {
    expect(expectWellFormed(await composeDraft({ ...draft, text: 'Åäö\n' }))).toContain('=C3=85=C3=A4=C3=B6');
  });

  test('asks to be edited, which a mail that the program sends does not', async () => {
    const lines = async (bytes: Promise<Uint8Array>) => expectWellFormed(await bytes).split('\r\n');
    const unsent = (await lines(composeDraft(draft))).filter((line) => line !== 'X-Unsent: 1');
    expect(await lines(composeMail(draft))).toEqual(unsent);
    expect(unsent).not.toEqual(await lines(composeDraft(draft)));
  });

  test('is the same bytes every time', async () => {
    expect(await composeDraft(draft)).toEqual(await composeDraft(draft));
  });

  test('has no sender and no recipient when they are not known or no addresses', async () => {
    for (const to of [
      null,
      { name: 'Åsa', address: 'inte en adress' },
      { name: '', address: 'a@b.se,c@d.se' },
    ]) {
      const raw = expectWellFormed(await composeDraft({ ...draft, from: null, to: to ? [to] : [] }));
      expect(raw).not.toMatch(/^(From|To|Cc|Bcc):/im);
    }
  });

  test('a domain with å, ä or ö goes out as punycode', async () => {
    const raw = expectWellFormed(
      await composeDraft({ ...draft, to: [{ name: 'Åsa', address: 'asa@förvaltning.example' }] }),
    );
    expect(raw).toMatch(/^To: .*asa@xn--/m);
  });

  test.each([
    '[BESLUT] =?utf-8?Q?=0D=0ABcc:_x=40y.se?= =?utf-8?B?4oCu?= A-2026-0001',
    `[BESLUT] ${'x'.repeat(1_100)} A-2026-0001`,
  ])('has the subject that was written, also where it looks encoded or has no end: %s', async (subject) => {
    const bytes = await composeDraft({ ...draft, subject });
    expect(
      Math.max(
        ...expectWellFormed(bytes)
          .split('\r\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(78);
    expect((await PostalMime.parse(bytes)).subject).toBe(subject);
  });

  test('shows nobody a name or an address other than its own', async () => {
    const to = [
      { name: '=?utf-8?B?4oCu?=', address: director.email },
      { name: '', address: '=?utf-8?Q?chef=40y.se=2C?=@b.se' },
    ];
    const mail = await PostalMime.parse(await composeDraft({ ...draft, to }));
    expect(mail.to).toEqual([{ name: '= ?utf-8?B?4oCu?=', address: director.email }]);
  });

  test('has parts that can be told apart whatever the desk’s domain (RFC 2046, section 5.1.1)', async () => {
    const messageId = messageIdFor('019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b', `jour@${'lang.'.repeat(40)}se`);
    const raw = expectWellFormed(await composeMail({ ...draft, html: '<p>Hej</p>', messageId }));
    expect(/boundary="([^"]+)"/.exec(raw)?.[1]?.length).toBeLessThanOrEqual(70);
  });

  test('is named by the number; an exercise says so', () => {
    expect(draftFileName('A-2026-0001', 1, false)).toBe('A-2026-0001-1.eml');
    expect(draftFileName('A-2026-0012', 2, true)).toBe('OVNING-A-2026-0012-2.eml');
  });

  test('has a Message-ID of its entry and the desk’s domain', () => {
    expect(messageIdFor('019a-b', desk.email)).toBe('<019a-b@goteborg.example>');
    expect(messageIdFor('019a\r\nBcc: x', null)).toBe('<019aBccx@tjour.invalid>');
    expect(messageIdFor('019a', 'jour@förvaltning.example')).toBe('<019a@tjour.invalid>');
  });
});

describe('an address', () => {
  test.each(['a@b.se', "o'hara+x@sub.domän.se", 'fornamn.efternamn@goteborg.example'])(
    '%s is one',
    (text) => {
      expect(isMailAddress(text)).toBe(true);
    },
  );

  test.each([
    '',
    'a',
    '@b.se',
    'a@',
    'a@b..se',
    'a..b@c.se',
    '.a@b.se',
    'å@b.se',
    'a@b.se,c@d.se',
    'a@b.se; c@d.se',
    'A <a@b.se>',
    'a b@c.se',
    'a@b.se\r\nBcc: c@d.se',
    'a\u0000@b.se',
    'a@b.se\u202e',
    '"a"@b.se',
    'a@-b.se',
    `${'a'.repeat(65)}@b.se`,
    `a@${'b.'.repeat(130)}se`,
  ])('%j is none', (text) => {
    expect(isMailAddress(text)).toBe(false);
  });
});

test('mustache in an answer is text', () => {
  const file = scenario('12-ovning-stabsovning');
  file.answers.whatHappened = { text: 'Larm {{nummer}} {{{x}}} {{#ovning}}', certainty: 'confirmed' };
  expect(bodyFrom(template, directorReport(reportInput(file)))).toContain(
    'Larm {{nummer}} {{{x}}} {{#ovning}}',
  );
});
