/** The command line's words, tolerant of how å, ä and ö are typed. Source: contract.md, "Commands". */

/** Every option that has a plain alias. (Commands have their aliases in program.ts.) */
const plainAliases: Readonly<Record<string, string>> = {
  '--fran': '--från',
  '--ovning': '--övning',
  '--utan-ovning': '--utan-övning',
  '--operator': '--operatör',
  '--sok': '--sök',
  '--fran-datum': '--från-datum',
};

/** The arguments in NFC, with plain aliases of options replaced by their names. */
export function normaliseArguments(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return argv.map((argument, index) => {
    const composed = argument.normalize('NFC');
    if (end !== -1 && index > end) return composed;
    const [name = '', ...value] = composed.split('=');
    return [plainAliases[name] ?? name, ...value].join('=');
  });
}
