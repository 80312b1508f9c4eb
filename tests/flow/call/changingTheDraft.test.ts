/** The draft before it is saved: changed in its fields or in the operator's own editor, and sent by a key of its own. */
import { describe, expect, test } from 'vitest';
import { foldIncident } from '../../../src/domain/incident.ts';
import { draftWording } from '../../../src/flow/call/draftWording.ts';
import { readLine } from '../../../src/flow/call/lines.ts';
import { parseTyping, resumeCall, typingOf } from '../../../src/flow/call/resume.ts';
import type { CallContext } from '../../../src/flow/call/state.ts';
import { callView } from '../../../src/ui/call/callView.ts';
import { textsOf } from '../../ui/call/screens.ts';
import { composed, desk, newCall, savedDraft, TypedCall, toDecision } from './typedCall.ts';

const number = '19811218-9876';
const promised = {
  ...composed,
  text: 'Nästa rapport kl. 04:10 lördag 21 november 2026.',
  nextReportAt: '2026-11-21T04:10:00+01:00',
};

function drafted(about: Partial<CallContext> = {}, draft = composed): TypedCall {
  return newCall({ desk: about })
    .press(`${toDecision('jnnnn')}⏎`)
    .saved()
    .send({ kind: 'draft-composed', draft });
}

/** What is to be saved of it. */
function toSave(call: TypedCall) {
  const effect = call.effects.findLast(({ kind }) => kind === 'save-draft');
  return effect?.kind === 'save-draft' ? effect.draft : null;
}

const screen = (call: TypedCall) => textsOf(callView(call.state, { columns: 100, rows: 29 }, 0)).join('\n');

