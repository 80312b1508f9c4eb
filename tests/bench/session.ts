/** A program in a pseudo-terminal, with a clock beside it. */
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { newPlace, type Place } from './place.ts';

/** How long something may take before it counts as never, in milliseconds. */
const patience = 20_000;

/** What is looked for: called for every piece of output, with everything sent so far and what is on the screen. */
export type Sight = (session: Session) => boolean;

interface Watcher {
  readonly sight: Sight;
  readonly seen: (at: number) => void;
}

/** All times are milliseconds of `performance.now()`. */
export class Session {
  readonly startedAt: number;
  readonly ended: Promise<number>;
  readonly place: Place;
  readonly #pty: IPty;
  readonly #screen = new xterm.Terminal({ cols: 100, rows: 30, allowProposedApi: true });
  readonly #onOutput = new Set<Watcher>();
  readonly #onScreen = new Set<Watcher>();
  #output = '';

  /** Starts Node with these arguments, in `place`, which is removed when the session is stopped. */
  constructor(
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
    place: Place = newPlace(),
  ) {
    this.place = place;
    const options = {
      name: 'xterm-256color',
      cols: 100,
      rows: 30,
      cwd: this.place.folder,
      env: { ...this.place.environment, ...environment },
    };
    this.startedAt = performance.now();
    this.#pty = spawn(process.execPath, [...args], options);
    this.#pty.onData((data) => {
      const at = performance.now();
      this.#output += data;
      this.#look(this.#onOutput, at);
      this.#screen.write(data, () => this.#look(this.#onScreen, at));
    });
    // What a terminal is asked, such as where its cursor stands, it answers.
    this.#screen.onData((answer) => this.#pty.write(answer));
    this.ended = new Promise((resolve) => this.#pty.onExit(({ exitCode }) => resolve(exitCode)));
  }

  /** Types, and gives the moment when it did. */
  type(keys: string): number {
    const at = performance.now();
    this.#pty.write(keys);
    return at;
  }

  /** The program's process. */
  get pid(): number {
    return this.#pty.pid;
  }

  /** Everything that the program has sent. */
  get output(): string {
    return this.#output;
  }

  /** The rows on the screen from its top to its bottom, and the cursor. */
  get buffer(): xterm.IBuffer {
    return this.#screen.buffer.active;
  }

  /** What stands on the screen, a line a row. */
  get text(): string {
    const { buffer } = this;
    const rows = Array.from({ length: this.#screen.rows }, (_, row) => buffer.getLine(buffer.baseY + row));
    return rows.map((row) => row?.translateToString(true) ?? '').join('\n');
  }

  /** The letters on the screen, without blanks, frames and line breaks. */
  get letters(): string {
    return this.text.replace(/\P{L}/gu, '');
  }

  /** When the output came that made this true; looked at before the terminal has drawn it. */
  sent(sight: Sight): Promise<number> {
    return this.#wait(this.#onOutput, sight);
  }

  /** When the output came that made this true on the screen. */
  shown(sight: Sight): Promise<number> {
    return this.#wait(this.#onScreen, sight);
  }

  /** Ends the program, whatever it is doing, and removes what it has written. */
  async stop(): Promise<void> {
    try {
      process.kill(this.#pty.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
    await this.ended;
    this.#screen.dispose();
    this.place.remove();
  }

  async #wait(watchers: Set<Watcher>, sight: Sight): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const watcher = { sight, seen: resolve };
    const never = setTimeout(() => reject(new Error(`never seen: ${sight}\n${this.#output}`)), patience);
    watchers.add(watcher);
    try {
      return await promise;
    } finally {
      clearTimeout(never);
      watchers.delete(watcher);
    }
  }

  #look(watchers: Set<Watcher>, at: number): void {
    for (const { sight, seen } of watchers) if (sight(this)) seen(at);
  }
}

/** Runs `use` with the program and ends it afterwards. */
export async function inTerminal<T>(session: Session, use: (session: Session) => Promise<T>): Promise<T> {
  try {
    return await use(session);
  } finally {
    await session.stop();
  }
}
