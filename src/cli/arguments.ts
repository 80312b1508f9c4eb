/** The command line's words, tolerant of how å, ä and ö are typed. Source: contract.md, "Commands". */

/** Every option that has a plain alias. (Commands have their aliases in program.ts.) */
const plainAliases: Readonly<Record<string, string>> = {
  '--fran': '--från',
  '--ovning': '--övning',
  '--utan-ovning': '--utan-övning',
  '--operator': '--operatör',
  '--sok': '--sök',
  '--lardom': '--lärdom',
  '--atgard': '--åtgärd',
  '--fran-datum': '--från-datum',
  '--hjälp': '--help',
  '--hjalp': '--help',
};

/**
 * The arguments with the command and the names of options composed (NFC), and plain aliases of options replaced by
 * their names. Everything else stays as it is: to the system, a decomposed file name is another file.
 */
export function normaliseArguments(argv: readonly string[]): string[] {
  const command = argv.findIndex((argument) => !argument.startsWith('-'));
  const end = argv.indexOf('--');
  return argv.map((argument, index) => {
    if (index === command) return argument.normalize('NFC');
    const isOption = argument.startsWith('--') && (end === -1 || index < end);
    return isOption ? normaliseOption(argument) : argument;
  });
}

function normaliseOption(argument: string): string {
  const [name = '', ...value] = argument.split('=');
  const composed = name.normalize('NFC');
  return [plainAliases[composed] ?? composed, ...value].join('=');
}
