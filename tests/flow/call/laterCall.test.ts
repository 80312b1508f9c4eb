/** TIB calls back about an incident that is known. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf } from '../../../src/domain/answers.ts';
import { choices, recommendedChoice } from '../../../src/domain/choices.ts';
import { foldIncident, type Incident } from '../../../src/domain/incident.ts';
import { callerQuestions } from '../../../src/domain/questions.ts';
import { answerIn } from '../../../src/flow/call/answering.ts';
import { laterCall } from '../../../src/flow/call/later.ts';
import { readLine } from '../../../src/flow/call/lines.ts';
import { recommendationNow } from '../../../src/flow/call/moving.ts';
import { parseTyping, resumeCall, typingOf } from '../../../src/flow/call/resume.ts';
import { standingDecision } from '../../../src/flow/call/standing.ts';
import { keys } from './generators.ts';
import {
  calledBack,
  composed,
  desk,
  everythingKept,
  journalOf,
  later,
  newCall,
  night,
  savedDraft,
  sevenAnswers,
  TypedCall,
  takenUpAgain,
  toDecision,
} from './typedCall.ts';

/** A call that was decided and reported. */
function finished(script = toDecision('jnnnn')): TypedCall {
  const call = newCall().press(`${script}⏎`).saved().send({ kind: 'draft-composed', draft: composed });
  return call.press('⏎').send({ kind: 'draft-saved', draft: savedDraft() }).saved();
}

const types = (call: TypedCall) => call.entries.map(({ type }) => type);
const folded = (...calls: TypedCall[]): Incident => {
  const incident = foldIncident(journalOf(...calls));
  if (!incident) throw new Error('no incident');
  return incident;
};

describe('what is recorded', () => {
  test('nothing while everything is as it was: a call that is left leaves no trace', () => {
    const call = calledBack([finished()]).press('⏎⏎⏎⏎⏎⏎⏎⏎');
    expect(call.step).toBe('read-back');
    expect(call.press('{Ctrl+C}').entries).toEqual([]);
    expect(typingOf(call.state)).toBeNull();
  });

  test('that somebody called, with the first thing that is said, at the time when the call began', () => {
    const call = calledBack([finished()]);
    call.now = '2026-11-21T03:12:30+01:00';
    call.press(' och en död⏎');
    expect(call.entries).toMatchObject([
      {
        type: 'call-received',
        receivedAt: later,
        operator: 'mk',
        payload: { source: 'tib', channel: 'phone', caller: {} },
      },
      { type: 'caller-answered', receivedAt: call.now, corrects: 'entry-2' },
    ]);
    expect(call.effects).toHaveLength(1);
    expect(types(call.press('{Alt+3}, Bergsjön⏎')).filter((type) => type === 'call-received')).toHaveLength(
      1,
    );
  });

  test('at the decision, when nothing is new', () => {
    const call = calledBack([finished()]).press(everythingKept);
    expect(call.step).toBe('decision');
    expect(types(call)).toEqual(['call-received', 'read-back-agreed']);
    expect(types(call.press('⏎')).slice(2)).toEqual(['recommendation-made', 'decision-made']);
    expect(call.asked).toEqual(['compose-draft']);
  });

  test('a question that nobody could answer then is no news either', () => {
    expect(calledBack([finished(`{Alt+7}Hemtjänst⏎⏎jnnnn`)]).press('⏎⏎⏎⏎⏎').entries).toEqual([]);
  });

  test('an answer from a file keeps its certainty and its units, which the words do not tell', () => {
    const first = finished();
    const entries = journalOf(first).map((entry) =>
      entry.type === 'caller-answered'
        ? {
            ...entry,
            payload: { ...(entry.payload as object), certainty: 'unknown', units: ['Hemtjänst Kortedala'] },
          }
        : entry,
    );
    const incident = foldIncident(entries);
    if (!incident) throw new Error('no incident');
    const call = new TypedCall(laterCall(incident, { operator: 'mk', now: later }, desk));
    expect(typingOf(call.state)).toBeNull();
    expect(call.press('⏎⏎⏎⏎⏎⏎⏎⏎').entries).toEqual([]);
  });

  test('words that stand mean what they meant, whatever has become of the register', () => {
    const first = finished(`{Alt+6}Hemtjänst Kortedala⏎n{Alt+1}a⏎{Alt+7}⏎⏎jnnnn`);
    const state = laterCall(folded(first), { operator: 'mk', now: later }, { ...desk, units: [] });
    const call = new TypedCall(state, 'later').press('{Alt+6}⏎');
    expect(call.entries).toEqual([]);
    call.press('{Alt+6}{Ctrl+O}⏎');
    expect(call.recorded('caller-answered')).toMatchObject([
      { certainty: 'unconfirmed', units: ['Hemtjänst Kortedala'] },
    ]);
  });
});

