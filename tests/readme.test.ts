/** What the README says about the program is what the program does. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { normaliseArguments } from '../src/cli/arguments.ts';
import { processContext } from '../src/cli/context.ts';
import { exitCode } from '../src/cli/failure.ts';
import { createProgram } from '../src/cli/program.ts';
import { deskQuestion, ownOperationQuestion } from '../src/domain/questions.ts';
import {
  type FactId,
  type OutcomeRule,
  outcomeRules,
  rulesThatForbidSilentWaiting,
  type TimingRule,
  timingRules,
} from '../src/domain/rules.ts';
import { settingKeys } from '../src/settings/settingKeys.ts';
import { roleTexts } from '../src/texts/contacts.ts';
import { answerLabels, outcomeLabels } from '../src/texts/labels.ts';

const root = new URL('../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');

/** The rows of the table under a heading of its first column, without the heading. */
function tableOf(firstHeading: string): string[][] {
  const lines = readme.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${firstHeading} |`));
  const rest = lines.slice(start + 2);
  const rows = rest.slice(
    0,
    rest.findIndex((line) => !line.startsWith('|')),
  );
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

describe('the escalation table', () => {
  const sources = new Map<string, string>();

  function why({ id, text, source }: OutcomeRule | TimingRule): string {
    const first = sources.get(source);
    sources.set(source, first ?? id);
    return `${text} ${first ? `(Samma mening som ${first}.)` : `”${source}”`}`;
  }

  function shortOf(fact: FactId): string {
    return fact === 'own' ? ownOperationQuestion.short : deskQuestion(fact).short;
  }

  function outcomeRow(rule: OutcomeRule): string[] {
    const { firesWhen } = rule;
    const when =
      firesWhen === 'no-other-rule'
        ? 'Ingen annan regel gäller'
        : `${either(firesWhen.anyOf.map(shortOf))}: ${answerLabels[firesWhen.is]}`;
    return [rule.id, when, outcomeLabels[rule.outcome], why(rule)];
  }

  function timingRow(rule: TimingRule): string[] {
    const { officeHours, directorTiming, silentWaitingForbidden, motivated } = rule.firesWhen;
    const strong = either(rulesThatForbidSilentWaiting);
    const when = [
      officeHours ? 'Kontorstid' : 'Annan tid',
      ...(directorTiming
        ? [`${shortOfTiming}: ${either(directorTiming.map((answer) => answerLabels[answer]))}`]
        : []),
      ...(silentWaitingForbidden === undefined
        ? []
        : [silentWaitingForbidden ? `${strong} gäller` : `varken ${strong} gäller`]),
      ...(motivated === undefined ? [] : [motivated ? 'med motivering' : 'utan motivering']),
    ];
    return [rule.id, when.join('; '), answerLabels[rule.timing], why(rule)];
  }

  const shortOfTiming = deskQuestion('directorTiming').short;

  function either(words: readonly string[]): string {
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} eller ${words.at(-1)}`;
  }

  it('is the table in src/domain/rules.ts', () => {
    const rows = [...outcomeRules.map(outcomeRow), ...timingRules.map(timingRow)];
    expect(tableOf('Regel')).toEqual(rows);
  });
});

describe('the commands', () => {
  const program = createProgram(processContext());

  /** Every command by its whole name, such as `mejl visa`. */
  const all = new Map<string, Command>();
  const names = new Map<string, string>();
  function collect(command: Command, parent: string): void {
    for (const sub of command.commands) {
      const name = `${parent} ${sub.name()}`.trim();
      all.set(name, sub);
      for (const each of [sub.name(), ...sub.aliases()]) names.set(`${parent} ${each}`.trim(), name);
      collect(sub, name);
    }
  }
  collect(program, '');

  /** The command that a line calls; the program itself when it names none. */
  function called(words: readonly string[]): Command {
    const [first = '', second = ''] = words;
    const name = names.get(`${names.get(first)} ${second}`) ?? names.get(first);
    return (name === undefined ? undefined : all.get(name)) ?? program;
  }

  it('are the ones there are, with their aliases', () => {
    const rows = tableOf('Kommando').map(([command = '', aliases = '']) => [
      command.replace(/`tjour ?([^`]*)`.*/, '$1').replace(/ [A-ZÅÄÖ[<-].*$/, ''),
      [...aliases.matchAll(/`([^`]+)`/g)].map(([, alias]) => alias),
    ]);
    const wanted = [...all].map(([name, command]) => [name, command.aliases()]);
    expect(rows.filter(([name]) => name !== '')).toEqual(wanted);
  });

  const code = [...readme.matchAll(/`+([^`]+)`+/g)].flatMap(([, text = '']) => text.split('\n'));
  const lines = code.filter((line) => /(^|npx |&& )tjour( |$)/.test(line));

  it.each(lines)('%s', (line) => {
    const words = line.replace(/^.*?\btjour ?/, '').split(/\s+/);
    const command = called(words);
    const [first = ''] = words;
    if (/^[a-zåäö]/.test(first)) expect(names.has(first), `there is no command ${first}`).toBe(true);
    const options = normaliseArguments(words.filter((word) => word.startsWith('--')));
    const known = [...command.options.map(({ long }) => long), '--help'];
    expect(known).toEqual(expect.arrayContaining(options));
  });

  it('and the scripts are those of package.json', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
    const named = [...readme.matchAll(/npm run ([a-z]+)/g)].map(([, name]) => name);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });
});

it('has every setting, with what it is and what it is from the start', () => {
  const wanted = settingKeys.map(({ key, description, default: from }) => [
    `\`${key}\``,
    description,
    from === null ? '' : String(from),
  ]);
  expect(tableOf('Inställning')).toEqual(wanted);
});

it('has every role of a contact', () => {
  for (const role of Object.values(roleTexts)) expect(readme).toContain(`\`${role}\``);
});

it('has every exit code', () => {
  expect(tableOf('Kod').map(([code]) => Number(code))).toEqual(Object.values(exitCode));
});

it('links to files that are there', () => {
  const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !existsSync(fileURLToPath(new URL(link, root))))).toEqual([]);
});

it('begins with the two lines', () => {
  const [, start, test] = readme.split('```');
  expect(start?.trim()).toContain('npm ci && npx tjour ny-händelse --övning');
  expect(`${start}${test}`).toContain('npm ci && npm test');
});
