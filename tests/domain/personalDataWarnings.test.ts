/** What the guard of personal data only warns for. */
import { describe, expect, test } from 'vitest';
import { findPersonalData, type KnownContacts } from '../../src/domain/personalData.ts';

const now = '2026-11-21T02:41:00+01:00';
const nobody: KnownContacts = { phones: [], emails: [], names: [] };

/** What is found, each as the text it is; all of them warnings of this kind. */
function warned(kind: string, text: string, known = nobody): string[] {
  const hits = findPersonalData(text, known, now);
  expect(hits.filter((hit) => hit.kind !== kind || hit.strength !== 'warning')).toEqual([]);
  return hits.map(({ from, to }) => text.slice(from, to));
}

describe('telephone numbers', () => {
  test.each([
    '031-390 06 12',
    '031 390 06 12',
    '031/390 06 12',
    '031-3900612',
    '0313900612',
    '+46 31 390 06 12',
    '+46 (0)31-390 06 12',
    '+46313900612',
    '0046 31-390 06 12',
    '031\u2011390\u00a006\u202f12',
    '０３１－３９０ ０６ １２',
    '031.390.06.12',
    '+46.31.390.06.12',
    '031/390/06/12',
    '031-390\n06 12',
  ])('%s is the same as in the register, and else warned for', (text) => {
    expect(warned('phone', `Ring ${text}.`)).toEqual([text]);
    for (const phone of [
      '031-390 06 12',
      '+46 31 390 06 12',
      '0046313900612',
      '08-465 004 00; 031/390 06 12',
    ]) {
      expect(warned('phone', `Ring ${text} 12 gånger.`, { ...nobody, phones: [phone] })).toEqual([]);
    }
    expect(warned('phone', `Ring ${text}.`, { ...nobody, phones: ['031-390 06 13'] })).toEqual([text]);
  });

  test.each([
    ['070-174 06 05', '0701-74 06 05', '070 174 06 05', '0701740605', '+46701740605'],
    ['08-465 004 00', '08-12 34 56', '0303-12 34 56', '0303-123456', '031-10 10 10'],
    ['+47 22 12 34 56', '0045 12 34 56 78'],
  ])('%s and others are', (...texts) => {
    for (const text of texts) expect(warned('phone', `Hon nås på ${text}, säger hon`)).toEqual([text]);
  });

  test('the brackets about an area code belong to it', () => {
    expect(warned('phone', 'Ring (031) 390 06 12')).toEqual(['(031) 390 06 12']);
    expect(warned('phone', 'Ring (031)-390 06 12')).toEqual(['(031)-390 06 12']);
  });

  test('what is counted after one is no part of it', () => {
    expect(warned('phone', 'Ring 040-12 34 56 3 gånger')).toEqual(['040-12 34 56']);
    expect(warned('phone', 'Ring 08-12 34 56\n78 gånger')).toEqual(['08-12 34 56']);
    expect(warned('phone', 'Ring 08-12 34 56\n78', { ...nobody, phones: ['08-12 34 56 78'] })).toEqual([]);
    const known = { ...nobody, phones: ['08-12 34 56'] };
    expect(warned('phone', 'Ring 08-12 34 56 12 gånger', known)).toEqual([]);
  });

  test('one without its zero is, after a word that says so', () => {
    expect(warned('phone', 'tel: 707123456')).toEqual(['707123456']);
    expect(warned('phone', 'Mobil 70 712 34 56, tel 313900612')).toEqual(['70 712 34 56', '313900612']);
    expect(warned('phone', 'tel: 707123456', { ...nobody, phones: ['070-712 34 56'] })).toEqual([]);
    expect(warned('phone', 'Ring 70 hushåll, 707123456')).toEqual([]);
  });

  test.each([
    'Ring 112, 1177, 113 13 eller 114 14.',
    'Kundtjänst 020-123 456 och 0771-12 34 56.',
    'A-2026-0001 och 0123/26 kl 0241 2026-11-21',
    'kl. 0215 12 34 56',
    'Kl 0215 100 000 hushåll, 1 200 000 kr, +100 000 000 kr',
    'Byggnad 08112026, hus 08, rum 0241, avdelning 02-123 45 67',
    'Klart 0241 2026-11-21, klart 0215 100 000 hushåll',
    '+12 grader, 0,5 meter, 02:41',
    'Klart 08.15 12 400 hushåll. Byggnad 08. 123 456 kr',
  ])('none in: %s', (text) => {
    expect(warned('phone', text)).toEqual([]);
  });
});

