import { describe, expect, test } from 'vitest';
import { answerWhat, decided, decision, night, opened, person } from './story.ts';

const kortedala = 'inform-unit-manager:Hemtjänst Kortedala';

describe('a decision opens its actions', () => {
  test('each with its time, and none before it', () => {
    expect(opened().actions).toEqual([]);
    expect(decided('morning', ['Hemtjänst Kortedala']).actions).toEqual([
      'call-director open 07:00',
      `${kortedala} open 02:41`,
      'mail-director open 02:41',
      'inform-duty-officer open 02:41',
    ]);
  });
});

describe('a contact attempt', () => {
  test.each(['no-answer', 'busy', 'message-left'] as const)(
    'that ends in %s leaves it open until the next try',
    (result) => {
      const story = decided('now');
      story.attempt('02:52', 'call-director', result, undefined, '02:57');
      expect(story.action('call-director')).toMatchObject({
        status: 'open',
        due: expect.stringContaining('02:57'),
      });
      expect(story.action('call-director').attempts).toHaveLength(1);
    },
  );

  test('that reaches somebody ends it', () => {
    const story = decided('ordinary', ['Hemtjänst Kortedala']);
    story.attempt('02:52', kortedala, 'reached');
    expect(story.action(kortedala)).toMatchObject({ status: 'done', end: { by: 'jl' } });
  });

  test('that reaches somebody to consult leaves their advice and a decision to wait for', () => {
    const story = decided('consult-first');
    const bo = person('Bo Ek', '031-390 06 01', 'deskManager');
    story.attempt('02:52', 'consult', 'reached', bo);
    expect(story.action('consult')).toMatchObject({ status: 'open', advice: null });
    story.tell('02:54', 'consulted', { action: 'consult', whom: bo, advice: 'Vi klarar det själva' });
    expect(story.action('consult')).toMatchObject({
      status: 'open',
      advice: { text: 'Vi klarar det själva' },
    });
    story.tell('02:55', 'decision-made', decision('ordinary'));
    expect(story.action('consult')).toMatchObject({ status: 'done', end: { text: 'Vi klarar det själva' } });
    expect(story.action('call-director').status).toBe('superseded');
  });

  test('that reaches the director asks for the decision on crisis leadership, and consulting is over', () => {
    const story = decided('consult-first');
    story.attempt('02:57', 'call-director', 'reached');
    expect(story.actions).toContain('consult superseded 02:41');
    expect(story.actions).toContain('decide-crisis-leadership open 02:57');
  });

  test('that was struck does not count', () => {
    const story = decided('now');
    const wrong = story.attempt('02:52', 'call-director', 'reached');
    story.tell('02:53', 'entry-struck', { reason: 'fel knapp' }, wrong);
    expect(story.action('call-director')).toMatchObject({ status: 'open', attempts: [] });
    expect(story.actions.join()).not.toContain('decide-crisis-leadership');
  });
});

describe('the director’s decision on crisis leadership', () => {
  const ask = 'decide-crisis-leadership';
  test.each(['yes', 'no'] as const)('%s ends the question', (answer) => {
    const story = decided('now');
    story.attempt('02:52', 'call-director', 'reached');
    story.tell('02:54', 'crisis-leadership-decided', { answer, by: 'Anna Ek', askAgainAt: null });
    expect(story.action(ask).status).toBe('done');
    expect(story.incident.crisisLeadership).toMatchObject({ answer, director: 'Anna Ek' });
  });

  test('no after yes takes away what the yes added', () => {
    const story = decided('now');
    story.tell('02:54', 'crisis-leadership-decided', { answer: 'yes', by: 'Anna Ek', askAgainAt: null });
    const added = [{ kind: 'call-together', contact: null, due: night('02:54') }] as const;
    const id = story.tell('02:54', 'actions-added', { actions: added });
    story.tell('03:10', 'crisis-leadership-decided', { answer: 'no', by: 'Anna Ek', askAgainAt: null });
    expect(story.action(`${id}:0`).status).toBe('superseded');
  });

  test('later asks again then', () => {
    const story = decided('now');
    story.attempt('02:52', 'call-director', 'reached');
    const at = '2026-11-21T04:00:00+01:00';
    story.tell('02:54', 'crisis-leadership-decided', { answer: 'later', by: 'Anna Ek', askAgainAt: at });
    expect(story.action(ask)).toMatchObject({ status: 'open', due: at });
  });
});

