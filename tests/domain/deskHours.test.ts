import { execFileSync } from 'node:child_process';
import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultDeskHours, isDayOff, isOfficeHours, nextMorning } from '../../src/domain/deskHours.ts';
import { atDesk, formatInstant, parseInstant } from '../../src/domain/time.ts';

const isOffice = (text: string, hours = defaultDeskHours) => isOfficeHours(parseInstant(text), hours);
const morningAfter = (text: string, hours = defaultDeskHours) =>
  formatInstant(nextMorning(parseInstant(text), hours));

describe('office hours', () => {
  test('begin at 07:00 and end before 17:00, Monday to Friday', () => {
    expect(isOffice('2026-11-20T06:59:59.999+01:00')).toBe(false);
    expect(isOffice('2026-11-20T07:00:00+01:00')).toBe(true);
    expect(isOffice('2026-11-20T16:59:59.999+01:00')).toBe(true);
    expect(isOffice('2026-11-20T17:00:00+01:00')).toBe(false);
    expect(isOffice('2026-11-21T12:00:00+01:00')).toBe(false);
    expect(isOffice('2026-11-22T12:00:00+01:00')).toBe(false);
    expect(isOffice('2026-11-23T12:00:00+01:00')).toBe(true);
  });

  test("are the desk's local time, whatever the offset it is written in", () => {
    expect(isOffice('2026-11-20T05:59:59Z')).toBe(false);
    expect(isOffice('2026-11-20T06:00:00Z')).toBe(true);
    expect(isOffice('2026-07-03T05:00:00Z')).toBe(true);
    expect(isOffice('2026-11-22T22:30:00-08:00')).toBe(true);
  });

  test('are a setting', () => {
    const hours = { ...defaultDeskHours, officeStart: '08:30', officeEnd: '16:00' };
    expect(isOffice('2026-11-20T08:29:59+01:00', hours)).toBe(false);
    expect(isOffice('2026-11-20T08:30:00+01:00', hours)).toBe(true);
    expect(isOffice('2026-11-20T16:00:00+01:00', hours)).toBe(false);
  });
});

const firstYear = 1990;
const lastYear = 2060;
const dayOffLister = `
  const { isDayOff } = await import(process.argv[1]);
  const days = [];
  for (let day = new Temporal.PlainDate(${firstYear}, 1, 1); day.year <= ${lastYear}; day = day.add({ days: 1 }))
    if (isDayOff(day)) days.push(day.toString());
  console.log(JSON.stringify(days));
`;

describe('public holidays and the three eves', () => {
  const calendar = new Holidays('SE', { timezone: 'Europe/Stockholm' });
  const eves = ['midsommarafton', 'julafton', 'nyårsafton'];
  const expected = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index).flatMap(
    (year) =>
      calendar
        .getHolidays(year, 'sv')
        .filter(({ type, name }) => type === 'public' || eves.includes(name.toLowerCase()))
        .map(({ date }) => date.slice(0, 10)),
  );

  // A process each: the holiday library thinks in the time zone that the machine had when it started.
  test.each([
    'Europe/Stockholm',
    'UTC',
    'America/Los_Angeles',
    'Pacific/Auckland',
    'Africa/Cairo',
    'Australia/Lord_Howe',
  ])(`agree with another calendar from ${firstYear} to ${lastYear} on a machine in %s`, (TZ) => {
    const module = new URL('../../src/domain/deskHours.ts', import.meta.url).href;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', dayOffLister, module], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual([...new Set(expected)].sort());
  });

  test('a year that has no calendar has only its weekends', () => {
    expect(isDayOff(new Temporal.PlainDate(1, 1, 1))).toBe(false);
    expect(isDayOff(new Temporal.PlainDate(9999, 1, 1))).toBe(false);
  });
});

describe('the next morning', () => {
  test('is strictly after', () => {
    expect(morningAfter('2026-11-20T06:59:59.999+01:00')).toBe('2026-11-20T07:00:00+01:00');
    expect(morningAfter('2026-11-20T07:00:00+01:00')).toBe('2026-11-21T07:00:00+01:00');
    expect(morningAfter('2026-12-31T23:59:59+01:00')).toBe('2027-01-01T07:00:00+01:00');
  });

  test('is a setting', () => {
    expect(morningAfter('2026-11-20T05:00:00+01:00', { ...defaultDeskHours, morning: '06:15' })).toBe(
      '2026-11-20T06:15:00+01:00',
    );
  });

  test.each([
    ['2026-03-28T07:00:00+01:00', '2026-03-29T07:00:00+02:00', '2026-03-30T07:00:00+02:00', 23],
    ['2026-10-24T07:00:00+02:00', '2026-10-25T07:00:00+01:00', '2026-10-26T07:00:00+01:00', 25],
    ['2027-03-27T07:00:00+01:00', '2027-03-28T07:00:00+02:00', '2027-03-29T07:00:00+02:00', 23],
    ['2027-10-30T07:00:00+02:00', '2027-10-31T07:00:00+01:00', '2027-11-01T07:00:00+01:00', 25],
  ])('is right for every minute from %s to %s and on to the next', (saturday, sunday, monday, nightHours) => {
    const [start, change, end] = [saturday, sunday, monday].map(Date.parse) as [number, number, number];
    expect(change - start).toBe(nightHours * 60 * 60_000);
    const wrong: string[] = [];
    for (let at = start; at < end; at += 60_000) {
      const text = new Date(at).toISOString();
      if (morningAfter(text) !== (at < change ? sunday : monday)) wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  test('is always 07:00, at most 25 hours away', () => {
    const dates = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(date.getTime());
        const morning = nextMorning(instant, defaultDeskHours);
        const wait = morning.epochMilliseconds - date.getTime();
        expect(atDesk(morning).toPlainTime().toString()).toBe('07:00:00');
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(25 * 60 * 60_000);
      }),
    );
  });
});