describe('mail addresses', () => {
  const known = { ...nobody, emails: ['Jouren@Example.se', 'vaktmästeri@göteborg.example'] };

  test.each([
    ['Mejla anna.berg@example.se.', 'anna.berg@example.se'],
    ['<anna.berg@example.se>', 'anna.berg@example.se'],
    ['”anna+1@mail.example.se”, ja', 'anna+1@mail.example.se'],
    ["*anna@example.se*, 'anna@example.se'", 'anna@example.se', 'anna@example.se'],
    ['mailto:anna@example.se', 'anna@example.se'],
    ['åsa@göteborg.example', 'åsa@göteborg.example'],
    ['anna@example.se-kontot', 'anna@example.se'],
    ['jouren@example.se.test', 'jouren@example.se.test'],
    ['Anna (at) gmail.com', 'Anna (at) gmail.com'],
    ['anna.berg[AT]gmail[dot]com', 'anna.berg[AT]gmail[dot]com'],
    ['Mejl: anna snabel-a gmail punkt com.', 'anna snabel-a gmail punkt com'],
    ['anna @ gmail.com', 'anna @ gmail.com'],
  ])('%s', (text, ...addresses) => {
    expect(warned('mail-address', text, known)).toEqual(addresses);
  });

  test.each([
    'jouren@example.se, JOUREN@EXAMPLE.SE.',
    'vaktma\u0308steri@go\u0308teborg.example',
    'jou\u200bren@example.se',
    'jouren (at) example punkt se',
    'Hon sitter (at) kontoret. Snabel-a saknas.',
    '@jouren, anna@, @example.se, 3 st @ 40 kr, anna@example',
  ])('none in: %s', (text) => {
    expect(warned('mail-address', text, known)).toEqual([]);
  });
});

describe('protected identity', () => {
  test.each([
    ...[
      'skyddad identitet',
      'Skyddade identiteter',
      'skyddade personuppgifter',
      'SKYDDADE PERSONUPPGIFTERNA',
    ],
    ...[
      'skyddad folkbokföring',
      'skyddad adress',
      'skyddat id',
      'skyddat personnummer',
      'fingerade personuppgifter',
    ],
    ...[
      'sekretessmarkering',
      'sekretessmarkeringen',
      'sekretessmarkerad',
      'sekretessmarkerade',
      'sekretess-markerat',
    ],
    ...['kvarskrivning', 'kvarskriven', 'kvarskrivna', 'skyddad\u00a0\nidentitet', 'identiteten är skyddad'],
    ...['hemlig adress', 'hemliga personuppgifter', 'adressen är hemlig'],
    ...['personuppgifterna ska vara skyddade', 'adressen är numera skyddad'],
  ])('%s', (words) => {
    expect(warned('protected-identity', `Obs: ${words}!`)).toEqual([words]);
  });

  test.each([
    'Ett skyddat läge, skyddade platser, oskyddad identitetshandling.',
    'Sekretess gäller. Markering på dörren. En markerad väg.',
    'Han är kvar. Skrivaren är trasig. Identiteten är okänd, platsen är skyddad.',
    'Adressen är skyddadx',
    'Ringde från hemligt nummer, hemligt möte.',
  ])('none in: %s', (text) => {
    expect(warned('protected-identity', text)).toEqual([]);
  });
});

describe('door codes', () => {
  test.each([
    ['Portkod 1234.', '1234'],
    ['dörrkod: 1234#', '1234#'],
    ['Portkoden är *4521', '*4521'],
    ['portkod till huset är 45 21', '45 21'],
    ['larmkod=998877', '998877'],
    ['port-kod 1234', '1234'],
    ['kod till porten 4521', '4521'],
    ['Koden till ytterdörren är 4521', '4521'],
    ['kod 4521 vid entrén', '4521'],
    ['koden är 4521', '4521'],
    ['4521 är portkoden', '4521'],
    ['Nyckelskåpet vid entrén, 1234', '1234'],
    ['nyckelbox 1234', '1234'],
    ['nyckelskåpskod 1234', '1234'],
    ['portkod 4521 är koden', '4521'],
    ['İİİ, portkod 4521', '4521'],
    ['1111 är portkoden, dörrkod 2222', '1111', '2222'],
    ['koden är A1234', 'A1234'],
    ['portkod 4521B', '4521B'],
    ['pin 1234', '1234'],
    ['PIN-kod: 1234, pinkoden är 4321', '1234', '4321'],
    ['kodlås 1357', '1357'],
    ['lösenord Sommar26!', 'Sommar26!'],
    ['Lösenordet till datorn är sommar26.', 'sommar26'],
    ['lösenord: sommarlov', 'sommarlov'],
  ])('%s', (text, ...codes) => {
    expect(warned('door-code', text)).toEqual(codes);
  });

  test.each([
    'Felkod 1234, talkod 4321, kod röd.',
    'Portkoden fungerar inte. 1234 heter linjen.',
    'Larmkoden byttes kl 0241, 2026-11-21.',
    'Nyckelskåpet är trasigt sedan 02:41.',
    'Nyckelskåpet på Storgatan 12 står öppet.',
    'Porten 1234 är låst.',
    'Låskoden räcker till 400 boende.',
    'Felkod A1234. Spinn 1234, pin.',
    'Lösenordet är glömt, lösenordet 2026-11-21 02:41, lösenord: saknas',
  ])('none in: %s', (text) => {
    expect(warned('door-code', text)).toEqual([]);
  });
});

