/** Commander speaks English. Here it speaks Swedish, for every command: help, and what was wrong with the usage. */
import type { Command, CommanderError } from 'commander';
import { cleanLine } from '../domain/text.ts';
import * as words from '../texts/cli.ts';
import { type Context, columnsOf, programName, tell } from './context.ts';

/**
 * Gives the command and those below it our words. On bad usage it tells what is wrong and throws CommanderError
 * instead of ending the process.
 */
export function inSwedish(command: Command, context: Context): void {
  command
    .helpOption('-h, --help', words.help.option)
    .helpCommand(false)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false)
    .enablePositionalOptions()
    .usage(usageOf(command))
    .configureHelp({
      styleTitle: (title) => words.help.titles[title] ?? title,
      sortSubcommands: false,
      subcommandTerm: (sub) => [sub.name(), ...argumentTerms(sub)].join(' '),
    })
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      getOutHelpWidth: () => columnsOf(context) ?? defaultWidth,
      // Said below, where the error's code is known.
      writeErr: () => undefined,
    })
    .exitOverride((error) => {
      if (error.exitCode !== 0) tell(context, whatIsWrong(error, command, programName(context)));
      throw error;
    });
  for (const sub of command.commands) inSwedish(sub, context);
}

const defaultWidth = 80;

function usageOf(command: Command): string {
  const { commands, option } = words.help.usage;
  return [...(command.commands.length > 0 ? [commands] : []), option, ...argumentTerms(command)].join(' ');
}

function argumentTerms(command: Command): string[] {
  return command.registeredArguments.map((argument) =>
    argument.required ? `<${argument.name()}>` : `[${argument.name()}]`,
  );
}

function whatIsWrong({ code, message }: CommanderError, command: Command, program: string): string {
  const [first] = command.args;
  // A command that has others below it takes no word for itself, so this one was meant for one of them.
  const unknown = code === 'commander.excessArguments' && command.commands.length > 0 ? first : undefined;
  const [, quoted = ''] = /'([^']+)'/.exec(message) ?? [];
  return unknown === undefined
    ? words.usageError(code, cleanLine(quoted), pathOf(command, program))
    : words.usageError('commander.unknownCommand', cleanLine(unknown), pathOf(command, program));
}

/** `tjour mejl visa` */
export function pathOf(command: Command, program: string): string {
  return command.parent ? `${pathOf(command.parent, program)} ${command.name()}` : program;
}
