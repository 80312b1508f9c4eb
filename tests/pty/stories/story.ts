/**
 * What the stories are told with: a desk whose clock stands where the story is, its screens, what an operator does at
 * them, and what is left afterwards.
 */
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import type { Entry } from '../../../src/domain/entry.ts';
import { deskStream } from '../../../src/domain/payloads.ts';
import type { CallerQuestionId } from '../../../src/domain/questions.ts';
import { openJournal } from '../../../src/journal/journal.ts';
import { bigNumber } from '../../../src/ui/bigDigits.ts';
import { agreed, callerStrokes, deskStrokes, enter } from '../call.ts';
import { type Desk, importContacts, type Logged, logged, newDesk, run } from '../desk.ts';
import { type Sight, Terminal, type TerminalOptions } from '../terminal.ts';

/** Nobody: the telephone numbers are reserved for fiction. */
const contacts = `roll;namn;enhet;telefon;mobil;e-post
förvaltningsdirektör;Maria Lindqvist;;031-390 06 10;070-174 06 10;maria.lindqvist@example.se
förvaltningsdirektör;Peter Holm;;031-390 06 24;;peter.holm@example.se
enhetschef trygghetsjouren;Johan Ek;;031-390 06 11;;johan.ek@example.se
avdelningschef kvalitet och utveckling;Karin Öst;;031-390 06 12;;karin.ost@example.se
enhetschef;Ida Lund;Äldreboende Höstlyckan;031-390 06 25;;ida.lund@example.se
enhetschef;Per Roos;Hemtjänst Lundby;031-390 06 26;;per.roos@example.se
TIB;;;031-390 06 30;;tib@example.se
krisledningsgrupp;Eva Öberg;;031-390 06 31;;eva.oberg@example.se
krisledningsgrupp;Omar Nilsson;;031-390 06 32;;omar.nilsson@example.se
`;

/** A desk in a story: its clock stands still until the story goes on. */
export interface StoryDesk extends Desk {
  /** The clock of every program at this desk stands at `moment`, RFC 3339; what is on the screen follows. */
  clockIs(moment: string): void;
  /** Somebody starts the program here. */
  opens(args: readonly string[], options?: TerminalOptions): Screen;
  /** What the journal holds of an incident. */
  journal(number: string): Promise<Logged>;
  /** What it holds of the desk itself. */
  aboutDesk(): readonly Entry[];
  /** The names of the mail files that have been made. */
  mailFiles(): string[];
  mail(file: string): Promise<Email>;
}

/** Loaded before the program: its clock stands at the time in a file. */
const presetClock = new URL('../../picture/clock.js', import.meta.url).href;

/** A desk with its telephones tested and its people in the register. */
export async function deskAt(
  moment: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<StoryDesk> {
  const place = newDesk();
  const time = join(place.folder, 'time');
  const env = { NODE_OPTIONS: `--import=${presetClock}`, PICTURE_CLOCK: time };
  const drafts = join(place.data, 'utkast');
  const desk: StoryDesk = {
    ...place,
    env,
    clockIs(moment) {
      // All at once: a program may be reading it.
      writeFileSync(`${time}-next`, moment);
      renameSync(`${time}-next`, time);
    },
    opens: (args, options) => new Screen(desk, args, options),
    journal: (number) => logged(desk, number),
    aboutDesk() {
      const journal = openJournal(place.data, { now: () => '', readOnly: true });
      try {
        return journal.entriesOf(deskStream);
      } finally {
        journal.close();
      }
    },
    mailFiles: () => readdirSync(drafts).toSorted(),
    mail: (file) => PostalMime.parse(readFileSync(join(drafts, file))),
  };
  desk.clockIs(moment);
  await importContacts(desk, contacts);
  const commands = [
    ...Object.entries(settings).map(([key, value]) => ['inställningar', key, value]),
    ...['tib', 'backup'].map((phone) => ['telefontest', '--telefon', phone, '--resultat', 'fungerar']),
  ];
  for (const command of commands) {
    const { code, stderr } = await run(desk, command);
    if (code !== 0) throw new Error(stderr);
  }
  return desk;
}

/** A screen, and the one who sits in front of it. */
export class Screen extends Terminal {
  /** All of these have come up. */
  async sees(...sights: readonly Sight[]): Promise<void> {
    for (const sight of sights) await this.waitFor(sight);
  }

  /** Presses a key, or several one after the other, and sees what comes of it. */
  async presses(keys: string, ...sights: readonly Sight[]): Promise<void> {
    this.write(keys);
    await this.sees(...sights);
  }

  /** Writes in the field that is open, and Enter. */
  async writes(text: string, ...sights: readonly Sight[]): Promise<void> {
    await this.presses(enter(text), ...sights);
  }

  /** It has gone from the screen. */
  async noLongerSees(words: string): Promise<void> {
    await this.sees(() => !this.text().includes(words));
  }
}

export interface Call {
  readonly answers: Readonly<Record<CallerQuestionId, string>>;
  /** Whether the directly affected operation is one of ours: `j`, `n` or `v`. */
  readonly own: string;
  /** A key for each of the five questions to ourselves. */
  readonly ourselves: string;
  /** What is seen when the last of them is answered. */
  readonly leadsTo?: string;
}

/** Takes the call on a screen where its first question stands: all answers, the read-back, and our own questions. */
export async function callIsTaken(screen: Screen, { answers, own, ourselves, leadsTo }: Call): Promise<void> {
  await screen.sees('▶ 1');
  await screen.press([
    ...callerStrokes(answers, own),
    agreed,
    ...deskStrokes(ourselves, leadsTo ?? '1–4 besluta annat'),
  ]);
}

/** Decides as recommended, and saves the report to the director; then there is the screen that the call came from. */
export async function decidesAndSaves(screen: Screen, outcome: string, ...then: readonly Sight[]) {
  await screen.presses(enter(), 'Ämne:', outcome);
  await screen.presses(enter(), ...then);
}

/** The telephone number, large enough to dial from. */
export function dials(number: string): Sight {
  const rows = bigNumber(number, 100) ?? [];
  return (terminal) => rows.length > 0 && rows.every((row) => terminal.text().includes(row.trimEnd()));
}

/** The keys that are not letters. */
export const keys = { down: '\x1b[B', home: '\x1b[H', escape: '\x1b', sectionBefore: '\x1b[Z' } as const;
