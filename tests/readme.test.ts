/** What the README says about the program is what the program does. */
import { existsSync, globSync, readFileSync } from 'node:fs';
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
  const call = /(^|.*npx |.*&& |.* bin\/)tjour(\.js)?( |$)/;
  const lines = code.filter((line) => call.test(line));

  it.each(lines)('%s', (line) => {
    const words = line
      .replace(call, '')
      .replace(/[")].*$/, '')
      .split(/\s+/);
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

/** Every sentence of the Anvisning that demands something, word for word, in its order. The source is not here. */
const duties = [
  'Rollen fyller en viktig funktion för att ta emot och dela information och för att vid behov kunna larma och starta upp krisledningsorganisationen.',
  'Nämnder och bolagsstyrelser ansvarar för att förvaltningen/bolaget har en kontaktpunkt motsvarande en inriktnings- och samordningskontakt som är den primära kontaktvägen vid samhällsstörningar.',
  // Kontaktpunkten ska:
  'ha hög tillgänglighet och kunna nå dygnet runt, året runt',
  'ta emot larm eller annan information och se till att rätt mottagare nås',
  'kunna göra en första bedömning av den uppkomna situationen',
  'kunna vidta åtgärder och koordinera det inledande arbetet',
  'säkerställa att stadsledningskontorets tjänsteperson i beredskap får information om händelser.',
  'I nämnder och bolagsstyrelser som bedriver samhällsviktig verksamhet bör kontaktpunkten ha förmåga att ta emot och dela information via Rakel.',
  'Nämnder och bolagsstyrelser avgör vilka eventuella ytterligare uppgifter och befogenheter som kontaktpunkten ska ha och hur den ska benämnas.',
  'De flesta ärenden som inkommer från stadens tjänsteman i beredskap (TIB) utgörs av ärenden som ligger inom Trygghetsjourens ordinarie uppdrag att hantera och informera berörd verksamhet inom äldre samt vård- och omsorgsförvaltningen utan att kontakta förvaltningsdirektör, berörd avdelningschef eller att aktivera förvaltningens krisledningsgrupp.',
  'Sådan information ska förmedlas direkt till enhetschefer vars verksamheter kan bli påverkade.',
  'Vid sådana händelser ska också en rapport om händelsen komma till förvaltningsdirektören via mejl så snart som möjligt.',
  'När förvaltningens medarbetare eller verksamhet blir direkt drabbad av en händelse som rapporteras av tjänsteman i beredskap ska äldre samt vård- och omsorgsförvaltningens förvaltningsdirektör alltid kontaktas för bedömning av krisledning.',
  'Här ska den vägledande bedömningen vara om Trygghetsjouren fortsatt kan hantera frågan utan ytterligare stöd.',
  'Behövs det ytterligare stöd och beslut så ska förvaltningsdirektör kontaktas eftersom det kan finnas behov av att aktivera krisledning.',
  'Till stöd för en händelse som är svårare att bedöma kan enhetschef inom Trygghetsjouren eller avdelningschef Kvalitet och utveckling först kontaktas för bedömning.',
  'Frågor att ställa till TIB vid kontakt med Trygghetsjouren',
  'Vad har hänt?',
  'När har det hänt?',
  'Var har det hänt?',
  'Vilka är påverkade?',
  'Vilka aktörer är redan involverade?',
  'Vilken verksamhet är direkt påverkad?',
  'Vilka verksamheter kan påverkas?',
  'Frågor att ställa oss själva på Trygghetsjouren',
  'Kan vi hantera frågan med befintliga resurser?',
  'Bör vi informera förvaltningsdirektör?',
  'Behöver vi informera förvaltningsdirektör nu eller kan det avvakta till morgonen?',
  'Finns det medarbetare som är direkt berörda?',
  'Finns det omsorgstagare som är direkt berörda?',
  'En särskilt avsatt telefon finns på Trygghetsjouren och är tillgängligt för TIB-samtal dygnet runt.',
  'Telefonen ska alltid besvaras och prioriteras före andra samtal.',
  'Om telefonen mot förmodan stängs av så kopplas samtalet till en backuptelefon.',
  'Telefonerna testas återkommande.',
];

/** The demands of the plan for cooperation in a crisis, apart from the points, which the checklists hold. */
const crisisDuties = [
  'Beroende på kris kan tillgängliga resurser behöva informeras, inventeras och samordnas.',
  'Vid en krissituation ska ställningstagande tas till om följande aktörer behöver informeras med utgångspunkt i patientsäkerhet',
  'Det är tex viktigt att informera andra aktörer vad våra eventuella IT-problem får för konsekvenser för hemgångar och annat som indirekt påverkar den andra partens arbete.',
  'Mobilisera resurser genom samverkan med andra kommuner och fatta beslut med patienten i fokus.',
  'Se också över alternativa resurser som kan stärka organisationen',
];

describe.each([
  ['Anvisningen säger', duties],
  ['Handlingsplanen säger', crisisDuties],
])('%s', (heading, sentences) => {
  const rows = tableOf(heading);

  it('has every sentence, word for word', () => {
    const quoted = rows.flatMap(([said = '']) => [...said.matchAll(/”([^”]+)”/g)].map(([, quote]) => quote));
    expect(quoted).toEqual(sentences);
  });

  it('says of each what the program does', () => {
    expect(rows.filter(([, does]) => !does)).toEqual([]);
  });
});

it('has every template that may be edited', () => {
  const named = tableOf('Mall').map(([link = '']) => link.replace(/^\[(.*)\]\(\1\)$/, '$1'));
  const files = globSync('templates/**/*.{txt,md}', { cwd: fileURLToPath(root) });
  expect(named.toSorted()).toEqual(files.map((file) => file.replaceAll('\\', '/')).toSorted());
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

it('names files of the program that are there', () => {
  const named = [...readme.matchAll(/`((?:src|tests|templates)\/[^`]*)`/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((path) => !existsSync(fileURLToPath(new URL(path, root))))).toEqual([]);
});

it('begins with the two lines', () => {
  const [, start, test] = readme.split('```');
  expect(start?.trim()).toContain('npm ci && npx tjour ny-händelse --övning');
  expect(`${start}${test}`).toContain('npm ci && npm test');
});
