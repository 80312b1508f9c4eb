/** contract.md, "Keys in the call", 7, and what is said when something cannot be saved. */
import { describe, expect, test } from 'vitest';
import { typingOf } from '../../../src/flow/call/resume.ts';
import { composed, newCall, savedDraft, toDecision } from './typedCall.ts';

const { subject, text, nextReportAt } = composed;
const toSave = { subject, text, nextReportAt, first: null };

const decided = () =>
  newCall()
    .press(`${toDecision('jnnnn')}⏎`)
    .saved();

describe('the draft', () => {
  test('is put together after the decision, and shown', () => {
    const call = decided();
    expect(call.asked).toEqual(['compose-draft']);
    call.send({ kind: 'draft-composed', draft: composed });
    expect(call.state.draft).toMatchObject({ composed, saving: false });
    expect(call.step).toBe('draft');
  });

  test('Enter saves it', () => {
    const call = decided().send({ kind: 'draft-composed', draft: composed }).press('⏎');
    expect(call.effects.at(-1)).toEqual({ kind: 'save-draft', draft: toSave });
    expect(call.state.draft.saving).toBe(true);
  });

  test('Enter before it is put together saves it as soon as it is', () => {
    const call = decided().press('⏎');
    expect(call.asked).toEqual(['compose-draft']);
    call.send({ kind: 'draft-composed', draft: composed });
    expect(call.effects.at(-1)).toEqual({ kind: 'save-draft', draft: toSave });
  });

  test('Enter twice saves it once', () => {
    const call = decided().send({ kind: 'draft-composed', draft: composed }).press('⏎⏎⏎');
    expect(call.asked).toEqual(['compose-draft', 'save-draft']);
  });

  test('what was put together before the incident had its number is put together anew', () => {
    const call = newCall().press(`${toDecision('jnnnn')}⏎`);
    call.send({ kind: 'draft-composed', draft: composed }).press('⏎');
    expect(call.asked).not.toContain('save-draft');
    call.saved();
    expect(call.asked).toEqual(['compose-draft', 'compose-draft']);
    call.send({ kind: 'draft-composed', draft: composed });
    expect(call.asked.at(-1)).toBe('save-draft');
  });

  test('Esc leaves it for later', () => {
    const call = decided().send({ kind: 'draft-composed', draft: composed }).press('{Esc}');
    expect(call.effects.at(-1)).toEqual({ kind: 'exit', why: 'interrupted' });
    expect(call.state.incident?.awaits).toBe('draft');
  });

  test.each(['x', '1', '⇥'])('%s is a hint: nothing but Enter saves', (key) => {
    const call = decided().send({ kind: 'draft-composed', draft: composed }).press(key);
    expect(call.state.notice).toEqual({ kind: 'press-one-of', keys: ['Enter', 'r'] });
    expect(call.asked).toEqual(['compose-draft']);
  });

  test('once it is saved, that is recorded and the call is over', () => {
    const call = decided().send({ kind: 'draft-composed', draft: composed }).press('⏎');
    call.send({ kind: 'draft-saved', draft: savedDraft() }).saved();
    const { path, ...payload } = savedDraft();
    expect(call.recorded('draft-saved')).toEqual([payload]);
    expect(call.effects.at(-1)).toEqual({ kind: 'exit', why: 'finished' });
    expect(call.state).toMatchObject({ step: 'finished', draft: { path }, incident: { awaits: null } });
  });

  test('nothing changes under a draft while it is being saved', () => {
    const call = decided().send({ kind: 'draft-composed', draft: composed }).press('⏎{Alt+1} igen⏎');
    expect(call.step).toBe('draft');
    call.send({ kind: 'draft-composed', draft: { ...composed, text: 'Det brinner igen.' } });
    call.send({ kind: 'draft-saved', draft: savedDraft() });
    expect(call.step).toBe('finished');
    expect(call.asked.filter((kind) => kind === 'save-draft')).toHaveLength(1);
    expect(call.texts[0]).not.toContain('igen');
  });

  test('a motivation that was begun and not needed is not left behind', () => {
    const begun = newCall().press(`${toDecision('nnann')}vi hinner`);
    expect(begun.step).toBe('motivation');
    // To wait is no longer wanted: now-or-morning is answered with now.
    begun.press('⇤⇤⇤n⏎').saved();
    begun.send({ kind: 'draft-composed', draft: composed }).press('⏎');
    begun.send({ kind: 'draft-saved', draft: savedDraft() }).saved();
    expect(begun.step).toBe('finished');
    expect(typingOf(begun.state)).toBeNull();
  });

  test('could not be saved: it says so, and Enter tries again', () => {
    const call = decided().send({ kind: 'draft-composed', draft: composed }).press('⏎');
    call.send({ kind: 'draft-failed', fault: 'full' });
    expect(call.state.fault).toMatchObject({ kind: 'full', what: 'draft' });
    expect(call.step).toBe('draft');
    call.press('⏎').send({ kind: 'draft-saved', draft: savedDraft() }).saved();
    expect(call.state.fault).toBeNull();
    expect(call.asked).toEqual(['compose-draft', 'save-draft', 'save-draft', 'exit']);
  });

  test('could not be put together: Enter tries again', () => {
    const call = decided().send({ kind: 'draft-failed', fault: 'other' }).press('⏎');
    expect(call.asked).toEqual(['compose-draft', 'compose-draft']);
    call.send({ kind: 'draft-composed', draft: composed });
    expect(call.asked.at(-1)).toBe('save-draft');
    expect(call.state.fault).toBeNull();
  });
});

