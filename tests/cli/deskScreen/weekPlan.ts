/** When there is something to do with which incident in the simulated week. */
import type { Dice } from './dice.ts';
import type { Written } from './expected.ts';
import { moment, type Told } from './told.ts';

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

const incidentCount = 60;

export type Write = (told: Told, at: number) => readonly Written[];

export interface PlannedTurn {
  /** Milliseconds from 1970. */
  readonly at: number;
  readonly incident: number;
  readonly exercise: boolean;
  /** What is written; left to chance where it is missing. */
  readonly write?: Write;
}

/**
 * Everything that operators do, the last first: the first turn with an incident opens it. A third of the incidents
 * are received in the night of the clock change. The first of all has a follow-up at every quarter of that night, and
 * one of them again an hour later: where an hour comes twice, at the same time by the clock.
 */
export function plannedTurns(night: number, dice: Dice): PlannedTurn[] {
  const turns: PlannedTurn[] = [
    { at: night, incident: 0, exercise: false },
    { at: night + minute, incident: 0, exercise: false, write: everyQuarter(night) },
    { at: night + 165 * minute, incident: 0, exercise: false, write: againAt(night + 210 * minute) },
  ];
  for (let incident = 1; incident < incidentCount; incident += 1) {
    const exercise = dice.chance(0.1);
    const inTheNight = incident % 3 === 0;
    let at = night + (inTheNight ? dice.whole(-240, 300) : dice.whole(-4 * 24 * 60, 60 * 60)) * minute;
    for (let left = dice.whole(3, 30); left > 0; left -= 1) {
      turns.push({ at, incident, exercise });
      at += (dice.chance(0.8) ? dice.whole(10, 1800) : dice.whole(1800, 36_000)) * second;
    }
  }
  return turns.sort((a, b) => b.at - a.at);
}

function everyQuarter(night: number): Write {
  const actions = Array.from({ length: 20 }, (_, quarter) => {
    const due = moment(night + hour + quarter * 15 * minute);
    return { kind: 'follow-up', what: 'other', text: `${quarter}`, due } as const;
  });
  return (told, at) => [told.entry('actions-added', at, { actions })];
}

function againAt(due: number): Write {
  return (told, at) => {
    const action = told.standing.waiting.find((item) => item.due === due - hour)?.key ?? '';
    return [told.entry('next-try-set', at, { action, at: moment(due) })];
  };
}