describe('Esc', () => {
  const leaves = { kind: 'exit', why: 'interrupted' };

  test.each(['', '⏎⏎⏎⏎⏎⏎', '⏎⏎⏎⏎⏎⏎⏎⏎'])('leaves where nothing has been said, after %o', (way) => {
    expect(calledBack([finished()]).press(`${way}{Esc}`).effects).toEqual([leaves]);
  });

  test.each(['!', '!⏎', everythingKept])('tells how to leave where something has, after %o', (way) => {
    const call = calledBack([finished()]).press(way);
    const before = call.effects.length;
    expect(call.press('{Esc}').state.notice).toEqual({ kind: 'kept-when-left' });
    expect(call.effects).toHaveLength(before);
    expect(call.press('{Ctrl+C}').effects.at(-1)).toEqual(leaves);
  });

  test('takes back a choice first, and does nothing in a first call', () => {
    const call = calledBack([finished()]).press(`${everythingKept}1{Esc}`);
    expect([call.state.otherwise, call.state.notice]).toEqual([null, null]);
    expect(newCall().press('{Esc}').effects).toEqual([]);
  });
});

describe('the questions of one key', () => {
  test.each<[string, string]>([
    ['own', '⏎⏎⏎⏎⏎⏎'],
    ['manageableWithExistingResources', '⏎⏎⏎⏎⏎⏎⏎⏎⏎'],
    ['directorTiming', '⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎'],
  ])('%s is asked again, and Enter keeps the answer', (step, way) => {
    const call = calledBack([finished()]).press(way);
    expect(call.step).toBe(step);
    const before = call.entries.length;
    call.press('⏎');
    expect([call.step === step, call.entries.length]).toEqual([false, before]);
  });

  test('one key answers anew', () => {
    const call = calledBack([finished()]).press('⏎⏎⏎⏎⏎⏎j');
    expect(call.recorded('own-operation-answered')).toEqual([{ answer: 'yes' }]);
    expect(call.entries.at(-1)?.corrects).toBe(folded(finished()).own?.entry);
  });

  test('Enter after letters that answer nothing ends the word, and keeps nothing', () => {
    const call = calledBack([finished()]).press('⏎⏎⏎⏎⏎⏎').press('o').press('k').press('⏎');
    expect([call.step, call.state.notice?.kind]).toEqual(['own', 'press-one-of']);
    expect(call.press('⏎').step).toBe('operationsAtRisk');
  });

  test('Enter keeps nothing of another operation than the one that is named now', () => {
    const call = calledBack([finished()]).press('{Alt+6} och vi⏎⏎');
    expect(call.step).toBe('own');
    expect(call.state.notice?.kind).toBe('press-one-of');
  });

  test('nor in a first call that was taken up again', () => {
    const call = newCall().press(toDecision('jn'));
    const again = takenUpAgain(call, new TypedCall(call.state)).press('↑⏎');
    expect([again.step, again.state.notice?.kind]).toEqual(['informDirector', 'press-one-of']);
  });

  test('line by line a blank line keeps the answer', () => {
    const call = calledBack([finished()]);
    for (const line of ['', '', '', '', '', '', 'nej', '', '', '', '', 'avvakta', '', '']) {
      const command = readLine(call.state, line);
      if (command.kind === 'keys') call.send(...command.keys.map((key) => ({ kind: 'key', key }) as const));
    }
    expect(call.step).toBe('decision');
    expect(call.recorded('desk-answered')).toEqual([{ question: 'directorTiming', answer: 'morning' }]);
  });
});

