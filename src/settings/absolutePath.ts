/** A path as somebody types it, made to mean the same file wherever the program is started. */
import { homedir } from 'node:os';
import { resolve } from 'node:path';

/** Whole, from where the program is started now; `~` is the user's own folder, as in a shell. */
export function absolutePath(text: string): string {
  return resolve(/^~(?=$|[/\\])/.test(text) ? homedir() + text.slice(1) : text);
}
