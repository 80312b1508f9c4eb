/** The command line itself: help, what is wrong with the usage, and that nothing typed acts on the terminal. */
import { describe, expect, test } from 'vitest';
import { newDesk, run } from '../pty/desk.ts';
import { contents } from './support.ts';

const commands = [
  ...['', 'bord', 'ny-händelse', 'bedöm', 'fortsätt', 'logg', 'mejl', 'mejl visa', 'mejl spara', 'kontakter'],
  ...['kontakter importera', 'inställningar', 'kontroll'],
];
/** What commander says by itself, and any words like it. */
const english =
  /\b(usage|options?|commands?|arguments|default|choices|display|help for|error|required|missing|unknown|invalid|too many|expected|allowed|value|file|number)\b/i;

const words = (line: string) => line.split(' ').filter((word) => word !== '');

describe('help', () => {
  test('is in Swedish for every command, on standard output, with 0', async () => {
    const desk = newDesk();
    const results = await Promise.all(commands.map((command) => run(desk, [...words(command), '--help'])));
    for (const [index, { code, stdout, stderr }] of results.entries()) {
      const command = ['tjour', ...words(commands[index] ?? '')].join(' ');
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(new RegExp(`^Så här: ${command}[ |]`));
      expect(stdout).toContain('visa hjälp');
      expect(stdout.replaceAll('--help', '')).not.toMatch(english);
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    }
    expect(contents(desk.data)).toBeNull();
  });

  test.each(['--help', '-h', '--hjälp', '--hjalp', '--hja\u0308lp'])('is shown for %s', async (option) => {
    const { code, stdout } = await run(newDesk(), ['logg', option]);
    expect(code).toBe(0);
    expect(stdout).toContain('Så här: tjour logg');
  });

  test('is as wide as COLUMNS says', async () => {
    const { stdout } = await run(newDesk(), ['--help'], { env: { COLUMNS: '200' } });
    expect(stdout).toMatch(/ {2}Bordet: öppna händelser och det som ska göras, med påminnelser\n/);
  });
});

describe('bad usage', () => {
  const terminal = 'Det behövs en terminal för samtalet.';
  test.each([
    ['hej', 'Kommandot ”hej” finns inte.', 'tjour --help'],
    ['help', 'Kommandot ”help” finns inte.', 'tjour --help'],
    ['mejl skriv', 'Kommandot ”skriv” finns inte.', 'tjour mejl --help'],
    ['kontakter nej', 'Kommandot ”nej” finns inte.', 'tjour kontakter --help'],
    ['--nej', 'Valet --nej finns inte.', 'tjour --help'],
    ['logg --nej', 'Valet --nej finns inte.', 'tjour logg --help'],
    ['logg --nej=5', 'Valet --nej=5 finns inte.', 'tjour logg --help'],
    ['logg a b', 'Det är för många ord på raden.', 'tjour logg --help'],
    ['bord extra', 'Det är för många ord på raden.', 'tjour bord --help'],
    ['ny händelse', 'Det är för många ord på raden.', 'tjour ny-händelse --help'],
    ['bedöm', 'Något saknas: --från <fil>.', 'tjour bedöm --help'],
    ['bedöm --från', 'Värdet saknas: --från <fil>.', 'tjour bedöm --help'],
    ['mejl visa', 'Något saknas: <nummer>.', 'tjour mejl visa --help'],
    ['mejl spara A-1', 'Något saknas: --till <fil>.', 'tjour mejl spara --help'],
    ['kontakter importera', 'Något saknas: <fil>.', 'tjour kontakter importera --help'],
    ['logg --övning --utan-övning', 'Valet --övning går inte ihop med', 'tjour logg --help'],
    ['logg --utfall akut', 'akut är inget utfall. Tillåtet: ordinarie (ordinary), svårbedömd', ''],
    ['logg --från-datum 21/11', '21/11 är inget datum. Skriv ÅÅÅÅ-MM-DD.', ''],
    ['logg A-1', 'Händelsen A-1 finns inte i loggen.', ''],
    ['mejl visa A-1', 'Händelsen A-1 finns inte i loggen.', ''],
    ['fortsätt A-1 --enkel', 'Händelsen A-1 finns inte i loggen.', ''],
    ['inställningar nej', 'Inställningen ”nej” finns inte. De som finns: station,', ''],
    ['ny', terminal, ''],
    ['fortsätt', terminal, ''],
  ])('"%s" ends with 2, says what is wrong in Swedish, and saves nothing', async (line, message, help) => {
    const desk = newDesk();
    const { code, stdout, stderr } = await run(desk, words(line));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    if (help !== '') expect(stderr).toContain(`Inget är sparat. Visa hjälp: ${help}\n`);
    expect(stderr.replace('--help', '').replace(/\(\w+.*/, '')).not.toMatch(english);
    expect([contents(desk.data), contents(desk.config)]).toEqual([null, null]);
  });

  test('of fortsätt does not point to an option that it lacks', async () => {
    expect((await run(newDesk(), ['fortsätt'])).stderr).not.toContain('--från');
    expect((await run(newDesk(), ['ny'])).stderr).toContain('--från');
  });
});

describe('what is typed', () => {
  const hostile = '\u001b[31m\u001b]0;x\u0007\u202e\u009b2J\rhej';
  test.each([
    [hostile],
    [`--${hostile}`],
    ['logg', hostile],
    ['logg', `--${hostile}=1`],
    ['logg', '--utfall', hostile],
    ['logg', '--till-datum', hostile],
    ['mejl', hostile],
    ['mejl', 'visa', hostile],
    ['inställningar', hostile],
    ['inställningar', 'station', hostile],
    ['inställningar', 'jourens-namn', hostile],
    ['kontakter', 'importera', hostile],
    ['bedöm', '--från', hostile],
    ['ny', '--från', hostile, '--json'],
    ['fortsätt', hostile, '--enkel'],
  ])('never acts on the terminal: %j %j %j', async (...args) => {
    const { stdout, stderr } = await run(
      newDesk(),
      args.filter((arg) => arg !== undefined),
    );
    expect(stdout + stderr).toMatch(/\S/);
    expect(stdout + stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
  });

  test('after -- is never an option', async () => {
    expect((await run(newDesk(), ['logg', '--', '--json'])).stderr).toContain('Händelsen --json finns inte');
    expect((await run(newDesk(), ['logg', '--', '--sok'])).stderr).toContain('Händelsen --sok finns inte');
  });

  test('as a value is no option either', async () => {
    const desk = newDesk();
    await run(desk, ['ny', '--från', '-', '--operatör=a=b'], { input: '{"answers":{"whatHappened":"x"}}' });
    const { stdout } = await run(desk, ['logg', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ operator: 'a=b' });
  });
});

test.each(['tjour', 'bord'])(
  '%s without a terminal is a page that can be read, also as JSON',
  async (command) => {
    const desk = newDesk();
    const args = command === 'tjour' ? [] : [command];
    const { code, stdout, stderr } = await run(desk, args);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Inga händelser.');
    expect(stdout).toContain('Nytt samtal: tjour ny-händelse');
    expect(JSON.parse((await run(desk, [...args, '--json'])).stdout)).toEqual({
      fallenDue: [],
      toDo: [],
      unfinished: [],
      open: [],
      latest: [],
    });
  },
);
