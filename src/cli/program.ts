/** The command line as a table: every command with its options. What each does is in `commands/`, loaded when needed. */
import { Command, Option } from 'commander';
import * as words from '../texts/cli.ts';
import * as templateWords from '../texts/templates.ts';
import { run as newIncident } from './commands/nyHandelse.ts';
import type { Context } from './context.ts';
import { takeOptionsBefore } from './inheritedOptions.ts';
import { inSwedish } from './usage.ts';

/** Loaded when one of them is called. Whatever draws, mails or reads tables is loaded further in. */
const commands = () => import('./commands/index.ts');

/** The program, ready to parse. Throws CommanderError on bad usage, after having said what is wrong. */
export function createProgram(context: Context): Command {
  const program = new Command('tjour').description(words.about);
  program
    .option('--json', words.options.json)
    .option('--övning', words.options.exerciseDesk)
    .option('--operatör <sign>', words.options.operator)
    .action(async (options) => (await commands()).bord.run(context, options));

  const command = (name: string, description: string, ...aliases: string[]) =>
    program.command(name).description(description).aliases(aliases);

  command('bord', words.commands.bord)
    .option('--json', words.options.json)
    .option('--övning', words.options.exerciseDesk)
    .option('--operatör <sign>', words.options.operator)
    .action(async (options) => (await commands()).bord.run(context, options));

  command('ny-händelse', words.commands.newIncident, 'ny', 'ny-handelse')
    .option('--från <fil>', words.options.from)
    .option('--övning', words.options.exercise)
    .option('--operatör <sign>', words.options.operator)
    .option('--enkel', words.options.plain)
    .option('--json', words.options.json)
    .action((options) => newIncident(context, options));

  command('bedöm', words.commands.assess, 'bedom')
    .requiredOption('--från <fil>', words.options.from)
    .option('--json', words.options.json)
    .action(async (options) => (await import('./commands/bedom.ts')).run(context, options));

  command('fortsätt', words.commands.resume, 'fortsatt')
    .argument('[nummer]', words.options.number)
    .option('--operatör <sign>', words.options.operator)
    .option('--enkel', words.options.plain)
    .action(async (number, options) => (await commands()).fortsatt.run(context, number, options));

  command('händelse', words.commands.incident, 'handelse')
    .argument('<nummer>', words.options.number)
    .option('--operatör <sign>', words.options.operator)
    .option('--json', words.options.json)
    .action(async (number, options) => (await commands()).handelse.run(context, number, options));

  command('påminn', words.commands.remind, 'paminn')
    .option('--mejl', words.options.mailReminders)
    .option('--övning', words.options.onlyExercises)
    .option('--operatör <sign>', words.options.operator)
    .option('--json', words.options.json)
    .action(async (options) => (await commands()).paminn.run(context, options));

  command('överlämning', words.commands.handover, 'overlamning')
    .option('--signera', words.options.sign)
    .option('--kvittera', words.options.acknowledge)
    .option('--anteckning <text>', words.options.note)
    .option('--övning', words.options.exerciseHandover)
    .option('--operatör <sign>', words.options.operator)
    .option('--json', words.options.json)
    .action(async (options) => (await commands()).overlamning.run(context, options));

  command('telefontest', words.commands.phoneTest)
    .option('--telefon <telefon>', words.options.phone)
    .option('--resultat <resultat>', words.options.result)
    .option('--anteckning <text>', words.options.note)
    .option('--övning', words.options.exerciseTest)
    .option('--operatör <sign>', words.options.operator)
    .option('--json', words.options.json)
    .action(async (options) => (await commands()).telefontest.run(context, options));

  command('logg', words.commands.log)
    .argument('[nummer]', words.options.number)
    .option('--json', words.options.json)
    .option('--sök <text>', words.options.search)
    .option('--från-datum <datum>', words.options.fromDate)
    .option('--till-datum <datum>', words.options.toDate)
    .option('--utfall <utfall>', words.options.outcome)
    .addOption(new Option('--övning', words.options.onlyExercises).conflicts('utanÖvning'))
    .option('--utan-övning', words.options.noExercises)
    .addOption(new Option('--csv [fil]', words.options.exportCsv).conflicts('json'))
    .option('--operatör <sign>', words.options.operator)
    .action(async (number, options) => (await import('./commands/logg.ts')).run(context, number, options));

  command('statistik', words.commands.statistics)
    .option('--från-datum <datum>', words.options.fromDate)
    .option('--till-datum <datum>', words.options.toDate)
    .option('--övning', words.options.onlyExercises)
    .option('--json', words.options.json)
    .addOption(new Option('--html <fil>', words.options.exportHtml).conflicts('json'))
    .option('--operatör <sign>', words.options.operator)
    .action(async (options) => (await commands()).statistik.run(context, options));

  command('exportera', words.commands.exportRecord)
    .argument('<nummer>', words.options.number)
    .option('--pdf <fil>', words.options.exportPdf)
    .option('--json [fil]', words.options.exportJson)
    .option('--operatör <sign>', words.options.operator)
    .action(async (number, options) => (await commands()).exportera.run(context, number, options));

  command('granska', words.commands.review)
    .argument('[nummer]', words.options.number)
    .option('--kommentar <text>', words.options.comment)
    .option('--lärdom <text>', words.options.learnt)
    .option('--åtgärd <text>', words.options.reviewAction, collected)
    .option('--ansvarig <text>', words.options.responsible)
    .option('--klart-senast <datum>', words.options.dueDate)
    .option('--klar <åtgärd>', words.options.reviewActionDone)
    .option('--operatör <sign>', words.options.operator)
    .option('--json', words.options.json)
    .action(async (number, options) => (await commands()).granska.run(context, number, options));

  command('diarium', words.commands.register)
    .argument('<nummer>', words.options.number)
    .argument('<diarienummer>', words.options.registryNumber)
    .option('--operatör <sign>', words.options.operator)
    .option('--json', words.options.json)
    .action(async (number, registryNumber, options) =>
      (await commands()).diarium.run(context, number, registryNumber, options),
    );

  const mail = command('mejl', words.commands.mail)
    .option('--alla', words.options.allMails)
    .option('--json', words.options.json)
    .action(async (options) => (await commands()).mejl.list(context, options));
  mail
    .command('visa')
    .description(words.commands.mailShow)
    .argument('<nummer>', words.options.number)
    .option('--json', words.options.json)
    .action(async (number, options) => (await commands()).mejl.show(context, number, options));
  mail
    .command('spara')
    .description(words.commands.mailSave)
    .argument('<nummer>', words.options.number)
    .requiredOption('--till <fil>', words.options.to)
    .option('--trots-varning', words.options.despiteWarning)
    .action(async (number, options) => (await commands()).mejl.save(context, number, options));
  mail
    .command('skicka')
    .description(words.commands.mailSend)
    .argument('[nummer]', words.options.mailOrNumber)
    .option('--igen', words.options.again)
    .option('--trots-varning', words.options.despiteWarning)
    .option('--operatör <sign>', words.options.operator)
    .option('--json', words.options.json)
    .action(async (number, options) => (await commands()).mejl.send(context, number, options));
  mail
    .command('klar')
    .description(words.commands.mailHandled)
    .argument('<nummer>', words.options.mailOrNumber)
    .option('--operatör <sign>', words.options.operator)
    .action(async (number, options) => (await commands()).mejl.handle(context, number, options));
  mail
    .command('ta-bort')
    .description(words.commands.mailWithdraw)
    .argument('<nummer>', words.options.mailOrNumber)
    .option('--operatör <sign>', words.options.operator)
    .action(async (number, options) => (await commands()).mejl.withdraw(context, number, options));
  mail
    .command('prova')
    .description(words.commands.mailTry)
    .option('--json', words.options.json)
    .action(async (options) => (await commands()).mejl.tryOut(context, options));

  const templates = command('mallar', templateWords.commands.list)
    .option('--json', words.options.json)
    .action(async (options) => (await commands()).mallar.list(context, options));
  templates
    .command('kopiera')
    .description(templateWords.commands.copy)
    .argument('[namn...]', templateWords.options.names)
    .action(async (names) => (await commands()).mallar.copy(context, names));
  templates
    .command('kontrollera')
    .description(templateWords.commands.check)
    .argument('[fil...]', templateWords.options.files)
    .option('--json', words.options.json)
    .action(async (files, options) => (await commands()).mallar.check(context, files, options));
  templates
    .command('visa')
    .description(templateWords.commands.show)
    .argument('<namn>', templateWords.options.name)
    .option('--fil <fil>', templateWords.options.file)
    .option('--utfall <utfall>', words.options.outcome)
    .option('--json', words.options.json)
    .action(async (name, options) => (await commands()).mallar.show(context, name, options));

  const contacts = command('kontakter', words.commands.contacts)
    .option('--json', words.options.json)
    .action(async (options) => (await commands()).kontakter.list(context, options));
  contacts
    .command('importera')
    .description(words.commands.contactsImport)
    .argument('<fil>', words.options.csv)
    .option('--json', words.options.json)
    .action(async (file, options) => (await commands()).kontakter.importFile(context, file, options));

  command('inställningar', words.commands.settings, 'installningar')
    .argument('[nyckel]', words.options.key)
    .argument('[värde]', words.options.value)
    .option('--json', words.options.json)
    .action(async (key, value, options) =>
      (await commands()).installningar.run(context, key, value, options),
    );

  command('kontroll', words.commands.check)
    .option('--fil <fil>', words.options.checkFile)
    .option('--json', words.options.json)
    .action(async (options) => (await commands()).kontroll.run(context, options));

  command('demo', words.commands.demo)
    .option('--antal <antal>', words.options.count)
    .action(async (options) => (await commands()).demo.run(context, options));

  program.hook('preAction', (_, called) => takeOptionsBefore(called, context));
  inSwedish(program, context);
  return program;
}

/** For an option that may be given several times. */
function collected(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}
