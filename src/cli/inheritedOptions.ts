/** Options that stand before the command: `tjour --övning ny` is `tjour ny --övning`. */
import type { Command } from 'commander';
import * as words from '../texts/cli.ts';
import { type Context, programName } from './context.ts';
import { badInput } from './failure.ts';
import { pathOf } from './usage.ts';

/**
 * Gives the command what was written before it, by whatever name its own option has. Throws Failure for what the command
 * does not have: nothing that somebody asked for may be passed over, and least of all that it is an exercise.
 */
export function takeOptionsBefore(command: Command, context: Context): void {
  for (let before = command.parent; before; before = before.parent) {
    for (const option of before.options) {
      const name = option.attributeName();
      if (before.getOptionValueSource(name) !== 'cli') continue;
      if (!command.options.some((own) => own.attributeName() === name)) {
        const path = pathOf(command, programName(context));
        throw badInput(words.usageError('commander.unknownOption', option.long ?? option.flags, path));
      }
      if (command.getOptionValueSource(name) !== 'cli')
        command.setOptionValueWithSource(name, before.getOptionValue(name), 'cli');
    }
  }
}
