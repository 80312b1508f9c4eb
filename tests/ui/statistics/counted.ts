/** Numbers to make pages of. */
import { emptyTally, type Statistics, statisticsOf, type Tally } from '../../../src/domain/statistics.ts';
import type { PageAbout } from '../../../src/ui/statistics/page.ts';

export const about: PageAbout = {
  scope: { fromDate: '2026-01-01', toDate: null, exercise: false },
  madeAt: '2026-11-21T02:41:00+01:00',
  operator: 'jl',
};

/** Two years with something of everything, more as time goes. */
const tally: Tally = {
  outcomes: Array.from({ length: 30 }, (_, index) => {
    const month = `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    return [
      { month, outcome: 'ordinary', count: 1200 + index },
      { month, outcome: 'consult-first', count: 3 },
      { month, outcome: 'contact-director', count: 20 + index },
      { month, outcome: null, count: index % 3 },
    ] as const;
  }).flat(),
  hours: Array.from({ length: 7 * 24 }, (_, index) => ({
    weekday: Math.floor(index / 24) + 1,
    hour: index % 24,
    count: (index * 7) % 41,
  })),
  overridden: 412,
  decidedAfter: [
    [45, 20_000],
    [3720, 18_000],
  ],
  directorReachedAfter: [[300, 900]],
  unitReachedAfter: [],
  unanswered: { ...emptyTally.unanswered, whoIsAffected: 12_345, operationsAtRisk: 7 },
  units: Array.from({ length: 120 }, (_, index) => ({
    unit: `Hemtjänst ${index}`,
    incidents: 130 - index,
    directly: index % 9,
  })),
};

export const counted: Statistics = statisticsOf(tally);

/** What somebody may have typed as a unit's name; should any of it act, it calls `alert` or asks for a file. */
export const hostile = [
  '</script><script>alert(1)</script>',
  '</title></style></svg></table><img src="https://example.se/x" onerror="alert(2)">',
  '<svg onload=alert(3)>',
  '"><iframe src="javascript:alert(4)"></iframe>',
  `'" onmouseover="alert(5)" x='`,
  '<![CDATA[ ]]><!-- ',
  '{a|fet} {b} {c} {@[0]} {{alert(6)}}',
  '&lt;b&gt; &amp; &#0;',
  'höger\u202evänster \u2066isolerad',
  'rött \u001b[31m \u001b]0;titel\u0007 \u009b2J',
  'noll\u0000 och \ud800 halv',
  'z\u0300\u0301\u0302'.repeat(200),
  'å'.repeat(10_000),
  'W'.repeat(10_000),
  'رعاية منزلية',
];

/** The same numbers about units with these names. */
export const hostileCounted: Statistics = {
  ...counted,
  units: hostile.map((unit, index) => ({ unit, incidents: 100 - index, directly: 3 })),
};
