/**
 * Ordinary sentences of a desk's reports, made from templates: with times, telephone numbers, case numbers, sums and
 * house numbers, and without any personal data.
 */
import { districts, firstNames, lastNames, residences, streets } from '../../src/texts/demoWorld.ts';

/** What the sentences may say: the numbers that Post- och telestyrelsen keeps for fiction. */
export const register = {
  phones: [
    ...Array.from({ length: 40 }, (_, index) => `031-390 06 ${String(index + 10)}`),
    ...Array.from({ length: 40 }, (_, index) => `+46 70 174 06 ${String(index + 10)}`),
    '08-465 004 17',
    '08-465 004 18, 031-390 06 77',
  ],
  emails: ['jouren@example.se', 'Karin.Gran@example.se', 'vaktmästeri@göteborg.example'],
  names: [
    ...residences.map(([name]) => name),
    ...districts.map((district) => `Hemtjänst ${district}`),
    'Karin Gran',
    'Per Dahl',
  ],
};

/** Random numbers that are the same each time (a linear congruential generator, Numerical Recipes). */
export function dice(seed: number) {
  let state = seed >>> 0;
  const between = (least: number, most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return least + Math.floor((state / 2 ** 32) * (most - least + 1));
  };
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T => {
    const one = list[between(0, list.length - 1)];
    if (one === undefined) throw new RangeError('nothing to pick');
    return one;
  };
  return { between, pick };
}
type Dice = ReturnType<typeof dice>;

const two = (number: number) => String(number).padStart(2, '0');
const four = (number: number) => String(number).padStart(4, '0');
const date = (of: Dice) =>
  `${of.pick([2025, 2026, 2026, 2026])}-${two(of.between(1, 12))}-${two(of.between(1, 28))}`;
const clock = (of: Dice) => `${two(of.between(0, 23))}:${two(of.between(0, 59))}`;

/** What stands for each word in braces. */
const slots: Readonly<Record<string, (of: Dice) => string>> = {
  tid: clock,
  punkttid: (of) => clock(of).replace(':', '.'),
  siffertid: (of) => clock(of).replace(':', ''),
  datum: date,
  stund: (of) => `${date(of)} ${clock(of)}`,
  dag: (of) =>
    `${of.between(1, 28)} ${of.pick(['januari', 'februari', 'mars', 'juni', 'oktober', 'november'])}`,
  veckodag: (of) => of.pick(['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag']),
  telefon: (of) =>
    of.pick([
      `031-390 06 ${of.between(10, 49)}`,
      `031/390 06 ${of.between(10, 49)}`,
      `031-39006${of.between(10, 49)}`,
      `03139006${of.between(10, 49)}`,
      `+46 31-390 06 ${of.between(10, 49)}`,
      `+46 (0)31 390 06 ${of.between(10, 49)}`,
      `004631390 06 ${of.between(10, 49)}`,
      `(031) 390 06 ${of.between(10, 49)}`,
      `070-174 06 ${of.between(10, 49)}`,
      `0701-74 06 ${of.between(10, 49)}`,
      `070 174 06 ${of.between(10, 49)}`,
      `07017406${of.between(10, 49)}`,
      `+467017406${of.between(10, 49)}`,
      `08-465 004 ${of.between(17, 18)}`,
      `031\u2011390\u00a006\u00a0${of.between(10, 49)}`,
    ]),
  ärende: (of) => `A-${of.pick([2025, 2026])}-${four(of.between(1, 9999))}`,
  diarie: (of) =>
    of.pick([
      `${four(of.between(1, 9999))}/${of.between(24, 26)}`,
      `SOC-2026-${String(of.between(1, 99_999)).padStart(5, '0')}`,
      `N${of.between(100, 999)}-${four(of.between(1, 9999))}/26`,
    ]),
  polisnr: (of) => `5000-K${of.between(100_000, 999_999)}-26`,
  summa: (of) =>
    of.pick([
      `${of.between(1, 9)} ${String(of.between(0, 999)).padStart(3, '0')} 000 kr`,
      `${of.between(10, 999)} ${String(of.between(0, 999)).padStart(3, '0')} kronor`,
      `${of.between(100, 9999)} kr`,
      `${of.between(1, 99)},${of.between(1, 9)} miljoner kronor`,
    ]),
  hushåll: (of) => of.pick([`${of.between(10, 990)}`, `${of.between(1, 30)} 000`, `${of.between(1, 9)} 400`]),
  antal: (of) => String(of.between(2, 60)),
  gata: (of) => of.pick(streets),
  hus: (of) =>
    of.pick([
      `${of.between(1, 99)}`,
      `${of.between(1, 99)} ${of.pick(['A', 'B', 'C'])}`,
      `${of.between(10, 40)}–${of.between(41, 80)}`,
    ]),
  våning: (of) => `${of.between(1, 9)} tr`,
  lägenhet: (of) => `${of.between(10, 19)}${two(of.between(1, 8))}`,
  postnummer: (of) => `${of.between(411, 429)} ${two(of.between(1, 79))}`,
  stadsdel: (of) => of.pick(districts),
  boende: (of) => of.pick(residences)[0],
  linje: (of) => String(of.between(1, 99)),
  bil: (of) => `${of.pick(['ABC', 'KLM', 'RST'])} ${of.between(100, 999)}`,
  enhetsnr: (of) => `${of.between(2, 3)}${of.between(10, 99)}-${of.between(1000, 9999)}`,
  ip: (of) => `10.${of.between(0, 255)}.${of.between(0, 255)}.${of.between(1, 254)}`,
  plats: (of) => `57.${of.between(60_000, 79_999)}, 11.${of.between(80_000, 99_999)}`,
  sweref: (of) => `N ${of.between(6_390_000, 6_409_999)}, E ${of.between(310_000, 329_999)}`,
  orgnr: (of) => `${of.pick(['212000', '556012', '559321', '802400'])}-${four(of.between(1000, 9999))}`,
  ocr: (of) => String(of.between(1_000_000_000, 9_999_999_999)),
  konto: (of) =>
    `SE${of.between(10, 99)} 5000 0000 0${of.between(100, 999)} ${of.between(1000, 9999)} ${of.between(1000, 9999)}`,
  bankgiro: (of) => `${of.between(100, 9999)}-${of.between(1000, 9999)}`,
  mejl: (of) => of.pick(['jouren@example.se', 'karin.gran@example.se']),
  procent: (of) => `${of.between(1, 100)} %`,
  grader: (of) => `${of.pick(['-', '+', ''])}${of.between(1, 33)} grader`,
  sign: (of) => of.pick(['ab', 'jl', 'mo', 'sr']),
  förnamn: (of) => of.pick(firstNames),
  efternamn: (of) => of.pick(lastNames),
  fil: (of) => `bild-${date(of)}-${of.between(1, 99)}.jpg`,
  hopskriven: (of) => `${date(of).replaceAll('-', '')}-${clock(of).replace(':', '')}`,
};