describe('times', () => {
  const morningCall = '2026-11-23T08:15:00+01:00';

  test('now, office hours and what is to be done are counted from the later call', () => {
    const first = finished(`${toDecision('nnann')}Ingen fara⏎`);
    const call = calledBack([first], morningCall);
    expect(recommendationNow(call.state)).toMatchObject({ timing: 'now', directorDueAt: morningCall });
    call.press(`${everythingKept}⏎`);
    expect(call.state.incident?.decision).toMatchObject({ timing: 'now', directorDueAt: morningCall });
    expect(call.state.incident?.decision?.actions.every(({ due }) => due === morningCall)).toBe(true);
    expect(call.state.incident?.receivedAt).toBe(night);
    const left = calledBack([first], morningCall).press('!⏎');
    expect(recommendationNow(takenUpAgain(first, left).state)).toMatchObject({ directorDueAt: morningCall });
  });

  test('when it happened is understood from the call in which it was said', () => {
    const ago = sevenAnswers.replace('02:15', 'för 20 min sedan');
    const call = calledBack([finished(`${ago}⏎jnnnn`)]).press('{Alt+2}{Ctrl+O}⏎');
    expect(call.entries.at(-1)?.occurredAt).toBe('2026-11-21T02:21:00+01:00');
    expect(call.state.incident?.whenSaidAt).toBe(night);
    call.press('{Alt+2}{Ctrl+U}för 10 min sedan⏎');
    expect(call.entries.at(-1)?.occurredAt).toBe('2026-11-21T03:01:00+01:00');
    expect(call.state.incident?.whenSaidAt).toBe(later);
  });
});

describe('the decision that stands', () => {
  const stands = (call: TypedCall) => {
    const found = standingDecision(call.state);
    return found && [found.decision.outcome, found.exceeded];
  };

  test('there is none in a first call', () => {
    expect(stands(finished())).toBeNull();
  });

  test.each<[string, string, string, boolean]>([
    ['ordinary, and now staff are hit', 'jnnnn', '⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎j', true],
    ['ordinary, and now it is not known', 'jnnnn', '⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎v', true],
    ['consult first, and now ours is hit', 'vnnnn', '⏎⏎⏎⏎⏎⏎j', true],
    ['until the morning, and now it cannot wait', 'jjann', '⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎n', true],
    ['the director now, and worse', 'jjnnn', '⏎⏎⏎⏎⏎⏎j', false],
    ['the director now, and better', 'jjnnn', '⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎n', false],
    ['ordinary, and the same', 'jnnnn', everythingKept, false],
  ])('%s', (_, letters, changes, exceeded) => {
    const call = calledBack([finished(toDecision(letters))]).press(changes);
    expect(stands(call)?.[1]).toBe(exceeded);
  });

  test('what was decided otherwise with a reason is no news until something is', () => {
    const first = finished(`${toDecision('jnnnv')}4Vi vet vilka de är`);
    expect(stands(calledBack([first]))).toEqual(['ordinary', false]);
    expect(stands(calledBack([first]).press(' och mer⏎'))).toEqual(['ordinary', true]);
  });

  test('the new decision takes its place', () => {
    const call = calledBack([finished()]).press('⏎⏎⏎⏎⏎⏎j⏎⏎⏎⏎⏎⏎⏎⏎');
    expect([call.step, stands(call)]).toEqual(['draft', ['contact-director', false]]);
  });
});

