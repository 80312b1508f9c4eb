/**
 * Opens the journal for writing, and is killed without warning before the given statement is run; says 'done' when
 * there are not that many. Arguments: folder, number of the statement from 1.
 */
import { DatabaseSync } from 'node:sqlite';
import { openForWriting } from '../../../src/journal/file.ts';

const [folder = '', last = ''] = process.argv.slice(2);
const { exec } = DatabaseSync.prototype;
let count = 0;
DatabaseSync.prototype.exec = function (sql) {
  count += 1;
  if (count === Number(last)) process.kill(process.pid, 'SIGKILL');
  exec.call(this, sql);
};
openForWriting(folder).close();
console.log('done');