describe('changed by hand', () => {
  test('r opens the fields, Esc closes them, and both texts are saved', () => {
    const call = drafted().press('rHej. ');
    expect(screen(call)).toContain('│ Hej. Det brinner.');
    expect(screen(call)).not.toContain('Enter spara utkastet');
    call.press('{Esc}');
    expect(screen(call)).toContain('Ändrat för hand');
    call.press('⏎');
    expect(toSave(call)).toEqual({
      subject: composed.subject,
      text: 'Hej. Det brinner.\n\nIngen är skadad.\n\nA-2026-0001',
      nextReportAt: null,
      first: { subject: composed.subject, text: composed.text },
    });
  });

  test('the subject too, which keeps its number on one line', () => {
    const call = drafted().press('r⇥{Ctrl+U}Kort⏎Hej. {Esc}⏎');
    expect(toSave(call)).toMatchObject({
      subject: 'Kort – A-2026-0001',
      text: `Hej. ${composed.text}\n\nA-2026-0001`,
    });
  });

  test('while the fields are open every key is theirs', () => {
    const call = drafted({ sends: true }).press('r{Alt+1}⇤⇤m e v⏎1');
    expect(call.step).toBe('draft');
    expect(call.asked).toEqual(['compose-draft']);
    expect(call.state.draft.fields?.text.text).toBe(`m e v\n1${composed.text}`);
  });

  test('fields that are closed unchanged leave it as the program’s', () => {
    const call = drafted().press('r{Esc}⏎');
    expect(toSave(call)).toMatchObject({ text: composed.text, first: null });
  });

  test('a promise that is taken out of the text is not kept, and that is told', () => {
    expect(toSave(drafted({}, promised).press('⏎'))?.nextReportAt).toBe(promised.nextReportAt);
    const call = drafted({}, promised).press('r{Ctrl+U}');
    for (let left = promised.text.length; left > 0; left -= 1)
      call.send({ kind: 'key', key: { kind: 'delete' } });
    call.press('Ingen ny tid.{Esc}');
    expect(call.state.notice).toEqual({ kind: 'promise-lost' });
    expect(toSave(call.press('⏎'))?.nextReportAt).toBeNull();
  });

  test('what is typed into it is looked through as well: it is told at once, and stops it', () => {
    const call = drafted().press(`r${number} `);
    expect(screen(call)).toContain('! Får inte stå i rapporten: personnummer.');
    call.press('{Esc}⏎');
    expect(call.asked).not.toContain('save-draft');
    call.press('m⏎');
    expect(toSave(call)?.text).toMatch(/^\[personnummer borttaget\] Det brinner\./);
  });

  test('what is masked before it is changed is not in the text that the program wrote first', () => {
    const call = drafted({}, { ...composed, text: `Gäller ${number}.` }).press('mrHej. {Esc}⏎');
    expect(toSave(call)?.first?.text).toBe('Gäller [personnummer borttaget].');
    expect(JSON.stringify(toSave(call))).not.toContain(number);
  });

  test('a warning that comes with a change is read anew, also when one has been accepted', () => {
    const call = drafted({}, { ...composed, text: 'Ring 070-174 06 50.' }).press('⏎');
    call.press('rPortkod 4711. {Esc}⏎');
    expect(call.asked).not.toContain('save-draft');
    expect(call.state.notice).toEqual({ kind: 'personal-data', strength: 'warning' });
    expect(toSave(call.press('⏎'))?.text).toContain('Portkod 4711.');
  });

  test('a draft that is put together anew with its number keeps what was changed', () => {
    const call = newCall()
      .press(`${toDecision('jnnnn')}⏎`)
      .send({ kind: 'draft-composed', draft: composed });
    call.press('rHej. {Esc}⏎').saved().send({ kind: 'draft-composed', draft: composed });
    expect(toSave(call)?.text).toBe(`Hej. ${composed.text}\n\nA-2026-0001`);
  });

  test('a draft that is put together anew promises what its changed text promises', () => {
    const call = newCall()
      .press(`${toDecision('jnnnn')}⏎`)
      .send({ kind: 'draft-composed', draft: promised });
    const anew = { ...promised, text: 'Nästa 05:10', nextReportAt: '2026-11-21T05:10:00+01:00' };
    call.press('rHej. {Esc}⏎').saved().send({ kind: 'draft-composed', draft: anew });
    expect(toSave(call)?.nextReportAt).toBe(promised.nextReportAt);
  });

  test('new facts after it make a new draft, which says that the changes are gone', () => {
    const call = drafted().press('rHej. {Esc}{Alt+1} igen⏎');
    while (call.step !== 'decision') call.press('⏎');
    call.press('⏎').saved().send({ kind: 'draft-composed', draft: composed });
    expect(draftWording(call.state)?.text).toBe(composed.text);
    expect(screen(call)).toContain('Det du hade ändrat i det är borta.');
  });

  test.each(['rHej. ', 'rHej. {Esc}'])(
    'a call that is left after %j goes on with the changed words',
    (keys) => {
      const call = drafted().press(keys);
      const kept = typingOf(call.state);
      const typing = kept && parseTyping(JSON.stringify(kept));
      const again = new TypedCall(resumeCall({ incident: foldIncident(call.entries), typing }, 'mk', desk));
      again.send({ kind: 'resumed' }).saved().send({ kind: 'draft-composed', draft: composed });
      expect(again.step).toBe('draft');
      again.state = {
        ...again.state,
        incident: again.state.incident && { ...again.state.incident, number: 'A-2026-0001' },
      };
      expect(toSave(again.press('⏎'))?.text).toContain('Hej. Det brinner.');
    },
  );

  test('nothing is left behind once it is saved', () => {
    const call = drafted().press('rHej. {Esc}⏎');
    call.send({ kind: 'draft-saved', draft: savedDraft() }).saved();
    expect(typingOf(call.state)).toBeNull();
  });

  test('line by line there is nothing to change it in', () => {
    const call = drafted({ editing: null });
    const command = readLine(call.state, 'redigera');
    if (command.kind === 'keys') call.send(...command.keys.map((key) => ({ kind: 'key', key }) as const));
    expect(call.state.draft.fields).toBeNull();
    expect(call.state.notice).toEqual({ kind: 'press-one-of', keys: ['Enter'] });
  });
});