describe('a later call that was left', () => {
  test('goes on as a later call, where Enter keeps the answers', () => {
    const first = finished();
    const call = takenUpAgain(first, calledBack([first]).press(' och en död⏎⏎'));
    expect([call.step, call.texts[0]]).toEqual(['whatHappened', 'Strömavbrott och en död']);
    expect(call.press(everythingKept).step).toBe('decision');
    expect(types(call)).toEqual(['read-back-agreed']);
  });

  test.each([
    ['manageableWithExistingResources', '⏎⏎⏎⏎⏎⏎⏎⏎⏎'],
    ['informDirector', '⏎⏎⏎⏎⏎⏎⏎⏎⏎j'],
    ['decision', everythingKept],
  ])('after the read-back it goes on where it was: %s', (step, way) => {
    const first = finished();
    const call = takenUpAgain(first, calledBack([first]).press(`!${way}`));
    expect([call.step, call.state.furthest]).toEqual([step, step]);
  });

  test('but asks again what was said of another operation', () => {
    const first = finished();
    const left = calledBack([first]).press(`!${everythingKept}{Alt+6} och vi{Alt+7}↓↓`);
    expect(left.step).toBe('manageableWithExistingResources');
    expect(takenUpAgain(first, left).step).toBe('own');
  });

  test('and from the beginning of its part when somebody has called again since', () => {
    const first = finished();
    const left = calledBack([first]).press(`!${everythingKept}`).saved();
    const typing = typingOf(left.state);
    const again = calledBack([first, left], '2026-11-21T03:30:00+01:00').press('!⏎');
    const incident = folded(first, left, again);
    expect(resumeCall({ incident, typing }, 'mk', desk).step).toBe('whatHappened');
  });

  test('with nothing but typing in it: in its field, and still nothing is recorded', () => {
    const first = finished();
    const left = calledBack([first]).press('⏎⏎ och Bergsjön');
    expect(left.entries).toEqual([]);
    const call = takenUpAgain(first, left);
    expect(call.step).toBe('whereHappened');
    expect(call.press('⏎').entries).toMatchObject([
      { type: 'call-received', receivedAt: later },
      { payload: { text: 'Kortedala och Bergsjön' } },
    ]);
    expect(call.step).toBe('whoIsAffected');
  });

  test('what was typed in it stands in the next one too', () => {
    const first = finished();
    const kept = typingOf(calledBack([first]).press('⏎⏎ och Bergsjön').state);
    const typing = kept && parseTyping(JSON.stringify(kept));
    const state = laterCall(folded(first), { operator: 'mk', now: later, typing }, desk);
    expect([state.step, state.fields.whereHappened.buffer.text]).toEqual([
      'whatHappened',
      'Kortedala och Bergsjön',
    ]);
  });

  test('at the draft it is put together anew, and when all is done there is nothing left', () => {
    const first = finished();
    const decided = calledBack([first]).press(`!${everythingKept}⏎`);
    expect(takenUpAgain(first, decided)).toMatchObject({ step: 'draft', asked: ['compose-draft'] });
    decided.send({ kind: 'draft-composed', draft: composed }).press('⏎');
    decided.send({ kind: 'draft-saved', draft: savedDraft() });
    expect(takenUpAgain(first, decided).step).toBe('finished');
    expect(folded(first, decided).drafts).toHaveLength(2);
  });
});

test('a decision on advice is met at its draft, and Esc leaves it for later', () => {
  const first = finished(toDecision('vnnnn'));
  const [asked] = first.recorded('decision-made');
  const [opened] = first.entries;
  if (!asked || !opened) throw new Error('not decided');
  const payload = { ...asked, outcome: 'ordinary', overridden: true, motivation: 'Klarar sig' };
  const entries = [...first.entries, { ...opened, id: 'advised', type: 'decision-made', payload }];
  const state = resumeCall({ incident: foldIncident(entries), typing: null }, 'mk', desk);
  const call = new TypedCall(state, 'again').send({ kind: 'resumed' });
  expect([call.step, call.asked]).toEqual(['draft', ['compose-draft']]);
  for (const key of ['{Esc}', '{Ctrl+C}']) {
    expect(call.press(key).effects.at(-1)).toEqual({ kind: 'exit', why: 'interrupted' });
  }
  expect([call.entries, call.state.incident?.awaits]).toEqual([[], 'draft']);
});

