import { describe, expect, test } from 'vitest';
import { maxAnswerLength } from '../../../src/domain/text.ts';
import { changedWording } from '../../../src/flow/message/state.ts';
import { carriedThrough, decidedFire } from '../../domain/nightFire.ts';
import { night } from '../../domain/story.ts';
import { letter, MessageScreen, reportedFire, update } from './messageScreen.ts';

const made = { body: 'Det brinner.\n', file: null, messageId: null, path: null };
const saved = { ...made, file: 'A-1.eml', messageId: '<1@x>', path: '/utkast/A-1.eml' };

/** Copied or saved, as the effect asked. */
function answered(screen: MessageScreen): MessageScreen {
  const { last } = screen;
  if (last?.kind === 'copy') return screen.send({ kind: 'made', how: 'copied', message: last.message, made });
  if (last?.kind === 'save')
    return screen.send({ kind: 'made', how: 'saved', message: last.message, made: saved });
  throw new Error('nothing was to be made');
}

describe('choosing', () => {
  test('an action with a message of its own goes straight to it, and Esc straight back', () => {
    const screen = new MessageScreen(decidedFire(), 'inform-duty-officer');
    expect(screen.last).toMatchObject({ kind: 'compose', choice: { kind: 'feedback' } });
    expect(screen.composed().state.page.step).toBe('reading');
    expect(screen.press('⎋').last).toEqual({ kind: 'back' });
  });

  test('otherwise the list: a digit, or the arrows and Enter; Esc comes back to it', () => {
    const screen = new MessageScreen(decidedFire(), 'call-director');
    expect(screen.state.page.step).toBe('choosing');
    expect(screen.press('2').last).toMatchObject({ choice: { unit: 'Hemtjänst Bergsjön' } });
    expect(screen.press('⎋').state.page.step).toBe('choosing');
    expect(screen.press('↓↓↓⏎').last).toMatchObject({ choice: { kind: 'director-final' } });
    expect(screen.press('⎋').press('9').notice).toBe('press-one-of');
    expect(screen.press('⎋').last).toEqual({ kind: 'back' });
  });

  test('a message that comes when another has been asked for is not shown', () => {
    const screen = new MessageScreen(decidedFire(), null).press('1');
    const [first] = screen.effects;
    if (first?.kind !== 'compose') throw new Error('not asked for');
    screen.press('⎋2').send({ kind: 'composed', choice: first.choice, message: letter, kept: null });
    expect(screen.state.page).toMatchObject({ step: 'composing', choice: { unit: 'Hemtjänst Bergsjön' } });
  });

  test('keys that were typed ahead are for the message that was asked for', () => {
    const screen = new MessageScreen(decidedFire(), null).press('1k').composed();
    expect(screen.last).toMatchObject({ kind: 'copy', message: { choice: { unit: 'Hemtjänst Kortedala' } } });
  });
});

