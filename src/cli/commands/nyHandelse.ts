/** `tjour ny-händelse`: the call, or the same from an incident file. */
import * as words from '../../texts/cli.ts';
import { newScreenCall } from '../call/screenCall.ts';
import { type Context, isInteractive, wantsPlain } from '../context.ts';
import { badInput } from '../failure.ts';

export interface NewIncidentOptions {
  readonly från?: string;
  readonly övning?: boolean;
  readonly operatör?: string;
  readonly enkel?: boolean;
  readonly json?: boolean;
}

export async function run(context: Context, options: NewIncidentOptions): Promise<void> {
  if (options.från !== undefined) {
    const { newIncidentFromFile } = await import('../call/fromFile.ts');
    return newIncidentFromFile(context, options.från, options);
  }
  const about = { exercise: options.övning ?? false, operator: options.operatör };
  if (wantsPlain(context, options.enkel)) {
    return (await import('../call/plainCall.ts')).newPlainCall(context, about);
  }
  if (!isInteractive(context)) throw badInput(words.terminalNeeded);
  return newScreenCall(context, about);
}
