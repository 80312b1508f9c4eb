/** A new journal: made whole beside, and then given its name in one step. */
import { chmodSync, closeSync, fsyncSync, linkSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { noHash } from './chain.ts';
import { JournalError } from './errors.ts';
import { allTables, schemaVersion } from './schema.ts';

/** The journal's folder, made for this user alone if it is not there. Throws JournalError or the system's error. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    // What Node says when the file system is read-only.
    const unwritable = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw unwritable ? new JournalError('read-only', { cause: error }) : error;
  }
}

/** How many this process has begun: each has a name of its own. */
let drafts = 0;
/** The names of those that it has begun and not thrown away. */
const begun = new Set<string>();

/**
 * The names of what processes that are no more have left in the folder of drafts of the journal `file`, which nobody
 * will finish. Throws the system's error.
 */
export function abandonedDrafts(file: string): string[] {
  const folder = dirname(file);
  return readdirSync(folder).filter((name) => {
    const [, draft = '', maker] = /^(.+\.new-(\d+)-\d+)(?:-journal|-wal|-shm)?$/.exec(name) ?? [];
    const isDraft = maker !== undefined && draft.startsWith(`${basename(file)}.new-`);
    return isDraft && !isBeingMade(join(folder, draft), Number(maker));
  });
}

/** A process may have the number of one that is no more. If it is another than this, the draft stays until it ends. */
function isBeingMade(draft: string, maker: number): boolean {
  if (maker === process.pid) return begun.has(draft);
  try {
    // Sends nothing, and fails when there is no such process.
    process.kill(maker, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/**
 * A journal that is being made, beside the place where it will lie. No process ever sees half a journal, two that start
 * at once get the same one, and an empty file under the name is always a damaged journal, never a new one.
 */
export class DraftJournal {
  readonly #file: string;
  readonly #draft: string;
  #open: DatabaseSync | null = null;

  /** `file` is the journal's name to be. Its folder must be there. */
  constructor(file: string) {
    this.#file = file;
    drafts += 1;
    this.#draft = `${file}.new-${process.pid}-${drafts}`;
  }

  /**
   * An empty journal, with a transaction open for what is to stand in it. Takes away what dead processes have left of
   * theirs. Throws SQLite's or the system's error.
   */
  begin(): DatabaseSync {
    this.discard();
    for (const name of abandonedDrafts(this.#file)) rmSync(join(dirname(this.#file), name), { force: true });
    begun.add(this.#draft);
    closeSync(openSync(this.#draft, 'wx', 0o600));
    chmodSync(this.#draft, 0o600);
    const db = new DatabaseSync(this.#draft);
    this.#open = db;
    // What goes wrong on the way is thrown away whole, and the whole is synced before it gets its name.
    db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      BEGIN; ${allTables} PRAGMA user_version = ${schemaVersion};`);
    db.prepare('INSERT INTO head (id, sequence, hash, payloads) VALUES (1, 0, ?, 0)').run(noHash);
    return db;
  }

  /**
   * Makes this the journal, on the disk when this returns; false when there is one already, which then stays. Throws
   * SQLite's or the system's error.
   */
  publish(): boolean {
    this.#open?.exec('COMMIT; PRAGMA journal_mode = WAL;');
    this.#close();
    sync(this.#draft);
    try {
      linkSync(this.#draft, this.#file);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
      throw error;
    }
    // After this the new name survives a power cut. Windows cannot open a folder, and keeps names safe by itself.
    if (process.platform !== 'win32') sync(dirname(this.#file));
    return true;
  }

  /** Takes away what is left beside the journal: always the last thing to do. */
  discard(): void {
    this.#close();
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${this.#draft}${end}`, { force: true });
    begun.delete(this.#draft);
  }

  #close(): void {
    const db = this.#open;
    this.#open = null;
    db?.close();
  }
}

function sync(path: string): void {
  // Windows syncs only what is open for writing, and no system lets a folder be.
  const descriptor = openSync(path, process.platform === 'win32' ? 'r+' : 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes an empty journal, unless there is one already. Throws SQLite's or the system's error. */
export function createJournal(file: string): void {
  const draft = new DraftJournal(file);
  try {
    draft.begin();
    draft.publish();
  } finally {
    draft.discard();
  }
}