describe('copying and saving', () => {
  test.each([
    ['k', 'copied', null],
    ['s', 'saved', 'A-1.eml'],
  ])('%s is written down as it left, with the action and the promise', (key, how, file) => {
    const screen = answered(update(decidedFire()).press(key));
    expect(screen.last).toMatchObject({
      kind: 'append',
      entries: [
        {
          type: 'message-made',
          incident: 'incident-1',
          operator: 'jl',
          receivedAt: night('03:10'),
          payload: {
            message: 'director-update',
            action: 'mail-director',
            to: 'asa.ohrn@goteborg.example',
            subject: letter.subject,
            body: made.body,
            how,
            file,
            nextReportAt: night('04:10'),
          },
        },
      ],
    });
    expect(screen.state.incident.actions.find(({ key: of }) => of === 'next-report')?.due).toBe(
      night('04:10'),
    );
    // The action itself stays open: whether it was sent is for the operator to say.
    expect(screen.state.incident.actions.find(({ key: of }) => of === 'mail-director')?.status).toBe('open');
    expect(screen.state.unsaved).toHaveLength(1);
    expect(screen.send({ kind: 'saved', ids: screen.state.unsaved }).state.unsaved).toEqual([]);
  });

  test('a file’s running number counts those of the same kind', () => {
    const screen = answered(answered(update(decidedFire()).press('s')).press('k')).press('s');
    expect(screen.last).toMatchObject({ kind: 'save', message: { saved: 1 } });
  });

  test('nothing changes while it is written', () => {
    const screen = update(decidedFire()).press('s').press('skr');
    expect(screen.effects.filter(({ kind }) => kind === 'save')).toHaveLength(1);
    expect(screen.state.page.step).toBe('reading');
  });

  test('what cannot be done is said, nothing is written down, and it can be tried again', () => {
    const screen = update(decidedFire()).press('s').send({ kind: 'make-failed', fault: 'full' });
    expect(screen.state.fault).toEqual({ kind: 'full', what: 'file' });
    expect(screen.press('k').send({ kind: 'not-copied' }).notice).toBe('not-copied');
    expect(screen.effects.some(({ kind }) => kind === 'append')).toBe(false);
    expect(answered(screen.press('s')).state.fault).toBeNull();
  });

  test('ä copies the subject, t the address, and neither is a message made', () => {
    const screen = update(decidedFire()).press('ä');
    expect(screen.last).toEqual({ kind: 'copy-line', what: 'subject', text: letter.subject });
    expect(screen.send({ kind: 'copied', what: 'subject' }).notice).toBe('subject-copied');
    const address = { kind: 'copy-line', what: 'address', text: 'asa.ohrn@goteborg.example' };
    expect(screen.press('t').last).toEqual(address);
    expect(update(decidedFire(), { ...letter, to: [] }).press('t').notice).toBe('nobody');
  });
});

describe('the report that is saved', () => {
  test('is what the action to mail the director opens, the latest of them', () => {
    const screen = reportedFire();
    expect(screen.state.page).toMatchObject({ step: 'report', report: { file: 'A-2026-0001-2.eml' } });
    expect(screen.effects).toEqual([]);
    expect(screen.press('⎋').last).toEqual({ kind: 'back' });
  });

  test('can be copied part by part, and nothing more is written down', () => {
    const screen = reportedFire().press('k');
    expect(screen.last).toMatchObject({ kind: 'copy-report', report: { body: 'Det brinner.\n' } });
    expect(screen.send({ kind: 'copied', what: 'report' }).notice).toBe('report-copied');
    expect(screen.press('ä').last).toMatchObject({ what: 'subject', text: '[BESLUT] Brand' });
    expect(screen.press('t').last).toMatchObject({ what: 'address', text: 'asa.ohrn@goteborg.example' });
    expect(screen.send({ kind: 'not-copied' }).notice).toBe('report-not-copied');
    expect(screen.effects.some(({ kind }) => kind === 'append')).toBe(false);
  });

  test('s says where it lies, r that it stays as it is, and a leads on to an update', () => {
    const screen = reportedFire().press('s');
    expect(screen.state.notice).toEqual({
      kind: 'saved-already',
      file: 'A-2026-0001-2.eml',
      folder: '/utkast',
    });
    expect(screen.press('r').notice).toBe('report-stays');
    expect(screen.press('a⏎').last).toMatchObject({
      kind: 'compose',
      choice: { kind: 'director-update', action: 'mail-director' },
    });
  });
});

test('while all keys are shown only the way back works', () => {
  const screen = update(decidedFire()).press('?ksr');
  expect([screen.state.help, screen.notice, screen.last?.kind]).toEqual([true, 'press-one-of', 'compose']);
  screen.press('⎋');
  expect([screen.state.help, screen.state.page.step]).toEqual([false, 'reading']);
  expect(screen.press('k').last?.kind).toBe('copy');
});

