/** `npm run picture`: plays a call and what follows in a real terminal, and makes the README's pictures of it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { newPlace, type Place } from '../bench/place.ts';
import { inTerminal, Session } from '../bench/session.ts';
import { program } from '../bench/subjects.ts';
import { svgOf } from './svg.ts';

const pictures = fileURLToPath(new URL('../../.bilder/', import.meta.url));
const scenarios = fileURLToPath(new URL('../scenarios/', import.meta.url));
const clock = fileURLToPath(new URL('clock.js', import.meta.url));
const size = { columns: 100, rows: 30 };

/** Nobody: the telephone numbers are reserved for fiction. */
const contacts = `roll;namn;enhet;telefon;e-post
förvaltningsdirektör;Maria Lindqvist;;031-390 06 10;maria.lindqvist@example.se
förvaltningsdirektör;Peter Holm;;031-390 06 24;peter.holm@example.se
enhetschef trygghetsjouren;Johan Ek;;031-390 06 11;johan.ek@example.se
enhetschef;Ali Haddad;Hemtjänst Kortedala;031-390 06 20;ali.haddad@example.se
enhetschef;Eva Öberg;Hemtjänst Bergsjön;031-390 06 21;eva.oberg@example.se
enhetschef;Lena Sund;Hemtjänst Örgryte;031-390 06 22;lena.sund@example.se
enhetschef;Omar Nilsson;Äldreboende Örgryte;031-390 06 23;omar.nilsson@example.se
enhetschef;Ida Lund;Äldreboende Höstlyckan;031-390 06 25;ida.lund@example.se
enhetschef;Per Roos;Hemtjänst Lundby;031-390 06 26;per.roos@example.se
TIB;;;031-390 06 30;tib@example.se
`;

/** A desk whose clock stands still until it is set. */
interface Desk {
  /** Runs a command. */
  run(...args: readonly string[]): void;
  /** Sets the clock; `moment` is RFC 3339. */
  at(moment: string): void;
  /** The program with these arguments in a terminal; all that it wrote is kept for the next, and removed by `stop`. */
  session(...args: readonly string[]): Session;
  stop(): void;
}

function newDesk(): Desk {
  const { remove: stop, ...kept } = newPlace();
  const place: Place = { ...kept, remove: () => undefined };
  const time = join(place.folder, 'time');
  const register = join(place.folder, 'kontakter.csv');
  const begin = ['--import', clock, program];
  const env = { ...place.environment, PICTURE_CLOCK: time };
  const desk: Desk = {
    run: (...args) => execFileSync(process.execPath, [...begin, ...args], { env }),
    at: (moment) => writeFileSync(time, moment),
    session: (...args) => new Session([...begin, ...args], { PICTURE_CLOCK: time }, place),
    stop,
  };
  writeFileSync(register, contacts);
  desk.at('2026-11-18T10:00:00+01:00');
  desk.run('kontakter', 'importera', register);
  return desk;
}

/** The desk with what it has written is removed afterwards. */
async function atDesk(use: (desk: Desk) => Promise<void>): Promise<void> {
  const desk = newDesk();
  try {
    await use(desk);
  } finally {
    desk.stop();
  }
}

await atDesk(async (desk) => {
  desk.at('2026-11-21T02:41:00+01:00');
  await inTerminal(desk.session('ny-händelse', '--övning', '--operatör', 'jl'), async (session) => {
    await until(session, 'Vad har hänt?');
    session.type('Strömavbrott i Östra Göteborg\r');
    session.type('02:15\r');
    session.type('Kortedala och Bergsjön\r');
    // Ctrl+O: not confirmed.
    session.type('Ungefär 4 000 hushåll\x0f\r');
    session.type('Göteborg Energi, räddningstjänsten\r');
    session.type('Ingen av våra ännu\rn');
    session.type('Hemtjänst Kortedala, hemtjänst b');
    await until(session, 'Tab: ');
    await until(session, 'allt sparat');
    desk.at('2026-11-21T02:43:10+01:00');
    await until(session, 'Samtal 02:10');
    await save(session, 'samtal', {
      title: 'Samtalet i tjour',
      description:
        'En övning. Sex av TIB:s sju frågor har svar, den sjunde är öppen, och programmet föreslår en enhet ' +
        'ur kontaktregistret. Överst står händelsens nummer, hur länge samtalet har pågått och att allt är ' +
        'sparat, nederst vilka tangenter som gäller.',
    });

    session.type('\t\r\r');
    session.type('jnnj');
    await until(session, 'RING FÖRVALTNINGSDIREKTÖREN NU');
    desk.at('2026-11-21T02:44:25+01:00');
    await until(session, 'Samtal 03:25');
    await save(session, 'bedomning', {
      title: 'Bedömningen i tjour',
      description:
        'Samma samtal. TIB:s frågor står överst med sina svar. Under dem de fem frågorna till oss själva, ' +
        'fyra besvarade, och bredvid dem bedömningen hittills med sina regler: ring förvaltningsdirektören nu.',
    });
  });
});

