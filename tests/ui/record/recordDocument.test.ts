/** The whole record of an incident, before it is laid out. */
import { expect, test } from 'vitest';
import { type RecordItem, recordDocument } from '../../../src/ui/record/recordDocument.ts';
import { carriedThrough } from '../../domain/nightFire.ts';
import {
  answerWhat,
  decided,
  decidedThrice,
  decision,
  opened,
  reviewedThrice,
  type Story,
} from '../../domain/story.ts';

function documentOf(story: Story) {
  story.tell('08:00', 'exported', { format: 'pdf', entries: story.entries.length, selection: '' });
  const taken = story.entries.at(-1);
  if (!taken) throw new Error('nothing to take out');
  return recordDocument(story.incident, story.entries, taken);
}

/** What stands under each heading, a line each; what is struck through stands within ~~. */
function sections(story: Story): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = {};
  let section: string[] = [];
  const struck = ({ label, text, isStruck, more = [] }: RecordItem) =>
    [label, isStruck ? `~~${text}~~` : text, ...more].join(' | ');
  for (const block of documentOf(story).blocks) {
    if (block.kind === 'heading' && block.level < 3) {
      section = [];
      found[block.text] = section;
    } else if (block.kind === 'list') section.push(...block.items.map(struck));
    else if (block.kind === 'fields')
      section.push(...block.fields.map(({ label, value }) => `${label}: ${value}`));
    else section.push(block.text);
  }
  return found;
}

test('its parts stand in a fixed order, also when there is nothing in them', () => {
  const parts = [
    'Beslut',
    'Tider',
    'Rekommendation',
    'Svar',
    'Åtgärder',
    'Rapporter och meddelanden',
    'Granskning',
  ];
  const all = ['Händelse A-2026-0001', ...parts, 'Händelseförlopp', 'Om dokumentet'];
  expect(Object.keys(sections(opened()))).toEqual(all);
  expect(Object.keys(sections(carriedThrough()))).toEqual(all);
  expect(sections(opened())).toMatchObject({
    Beslut: ['Beslut: inget ännu'],
    Åtgärder: ['Inget att göra.'],
    Granskning: ['Händelsen är inte granskad.'],
  });
});

test('an earlier answer stands struck under the one that holds, and one that holds no longer under none', () => {
  const story = opened();
  const direct = { question: 'operationDirectlyAffected', certainty: 'confirmed', units: [] } as const;
  story.tell('02:43', 'caller-answered', { ...direct, text: 'Skolan' });
  story.tell('02:44', 'own-operation-answered', { answer: 'no' });
  answerWhat(story, '02:45', 'Brand på två plan');
  story.tell('02:46', 'caller-answered', { ...direct, text: 'Äldreboendet' });
  const answers = sections(story).Svar ?? [];
  const from = answers.findIndex((line) => line.startsWith('Vilken verksamhet'));
  expect(answers.slice(0, 2)).toEqual([
    'Vad har hänt? | Brand på två plan | Nr 5, 2026-11-21 02:45 av jl',
    'Tidigare svar, nr 2, 2026-11-21 02:42 av jl | ~~Brand~~',
  ]);
  expect(answers.slice(from, from + 4)).toEqual([
    'Vilken verksamhet är direkt påverkad? | Äldreboendet | Nr 6, 2026-11-21 02:46 av jl',
    'Tidigare svar, nr 3, 2026-11-21 02:43 av jl | ~~Skolan~~',
    'Är den direkt påverkade verksamheten en av våra egna? | Inget svar.',
    'Tidigare svar, nr 4, 2026-11-21 02:44 av jl | ~~nej~~',
  ]);
});

test('a decision that was replaced, and an entry that was struck, stay readable', () => {
  const story = opened();
  story.tell('02:50', 'decision-made', { ...decision('ordinary'), motivation: 'Släckt.' });
  const note = story.tell('02:51', 'note-added', { text: 'Fel händelse', about: null });
  story.tell('02:52', 'entry-struck', { reason: 'Skriven på fel händelse' }, note);
  story.tell('03:00', 'decision-made', decision('now'));
  const { Beslut: decided = [], Händelseförlopp: course = [] } = sections(story);
  expect(decided[0]).toMatch(/^Beslut: RING FÖRVALTNINGSDIREKTÖREN NU/);
  expect(decided.at(-1)).toMatch(/^Tidigare beslut, nr 3, .* \| ~~Ordinarie: .* Motivering: Släckt\.~~$/);
  const at = (time: string) => `nedtecknat 2026-11-21 ${time} · mottaget 2026-11-21 ${time} · jl`;
  expect(course.slice(3, 5)).toEqual([
    `Nr 4 · ${at('02:51')} · STRUKEN av nr 5 | ~~Anteckning: Fel händelse~~`,
    `Nr 5 · ${at('02:52')} | Struken: Skriven på fel händelse | rättelse av nr 4`,
  ]);
});