describe('whatever is said', () => {
  const firsts = fc.constantFrom(
    ...['jnnnn', 'vnnnn', 'jjnnn', 'jjann', 'nvnvv'].map((letters) => finished(toDecision(letters))),
  );
  const laterCalls = fc.tuple(firsts, keys).map(([first, sent]) => {
    const call = calledBack([first]).send(...sent);
    return { first, call };
  });

  test('folded with what was there before, the entries are what the call shows', () => {
    fc.assert(
      fc.property(laterCalls, ({ first, call }) => {
        const incident = folded(first, call);
        expect({ ...incident, number: 'A-2026-0001' }).toEqual(call.state.incident);
        const calls = call.entries.filter(({ type }) => type === 'call-received');
        expect(calls).toHaveLength(Math.min(1, call.entries.length));
      }),
      { numRuns: 200 },
    );
  });

  /** Null keeps the answer. */
  const change = <T>(...answers: T[]) => fc.option(fc.constantFrom(...answers));
  const texts = fc.array(change('Brand', 'Hemtjänst Bergsjön', 'vet inte'), { minLength: 7, maxLength: 7 });
  const letters = fc.tuple(
    ...[change('j', 'n', 'v'), change('j', 'n', 'v'), change('n', 'a', 'v')],
    ...[change('j', 'n', 'v'), change('j', 'n', 'v')],
  );
  const decidedNow = (call: TypedCall) => call.press(call.step === 'motivation' ? '⏎⏎' : '⏎').state.incident;
  const script = (
    texts: readonly (string | null)[],
    own: string | null,
    letters: readonly (string | null)[],
  ) => {
    const said = texts.map((text) => (text === null ? '⏎' : `{Ctrl+U}${text}⏎`));
    return [...said.slice(0, 6), own ?? '⏎', said[6], '⏎', ...letters.map((letter) => letter ?? '⏎')].join(
      '',
    );
  };

  test('it comes to the same as a first call with the same answers at that time', () => {
    const before = [
      'Strömavbrott',
      '02:15',
      'Kortedala',
      '4000 hushåll',
      'Göteborg Energi',
      'Ingen ännu',
      'Hemtjänst',
    ];
    fc.assert(
      fc.property(fc.constantFrom('jnnnn', 'vnnnn', 'jjnnn', 'jjann'), texts, letters, (was, said, asked) => {
        const first = finished(toDecision(was));
        // Another operation: whether it is ours is to be said anew.
        const own = said[5] === null ? null : 'v';
        const call = calledBack([first]).press(script(said, own, asked));
        const only = newCall({ opening: { receivedAt: later } }).press(
          script(
            said.map((text, index) => text ?? before[index] ?? ''),
            own ?? 'n',
            asked.map((letter, index) => letter ?? was[index] ?? ''),
          ),
        );
        expect(factsOf(call.state.incident)).toEqual(factsOf(only.state.incident));
        expect(recommendationNow(call.state)).toEqual(recommendationNow(only.state));
        const rank = (of: Parameters<typeof recommendedChoice>[0]) =>
          choices.findIndex(({ id }) => id === recommendedChoice(of));
        const decision = folded(first).decision;
        if (!decision) throw new Error('not decided');
        const stronger = rank(recommendationNow(call.state)) < rank(decision);
        expect(standingDecision(call.state)?.exceeded).toBe(stronger);
        const [incident, asFirst] = [decidedNow(call), decidedNow(only)];
        for (const { id } of callerQuestions) {
          const { text, certainty, units } = asFirst?.answers[id] ?? {};
          expect(incident?.answers[id]).toMatchObject({ text, certainty, units });
        }
        const { at, by, entry, ...made } = asFirst?.decision ?? {};
        expect(incident?.decision).toMatchObject(made);
      }),
      { numRuns: 150 },
    );
  });

  test('left and taken up again, every field and answer is there, and it is still a later call', () => {
    fc.assert(
      fc.property(laterCalls, ({ first, call }) => {
        const again = takenUpAgain(first, call).state;
        const touched = call.entries.length > 0 || typingOf(call.state) !== null;
        expect(again.later).toEqual(touched ? call.state.later : null);
        for (const { id } of callerQuestions) expect(answerIn(again, id)).toEqual(answerIn(call.state, id));
        expect(again.motivation.text).toBe(call.state.motivation.text);
      }),
      { numRuns: 200 },
    );
  });
});
