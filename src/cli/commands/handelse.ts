/** `tjour händelse NUMMER`: one incident, to carry its decision through on a terminal, or as text. */
import * as words from '../../texts/cli.ts';
import { type Context, programName, wantsScreen } from '../context.ts';
import { badInput } from '../failure.ts';
import { readingJournal } from '../withJournal.ts';
import { showOne } from './logg.ts';

export async function run(
  context: Context,
  number: string,
  options: { readonly json?: boolean; readonly operatör?: string },
): Promise<void> {
  if (options.json || !wantsScreen(context)) {
    return showOne(context, number, options.json ?? false);
  }
  const incident = readingJournal(context, (journal) => journal.findIncident(number));
  if (!incident) throw badInput(words.resume.notFound(number, programName(context)));
  const { openDeskScreen } = await import('../deskScreen/openDeskScreen.ts');
  const { id, exercise } = incident;
  const beginning = { kind: 'open-incident', id, action: null } as const;
  return openDeskScreen(context, { ...options, övning: exercise }, beginning);
}
