/** The log browser: how soon its list shows, how long a letter takes to what it finds, and the memory that it needs. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Place } from './place.ts';
import { inTerminal, Session } from './session.ts';
import { program } from './subjects.ts';

/** The browser at this place, which is kept when the session is stopped. */
function logSession(place: Place): Session {
  return new Session([program, 'logg'], {}, { ...place, remove: () => undefined });
}

/** The list, or that there is none. */
function showsList({ text }: Session): boolean {
  return text.includes('▶') || text.includes('Loggen är tom.');
}

/** Milliseconds from the start of the process until the list is on the screen. */
export function measureLogStart(place: Place): Promise<number> {
  return inTerminal(
    logSession(place),
    async (session) => (await session.shown(showsList)) - session.startedAt,
  );
}

/** What a supervisor looks for: common and rare words, several at once, a number, a half phrase, nothing at all. */
export const searches = [
  'strömavbrott',
  'hemtjänst kortedala',
  'brand äldreboende',
  'vatten',
  'ingen skadad',
  '"brand i',
  '2026 0042',
  'trygghetslarm bergsjön natt',
  'spårvagn',
  'zebra',
] as const;
export const searchKeyCount = searches.join('').length;

/** Milliseconds for each letter, typed when what the one before finds is on the screen. */
export function measureSearch(place: Place): Promise<number[]> {
  return inTerminal(logSession(place), async (session) => {
    await session.shown(showsList);
    const times: number[] = [];
    for (const search of searches) {
      for (const [index, letter] of [...search].entries()) {
        const typed = search.slice(0, index + 1).trimEnd();
        times.push(await untilShown(session, letter, (text) => text === typed));
      }
      await untilShown(session, '\x15', (text) => text.startsWith('skriv ord'));
    }
    return times;
  });
}

/** The field and the list are drawn in one frame. */
async function untilShown(session: Session, key: string, is: (text: string) => boolean): Promise<number> {
  const sentAt = session.type(key);
  const shownAt = await session.shown(({ text }) => is(/^Sök: (.*?) *$/m.exec(text)?.[1] ?? ''));
  return shownAt - sentAt;
}

/** MiB (VmHWM) after a search, a look at the end of the list and its beginning, and an incident read. */
export function measureLogMemory(place: Place): Promise<number> {
  return inTerminal(logSession(place), async (session) => {
    await session.shown(showsList);
    for (const [keys, shows] of [
      ['strömavbrott', /Sök: strömavbrott/],
      ['\x15', /Sök: skriv/],
      ['\t', /f filter/],
      ['G', /(\d[\d\s]*) av \1/],
      ['g', /\b1 av \d/],
      ['\x1b[6~'.repeat(30), /\d av \d/],
      ['\r', /1 {2}BESLUT/],
      ['G', /Nr \d+/],
    ] as const) {
      session.type(keys);
      await session.shown(({ text }) => shows.test(text));
    }
    const [, kibibytes] =
      /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${session.pid}/status`, 'utf8')) ?? [];
    return Number(kibibytes) / 1024;
  });
}

/** Milliseconds for a command line, from its start to its end. */
export async function measureCommand(place: Place, command: string): Promise<number> {
  const startedAt = performance.now();
  const options = { cwd: place.folder, env: { ...place.environment }, stdio: 'ignore' } as const;
  const code = await new Promise((resolve) => spawn('sh', ['-c', command], options).once('close', resolve));
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
  return performance.now() - startedAt;
}
