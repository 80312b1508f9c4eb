/** Times of day and lengths of time as people say them. All text here is folded: see `fold` in `when.ts`. */

const numbers: Readonly<Record<string, number>> = {
  en: 1,
  ett: 1,
  tva: 2,
  tre: 3,
  fyra: 4,
  fem: 5,
  sex: 6,
  sju: 7,
  atta: 8,
  nio: 9,
  tio: 10,
  elva: 11,
  tolv: 12,
  femton: 15,
  tjugo: 20,
  trettio: 30,
};
const number = `\\d{1,3}|${Object.keys(numbers).join('|')}`;

function toNumber(word: string): number {
  return numbers[word] ?? Number(word);
}

const wholeLengths: ReadonlyMap<string, number> = new Map([
  ['en kvart', 15],
  ['en halvtimme', 30],
  ['en halv timme', 30],
  ['tre kvart', 45],
  ['en och en halv timme', 90],
]);
const amountOfTime = new RegExp(
  `^(?:(?<decimal>\\d{1,3}[.,]\\d{1,2}) ?|(?<digits>\\d{1,3}) ?|(?<word>${number}) )(?<unit>min(?:\\.|ut|uter)?|tim(?:\\.|me|mar)?|h)$`,
);

/** "20 min", "1,5 tim", "en halvtimme": the length in whole minutes, or null when the text is no length of time. */
export function minutesSaid(text: string): number | null {
  const whole = wholeLengths.get(text);
  if (whole !== undefined) return whole;
  const { decimal, digits, word, unit } = amountOfTime.exec(text)?.groups ?? {};
  if (unit === undefined) return null;
  const amount = toNumber(decimal?.replace(',', '.') ?? digits ?? word ?? '');
  return Math.round(amount * (unit.startsWith('min') ? 1 : 60));
}

/** "för 20 min sedan", "en halvtimme sen": how many minutes ago, or null when the text is not of that kind. */
export function minutesAgo(text: string): number | null {
  const length = /^(?:for )?(.+) (?:sedan|sen)$/.exec(text)?.[1];
  return length === undefined ? null : minutesSaid(length);
}

/** One way to write what comes before a time of day: "kl 14" for "klockan 14" and "kl.14". Without commas. */
export function withPlainCue(text: string): string {
  return text.replace(/\b(?:klockan|kl\.?) ?(?=[a-z\d])/, 'kl ').replace(/,(?= )/g, '');
}

/** What a bare hour such as "22" may be taken for: alone it may be anything, "kl 22" and "i går 22" are times. */
export type TimeContext = 'alone' | 'cued' | 'dated';

export interface SaidTime {
  /** One time of day, or two where the words leave open whether it was before or after noon. */
  readonly times: readonly Temporal.PlainTime[];
  /** In words by the twelve-hour clock, where the latest one is meant. Digits such as "kl 9" only may be that. */
  readonly inWords: boolean;
}

/** Reads a time of day. Null when it is none, or when it may be two things that do not go together with a date. */
export function readTime(text: string, context: TimeContext): SaidTime | null {
  const bare = text.replace(/^kl /, '');
  if (bare === 'midnatt' || /^24(?:[:.]?00)?$/.test(bare)) {
    // "i går midnatt": the one before or the one after?
    return context === 'dated' ? null : exactly(0, 0);
  }
  const clock = /^(\d{1,2})[:.](\d{2})$/.exec(bare) ?? /^(\d{2})(\d{2})$/.exec(bare);
  if (clock) return exactly(Number(clock[1]), Number(clock[2]));
  if (/^\d{1,2}$/.test(bare)) {
    if (context === 'alone' && bare === text) return null;
    return bare.startsWith('0') ? exactly(Number(bare), 0) : byHour(Number(bare), 0, false);
  }
  return readSpoken(bare, context !== 'alone' || bare !== text);
}

const spoken = new RegExp(
  `^(?:(?<minutes>kvart|fem|tio|tjugo|5|10|20) (?<direction>i|over) )?(?<half>halv )?(?<hour>${number})$`,
);

/** "halv tre", "kvart i två", "fem över halv tre", and with a cue also "tre". */
function readSpoken(text: string, cued: boolean): SaidTime | null {
  const { minutes, direction, half, hour } = spoken.exec(text)?.groups ?? {};
  if (hour === undefined || (!cued && minutes === undefined && half === undefined)) return null;
  const amount = minutes === 'kvart' ? 15 : toNumber(minutes ?? '0');
  // "fem i halv tre", but nobody says "kvart i halv tre".
  if (half !== undefined && amount > 5) return null;
  const past = direction === 'i' ? -amount : amount;
  return byHour(toNumber(hour), half === undefined ? past : past - 30, true);
}

function exactly(hour: number, minute: number): SaidTime | null {
  return hour > 23 || minute > 59 ? null : { times: [new Temporal.PlainTime(hour, minute)], inWords: false };
}

/** The time so many minutes past the hour (below zero: to the hour); 1–12 may also be twelve hours later. */
function byHour(hour: number, past: number, inWords: boolean): SaidTime | null {
  if (hour > 23) return null;
  const time = new Temporal.PlainTime(hour).add({ minutes: past });
  return hour >= 1 && hour <= 12
    ? { times: [time, time.add({ hours: 12 })], inWords }
    : { times: [time], inWords };
}
