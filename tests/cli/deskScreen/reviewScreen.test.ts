/** The review on a stage, over a real journal. */
import { describe, expect, test, vi } from 'vitest';
import { processContext } from '../../../src/cli/context.ts';
import { runReview } from '../../../src/cli/deskScreen/reviewScreen.ts';
import { openWorkplace, type Workplace } from '../../../src/cli/deskScreen/workplace.ts';
import type { NewEntry } from '../../../src/domain/entry.ts';
import { JournalError } from '../../../src/journal/errors.ts';
import { reviewTyping } from '../../../src/journal/typing.ts';
import { createStage } from '../../../src/ui/scene.ts';
import { decided } from '../../domain/story.ts';
import { keysOf } from '../../flow/call/typedCall.ts';
import { openFor, temporaryFolder } from '../../journal/fixtures.ts';
import { textsOf } from '../../ui/call/screens.ts';
import { testScene } from '../../ui/scenes.ts';

const size = { columns: 100, rows: 29 };
const incident = 'incident-1';
const place = reviewTyping('chef');

async function workplaceIn(folder: string, operator = 'chef'): Promise<Workplace> {
  const env = { TJOUR_DATA: folder, TJOUR_CONFIG: folder };
  return openWorkplace({ ...processContext(), env }, { operatör: operator });
}

/** The review as it is opened at a workplace of its own. */
function open(workplace: Workplace) {
  const stage = createStage(testScene(['listan'], () => undefined));
  const { promise: closed, resolve: closeStage } = Promise.withResolvers<void>();
  const ended = runReview(workplace, { stage, closed, close: async () => undefined }, incident);
  return {
    ended,
    closeStage,
    type: (script: string) => stage.keys(keysOf(script)),
    seen: () => textsOf(stage.frame(size, 0)).join('\n'),
  };
}

function deskFolder(): string {
  const folder = temporaryFolder();
  openFor(folder).append(decided('ordinary').entries as readonly NewEntry[]);
  return folder;
}

test('what is typed is kept while it is typed, met again by the same operator, and gone when it is saved', async () => {
  const folder = deskFolder();
  const first = open(await workplaceIn(folder));
  first.type('Bra⏎⏎Öva');
  const { typing } = openFor(folder);
  // Nobody leaves the screen: this is what a crash would leave.
  await vi.waitFor(() => expect(typing.of(incident, place)?.body).toContain('Öva'));
  const second = open(await workplaceIn(folder));
  expect(second.seen()).toContain('▶ Åtgärd 1');
  expect(second.seen()).toContain('Det du skrev förra gången finns kvar.');
  second.type(' mer{Ctrl+S}');
  expect(second.seen()).toContain('Granskningen är sparad.');
  second.type('{Esc}');
  expect([await second.ended, second.seen()]).toEqual([{ way: 'back', isBegun: false }, 'listan']);
  const journal = openFor(folder);
  expect(journal.typing.of(incident, place)).toBeNull();
  expect(journal.findIncident(incident)).toMatchObject({
    review: { comment: 'Bra', by: 'chef' },
    reviewActions: [{ text: 'Öva mer' }],
  });
  first.closeStage();
  expect(await first.ended).toMatchObject({ way: 'exit' });
});

describe('two who review the same incident at the same time', () => {
  /** Both have typed, the second after the first; then both save. */
  async function bothSave(operators: readonly [string, string]) {
    const folder = deskFolder();
    const { typing } = openFor(folder);
    const first = open(await workplaceIn(folder, operators[0]));
    first.type('Lugnt');
    await vi.waitFor(() => expect(typing.of(incident, reviewTyping(operators[0]))?.body).toContain('Lugnt'));
    const second = open(await workplaceIn(folder, operators[1]));
    const met = second.seen();
    first.type('{Ctrl+S}');
    expect(first.seen()).toContain('Granskningen är sparad.');
    second.type(' men sent{Ctrl+S}');
    expect(second.seen()).toContain('Granskningen är sparad.');
    const { reviews } = openFor(folder).findIncident(incident) ?? {};
    return { met, said: reviews?.map(({ by, comment }) => `${by}: ${comment}`) };
  }

  test('write a review each, and none meets what the other has begun', async () => {
    const { met, said } = await bothSave(['chef', 'Åsa']);
    expect(met).not.toContain('Lugnt');
    expect(met).toContain('Granskas av Åsa');
    expect(said).toEqual(['chef: Lugnt', 'Åsa: men sent']);
  });

  test('write a review each also under one name, where the second goes on with the text of the first', async () => {
    const { met, said } = await bothSave(['Åsa', 'åsa'.normalize('NFD')]);
    expect(met).toContain('finns kvar');
    expect(said).toEqual(['Åsa: Lugnt', 'åsa: Lugnt men sent']);
  });

  test('and the one who leaves a text finds it again although the other has saved', async () => {
    const folder = deskFolder();
    const { typing } = openFor(folder);
    const first = open(await workplaceIn(folder));
    const second = open(await workplaceIn(folder));
    first.type('Lugnt');
    second.type('Sent');
    await vi.waitFor(() => expect(typing.of(incident, place)?.body).toContain('Sent'));
    first.type('{Ctrl+S}');
    await vi.waitFor(() => expect(typing.of(incident, place)).toBeNull());
    second.type('{Esc}');
    expect(await second.ended).toEqual({ way: 'back', isBegun: true });
    expect(typing.of(incident, place)?.body).toContain('Sent');
  });
});

test('what cannot be saved waits and says so; nothing that was typed goes before it is in the journal', async () => {
  const folder = deskFolder();
  const workplace = await workplaceIn(folder);
  const screen = open(workplace);
  screen.type('Bra');
  const { typing } = openFor(folder);
  await vi.waitFor(() => expect(typing.of(incident, place)?.body).toContain('Bra'));
  const append = vi.spyOn(workplace.journal(), 'append').mockImplementation(() => {
    throw new JournalError('full');
  });
  screen.type('{Ctrl+S}');
  expect(screen.seen()).toContain('EJ SPARAT');
  expect(screen.seen()).not.toContain('Granskningen är sparad.');
  screen.type('{Esc}{Esc}');
  expect(await screen.ended).toMatchObject({ way: 'back' });
  expect(typing.of(incident, place)?.body).toContain('Bra');
  // Opened again it is a review that waits, and no text to write once more.
  const again = open(workplace);
  expect(again.seen()).toContain('Granskad av chef');
  append.mockRestore();
  workplace.writer.write([]);
  await vi.waitFor(() => expect(openFor(folder).findIncident(incident)?.review?.comment).toBe('Bra'));
  again.type('{Esc}');
  await again.ended;
});

test('what cannot be kept is said on the screen, and stands on the ordinary one afterwards', async () => {
  const workplace = await workplaceIn(deskFolder());
  vi.spyOn(workplace.journal().typing, 'save').mockImplementation(() => {
    throw new JournalError('full');
  });
  const screen = open(workplace);
  screen.type('Bra');
  await vi.waitFor(() => expect(screen.seen()).toContain('Det du skriver finns bara på skärmen'));
  screen.type('{Esc}');
  expect(screen.seen()).toContain('▶ Kommentar');
  screen.type('{Esc}');
  expect(await screen.ended).toEqual({ way: 'back', isBegun: false });
  const { context, afterwards } = workplace;
  const written = vi.spyOn(context.stderr, 'write').mockReturnValue(true);
  for (const say of afterwards) say();
  const told = written.mock.calls.join('');
  written.mockRestore();
  expect(told).toMatch(/EJ SPARAT: granskningen av A-2026-0001.*\nBra\n/);
});