describe('a new decision', () => {
  test('after changed facts has everybody told again, with the attempts that were made', () => {
    const story = decided('now', ['Hemtjänst Kortedala']);
    story.attempt('02:52', kortedala, 'reached');
    story.attempt('02:53', 'call-director', 'reached');
    answerWhat(story, '04:10', 'Brand, två skadade');
    story.tell('04:12', 'decision-made', decision('now', ['Hemtjänst Kortedala'], '04:09'));
    expect(story.action(kortedala)).toMatchObject({ status: 'open', attempts: [{ result: 'reached' }] });
    expect(story.action('call-director').status).toBe('open');
  });

  test('on the same facts leaves done what is done; the director and TIB hear of another outcome', () => {
    const story = decided('consult-first', ['Hemtjänst Kortedala']);
    story.attempt('02:52', kortedala, 'reached');
    story.tell('02:53', 'action-done', { action: 'mail-director', note: '' });
    story.attempt('02:53', 'inform-duty-officer', 'reached');
    story.tell('02:55', 'decision-made', decision('ordinary', ['Hemtjänst Kortedala']));
    expect(story.actions).toEqual([
      `${kortedala} done 02:41`,
      'mail-director open 02:41',
      'inform-duty-officer open 02:41',
      'consult superseded 02:41',
      'call-director superseded 02:56',
    ]);
  });

  test('keeps the next try that was set, and what was added', () => {
    const story = decided('ordinary', ['Hemtjänst Kortedala']);
    story.attempt('02:52', kortedala, 'busy', undefined, '02:57');
    const due = '2026-11-21T04:30:00+01:00';
    story.tell('02:53', 'actions-added', {
      actions: [{ kind: 'follow-up', what: 'answer', text: 'TIB', due }],
    });
    story.tell('02:55', 'decision-made', decision('ordinary', ['Hemtjänst Kortedala']));
    expect(story.action(kortedala).due).toContain('02:57');
    expect(story.actions.at(-1)).toMatch(/:0 open 04:30$/);
  });

  test('that is the same once more does not put off what was due', () => {
    const story = decided('morning');
    answerWhat(story, '07:30', 'Brand, släckt');
    const again = { ...decision('morning', [], '07:29'), directorDueAt: '2026-11-22T07:00:00+01:00' };
    const actions = again.actions.map((action) =>
      action.kind === 'call-director' ? { ...action, due: '2026-11-22T07:00:00+01:00' } : action,
    );
    story.tell('07:31', 'decision-made', { ...again, actions });
    expect(story.action('call-director').due).toBe('2026-11-21T07:00:00+01:00');
  });

  test('on facts that only turned out milder does not wake the director again; the report is sent anew', () => {
    const story = decided('now', ['Hemtjänst Kortedala']);
    story.attempt('02:52', 'call-director', 'reached');
    story.attempt('02:53', kortedala, 'reached');
    story.tell('02:54', 'action-done', { action: 'mail-director', note: '' });
    // The answer that it changes from was unknown.
    story.tell('04:10', 'desk-answered', { question: 'staffDirectlyAffected', answer: 'no' });
    story.tell('04:12', 'decision-made', decision('now', ['Hemtjänst Kortedala']));
    expect([story.action('call-director').status, story.action(kortedala).status]).toEqual(['done', 'done']);
    expect(story.action('mail-director').status).toBe('open');
  });

  test('that is stronger has the director phoned again; one that is weaker does not', () => {
    const story = decided('consult-first');
    story.attempt('02:57', 'call-director', 'reached');
    story.tell('02:58', 'decision-made', decision('now'));
    expect(story.action('call-director').status).toBe('open');
    story.attempt('02:59', 'call-director', 'reached');
    story.tell('03:00', 'decision-made', decision('morning'));
    expect(story.action('call-director').status).toBe('done');
  });

  test('that is the same keeps the next try, also after news', () => {
    const story = decided('now');
    story.attempt('02:52', 'call-director', 'busy', undefined, '02:57');
    answerWhat(story, '02:54', 'Brand, två skadade');
    story.tell('02:55', 'decision-made', decision('now'));
    expect(story.action('call-director')).toMatchObject({ status: 'open', due: night('02:57') });
  });

  test('takes away what only the earlier one asked for', () => {
    const story = decided('ordinary', ['Hemtjänst Kortedala', 'Hemtjänst Bergsjön']);
    answerWhat(story, '03:10', 'Släckt');
    story.tell('03:12', 'decision-made', decision('ordinary', ['Hemtjänst Bergsjön']));
    expect(story.action(kortedala).status).toBe('superseded');
  });
});

