/** The way in: words on the command line to a command, and whatever goes wrong to words and an exit code. */
import { CommanderError } from 'commander';
import * as words from '../texts/cli.ts';
import { normaliseArguments } from './arguments.ts';
import { type Context, processContext, programName, tell } from './context.ts';
import { exitCode, Failure, messageOf } from './failure.ts';
import { createProgram } from './program.ts';
import { stopsBySignal } from './signals.ts';

/** Runs the command line (without `node` and the script). Sets the process's exit code and never throws. */
export async function main(argv: readonly string[]): Promise<void> {
  const context = processContext();
  endQuietlyWhenNobodyReads(context);
  explainWhatNobodyCaught(context);
  try {
    await createProgram(context).parseAsync(normaliseArguments(argv), { from: 'user' });
  } catch (error) {
    process.exitCode = await report(error, context);
  }
}

async function report(error: unknown, context: Context): Promise<number> {
  if (context.env.TJOUR_DEBUG && error instanceof Error) tell(context, error.stack ?? error.message);
  // Commander has already said it, in our words (see program.ts).
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.badInput;
  if (error instanceof Failure) {
    if (error.message !== '') tell(context, error.message);
    return error.code;
  }
  const { describe } = await import('./describe.ts');
  const known = describe(error, context);
  tell(context, known?.message ?? words.unexpected(messageOf(error), programName(context)));
  return known?.code ?? exitCode.fault;
}

/** `tjour logg | head -1`: the reader has what it wanted, and that is no fault. */
function endQuietlyWhenNobodyReads(context: Context): void {
  context.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    // The terminal is gone. A screen is told by the signal, and ends by itself when it has kept what was typed.
    if (error.code === 'EIO' && stopsBySignal()) return;
    tell(context, words.notPrinted(error.code ?? error.message));
    process.exit(exitCode.fault);
  });
  // There is nobody to tell.
  context.stderr.on('error', () => undefined);
}

/** What nobody caught: said when the screen has been given back, and without a stack trace. */
function explainWhatNobodyCaught(context: Context): void {
  process.once('uncaughtException', (error) => {
    process.once('exit', () => {
      const debug = context.env.TJOUR_DEBUG && error instanceof Error;
      tell(
        context,
        debug ? (error.stack ?? error.message) : words.unexpected(messageOf(error), programName(context)),
      );
    });
    process.exit(exitCode.fault);
  });
}