test('a decision that was replaced stands with the recommendation that it rested on, as it was then', () => {
  const { Beslut: decided = [], Rekommendation: recommended = [] } = sections(decidedThrice());
  const [first, behind, second, ...more] = decided.filter((line) => line.startsWith('Tidigare'));
  expect(first).toMatch(/^Tidigare beslut, nr 4, .* \| ~~Ordinarie/);
  expect(behind).toMatch(
    /^Tidigare rekommendation, nr 3, 2026-11-21 02:49 av jl \| ~~.*\nR9 {2}Regeln som den löd\n”Källan som den löd”~~$/,
  );
  // It rested on the one that still stands.
  expect(second).toMatch(/^Tidigare beslut, nr 6, /);
  expect(more).toEqual([]);
  expect(recommended.join()).toContain('Regeln som den lyder');
});

test('every review stands there, the latest first; one that was struck does not', () => {
  const { Granskning: review = [] } = sections(reviewedThrice());
  expect(review).toEqual([
    'Granskad: 2026-11-21 09:00 av jl',
    'Kommentar: Ändå sent.',
    'Granskad: 2026-11-21 07:00 av jl',
    'Kommentar: Bra.',
    'Lärdom: Ring tidigare.',
  ]);
});

test('what was done about an action stands in the order of its moments', () => {
  const story = decided('now');
  story.tell('05:45', 'action-done', { action: 'call-director', note: '' });
  story.tell('05:46', 'acknowledged', { action: 'call-director', by: 'Åsa Öhrn' });
  const { Åtgärder: actions = [] } = sections(story);
  expect(actions.find((line) => line.includes('RING'))).toMatch(
    /05:45 klart .* \| 2026-11-21 05:46 kvitterat/,
  );
});

test('an action stands with every attempt, who acknowledged it and how it ended', () => {
  const { Åtgärder: actions = [] } = sections(carriedThrough());
  expect(actions.find((line) => line.includes('RING'))).toBe(
    'klart · ska göras · senast 2026-11-21 02:56 | RING förvaltningsdirektören | 2026-11-21 02:51 Åsa Öhrn 070-174 06 05: ej svar (jl) | 2026-11-21 02:56 Åsa Öhrn 070-174 06 05: nådd (jl) | 2026-11-21 02:56 klart (jl)',
  );
  expect(actions.find((line) => line.includes('Kortedala'))).toContain('2026-11-21 03:05 kvitterat av Bo Al');
});

test('the review, the register number and the exercise are told where there are any', () => {
  const story = carriedThrough({ exercise: true });
  story.tell('07:00', 'registered', { number: 'ÄVO 2026/0123' });
  story.tell('07:01', 'reviewed', { comment: 'Bra.\nSnabbt.', learnt: 'Ring tidigare.' });
  expect(documentOf(story)).toMatchObject({ title: 'ÖVNING – Händelse A-2026-0001', mark: 'ÖVNING' });
  const { Granskning: review, 'ÖVNING – Händelse A-2026-0001': head } = sections(story);
  expect(head).toContain('ÖVNING. Det här är en övning och ingen verklig händelse.');
  expect(head).toContain('Diarienummer: ÄVO 2026/0123');
  expect(review).toEqual([
    'Granskad: 2026-11-21 07:01 av jl',
    'Kommentar: Bra.\nSnabbt.',
    'Lärdom: Ring tidigare.',
  ]);
});

test('what is to be done after the review stands with who, when, and what came of it', () => {
  const story = carriedThrough();
  story.tell('07:01', 'reviewed', { comment: 'Bra.', learnt: '' });
  const action = { responsible: 'Bo Al', dueDate: '2026-11-20' };
  const done = story.tell('07:01', 'review-action-added', { ...action, text: 'Öva' });
  story.tell('07:01', 'review-action-added', { ...action, text: 'Uppdatera listan' });
  story.tell('07:30', 'review-action-done', { action: done, comment: 'Övat.' });
  const { Granskning: review = [], Händelseförlopp: course = [] } = sections(story);
  expect(review.slice(2)).toEqual([
    'Åtgärd 1 · klar 2026-11-21 07:30 av jl: Övat. | Öva, ansvarig Bo Al, senast 2026-11-20',
    'Åtgärd 2 · FÖRSENAD | Uppdatera listan, ansvarig Bo Al, senast 2026-11-20',
  ]);
  expect(course.join()).toContain('Klart efter granskningen: Öva. Övat.');
});