describe('health beside a name', () => {
  const known = { ...nobody, names: ['Karin Gran', 'Gruppen Solsidan', 'Björkhaga Norra Flygeln'] };

  test.each([
    ['Anna Berg har demens.', ['demens']],
    ['Enligt Bengt-Åke Karlsson behöver Märta von Essen insulin', ['insulin']],
    ["Sara O'Neill är coronasmittad", ['coronasmittad']],
    ['Vi hittade Anna Berg medvetslös, hon har diabetes.', ['medvetslös', 'diabetes']],
    ['Klar. Anna Berg fick en hjärtinfarkt i natt. Klart.', ['hjärtinfarkt']],
    ['Karin Gran hjälper Anna Berg efter fallskadan', ['fallskadan']],
    ['Lungcancer: Anna Berg', ['Lungcancer']],
    ['Kontakta Anna Berg om självmordsrisken', ['självmordsrisken']],
    ['Anna har demens, annas dotter vet', ['demens']],
    ['annas insulin', ['insulin']],
    ['Insulin till ANNA', ['Insulin']],
    ['Zita af Ek har cancer', ['cancer']],
    ['anna-karin har feber', ['feber']],
    ['Hos Per, som har kol', ['kol']],
    ['Maj-Britt har stroke', ['stroke']],
    ['Boende ZITA BERGLUND har stroke', ['stroke']],
    ['Kristina har hjärt-problem', ['hjärt-problem']],
    ['Karin har fått stroke', ['stroke']],
    ['Zita Berglund\nhar demens', ['demens']],
    ['Anna Berg är multisjuk och självmordsbenägen', ['multisjuk', 'självmordsbenägen']],
    ['Anna Berg bröt höften och har brutit armen', ['höften', 'brutit armen']],
    ['Klart. Anna Berg är hittad. Hon har diabetes. Hon har demens.', ['diabetes']],
    ['Anna Berg\nHennes insulin är slut', ['insulin']],
  ])('%s', (text, words) => {
    expect(warned('health', text, known)).toEqual(words);
  });

  test.each([
    'Anna Berg är här. Demens är vanligt.',
    'Anna Berg är här\nDemens är vanligt',
    'Anna Berg ringde. Hon har fyra med influensa. Hon meddelar smitta.',
    'Anna Berg ringde. Klart. Hon har diabetes. Karin Gran ringde. Hon har influensa.',
    'Per natt ges insulin. Hans demens. Max två med feber, ge insulin per person.',
    'Covid på S:t Jörgens äldreboende, på Karl Johansgatan och efter stormen Gudrun.',
    'FLERA BOENDE ISOLERADE FÖR COVID, MÅNGA SJUKA. INSULIN GES PER NATT.',
    'TIB VMA om smitta. Inga smittade på Solgläntan, Björkliden och Ekdungen.',
    'Anna Berg är en kollega. Anna Berg lämnar rums- och våningsnummer.',
    'Karin Gran tar emot alla med demens på Gruppen Solsidan.',
    'Karin Grans lista över insulin.',
    'Björkhaga Norra Flygeln har covid.',
    'Kontakta Karin om smitta, Karin Gran alltså.',
    'Hemtjänst Kortedala har fem med demens, Region Västra Götaland fler.',
    'Äldreboendet Nya Solgläntan har influensa. Utbrott Covid på plan 3.',
    'Två med andningsbesvär kördes till Östra Sjukhuset från Norra Kyrkogatan.',
    'Anna Berg dementerar. Anna Berg hämtar hjärtstartaren. Anna Berg ringer smittskyddet.',
  ])('none in: %s', (text) => {
    expect(warned('health', text, known)).toEqual([]);
  });
});

test('everything in one text, in its order', () => {
  const text =
    '1234 är larmkoden, portkod 4521. Anna Berg (900101-9802) har demens och skyddad identitet, ' +
    '070-174 06 05, anna@example.se.';
  const found = findPersonalData(text, nobody, now).map(
    ({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`,
  );
  expect(found).toEqual([
    'door-code: 1234',
    'door-code: 4521',
    'personal-number: 900101-9802',
    'health: demens',
    'protected-identity: skyddad identitet',
    'phone: 070-174 06 05',
    'mail-address: anna@example.se',
  ]);
});
