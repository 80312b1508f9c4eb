/** `tjour diarium`: records what an incident is called in the register of public records. */
import { cleanLine, countCharacters, isBlank } from '../../domain/text.ts';
import { newEntry } from '../../flow/newEntry.ts';
import { newId } from '../../journal/id.ts';
import { settingsFolder } from '../../settings/folders.ts';
import { readSettings } from '../../settings/settings.ts';
import { register as words } from '../../texts/exports.ts';
import { type Context, operatorName, print, printJson } from '../context.ts';
import { badInput } from '../failure.ts';
import { recordOnIncident } from '../incidentRecord.ts';

/** The longest register number, in characters. Registers use some twenty. */
const longest = 100;

export interface RegisterOptions {
  readonly operatör?: string;
  readonly json?: boolean;
}

/** A number that it has already is not recorded again. Throws Failure, with nothing saved, on a number that is none. */
export async function run(
  context: Context,
  number: string,
  typed: string,
  options: RegisterOptions,
): Promise<void> {
  const registryNumber = cleanLine(typed);
  if (isBlank(registryNumber) || countCharacters(registryNumber) > longest)
    throw badInput(words.bad(longest));
  const { operator: setting } = await readSettings(settingsFolder(context.env));
  const operator = operatorName(options.operatör, setting);
  const at = { now: context.now(), newId };
  const incident = recordOnIncident(context, number, words.notSaved, (journal, found) => {
    if (found.registryNumber?.number !== registryNumber) {
      const about = { incident: found.id, operator };
      journal.append([newEntry('registered', { number: registryNumber }, about, at)]);
    }
    return found;
  });
  if (options.json) {
    printJson(context, { number: incident.number, registryNumber });
    return;
  }
  const before = incident.registryNumber?.number;
  if (before === registryNumber) {
    print(context, words.already(incident.number, registryNumber));
    return;
  }
  print(context, words.done(incident.number, registryNumber));
  if (before !== undefined) print(context, words.replaced(before));
}