describe('editing', () => {
  test('in the text and the subject; what leaves is what is on the screen', () => {
    const screen = update(decidedFire()).press('rNytt. ⏎⇥⌫[UPPDATERING] Släckt⎋k');
    expect(screen.last).toMatchObject({
      kind: 'copy',
      message: { text: `Nytt. \n${letter.text}`, subject: expect.stringContaining('Släckt') },
    });
  });

  test('the number and ÖVNING come back when they were taken away', () => {
    const screen = update(carriedThrough({ exercise: true }))
      .press('r⌫↓↓⌫↓↓⌫⇥')
      .press('×')
      .press('⎋');
    const page = screen.state.page;
    if (page.step !== 'reading') throw new Error('still editing');
    expect(page.message.text).toBe('A-2026-0001');
    expect(page.message.subject).toBe('ÖVNING – [UPPDATERING] Brand – A-2026-0001');
  });

  test('a promise that is taken out of the text is not kept for the reader, and that is said', () => {
    const screen = update(decidedFire()).press('r↓↓⌫⎋');
    expect(screen.notice).toBe('promise-lost');
    expect(screen.press('k').last).toMatchObject({ message: { nextReportAt: null } });
    expect(update(decidedFire()).press('rX⎋k').last).toMatchObject({
      message: { nextReportAt: night('04:10') },
    });
  });

  test('starts where something is to be filled in', () => {
    const { state } = update(decidedFire(), { ...letter, text: 'Tid: [fyll i tid]. A-2026-0001' }).press('r');
    expect(state.page).toMatchObject({ step: 'editing', fields: { text: { cursor: 'Tid: '.length } } });
  });

  test('a text too long for the field is not cut in it', () => {
    const screen = update(decidedFire(), { ...letter, text: 'x'.repeat(maxAnswerLength + 1) }).press('r');
    expect([screen.notice, screen.state.page.step]).toEqual(['too-long-to-edit', 'reading']);
  });

  test('changes are thrown away only at the second Esc', () => {
    const screen = update(decidedFire()).press('rNytt⎋⎋');
    expect(screen.last?.kind).toBe('compose');
    expect(screen.press('⎋').last).toEqual({ kind: 'back' });
  });

  test('Ctrl+C leaves at once: what is changed is kept', () => {
    const screen = update(decidedFire()).press('rNytt⎋×');
    expect(screen.last).toEqual({ kind: 'exit' });
    expect(changedWording(screen.state)?.wording.text).toBe(`Nytt${letter.text}`);
  });

  test('what was begun and left is taken up again, and is no program’s text', () => {
    const kept = { subject: letter.subject, text: `Nytt${letter.text}`, nextReportAt: letter.nextReportAt };
    const screen = new MessageScreen(decidedFire(), 'mail-director').composed(letter, kept);
    expect(screen.notice).toBe('taken-up');
    expect(screen.state.page).toMatchObject({ step: 'reading', isEdited: true, message: kept });
    expect(screen.press('k').last).toMatchObject({ message: { first: { text: letter.text } } });
  });

  test('what it promised when it was begun is kept, whatever time it would be given now', () => {
    const kept = { ...letter, text: `Nytt${letter.text}` };
    const now = { ...letter, text: 'A-2026-0001', nextReportAt: night('05:10') };
    const screen = new MessageScreen(decidedFire(), 'mail-director').composed(now, kept);
    expect(screen.press('k').last).toMatchObject({ message: { nextReportAt: letter.nextReportAt } });
  });

  test('once it has been copied there is nothing to throw away', () => {
    expect(answered(update(decidedFire()).press('rNytt⎋k')).press('⎋').last).toEqual({ kind: 'back' });
  });

  test('a signal does not wait', () => {
    expect(update(decidedFire()).press('rNytt').send({ kind: 'interrupted' }).last).toEqual({ kind: 'exit' });
  });
});

test('news about the incident does not change the text that is read, but is told', () => {
  const screen = update(decidedFire());
  screen.send({ kind: 'incident-changed', incident: screen.state.incident });
  expect(screen.notice).toBeUndefined();
  screen.send({ kind: 'incident-changed', incident: carriedThrough().incident });
  expect(screen.notice).toBe('incident-changed');
  expect(screen.state.page).toMatchObject({ message: letter });
  expect(screen.press('a').state.choices.map(({ kind }) => kind)).toContain('crisis-group');
});
