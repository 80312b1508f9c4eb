/** One connection to the journal's file: transactions, and what happens to it after an error. */
import { beginWriting, type Connection, connectionOver } from './connection.ts';
import { JournalError, sqlite, sqliteCode, toJournalError } from './errors.ts';
import { journalFile, openForReading, openForWriting, statOf } from './file.ts';

interface OpenConnection extends Connection {
  /** Which file it was when it was opened. */
  readonly inode: number | undefined;
}

export class Store {
  readonly #folder: string;
  readonly #readOnly: boolean;
  #connection: OpenConnection | null = null;

  /** Opens the connection at once, so that what is wrong shows now. Throws JournalError. */
  constructor(folder: string, readOnly: boolean) {
    this.#folder = folder;
    this.#readOnly = readOnly;
    this.read(() => undefined);
  }

  /**
   * Runs `work` and gives what it gives. A file that was deleted or replaced while open can still be read, and nobody
   * would ever see that it is not the journal any more: then the one that is there now is read. Throws JournalError.
   */
  read<T>(work: (connection: Connection) => T): T {
    try {
      if (this.#connection && !this.#isSameFile(this.#connection)) this.#drop();
      return work(this.#connect());
    } catch (error) {
      throw this.#failed(error);
    }
  }

  /** As `read`, for rows that come one by one; the statement is its own, so several may be open at once. */
  *stream<T>(sql: string, parameters: readonly (string | number)[]): Generator<T> {
    try {
      if (this.#connection && !this.#isSameFile(this.#connection)) this.#drop();
      const statement = this.#connect().db.prepare(sql);
      yield* statement.iterate(...parameters) as Iterable<T>;
    } catch (error) {
      throw this.#failed(error);
    }
  }

  /**
   * Runs `work` in one transaction, alone among all processes: all of it is on the disk when this returns, or nothing.
   * Throws JournalError, and may be called again after that.
   */
  write<T>(work: (connection: Connection) => T): T {
    if (this.#readOnly) throw new JournalError('read-only');
    try {
      const connection = this.#connect();
      this.#assertSameFile(connection);
      beginWriting(connection.db);
      const result = work(connection);
      connection.db.exec('COMMIT');
      return result;
    } catch (error) {
      throw this.#failed(error);
    }
  }

  close(): void {
    const connection = this.#connection;
    this.#connection = null;
    connection?.db.close();
  }

  #connect(): OpenConnection {
    if (this.#connection) return this.#connection;
    const inode = statOf(journalFile(this.#folder))?.ino;
    const db = this.#readOnly ? openForReading(this.#folder) : openForWriting(this.#folder);
    this.#connection = { ...connectionOver(db), inode };
    return this.#connection;
  }

  /** A file that was deleted or replaced while open still takes writes, and nobody would ever see them. */
  #assertSameFile(connection: OpenConnection): void {
    if (this.#isSameFile(connection)) return;
    this.#drop();
    throw new JournalError('missing');
  }

  #isSameFile({ inode }: OpenConnection): boolean {
    return statOf(journalFile(this.#folder))?.ino === inode;
  }

  /** Leaves a connection that can be used again, or none (the next call opens one). */
  #failed(error: unknown): JournalError {
    const code = sqliteCode(error);
    try {
      if (this.#connection?.db.isTransaction) this.#connection.db.exec('ROLLBACK');
    } catch {
      this.#drop();
    }
    if (code === sqlite.ioError || code === sqlite.corrupt) this.#drop();
    return toJournalError(error, this.#folder);
  }

  #drop(): void {
    try {
      this.close();
    } catch {
      // What made the connection unusable may also refuse to close it; a new one is opened all the same.
    }
  }
}
