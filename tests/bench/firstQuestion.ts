/** How long it takes until one can begin to write down what the caller says. */
import { inTerminal, Session } from './session.ts';
import { question, type Subject } from './subjects.ts';

export interface Start {
  /** Milliseconds from the start of the process until the question shows, with the terminal in raw mode. */
  readonly question: number;
  /** Milliseconds until a key that is pressed as soon as the question shows is itself on the screen. */
  readonly firstKey: number;
}

/** A letter that nobody else writes. */
const key = 'Z';
/** Ctrl+A. A terminal that is not in raw mode shows it, as `^A`; in raw mode the program gets it, and it shows nothing. */
const probe = '\x01';

export function measureStart({ script }: Subject): Promise<Start> {
  return inTerminal(new Session(script), async (session) => {
    const asked = await session.sent(({ output }) => output.includes(question));
    session.type(key);
    const shown = await session.shown(({ letters }) => letters.includes(key));
    return { question: asked - session.startedAt, firstKey: shown - session.startedAt };
  });
}

/** Throws when the question shows before the terminal is in raw mode: then it is the terminal that shows the key. */
export async function checkRawMode({ name, script }: Subject): Promise<void> {
  await inTerminal(new Session(script), async (session) => {
    await session.sent(({ output }) => output.includes(question));
    session.type(probe + key);
    await session.shown(({ letters }) => letters.includes(key));
    if (session.output.includes('^A')) throw new Error(`${name} asks before the terminal is in raw mode`);
  });
}
