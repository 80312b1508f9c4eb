/**
 * A week at a desk with two screens, with a clock that is stepped. Operators work with sixty incidents; the screens
 * are closed, killed and started again. What rings is held against the rules in words (`expected.ts`).
 */

import { isKnown } from '../../../src/domain/entry.ts';
import type { FollowUp } from '../../../src/domain/followUps.ts';
import { openJournal } from '../../../src/journal/journal.ts';
import { verifyJournal } from '../../../src/journal/verify.ts';
import { Dice } from './dice.ts';
import type { Written } from './expected.ts';
import { opening, turn } from './operators.ts';
import { type Death, type DeskScreen, startScreen } from './screen.ts';
import { moment, Told } from './told.ts';
import { day, hour, minute, type PlannedTurn, plannedTurns, second } from './weekPlan.ts';

export interface WeekOutcome {
  /** What went wrong, in words; none when all is well. */
  readonly faults: readonly string[];
  /** The moments for which the bell rang, in milliseconds from 1970. */
  readonly rang: readonly number[];
  readonly incidents: number;
  readonly kills: number;
  readonly starts: number;
  /** How often the bell rang in a process that died before that was written. */
  readonly lost: number;
}

/** One of the two places for a screen. */
interface Place {
  screen: DeskScreen | null;
  /** When the next one is started. */
  startsAt: number;
  /** What was to be reminded of, and when, the last time it read the journal. */
  seen: ReadonlySet<string>;
}

