/** A message leaves by a key of its own and Enter, and is changed in the operator's own editor. */
import { describe, expect, test } from 'vitest';
import { messageView } from '../../../src/ui/message/messageView.ts';
import { decidedFire } from '../../domain/nightFire.ts';
import { night } from '../../domain/story.ts';
import { textsOf } from '../../ui/call/screens.ts';
import { equipped, letter, type MessageScreen, reportedFire, update } from './messageScreen.ts';

const number = '19811218-9876';
const shown = ({ state }: MessageScreen) =>
  textsOf(messageView(state, { columns: 100, rows: 29 }, 0)).join('\n');
const asked = (screen: MessageScreen) => screen.effects.map(({ kind }) => kind);
const ready = (message = letter) => equipped(update(decidedFire(), message));

describe('a message', () => {
  test('goes to the outbox with e and Enter, and what is on the screen is what goes', () => {
    const screen = ready().press('e');
    expect(shown(screen)).toContain('Skicka till asa.ohrn@goteborg.example? Enter skickar.');
    expect(screen.press('⏎').last).toMatchObject({
      kind: 'send',
      message: { subject: letter.subject, first: null },
    });
    const { last } = screen;
    if (last?.kind !== 'send') throw new Error('nothing is sent');
    const made = { body: 'Text\n', file: null, messageId: '<1@x>', path: null };
    screen.send({ kind: 'made', how: 'sent', message: last.message, made });
    expect(screen.last).toMatchObject({
      entries: [{ type: 'message-made', payload: { how: 'sent', messageId: '<1@x>' } }],
    });
    expect(shown(screen)).toContain('Lagt i utkorgen.');
  });

  test.each(['⎋', 'n', 'e', 'k'])('%s after e sends nothing', (key) => {
    const screen = ready().press(`e${key}⏎`);
    expect(asked(screen)).not.toContain('send');
    expect(screen.state.page.step).toBe('reading');
  });

  test('that one like it has been sent is told before it is sent again', () => {
    const screen = ready().press('e⏎');
    const { last } = screen;
    if (last?.kind !== 'send') throw new Error('nothing is sent');
    const made = { body: 'Text\n', file: null, messageId: '<1@x>', path: null };
    screen.send({ kind: 'made', how: 'sent', message: last.message, made });
    expect(shown(screen.press('e'))).toContain('Det är skickat en gång. Skicka igen till');
  });

  test('a personnummer stops it before it is asked about', () => {
    const screen = ready({ ...letter, text: `${letter.text} ${number}` }).press('e⏎');
    expect(asked(screen)).not.toContain('send');
    expect(asked(screen.press('me⏎'))).toContain('send');
  });

  test('without a server, or with nobody to send to, that is said', () => {
    expect(update(decidedFire()).press('e').notice).toBe('no-server');
    expect(ready({ ...letter, to: [] }).press('e').notice).toBe('nobody-to-send-to');
  });

  test('the first words leave with it when somebody has changed them', () => {
    const { subject, text } = letter;
    expect(ready().press('rHej ⎋k').last).toMatchObject({ message: { first: { subject, text } } });
    expect(ready().press('r⎋s').last).toMatchObject({ message: { first: null } });
  });
});

describe('in the operator’s own editor', () => {
  test('v opens it, no key does anything meanwhile, and what comes back is read', () => {
    const screen = ready().press('vke⏎');
    expect(asked(screen)).toEqual(['compose', 'open-editor']);
    screen.send({ kind: 'edited', wording: { subject: letter.subject, text: 'Nytt. A-2026-0001' } });
    expect(screen.state.page).toMatchObject({
      isEdited: true,
      making: false,
      message: { text: 'Nytt. A-2026-0001' },
    });
  });

  test('what does not come back is told', () => {
    const screen = ready().press('v').send({ kind: 'not-edited', why: 'failed' });
    expect(shown(screen)).toContain('Editorn avslutades med ett fel.');
    expect(screen.state.page).toMatchObject({ isEdited: false, making: false });
  });
});

describe('the report', () => {
  test('goes to the outbox with e and Enter, once', () => {
    const screen = equipped(reportedFire()).press('e⏎⏎e⏎');
    expect(asked(screen).filter((kind) => kind === 'send-report')).toHaveLength(1);
    screen.send({ kind: 'report-sent', came: { kind: 'queued' } });
    expect(shown(screen)).toContain('Lagt i utkorgen.');
  });

  test.each([
    [{ kind: 'accepted', at: night('02:58') }, 'E-postservern tog emot det lör 21 nov 02:58.'],
    [{ kind: 'unknown', at: night('02:58') }, 'tjour mejl skicka A-2026-0001 --igen'],
  ] as const)('what the outbox says is told: %j', (came, words) => {
    const screen = equipped(reportedFire()).press('e⏎').send({ kind: 'report-sent', came });
    expect(shown(screen)).toContain(words);
  });
});
