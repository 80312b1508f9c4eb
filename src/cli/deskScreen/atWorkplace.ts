/** A workplace for as long as a command's screens run, and what is said when they are left. */
import { newId } from '../../journal/id.ts';
import { deskLeft as words } from '../../texts/cli.ts';
import { type Context, tell } from '../context.ts';
import { exitCode } from '../failure.ts';
import { keepTyped } from '../keepTyped.ts';
import { rescueFolders, saveSomewhere } from '../saveSomewhere.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/**
 * Runs the screens, and sets the process's exit code when they were interrupted. What was recorded there and is not in
 * the journal is put in a file of its own.
 */
export async function atWorkplace(
  context: Context,
  options: Parameters<typeof openWorkplace>[1],
  screens: (workplace: Workplace) => Promise<'left' | 'interrupted'>,
): Promise<void> {
  const workplace = await openWorkplace(context, options);
  // Where the program ends in the midst of it, by a fault of its own or because the terminal is gone.
  const rescue = () => unsavedCopy(workplace)?.();
  process.once('exit', rescue);
  try {
    if ((await screens(workplace)) === 'interrupted') process.exitCode = exitCode.interrupted;
  } finally {
    process.off('exit', rescue);
    const copy = unsavedCopy(workplace);
    workplace.close();
    for (const say of workplace.afterwards) say();
    if (copy !== null) copy();
  }
}

/** What the journal has not taken is put somewhere else, and that is said. Null when the journal has everything. */
function unsavedCopy(workplace: Workplace): (() => void) | null {
  const { writer, context } = workplace;
  // At once, even if it failed a moment ago.
  writer.write([]);
  const left = [...writer.waiting().map((entry) => JSON.stringify(entry)), ...unkeptTyping(workplace)];
  if (left.length === 0) return null;
  const content = left.map((line) => `${line}\n`).join('');
  const path = saveSomewhere(`tjour-poster-${newId()}.jsonl`, content, rescueFolders);
  return () => {
    process.exitCode = exitCode.fault;
    tell(
      context,
      path === null ? `${words.notSaved(left.length)}\n${content}` : words.rescued(left.length, path),
    );
  };
}

/** What is typed and cannot be kept now either. */
function unkeptTyping({ unkept, journal }: Workplace): string[] {
  return [...unkept].flatMap(([incident, body]) => {
    try {
      keepTyped(journal(), incident, body, 'incident');
      return [];
    } catch {
      return body === null ? [] : [body];
    }
  });
}
