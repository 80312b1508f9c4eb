/** The guard of personal data where a command lets a text leave, and nobody can be asked. */
import { foundIn, isStrong } from '../flow/guard.ts';
import { guard as words } from '../texts/personalData.ts';
import { type Context, tell } from './context.ts';
import { type Desk, knownTo } from './desk.ts';
import { badInput } from './failure.ts';

export interface LeavingOptions {
  /** The warnings have been read. */
  readonly trotsVarning?: boolean;
}

/** Throws Failure, with what was found told, when one of the texts may not leave. */
export function assertMayLeave(
  context: Context,
  desk: Desk,
  texts: readonly string[],
  { trotsVarning = false }: LeavingOptions,
): void {
  const found = foundIn(texts, { known: knownTo(desk), now: context.now() });
  const stops = found.filter((each) => isStrong(each) || !trotsVarning);
  for (const { kind, text } of found) tell(context, words.found(kind, text));
  if (stops.length === 0) return;
  throw badInput(found.some(isStrong) ? words.mustGo : words.mustBeRead);
}
