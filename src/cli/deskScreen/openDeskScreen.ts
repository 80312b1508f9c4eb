/** The way in to the desk screen for a command, and what is said when it is left. */
import { deskLeft as words } from '../../texts/cli.ts';
import { type Context, tell } from '../context.ts';
import { exitCode } from '../failure.ts';
import { rescueFolders, saveSomewhere } from '../saveSomewhere.ts';
import { type Beginning, runDesk } from './deskScreen.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** Runs the desk on the terminal and sets the process's exit code. */
export async function openDeskScreen(
  context: Context,
  options: { readonly operatör?: string | undefined; readonly övning?: boolean | undefined },
  beginning: Beginning | null = null,
): Promise<void> {
  const workplace = await openWorkplace(context, options);
  try {
    const way = await runDesk(workplace, beginning);
    if (way === 'interrupted') process.exitCode = exitCode.interrupted;
  } finally {
    const copy = unsavedCopy(workplace);
    workplace.close();
    for (const say of workplace.afterwards) say();
    if (copy !== null) copy();
  }
}

/** What the journal has not taken is put somewhere else, and that is said. Null when the journal has everything. */
function unsavedCopy({ writer, context }: Workplace): (() => void) | null {
  // At once, even if it failed a moment ago.
  writer.write([]);
  const entries = writer.waiting();
  if (entries.length === 0) return null;
  const content = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  const path = saveSomewhere(`tjour-poster-${entries[0]?.id}.jsonl`, content, rescueFolders);
  return () => {
    process.exitCode = exitCode.fault;
    tell(
      context,
      path === null ? `${words.notSaved(entries.length)}\n${content}` : words.rescued(entries.length, path),
    );
  };
}
