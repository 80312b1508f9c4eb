/** The guard of personal data where a text is typed and where it is about to leave. */
import { describe, expect, test } from 'vitest';
import { draftWording } from '../../src/flow/call/draftWording.ts';
import { foundIn, withoutStrong } from '../../src/flow/guard.ts';
import { callView } from '../../src/ui/call/callView.ts';
import { stepText } from '../../src/ui/call/plainText.ts';
import { messageView } from '../../src/ui/message/messageView.ts';
import { carriedThrough } from '../domain/nightFire.ts';
import { textsOf } from '../ui/call/screens.ts';
import { composed, desk, newCall, night, toDecision } from './call/typedCall.ts';
import { letter, update } from './message/messageScreen.ts';

/** One of Skatteverket's test numbers. */
const number = '18900101-9802';
const context = { known: desk.known, now: night };
const size = { columns: 100, rows: 29 };

const decided = () =>
  newCall()
    .press(`${toDecision('jnnnn')}⏎`)
    .saved();

function withText(text: string) {
  const draft = { ...composed, text: `Det brinner.\n${text}` };
  return decided().send({ kind: 'draft-composed', draft });
}

test('what stops a text comes first, each piece once', () => {
  const found = foundIn([`Ring 070-174 06 50. ${number}`, `${number} igen`], context);
  expect(found.map(({ kind, text }) => [kind, text])).toEqual([
    ['personal-number', number],
    ['phone', '070-174 06 50'],
  ]);
  expect(foundIn([`Ring 031-390 06 01`, ''], context)).toEqual([]);
  expect(withoutStrong(`Ring 070-174 06 50. ${number}`, context)).toBe(
    'Ring 070-174 06 50. [personnummer borttaget]',
  );
});

describe('in the call', () => {
  test('is told while it is typed, and stops no answer', () => {
    const call = newCall().press(`Fallit: ${number}`);
    const line = callView(call.state, size, 0).lines.find((spans) =>
      spans.some(({ text }) => text.includes('personnummer')),
    );
    expect(line?.some(({ tone }) => tone === 'alarm')).toBe(true);
    call.press('⏎');
    expect(call.state.incident?.answers.whatHappened?.text).toBe(`Fallit: ${number}`);
  });

  test('a personnummer in the report keeps it from being saved until it is masked', () => {
    const call = withText(`Gäller ${number}`).press('⏎⏎');
    expect(call.asked).toEqual(['compose-draft']);
    expect(call.state.notice).toEqual({ kind: 'personal-data', strength: 'strong' });
    const lines = textsOf(callView(call.state, size, 0)).join('\n');
    expect(lines).toContain(`! Personnummer: ”${number}”`);
    expect(lines).toContain('m maskera');
    expect(stepText(call.state).join('\n')).toContain(number);
    call.press('m⏎');
    expect(call.effects.at(-1)).toMatchObject({
      kind: 'save-draft',
      draft: { text: 'Det brinner.\nGäller [personnummer borttaget]', first: null },
    });
    expect(JSON.stringify(call.effects.at(-1))).not.toContain('9802');
  });

  test('Enter before the report is put together is stopped too, and what is put together anew stays masked', () => {
    const call = decided().press('⏎');
    const draft = { ...composed, subject: `[INFO] ${number}` };
    call.send({ kind: 'draft-composed', draft });
    expect(call.asked).toEqual(['compose-draft']);
    call.press('m').send({ kind: 'draft-composed', draft });
    expect(draftWording(call.state)?.subject).toBe('[INFO] [personnummer borttaget]');
  });

  test('a warning is read, and the second Enter accepts it', () => {
    const call = withText('Ring 070-174 06 50').press('⏎');
    expect([call.asked, call.state.notice]).toEqual([
      ['compose-draft'],
      { kind: 'personal-data', strength: 'warning' },
    ]);
    expect(call.press('⏎').asked.at(-1)).toBe('save-draft');
  });

  test('m is no key where nothing is to be masked', () => {
    const call = withText('Ingen är skadad.').press('m');
    expect([call.state.draft.masked, call.state.notice?.kind]).toEqual([false, 'press-one-of']);
  });
});

describe('in a message', () => {
  const message = (text: string) =>
    update(carriedThrough(), { ...letter, subject: 'Brand', text: `${text}\nA-2026-0001` });

  test.each(['k', 's', 'ä'] as const)('%s lets no personnummer leave', (key) => {
    const screen = update(carriedThrough(), { ...letter, subject: `Brand ${number}`, text: 'A-2026-0001' });
    const before = screen.effects.length;
    screen.press(key + key);
    expect([screen.effects.length, screen.notice]).toEqual([before, 'personal-data']);
    screen.press(`m${key}`);
    expect(JSON.stringify(screen.last)).not.toContain('9802');
    expect(JSON.stringify(screen.last)).toContain('[personnummer borttaget]');
  });

  test('a warning is read, and the same key again lets it leave', () => {
    const screen = message('Portkod 4711');
    const before = screen.effects.length;
    expect(screen.press('s').effects).toHaveLength(before);
    expect(textsOf(messageView(screen.state, size, 0)).join('\n')).toContain('Kod till en dörr');
    expect(screen.press('s').last?.kind).toBe('save');
  });

  test('what is masked counts as changed by hand, and an ordinary text goes at once', () => {
    expect(message(number).press('m').state.page).toMatchObject({ isEdited: true });
    expect(message('Det brinner.').press('s').last?.kind).toBe('save');
    expect(message('Det brinner.').press('m').notice).toBe('press-one-of');
  });
});
