/** The way in to the desk screen for a command. */
import type { Context } from '../context.ts';
import { atWorkplace } from './atWorkplace.ts';
import { type Beginning, runDesk } from './deskScreen.ts';

/** Runs the desk on the terminal and sets the process's exit code. */
export function openDeskScreen(
  context: Context,
  options: { readonly operatör?: string | undefined; readonly övning?: boolean | undefined },
  beginning: Beginning | null = null,
): Promise<void> {
  return atWorkplace(context, options, (workplace) => runDesk(workplace, beginning));
}
