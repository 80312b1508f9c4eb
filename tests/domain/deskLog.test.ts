import { describe, expect, test } from 'vitest';
import { latestHandover, phonesToTest, phoneTests } from '../../src/domain/deskLog.ts';
import { night, Story } from './story.ts';

const handover = (exercise = false) => ({ page: ['Inget öppet'], note: 'lugnt', exercise });

describe('the latest handover', () => {
  test('is unacknowledged until somebody acknowledges that one', () => {
    const story = new Story();
    expect(latestHandover(story.entries, false)).toBeNull();
    const first = story.tell('03:00', 'handover-signed', handover());
    story.tell('03:10', 'handover-acknowledged', { handover: first, note: '' });
    expect(latestHandover(story.entries, false)).toMatchObject({ acknowledged: { by: 'jl' } });
    story.tell('06:30', 'handover-signed', handover());
    expect(latestHandover(story.entries, false)).toMatchObject({ at: night('06:30'), acknowledged: null });
    expect(latestHandover(story.entries.toReversed(), false)).toMatchObject({ at: night('06:30') });
  });

  test('of an exercise is not the real desk’s', () => {
    const story = new Story();
    story.tell('03:00', 'handover-signed', handover(true));
    expect(latestHandover(story.entries, false)).toBeNull();
    expect(latestHandover(story.entries, true)).toMatchObject({ exercise: true });
  });
});

describe('the tests of the telephones', () => {
  const tested = (result: 'works' | 'fault', exercise = false) =>
    ({ phone: 'primary', result, note: '', exercise }) as const;

  test('are due again after the interval, by the calendar', () => {
    const story = new Story();
    story.tell('03:00', 'phone-tested', tested('works'));
    expect(phoneTests(story.entries, 7)).toMatchObject([
      { phone: 'primary', due: '2026-11-28T03:00:00+01:00' },
      { phone: 'backup', latest: null, due: null },
    ]);
    const [primary] = phoneTests(story.entries, 365);
    expect(primary?.due).toBe('2027-11-21T03:00:00+01:00');
  });

  test('are due at once after a fault, and an exercise is no test', () => {
    const story = new Story();
    story.tell('03:00', 'phone-tested', tested('works'));
    story.tell('03:10', 'phone-tested', tested('fault', true));
    const due = () => phonesToTest(phoneTests(story.entries, 7), night('03:30')).map(({ phone }) => phone);
    expect(due()).toEqual(['backup']);
    story.tell('03:20', 'phone-tested', tested('fault'));
    expect(due()).toEqual(['primary', 'backup']);
  });
});
