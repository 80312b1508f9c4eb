/** What is said to somebody at a terminal while a server is waited for. */
import { type Context, tell } from '../context.ts';

/** Nothing where nobody sits and waits: what is written to a file is only what came of it. */
export function tellMeanwhile(context: Context, text: string): void {
  if (context.stderr.isTTY) tell(context, text);
}
