/** `--utfall` */
import { fold } from '../domain/register.ts';
import { type Outcome, outcomes } from '../domain/rules.ts';
import * as words from '../texts/cli.ts';
import { outcomeLabels } from '../texts/labels.ts';
import { badInput } from './failure.ts';

/** The outcome by its name in the interface or in JSON, tolerant of case and of missing å, ä, ö. Throws Failure. */
export function outcomeOption(text: string | undefined): Outcome | undefined {
  if (text === undefined) return undefined;
  const found = outcomes.find((each) =>
    [each, outcomeLabels[each]].some((name) => fold(name) === fold(text)),
  );
  if (!found) throw badInput(words.logList.badOutcome(text));
  return found;
}
