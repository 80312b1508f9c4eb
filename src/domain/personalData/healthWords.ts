/** Words that tell of a person's health, in lower case. */

/** Whole words about health. */
export const healthWholes = ['hiv', 'kol', 'uvi', 'vre'] as const;

/** Beginnings of words about health: too short, or too common within other words, to be looked for there. */
export const healthStarts = [
  ...['adhd', 'alkoholis', 'allerg', 'avled', 'avlid', 'corona', 'demens', 'dement', 'diagnos', 'döende'],
  ...['esbl', 'feber', 'hjärt-', 'influensa', 'kateter', 'kramp', 'mrsa', 'ms-', 'tbc', 'yrsel', 'ångest'],
  ...['överdos'],
  ...['bröt arm', 'bröt ben', 'bröt fot', 'bröt hand', 'bröt nacke', 'bröt rygg', 'brutit arm'],
  ...['brutit ben', 'brutit fot', 'brutit hand', 'brutit nacke', 'brutit rygg', 'bruten arm', 'bruten fot'],
  ...['bruten hand', 'brutet ben', 'höft'],
] as const;

/** What looks like a word about health, and is none. */
export const notHealth = ['dementer', 'dementi', 'smittskydd'] as const;

/** Parts of words about health, also within longer ones: `lungcancer`, `coronasmitta`. */
export const healthParts = [
  ...['alzheimer', 'anafyla', 'andningsb', 'andningssv', 'andnöd', 'astma', 'autis', 'benbrott'],
  ...['bipolär', 'blodförtunn', 'blodsocker', 'blodtryck', 'cancer', 'covid', 'delir', 'deprimera'],
  ...['depression', 'diabet', 'dialys', 'dödsfall', 'epilep', 'fallskad', 'fraktur'],
  ...['funktionsnedsätt', 'förgift', 'gravid', 'hallucin', 'hepatit', 'hjärnblöd', 'hjärninfarkt'],
  ...['hjärnskad', 'hjärnskak', 'hjärtattack', 'hjärtbesvär', 'hjärtfel', 'hjärtflimmer'],
  ...['hjärtinfarkt', 'hjärtproblem', 'hjärtsjuk', 'hjärtstopp', 'hjärtsvikt', 'inkontinen', 'insulin'],
  ...[
    'kräksjuk',
    'lunginflammation',
    'lårben',
    'magsjuk',
    'medicinera',
    'medvetandesänk',
    'medvetslös',
    'multisjuk',
  ],
  ...['missbruk', 'narkoman', 'njursvikt', 'palliativ', 'panikattack', 'parkinson', 'psykisk'],
  ...['psykos', 'psykot', 'schizofren', 'sepsis', 'självmord', 'självskad', 'sjukskriv'],
  ...['smitt', 'stroke', 'suicid', 'svimma', 'trycksår', 'tuberkulos', 'tumör', 'urinvägs'],
  ...['utvecklingsstör'],
] as const;