export const templates = [
  'Strömavbrott i {stadsdel} sedan {tid}, ungefär {hushåll} hushåll är utan el.',
  'TIB ringde {stund} från {telefon}.',
  'Larmet kom kl. {punkttid} och räddningstjänsten var på plats kl. {punkttid}.',
  'Enhetschefen nås på {telefon} fram till kl {siffertid}.',
  'Vattenläcka på {gata} {hus}, vattnet stängdes av {tid}.',
  'Händelsen har nummer {ärende} och diarienummer {diarie}.',
  'Polisens ärende är {polisnr}, kontakt på {telefon}.',
  'Skadan beräknas till {summa}.',
  'Fastighetsägaren uppskattar kostnaden till {summa}, varav {summa} för sanering.',
  'Nästa rapport kommer {stund}.',
  'Kretslopp och vatten räknar med att vara klara {datum} kl. {tid}.',
  '{antal} boende på {boende} har flyttats till plan {antal}.',
  'Hemtjänst {stadsdel} har {antal} omsorgstagare i området.',
  'Ring backuptelefonen {telefon} om ingen svarar på {telefon}.',
  'Branden började i en lägenhet på {gata} {hus}, {våning}, {postnummer} Göteborg.',
  'Lägenhet {lägenhet} och {lägenhet} är utrymda.',
  'Spårvagn {linje} är urspårad vid {gata}, ersättningsbuss från {tid}.',
  'Bilen {bil} står kvar vid infarten.',
  'Rakel: talgrupp {enhetsnr}, vi lyssnar från {tid}.',
  'Koordinaterna är {plats}.',
  'Platsen enligt SWEREF: {sweref}.',
  'Servern {ip} svarar inte sedan {stund}.',
  'Leverantören har organisationsnummer {orgnr}.',
  'Fakturan betalas till bankgiro {bankgiro}, OCR {ocr}.',
  'Kontot är {konto}, beloppet {summa}.',
  'Rapporten är mejlad till {mejl} kl {tid}.',
  'Svara till {mejl} eller ring {telefon}.',
  'Trygghetslarmen når inte fram, {procent} av {hushåll} larm är påverkade.',
  'Det är {grader} inomhus på {boende}.',
  'Värmen har varit borta sedan {veckodag} {dag}.',
  'Operatör {sign} tog emot samtalet {tid}.',
  'Direktören kontaktades {tid} utan svar, nytt försök {tid}.',
  'Direktören nådd {tid}; beslut: ingen krisledning nu.',
  'Ärendet följs upp {datum} av dagpersonalen.',
  'Avbrottet beräknas vara {antal} timmar, till {stund}.',
  'Bilden {fil} är skickad till kommunikatören.',
  'Bilderna från platsen är märkta {hopskriven}.',
  'Väg 158 är avstängd mellan {gata} och {gata} till {tid}.',
  'Buss {linje} och {linje} går andra vägar från {tid}.',
  'Snöröjningen når {gata} tidigast {tid}.',
  'Klass {antal}-varning gäller från {stund} till {stund}.',
  'SMHI varnar för {grader} och byar på {antal} m/s.',
  'Räddningstjänsten har {antal} personer och {antal} fordon på plats.',
  'Insatsledaren har {telefon}.',
  'Ledningscentralen ({telefon}) återkommer före {tid}.',
  'Socialjouren tar emot evakuerade på {gata} {hus} från {tid}.',
  'Evakueringen av {gata} {hus} var klar {tid}, {antal} personer.',
  '{hushåll} hushåll i {stadsdel} fick vatten tillbaka {stund}.',
  'Reservkraften räcker i {antal} timmar, det vill säga till {tid}.',
  'Kylen i läkemedelsrummet visade {grader} kl. {punkttid}.',
  'Journalsystemet ligger nere sedan {tid}, felanmälan {ocr}.',
  'Intraservice har ärende {ocr} och ringer {telefon} när det är klart.',
  'Telia felanmälan nr {antal}-{antal}, prognos {tid}.',
  'Vi har {antal} på nattpasset och klarar oss till {tid}.',
  'Extra personal från {stadsdel} kommer {tid}, {antal} stycken.',
  'Kostnad för extra personal: {summa} per natt.',
  'Taxi är beställd till {gata} {hus} kl {tid}, beställning {enhetsnr}.',
  'Matlådor till {antal} personer, {summa} styck.',
  'Hissen på {gata} {hus} står stilla mellan våning {antal} och {antal}.',
  'Portarna på {gata} {hus} går inte att öppna.',
  'Låssmed är beställd till {tid}, pris {summa}.',
  'Nycklarna finns på {boende}, plan {antal}.',
  'Larmet på {boende} gick {tid}, {tid} och {tid}.',
  'Brandlarm {boende}, sektion {antal}, detektor {lägenhet}.',
  'Rökutveckling i kök på avdelning {antal}, {boende}.',
  'Inga skadade enligt räddningstjänsten {tid}.',
  'Ambulans begärd {tid}, framme {tid}.',
  'Två medarbetare har fått rök i sig och är på väg till Östra sjukhuset.',
  'En omsorgstagare har förts till Sahlgrenska {tid}.',
  'Misstänkt matförgiftning på {boende}, {antal} sjuka sedan {veckodag}.',
  'Vinterkräksjuka på {boende}, avdelning {antal}, besöksstopp till {datum}.',
  'Covid på {boende}: {antal} boende och {antal} medarbetare.',
  'Smittskydd Västra Götaland är kontaktade {tid} på {telefon}.',
  'Vårdhygien kommer {datum} på förmiddagen.',
  'Lista över {antal} omsorgstagare med insulin tas fram av Hemsjukvård öster.',
  'Syrgas behövs till {antal} personer vid långvarigt strömavbrott.',
  'Boende med demens på {boende} behöver extra tillsyn i natt.',
  'Hotfull person vid {boende}, polisen är larmad {tid}.',
  'Väktare är på plats till {tid}, avtal {diarie}.',
  'Skottlossning vid {gata}, polisen spärrar av till minst {tid}.',
  'Polisen ber alla hålla sig inne i {stadsdel} till {tid}.',
  'VMA sändes {tid} och gäller {stadsdel} och {stadsdel}.',
  'Gasledningen på {gata} {hus} är avgrävd, säkerhetsavstånd {antal} meter.',
  'Tankbil läcker på E6 vid trafikplats {antal}, avspärrat {antal} meter.',
  'Halka: hemtjänsten kommer inte fram till {antal} adresser i {stadsdel}.',
  'Skred vid {gata}, {antal} hus utrymda, geotekniker kommer {tid}.',
  'Källaren på {boende} är översvämmad, {antal} cm vatten.',
  'Försvunnen person, 84 år, sågs senast {tid} vid {gata}.',
  'Missing People söker i {stadsdel} från {tid}.',
  'Karin Gran är enhetschef och har telefon {telefon}.',
  'Per Dahl tar över {tid}, nås på {telefon}.',
  'Ring {förnamn} på Hemtjänst {stadsdel}, {telefon}.',
  'Överlämning till {sign} {stund}, tre öppna händelser.',
  'Öppna händelser: {ärende}, {ärende} och {ärende}.',
  'Se även {ärende} från {datum}.',
  'Beslut enligt delegation {diarie}, {datum}.',
  'Anvisningen är reviderad 2024-05-07.',
  'Avtalet gäller {datum}–{datum}.',
  'Reservrutin {antal}.{antal} gäller från {stund}.',
  'Lokalen rymmer {antal} personer, {gata} {hus}, {postnummer}.',
  'Ytan är {antal} gånger {antal} meter.',
  'Vi har kvar {antal} av {antal} sängar på {boende}.',
  'Bemanningsföretaget kan skicka {antal} personer för {summa} per timme.',
  'Buss med {antal} platser hämtar på {gata} {hus} kl. {punkttid}.',
  'Felkod {lägenhet} på trygghetslarmet i {stadsdel}.',
  'Modem {enhetsnr} är omstartat {tid}.',
  'Telefonväxeln {telefon} är överbelastad, använd {telefon}.',
  'Göteborg Energi: avbrott {ocr}, {hushåll} kunder, klart {tid}.',
  'Ellevio meddelar att {hushåll} kunder har fått strömmen åter {stund}.',
  'Fjärrvärmen är avstängd {stund} till {stund}.',
  'Vattenprov togs {datum} kl {tid}, svar om {antal} timmar.',
  'Kokningsrekommendation för {stadsdel} från {datum}.',
  'Vattentank ställs på {gata} {hus}, {summa} per dygn.',
  'Krisledningsgruppen möts {tid}, mötes-id {antal} {lägenhet} {lägenhet}.',
  'Möte {datum} kl {siffertid}–{siffertid} i sal {lägenhet}.',
  'Stab inkallad {tid}, nästa orientering {tid}.',
  'Protokoll nr {antal}, § {antal}, {datum}.',
  'Massmedia ringde {tid}, hänvisade till kommunikatören.',
  'Allmänheten hänvisas till 113 13 och 1177.',
  '112 larmat {tid}, SOS ärende {ocr}.',
  'Kontaktcenter är stängt till {tid}, jouren har {telefon}.',
  'Felanmälan på 020-123 456 eller 0771-12 34 56 dygnet runt.',
  'Telefontest gjort {datum} {tid}, båda telefonerna fungerar.',
  'Återkoppling till TIB {tid} på {telefon}.',
  'Vet ej hur många som är påverkade, kanske {antal}–{antal}.',
  'Ca {hushåll} hushåll, {antal} av dem med hemtjänst.',
  'Allt klart {tid}. Händelsen avslutas {tid}.',
  'Nattpatrullen i {stadsdel} kör bil {bil}, telefon {telefon}.',
  'Vägen öppnas tidigast {veckodag} den {dag} kl {tid}.',
  'Elpriset var {antal},{antal} öre och förbrukningen {antal} {lägenhet} kWh.',
  'Mätarställning {ocr} vid {stund}.',
  'Dörren mot {gata} låses {tid}, ring på hos nattpersonalen.',
  'Nyckelskåpet på {boende} är trasigt sedan {veckodag} kl. {tid}.',
  'Koden bytes av fastighetsjouren {datum}.',
  'Sahlgrenska Universitetssjukhuset tar emot patienter med andningsbesvär från {gata} {hus}.',
  'Psykiatrin på Östra sjukhuset har {antal} platser, {telefon}.',
  'Hjärtstartaren på {boende} är använd {tid} och ska bytas.',
  'Region Västra Götaland räknar med fler smittade från {datum}.',
  'Äldreboendet Nya Solgläntan har {antal} fall av influensa.',
  'Demensboendet på {gata} {hus} är utan värme.',
  'Röda Korset i {stadsdel} delar ut vatten till äldre med diabetes.',
  'Vårdcentralen Norra Hisingen stängd på grund av covid till {datum}.',
  'Enligt Smittskydd Västra Götaland räcker det med munskydd vid misstänkt influensa.',
  'Personer med skyddsrum på {gata} {hus} är informerade.',
  'Klart {punkttid} enligt driftcentralen, {hushåll} hushåll har el igen.',
  'Version {antal}.{antal}.1.0.2 av reservrutinen gäller, kapitel {antal}.{antal}.',
  'Poäng per kriterium: 1 0 2 1 0 1 0 2 1 1.',
  'Bilaga {datum}-B{antal} och ritning {lägenhet}-A{antal} är skickade.',
  'Larmlistan: 08.15 {boende}, 08.40 {boende}.',
  'Covid på S:t Jörgens äldreboende, {antal} boende är smittade.',
  'Influensa bland personalen på Karl Johansgatan {hus}, {antal} sjukskrivna.',
  'Fallskador ökar: {antal} i {stadsdel} sedan stormen Gudrun.',
  'Vi räknar med att vara klara med smittspårningen {stund}.',
  'Boende med demens är hittad. Hans larm var avstängt, medicinen mot diabetes är hans egen.',
  'Max {antal} smittade per avdelning, per natt går {antal} doser insulin åt.',
  'Maj månad hade {antal} fall av covid, mars {antal}.',
  'Karin Gran ringer Smittskydd. Karin följer upp smittan {datum}.',
  'Inga smittade på {boende}, ingen feber sedan {veckodag}.',
  'Bo kvar hemma vid feber, gäller från {datum}.',
  'BESÖKSSTOPP PÅ GRUND AV COVID TILL {datum}.',
  'OBS TIB och SOS är informerade om smittan på {boende} {tid}.',
  'Ambulansen har LUCAS och hjärtstartare, framme {tid}.',
  'Tom syrgastub bytt {tid} hos en boende med andningsbesvär på plan {antal}.',
  'Enhetschef {förnamn} {efternamn} är informerad. Hon har tre sjukskrivna i natt.',
  '{förnamn} på Hemtjänst {stadsdel} ringde {tid}. Hon har fyra omsorgstagare med influensa.',
  'Insatsledare {efternamn} är på plats. Han räknar med två skadade och ett dödsfall.',
  'Läkaren {förnamn} {efternamn} nås {tid}. Han är ansvarig för smittspårningen på avdelning {antal}.',
  '{förnamn} {efternamn} leder arbetet. Hon meddelar Smittskydd när covid är bekräftat.',
  'Vaktmästaren {förnamn} kommer {tid}. Hans bil står i garaget.',
  'Kodlåset på {boende} är trasigt sedan {tid}, låssmed kommer {stund}.',
  'Lösenordet till journalsystemet byts {datum} kl {tid}.',
  'Lösenordet är spärrat sedan {tid}, Intraservice har ärende {ocr}.',
  'PIN-koden till tjänstekortet fungerar inte sedan {veckodag}.',
  'Felkoden är E{lägenhet} enligt hisstekniker, åter {datum}.',
  'Ring {antal} hushåll i {stadsdel}, {hushåll} omsorgstagare i allt.',
  'Möte {datum}, {lägenhet} kunder är utan el.',
  'Den {datum} (vecka {antal}): {hushåll} hushåll, {lägenhet} larm.',
  'Sista mätningen {datum}: {lägenhet} liter, sista {antal} timmarna {lägenhet}.',
  'TIB ringde från hemligt nummer {tid}.',
  'Mötet @ {boende} {tid}, {summa} per person.',
  'Adressen är {gata} {hus} (port {antal}), {postnummer} Göteborg.',
] as const;

/** The `index`th sentence; each template comes up as often as the others. */
export function sentence(index: number, of: Dice): string {
  const template = templates[index % templates.length] ?? '';
  return template.replace(/\{(\p{L}+)\}/gu, (_, slot: string) => {
    const fill = slots[slot];
    if (!fill) throw new RangeError(`no such slot: ${slot}`);
    return fill(of);
  });
}

/** As many sentences, the same each time for the same seed. */
export function sentences(count: number, seed: number): string[] {
  const of = dice(seed);
  return Array.from({ length: count }, (_, index) => sentence(index, of));
}
