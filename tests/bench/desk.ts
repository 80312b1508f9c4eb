/** The desk screen under load: how soon the list shows, and how long a key takes to what it does there. */
import type { Place } from './place.ts';
import { inTerminal, Session } from './session.ts';
import { program } from './subjects.ts';

/** Milliseconds from the start of the process. */
export interface DeskStart {
  /** Until the desk is on the screen, before it has read anything. */
  readonly frame: number;
  /** Until the list is. */
  readonly list: number;
}

const title = 'Trygghetsjouren';

/** The desk screen at this place, which is kept when the session is stopped. `node` is what Node gets besides. */
export function deskSession(place: Place, node: readonly string[] = [], environment = {}): Session {
  return new Session([...node, program], environment, { ...place, remove: () => undefined });
}

export function measureDeskStart(place: Place): Promise<DeskStart> {
  return inTerminal(deskSession(place), async (session) => {
    const [frame, list] = await Promise.all([
      session.sent(({ output }) => output.includes(title)),
      session.shown(showsList),
    ]);
    return { frame: frame - session.startedAt, list: list - session.startedAt };
  });
}

export const down = '\x1b[B';
const up = '\x1b[A';
const pageDown = '\x1b[6~';
const pageUp = '\x1b[5~';

/** As when somebody looks through the list: each key moves, and on the whole it goes down. */
const looking = [down, down, down, down, down, pageDown, pageDown, up, up, pageUp, down];
export const deskKeyCount = looking.length * 50;

/** Milliseconds for each key, pressed when the one before has done what it does. */
export function measureDeskKeys(place: Place): Promise<number[]> {
  return inTerminal(deskSession(place), async (session) => {
    await session.shown(showsList);
    const times: number[] = [];
    for (let nth = 0; nth < deskKeyCount; nth += 1)
      times.push(await measureMove(session, looking[nth % looking.length] ?? down));
    return times;
  });
}

/** Milliseconds from the key until another row is marked. */
export async function measureMove(session: Session, key: string): Promise<number> {
  const before = selectedRow(session);
  const sentAt = session.type(key);
  const movedAt = await session.shown((screen) => {
    const now = selectedRow(screen);
    return now !== null && now !== before;
  });
  return movedAt - sentAt;
}

export function showsList(session: Session): boolean {
  return selectedRow(session) !== null;
}

/** From the number of its incident on: what stands before that changes with the clock. */
const number = /[A-Z]-\d{4}-\d{4}.*/;

/** What is on the one row that is marked; null while none is, or the screen is half drawn. */
function selectedRow({ text }: Session): string | null {
  const [row, ...others] = text.split('\n').filter((line) => line.startsWith('▶'));
  return others.length === 0 ? (row?.match(number)?.[0] ?? null) : null;
}