describe('an action', () => {
  test('is done, skipped with a reason, or given to somebody', () => {
    const story = decided('ordinary');
    story.tell('02:52', 'action-assigned', { action: 'mail-director', to: 'Cia' });
    story.tell('02:53', 'action-done', { action: 'mail-director', note: 'skickat' });
    story.tell('02:54', 'action-skipped', { action: 'inform-duty-officer', reason: 'TIB lyssnade' });
    expect(story.action('mail-director')).toMatchObject({
      status: 'done',
      assignedTo: 'Cia',
      end: { text: 'skickat' },
    });
    expect(story.action('inform-duty-officer')).toMatchObject({
      status: 'skipped',
      end: { text: 'TIB lyssnade' },
    });
  });

  test('is done when its recipient acknowledges, also after a message was left', () => {
    const story = decided('ordinary', ['Hemtjänst Kortedala']);
    story.attempt('02:52', kortedala, 'message-left', undefined, '03:07');
    story.tell('02:59', 'acknowledged', { action: kortedala, by: 'Cia Berg' });
    expect(story.action(kortedala)).toMatchObject({
      status: 'done',
      acknowledgement: { by: 'Cia Berg', at: expect.stringContaining('02:59') },
    });
  });

  test('that ended keeps how it ended first', () => {
    const story = decided('ordinary', ['Hemtjänst Kortedala']);
    story.attempt('02:52', kortedala, 'reached');
    story.tell('02:53', 'acknowledged', { action: kortedala, by: 'Cia Berg' });
    expect(story.action(kortedala)).toMatchObject({
      end: { at: expect.stringContaining('02:52') },
      acknowledgement: { by: 'Cia Berg' },
    });
  });
});

describe('the promise of a next report', () => {
  const report = { file: 'x.eml', subject: '', messageId: '', to: null, body: '' };
  test('is one at a time, and ends with a final report', () => {
    const story = decided('now');
    story.tell('02:55', 'draft-saved', { ...report, nextReportAt: '2026-11-21T03:55:00+01:00' });
    expect(story.actions).toContain('next-report open 03:55');
    const message = {
      action: null,
      to: null,
      subject: '',
      body: '',
      how: 'saved',
      file: null,
      messageId: null,
    } as const;
    story.tell('03:50', 'message-made', {
      ...message,
      message: 'director-update',
      nextReportAt: '2026-11-21T04:50:00+01:00',
    });
    expect(story.actions.filter((line) => line.startsWith('next-report'))).toEqual([
      'next-report open 04:50',
    ]);
    story.tell('04:40', 'message-made', { ...message, message: 'director-final', nextReportAt: null });
    expect(story.actions).toContain('next-report done 04:50');
  });

  test('is not touched by a message to somebody else', () => {
    const story = decided('now');
    story.tell('02:55', 'draft-saved', { ...report, nextReportAt: '2026-11-21T03:55:00+01:00' });
    story.tell('03:00', 'message-made', {
      message: 'feedback',
      action: null,
      to: null,
      subject: '',
      body: '',
      how: 'copied',
      file: null,
      messageId: null,
      nextReportAt: null,
    });
    expect(story.actions).toContain('next-report open 03:55');
  });
});
