/** `tjour fortsätt`: goes on with an unfinished incident. */
import * as words from '../../texts/cli.ts';
import { type Context, isInteractive, wantsPlain } from '../context.ts';
import { badInput } from '../failure.ts';

export async function run(
  context: Context,
  number: string | undefined,
  options: { readonly operatör?: string; readonly enkel?: boolean },
): Promise<void> {
  const about = { number, operator: options.operatör };
  if (wantsPlain(context, options.enkel)) {
    return (await import('../call/plainCall.ts')).resumePlainCall(context, about);
  }
  if (!isInteractive(context)) throw badInput(words.terminalNeededToResume);
  return (await import('../call/screenCall.ts')).resumeScreenCall(context, about);
}
