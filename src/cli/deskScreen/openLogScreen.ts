/** The way in to the log browser for a command. */
import type { LogFilter } from '../../domain/logFilter.ts';
import type { Context } from '../context.ts';
import { laterJournal } from '../withJournal.ts';
import { atWorkplace } from './atWorkplace.ts';
import { runLog } from './logScreen.ts';

/**
 * Runs the browser on the terminal and sets the process's exit code. The journal is only read, and not made: it is
 * first written by whoever reviews an incident, or works on one.
 */
export function openLogScreen(
  context: Context,
  options: { readonly operatör?: string | undefined },
  filter: LogFilter,
): Promise<void> {
  const { operatör } = options;
  return atWorkplace(context, { operatör, existing: true }, async (workplace) => {
    const { journal, close } = laterJournal(workplace.desk.dataFolder);
    try {
      return (await runLog(workplace, null, journal, filter)) === 'exit' ? 'interrupted' : 'left';
    } finally {
      close();
    }
  });
}
