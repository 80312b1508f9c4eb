/** `npm run picture`: plays the first part of a call in a real terminal and makes the README's pictures of it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { newPlace } from '../bench/place.ts';
import { inTerminal, Session } from '../bench/session.ts';
import { program } from '../bench/subjects.ts';
import { svgOf } from './svg.ts';

const pictures = fileURLToPath(new URL('../../.bilder/', import.meta.url));
const clock = fileURLToPath(new URL('clock.js', import.meta.url));
const size = { columns: 100, rows: 30 };

/** Nobody: the telephone numbers are reserved for fiction. */
const contacts = `roll;namn;enhet;telefon;e-post
förvaltningsdirektör;Maria Lindqvist;;031-390 06 10;maria.lindqvist@example.se
enhetschef trygghetsjouren;Johan Ek;;031-390 06 11;johan.ek@example.se
enhetschef;Ali Haddad;Hemtjänst Kortedala;031-390 06 20;ali.haddad@example.se
enhetschef;Eva Öberg;Hemtjänst Bergsjön;031-390 06 21;eva.oberg@example.se
TIB;;;031-390 06 30;tib@example.se
`;

const place = newPlace();
const time = join(place.folder, 'time');
const register = join(place.folder, 'kontakter.csv');
writeFileSync(register, contacts);
execFileSync(process.execPath, [program, 'kontakter', 'importera', register], {
  env: { ...place.environment },
});

setClock('2026-11-21T02:41:00+01:00');
const args = ['--import', clock, program, 'ny-händelse', '--övning', '--operatör', 'jl'];
await inTerminal(new Session(args, { PICTURE_CLOCK: time }, place), async (session) => {
  await until(session, 'Vad har hänt?');
  session.type('Strömavbrott i Östra Göteborg\r');
  session.type('02:15\r');
  session.type('Kortedala och Bergsjön\r');
  // Ctrl+O: not confirmed.
  session.type('Ungefär 4 000 hushåll\x0f\r');
  session.type('Göteborg Energi, räddningstjänsten\r');
  session.type('Ingen av våra ännu\rn');
  session.type('Hemtjänst Kortedala, hemtj');
  await until(session, 'Tab: ');
  await until(session, 'allt sparat');
  setClock('2026-11-21T02:43:10+01:00');
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
  setClock('2026-11-21T02:44:25+01:00');
  await until(session, 'Samtal 03:25');
  await save(session, 'bedomning', {
    title: 'Bedömningen i tjour',
    description:
      'Samma samtal. TIB:s frågor står överst med sina svar. Under dem de fem frågorna till oss själva, ' +
      'fyra besvarade, och bredvid dem bedömningen hittills med sina regler: ring förvaltningsdirektören nu.',
  });
});

function setClock(moment: string): void {
  writeFileSync(time, moment);
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