describe('in the operator’s own editor', () => {
  const withEditor = { editing: { editor: 'vim' } };

  test('is opened with v, and what comes back is the text', () => {
    const call = drafted(withEditor).press('v');
    const { subject, text } = composed;
    expect(call.effects.at(-1)).toEqual({ kind: 'open-editor', wording: { subject, text } });
    call.send({ kind: 'edited', wording: { subject: 'Nytt', text: 'Kort.' } }).press('⏎');
    expect(toSave(call)).toMatchObject({ subject: 'Nytt – A-2026-0001', text: 'Kort.\n\nA-2026-0001' });
  });

  test('while it is open no key of ours does anything', () => {
    const call = drafted(withEditor).press('v⏎e⏎r');
    expect(call.asked).toEqual(['compose-draft', 'open-editor']);
  });

  test.each([
    ['not-started', 'Editorn gick inte att öppna. r redigerar här i stället.'],
    ['failed', 'Editorn avslutades med ett fel. Texten är som förut.'],
  ] as const)('%s: the text is as before, and that is told', (why, words) => {
    const call = drafted(withEditor).press('v').send({ kind: 'not-edited', why });
    expect(screen(call)).toContain(words);
    expect(toSave(call.press('⏎'))).toMatchObject({ text: composed.text, first: null });
  });

  test('v is no key where there is none', () => {
    expect(drafted().press('v').asked).toEqual(['compose-draft']);
  });
});

describe('sending', () => {
  const sending = { sends: true };

  test('takes its own key and Enter, and puts what was saved in the outbox', () => {
    const call = drafted(sending).press('e');
    expect(screen(call)).toContain('Skicka rapporten till direktor@example.org? Enter skickar.');
    expect(call.asked).toEqual(['compose-draft']);
    call.press('⏎').send({ kind: 'draft-saved', draft: savedDraft() }).saved();
    expect(call.asked).toEqual(['compose-draft', 'save-draft', 'queue-report', 'exit']);
  });

  test.each(['{Esc}', 'n', '↑', 'e'])(
    '%s after it sends nothing and leaves the draft where it was',
    (key) => {
      const call = drafted(sending).press(`e${key}`);
      expect(call.step).toBe('draft');
      call.press('⏎').send({ kind: 'draft-saved', draft: savedDraft() }).saved();
      expect(call.asked).toEqual(['compose-draft', 'save-draft', 'exit']);
    },
  );

  test('Enter alone sends nothing', () => {
    const call = drafted(sending).press('⏎').send({ kind: 'draft-saved', draft: savedDraft() }).saved();
    expect(call.asked).not.toContain('queue-report');
  });

  test('a personnummer stops it before it is asked about', () => {
    const call = drafted(sending, { ...composed, text: number }).press('e⏎');
    expect(call.state.draft).toMatchObject({ confirming: false, saving: false });
    call.press('me⏎');
    expect(toSave(call)?.text).toBe('[personnummer borttaget]');
  });

  test('what could not be saved is not sent, and Enter tries to save and send it again', () => {
    const call = drafted(sending).press('e⏎').send({ kind: 'draft-failed', fault: 'full' });
    expect(call.asked).not.toContain('queue-report');
    expect(screen(call)).toContain('Enter spara och skicka');
    call.press('⏎').send({ kind: 'draft-saved', draft: savedDraft() }).saved();
    expect(call.asked.filter((kind) => kind === 'queue-report')).toHaveLength(1);
  });

  test('nothing is sent, and the call is not over, before the journal has all of it', () => {
    const call = drafted(sending).press('e⏎').send({ kind: 'draft-saved', draft: savedDraft() });
    call.send({ kind: 'save-failed', fault: 'locked' });
    expect(call.asked.at(-1)).toBe('save-draft');
    expect(screen(call)).toContain('EJ SPARAT');
    expect(call.saved().asked.slice(-2)).toEqual(['queue-report', 'exit']);
  });

  test('what is changed after a failed sending is asked about anew', () => {
    const call = drafted(sending).press('e⏎').send({ kind: 'draft-failed', fault: 'full' });
    call.press('rHej. {Esc}⏎').send({ kind: 'draft-saved', draft: savedDraft() }).saved();
    expect(call.asked).not.toContain('queue-report');
  });

  test.each([
    ['no server is set up', { sends: false }, composed],
    ['there is nobody to send to', sending, { ...composed, to: null }],
  ])('e is no key when %s', (_, about, draft) => {
    const call = drafted(about, draft).press('e');
    expect(call.state.draft.confirming).toBe(false);
    expect(screen(call)).not.toContain('e skicka e-post');
  });
});