describe('saving', () => {
  test('what is recorded is unsaved until the journal says so', () => {
    const call = newCall().press('Brand⏎');
    const ids = call.entries.map(({ id }) => id);
    expect(call.state.unsaved).toEqual(ids);
    call.send({ kind: 'saved', ids, number: 'A-2026-0001' });
    expect(call.state).toMatchObject({ unsaved: [], incident: { number: 'A-2026-0001' } });
  });

  test('a failure is shown until what failed is saved, and the call goes on', () => {
    const call = newCall().press('Brand⏎').send({ kind: 'save-failed', fault: 'full' });
    expect(call.state.fault).toMatchObject({ kind: 'full', what: 'entries' });
    call.press('02:15⏎');
    expect(call.step).toBe('whereHappened');
    expect(call.state.fault).not.toBeNull();
    call.send({ kind: 'saved', ids: call.state.unsaved, number: 'A-2026-0001' });
    expect(call.state.fault).toBeNull();
  });

  test('of two faults the one about answers is shown', () => {
    const call = newCall().press('Brand⏎').send({ kind: 'save-failed', fault: 'full' });
    call.send({ kind: 'typing-failed', fault: 'full' }, { kind: 'typing-saved' });
    expect(call.state.fault?.what).toBe('entries');
    call.send({ kind: 'draft-failed', fault: 'read-only' });
    expect(call.state.fault).toMatchObject({ what: 'entries', kind: 'full' });
    const other = newCall().press('B').send({ kind: 'typing-failed', fault: 'locked' });
    expect(other.state.fault?.what).toBe('typing');
    other.press('⏎').send({ kind: 'save-failed', fault: 'locked' });
    expect(other.state.fault?.what).toBe('entries');
  });

  test('typing that is saved again takes its own fault away', () => {
    const call = newCall()
      .press('B')
      .send({ kind: 'typing-failed', fault: 'locked' }, { kind: 'typing-saved' });
    expect(call.state.fault).toBeNull();
  });

  test('Ctrl+S asks for a copy elsewhere, only when something is wrong', () => {
    expect(newCall().press('Brand⏎{Ctrl+S}').asked).toEqual([]);
    const call = newCall().press('Brand⏎').send({ kind: 'save-failed', fault: 'full' }).press('{Ctrl+S}');
    expect(call.asked).toEqual(['rescue']);
  });

  test('where the copy lies is told, also when the same fault comes again', () => {
    const call = newCall().press('Brand⏎').send({ kind: 'save-failed', fault: 'full' });
    call.send({ kind: 'rescue-failed' });
    expect(call.state.fault).toMatchObject({ rescuedTo: null, rescueFailed: true });
    call.send({ kind: 'rescued', path: '/y/kopia.json' }, { kind: 'save-failed', fault: 'full' });
    expect(call.state.fault).toMatchObject({ rescuedTo: '/y/kopia.json', rescueFailed: false });
    call.send({ kind: 'save-failed', fault: 'read-only' });
    expect(call.state.fault).toMatchObject({ kind: 'read-only', rescuedTo: null });
  });

  test('a late answer about a copy is of no importance when nothing is wrong', () => {
    const call = newCall().send({ kind: 'rescued', path: '/y' }, { kind: 'rescue-failed' });
    expect(call.state.fault).toBeNull();
  });
});

describe('leaving', () => {
  test.each([
    '',
    'Brand',
    'Brand⏎',
    '{Alt+6}⏎',
    toDecision(''),
    toDecision('jnnnn'),
    `${toDecision('jnnnn')}⏎`,
    `${toDecision('jnnnn')}1skäl`,
  ])('Ctrl+C or a signal leaves at any point, and changes nothing: %s', (keys) => {
    const call = newCall().press(keys);
    const { step, texts } = call;
    expect(call.press('{Ctrl+C}').effects.at(-1)).toEqual({ kind: 'exit', why: 'interrupted' });
    expect(call.send({ kind: 'interrupted' }).effects.at(-1)).toEqual({ kind: 'exit', why: 'interrupted' });
    expect(call).toMatchObject({ step, texts });
  });

  test('the clock moves by itself', () => {
    const call = newCall();
    call.now = '2026-11-21T02:42:00+01:00';
    expect(call.send({ kind: 'tick' }).state.now).toBe(call.now);
    expect(call.effects).toEqual([]);
  });
});