await atDesk(async (desk) => {
  for (const phone of ['tib', 'backup'])
    desk.run('telefontest', '--telefon', phone, '--resultat', 'fungerar', '--operatör', 'ka');

  desk.at('2026-11-20T21:19:00+01:00');
  desk.run('ny-händelse', '--från', join(scenarios, '06-vattenlacka-avvakta.json'));
  await inTerminal(desk.session('händelse', 'A-2026-0001', '--operatör', 'jl'), async (session) => {
    await until(session, 'Ring: ');
    await reach(session, 'Omar Nilsson');
    await reach(session, 'Lena Sund');
    await press(session, '\r', '▶ nu  Skicka rapporten');
    await press(session, 'x', '▶ nu  Återkoppla');
    await reach(session, 'TIB');
    await press(session, '\r', '▶ om 1 h 00 min  Nästa rapport');
    await press(session, 't', 'När ska det göras?');
    await press(session, '07:00\r', 'Ny tid: ');
  });

  desk.at('2026-11-21T02:46:00+01:00');
  desk.run('ny-händelse', '--från', join(scenarios, '01-stromavbrott-natt.json'));
  await inTerminal(desk.session('händelse', 'A-2026-0002', '--operatör', 'jl'), async (session) => {
    await until(session, 'Ring: ');
    await reach(session, 'Ali Haddad');
    await press(session, '\r', 'Ring: Eva Öberg');
    await press(session, 'e', 'Ej svar ');
  });

  desk.at('2026-11-21T03:13:00+01:00');
  desk.run('ny-händelse', '--från', join(scenarios, '02-brand-aldreboende.json'));
  await inTerminal(desk.session('--operatör', 'jl'), async (session) => {
    await until(session, 'Påminnelse');
    await save(session, 'bord', {
      title: 'Bordet i tjour',
      description:
        'Bordet klockan 03:13. Överst en påminnelse. Därunder det som har förfallit och det som ska göras, med ' +
        'hur sent det är eller hur lång tid som är kvar, vem som ska nås och telefonnumret. Sedan de utkast ' +
        'som inte är skickade och de öppna händelserna, och nederst vilka tangenter som gäller.',
    });
  });

  await inTerminal(desk.session('händelse', 'A-2026-0003', '--operatör', 'jl'), async (session) => {
    await until(session, 'Ring: Maria Lindqvist');
    await until(session, 'bevakningar har förfallit');
    await press(session, 'e', 'Nästa: Peter Holm');
    await save(session, 'handelse', {
      title: 'Händelsen i tjour',
      description:
        'En händelse med sitt beslut, ring förvaltningsdirektören nu, och det som ska göras. Direktören har ' +
        'inte svarat klockan 03:13. Näste i kontaktregistret står på tur, med telefonnumret i stora siffror. ' +
        'Nederst vilka tangenter som gäller.',
    });
  });
});

async function press(session: Session, keys: string, shown: string): Promise<void> {
  session.type(keys);
  await until(session, shown);
}

/** Reaches the one to phone next, who acknowledges. */
async function reach(session: Session, name: string): Promise<void> {
  if (!session.text.includes(`Ring: ${name}`)) await press(session, '\r', `Ring: ${name}`);
  await press(session, 'n', 'kvitterat?');
  await press(session, 'j', 'Kvitterat ');
}

async function until(session: Session, text: string): Promise<void> {
  if (!session.text.includes(text)) await session.shown((seen) => seen.text.includes(text));
}

/** The terminal keeps it to itself: what the program said last. */
function cursorIsShown({ output }: Session): boolean {
  return output.lastIndexOf('\x1b[?25h') >= output.lastIndexOf('\x1b[?25l');
}

async function save(
  session: Session,
  name: string,
  about: { readonly title: string; readonly description: string },
): Promise<void> {
  // What was looked for may come in the middle of a frame; the rest of it comes at once.
  await delay(300);
  mkdirSync(pictures, { recursive: true });
  writeFileSync(
    join(pictures, `${name}.svg`),
    svgOf(session.buffer, { ...size, ...about, cursor: cursorIsShown(session) }),
  );
  console.log(join('.bilder', `${name}.svg`));
}
