/**
 * The built program in a real terminal, as the person in front of it sees it. Nothing here waits for a time to pass:
 * it waits for something to be seen, and says what was on the screen if that never came.
 */
import { spawn as spawnInTerminal } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';
import type { Stroke } from './call.ts';
import { type Desk, environment, program } from './desk.ts';

/** How long something may take before the test gives up on it. The machine may be busy with other tests. */
const patience = 20_000;

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Instead of the program: a command that ends in starting it, such as one in a namespace of its own. */
  readonly through?: (command: readonly string[]) => readonly string[];
  /** Written at once, before the program has had time to do anything. */
  readonly typedAhead?: string | Uint8Array;
}

export interface Exit {
  readonly code: number;
  /** The signal's number; 0 when the program ended by itself. */
  readonly signal: number;
}

/** What to wait for: words on the screen, or anything else that can be asked of the terminal. */
export type Sight = string | RegExp | ((terminal: Terminal) => boolean);

export class Terminal {
  /** The program's (or what it was started through). */
  readonly pid: number;
  /** When the program has ended and everything it wrote has been drawn. */
  readonly ended: Promise<Exit>;
  #exit: Exit | null = null;
  readonly #screen: xterm.Terminal;
  readonly #pty: ReturnType<typeof spawnInTerminal>;
  #nextLook = Promise.withResolvers<void>();
  #output = '';
  #bells = 0;

  constructor(desk: Desk, args: readonly string[], options: TerminalOptions = {}) {
    const { columns = 100, rows = 30, env = {}, through = (command) => command } = options;
    this.#screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 5000 });
    this.#screen.onBell(() => {
      this.#bells += 1;
    });
    const [file = '', ...rest] = through([process.execPath, program, ...args]);
    this.#pty = spawnInTerminal(file, rest, {
      name: env.TERM ?? 'xterm-256color',
      cols: columns,
      rows,
      cwd: desk.folder,
      env: { ...environment(desk), ...env },
    });
    this.pid = this.#pty.pid;
    if (options.typedAhead !== undefined) this.write(options.typedAhead);
    this.#pty.onData((data) => {
      this.#output += data;
      this.#screen.write(data, () => this.#look());
    });
    // What a terminal is asked, such as where its cursor stands, it answers.
    this.#screen.onData((answer) => this.#pty.write(answer));
    this.ended = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode: code, signal = 0 }) => {
        this.#screen.write('', () => {
          this.#exit = { code, signal };
          this.#look();
          resolve({ code, signal });
        });
      });
    });
    onTestFinished(() => this.kill('SIGKILL'));
  }

  /** Types a text, or sends bytes as they are. */
  write(input: string | Uint8Array): void {
    // The types say text only; bytes are passed on as they are, and a text is sent as UTF-8.
    this.#pty.write((typeof input === 'string' ? input : Buffer.from(input)) as string);
  }

  /** What stands on the screen now, a string a row without the blanks at its end. */
  screen(): string[] {
    const { active } = this.#screen.buffer;
    return this.#rows(active, active.baseY, active.baseY + this.#screen.rows);
  }

  /** The screen as one text. */
  text(): string {
    return this.screen().join('\n');
  }

  /** Everything on the ordinary screen, also what has been scrolled out of it: what is left when the program ends. */
  scrollback(): string[] {
    const { normal } = this.#screen.buffer;
    const rows = this.#rows(normal, 0, normal.length);
    while (rows.at(-1) === '') rows.pop();
    return rows;
  }

  #rows(buffer: xterm.IBuffer, from: number, to: number): string[] {
    return Array.from(
      { length: to - from },
      (_, row) => buffer.getLine(from + row)?.translateToString(true, 0, this.#screen.cols) ?? '',
    );
  }

  /** Whether a row of the screen goes on in the next one because it was too long for the window. */
  wrapped(): boolean {
    const { active } = this.#screen.buffer;
    return this.screen().some((_, row) => active.getLine(active.baseY + row)?.isWrapped === true);
  }

  /** Counted from 0. */
  cursor(): { readonly row: number; readonly column: number } {
    const { active } = this.#screen.buffer;
    return { row: active.cursorY, column: active.cursorX };
  }

  buffer(): 'normal' | 'alternate' {
    return this.#screen.buffer.active.type;
  }

  /** The modes that a program may leave on behind it. */
  modes(): { readonly bracketedPaste: boolean; readonly cursorHidden: boolean } {
    const shown = this.#output.lastIndexOf('\x1b[?25h');
    const hidden = this.#output.lastIndexOf('\x1b[?25l');
    return { bracketedPaste: this.#screen.modes.bracketedPasteMode, cursorHidden: hidden > shown };
  }

  /** Everything the program has sent, escape sequences and all. */
  get output(): string {
    return this.#output;
  }

  /** How many times the bell has rung; what ends an escape sequence is no bell. */
  get bells(): number {
    return this.#bells;
  }

  /** What has been put on the clipboard (OSC 52), oldest first. */
  get copied(): string[] {
    const sequences = this.#output.matchAll(/\x1b\]52;c;([A-Za-z0-9+/=]*)\x07/g);
    return Array.from(sequences, ([, base64 = '']) => Buffer.from(base64, 'base64').toString('utf8'));
  }

  get exit(): Exit | null {
    return this.#exit;
  }

  resize(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  /** Something else writes on the same terminal, and the program knows nothing of it. */
  disturb(text: string): void {
    this.#screen.write(text, () => this.#look());
  }

  /** Closes the window: the program gets SIGHUP, and nobody reads what it writes any more. */
  closeWindow(): void {
    (this.#pty as unknown as { destroy(): void }).destroy();
  }

  kill(signal: NodeJS.Signals): void {
    try {
      process.kill(this.pid, signal);
    } catch {
      // It has ended already.
    }
  }

  /** Resolves when it is seen; throws with what is on the screen when it is not, or when the program has ended. */
  async waitFor(sight: Sight): Promise<void> {
    let isLate = false;
    const deadline = setTimeout(() => {
      isLate = true;
      this.#look();
    }, patience);
    try {
      while (!this.#sees(sight)) {
        if (isLate) throw this.#unseen(sight, 'never seen');
        if (this.#exit) throw this.#unseen(sight, `ended with ${JSON.stringify(this.#exit)} without showing`);
        await this.#nextLook.promise;
      }
    } finally {
      clearTimeout(deadline);
    }
  }

  /** Presses the keys of each step, and goes on when the next one is seen. */
  async press(strokes: readonly Stroke[]): Promise<void> {
    for (const { keys, shows } of strokes) {
      this.write(keys);
      await this.waitFor(shows);
    }
  }

  /** Waits for the program to end by itself. */
  async end(): Promise<Exit> {
    await this.waitFor(() => this.#exit !== null);
    return this.ended;
  }

  #sees(sight: Sight): boolean {
    // A frame that is only half drawn is not looked at: a terminal shows it when it is whole.
    if (this.#screen.modes.synchronizedOutputMode && !this.#exit) return false;
    if (typeof sight === 'function') return sight(this);
    return typeof sight === 'string' ? this.text().includes(sight) : sight.test(this.text());
  }

  #unseen(sight: Sight, why: string): Error {
    return new Error(`${why}: ${sight.toString()}\n\non the screen:\n${this.text()}`);
  }

  /** Something was drawn, or the program ended: those who wait look again. */
  #look(): void {
    this.#nextLook.resolve();
    this.#nextLook = Promise.withResolvers();
  }
}