/** Runs the week around the Sunday that begins at `night`, in milliseconds from 1970, in a journal in the folder. */
export function simulateWeek(folder: string, night: number, seed: number): WeekOutcome {
  const dice = new Dice(seed);
  const start = night - 4 * day;
  const end = start + 7 * day;
  let now = start;

  /** Each the first time. */
  const faults = new Map<string, string>();
  const fault = (what: string, name: string) => {
    if (!faults.has(name)) faults.set(name, `${what}: ${name} (${moment(momentOf(name))}) at ${moment(now)}`);
  };
  /** By name; a reminder that was told in a process which died at that very moment is in `lost`. */
  const rang = new Set<string>();
  let lost = 0;
  let kills = 0;
  let starts = 0;
  const told = new Map<number, Told>();
  const journals = [openJournal(folder, { now: () => moment(now) })];
  const places = [start, start + 3 * hour].map(
    (startsAt): Place => ({ screen: null, startsAt, seen: new Set() }),
  );

  const turns = plannedTurns(night, dice);
  while (now < end) {
    now = nextMoment();
    for (let next = turns.at(-1); next && next.at <= now; next = turns.at(-1)) {
      turns.pop();
      operate(next);
    }
    for (const place of places) move(place);
    look(dice.chance(0.3));
  }
  // Whoever looks last finds what nobody was there to see.
  for (const place of places) place.screen = null;
  startAt(places[0]);
  look(false);
  checkJournal();
  for (const journal of journals) journal.close();
  return {
    faults: [...faults.values()],
    rang: [...rang].map(momentOf),
    incidents: told.size,
    kills,
    starts,
    lost,
  };

  /** Close together around what happens, and far apart where nothing does. */
  function nextMoment(): number {
    const coming = [...reminders()].map(momentOf).concat(turns.at(-1)?.at ?? end);
    const wait = Math.min(...coming.filter((at) => at > now)) - now + dice.whole(-30, 30) * second;
    return now + Math.max(10 * second, Math.min(wait, 20 * minute));
  }

  /** What is open, by the rules in words. */
  function reminders(): Set<string> {
    const all = [...told.values()].flatMap(({ id, standing }) =>
      standing.reminders.map(({ key, at }) => nameOf(id, key, at)),
    );
    return new Set(all);
  }

  function operate({ at, incident, exercise, write }: PlannedTurn): void {
    const about = told.get(incident) ?? new Told();
    const isNew = !told.has(incident);
    told.set(incident, about);
    const entries = isNew ? opening(about, at, exercise) : (write?.(about, at) ?? turn(about, at, dice));
    append(about, entries);
  }

  /** At one of the screens that are up, or by another command. */
  function append(about: Told, entries: readonly Written[]): void {
    const up = places.flatMap(({ screen }) => (screen?.isAlive() ? screen.journal : []));
    dice.pick([...up, ...journals.slice(0, 1)]).append(entries);
    about.wrote(entries);
  }

  function move(place: Place): void {
    const { screen } = place;
    if (!screen) {
      if (now >= place.startsAt) startAt(place);
    } else if (!screen.isAlive()) {
      kills += 1;
      leave(place);
    } else if (dice.chance(0.01)) {
      screen.journal.close();
      leave(place);
    } else if (dice.chance(0.005)) screen.kill();
    else if (dice.chance(0.05)) screen.doom(deathBy(dice));
  }

  function leave(place: Place): void {
    place.screen = null;
    place.startsAt = now + (dice.chance(0.8) ? dice.whole(0, 10) * minute : dice.whole(1, 9) * hour);
  }

  function startAt(place: Place | undefined): void {
    if (!place) return;
    const rings = (followUps: readonly FollowUp[], isKept: boolean) => onBell(place, followUps, isKept);
    place.screen = startScreen({ folder, now: () => now, dice, faults: 0.01, rings });
    journals.push(place.screen.journal);
    starts += 1;
  }

  /** The screens that are up, one after the other, or each step of one between those of the other. */
  function look(together: boolean): void {
    const up = places.flatMap((place) => (place.screen?.isAlive() ? { place, screen: place.screen } : []));
    if (dice.chance(0.5)) up.reverse();
    const looks = up.map(({ place, screen }) => {
      let isRead = false;
      const read = () => {
        isRead = screen.read();
        if (isRead) place.seen = reminders();
      };
      const remind = () => {
        screen.remind();
        if (isRead && screen.isAlive()) expectAllRung();
      };
      return [read, remind] as const;
    });
    const steps = together
      ? [...looks.map(([read]) => read), ...looks.map(([, remind]) => remind)]
      : looks.flat();
    for (const step of steps) step();
  }

  function onBell(place: Place, followUps: readonly FollowUp[], isKept: boolean): void {
    for (const { incident, key, at } of followUps) {
      const name = nameOf(incident, key, Date.parse(at));
      const isToRing = place.seen.has(name) && momentOf(name) <= now;
      if (!isToRing) fault('rang for nothing', name);
      if (rang.has(name)) fault('rang once more', name);
      if (isKept) rang.add(name);
      else lost += 1;
    }
  }

  function expectAllRung(): void {
    for (const name of reminders()) if (momentOf(name) <= now && !rang.has(name)) fault('did not ring', name);
  }

  /** Every reminder is there once, and nothing is broken. */
  function checkJournal(): void {
    const entries = [...told.values()].flatMap(({ id }) => journals[0]?.entriesOf(id) ?? []).filter(isKnown);
    const written = entries.flatMap(({ type, incident, payload }) =>
      type === 'reminder-given' ? nameOf(incident, payload.followUp, Date.parse(payload.due)) : [],
    );
    for (const name of written) if (!rang.has(name)) fault('is in the journal and did not ring', name);
    for (const name of rang) if (!written.includes(name)) fault('rang and is not in the journal', name);
    for (const finding of verifyJournal(folder)) faults.set('journal', JSON.stringify(finding));
  }
}

function nameOf(incident: string, key: string, at: number): string {
  return `${incident} ${key} ${at}`;
}

function momentOf(name: string): number {
  return Number(name.slice(name.lastIndexOf(' ') + 1));
}

function deathBy(dice: Dice): Death {
  const when = dice.pick(['before', 'after'] as const);
  return dice.chance(0.5) ? { kind: 'bell', when } : { kind: 'journal', calls: dice.whole(1, 15), when };
}
