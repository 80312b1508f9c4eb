/**
 * A desk screen without its terminal: the real watch, the real live work and the real behaviour, over a journal
 * connection of its own. It can be killed at any call to the journal and in the midst of ringing, and now and then
 * the journal cannot be read.
 */

import { liveWork } from '../../../src/cli/deskScreen/deskWork.ts';
import { createWatch } from '../../../src/cli/deskScreen/watch.ts';
import type { FollowUp } from '../../../src/domain/followUps.ts';
import type { Message } from '../../../src/flow/desk/message.ts';
import { startDesk } from '../../../src/flow/desk/state.ts';
import { updateDesk } from '../../../src/flow/desk/update.ts';
import { JournalError } from '../../../src/journal/errors.ts';
import { newId } from '../../../src/journal/id.ts';
import { type Journal, openJournal } from '../../../src/journal/journal.ts';
import type { Dice } from './dice.ts';
import { moment, patience } from './told.ts';

/** Where a process is to end without warning: before or after a call to the journal, or the bell. */
export type Death =
  | { readonly kind: 'journal'; calls: number; readonly when: 'before' | 'after' }
  | { readonly kind: 'bell'; readonly when: 'before' | 'after' };

class Killed extends Error {}

export interface ScreenParts {
  readonly folder: string;
  /** Milliseconds from 1970. */
  readonly now: () => number;
  readonly dice: Dice;
  /** How often a call that reads fails. */
  readonly faults: number;
  /** The bell. `isKept` is false when the process dies before it is written that it rang. */
  readonly rings: (followUps: readonly FollowUp[], isKept: boolean) => void;
}

export interface DeskScreen {
  /** As the desk screen does every second, in two steps. Gives false when the journal could not be read. */
  read(): boolean;
  remind(): void;
  isAlive(): boolean;
  /** It will be killed there, when it comes to it. */
  doom(death: Death): void;
  /** Killed here and now. */
  kill(): void;
  /** The journal as the screen itself has it open. */
  readonly journal: Journal;
}

const writes: readonly unknown[] = ['append', 'claim', 'close'];

export function startScreen({ folder, now, dice, faults, rings }: ScreenParts): DeskScreen {
  let death: Death | null = null;
  let isAlive = true;
  const journal = openJournal(folder, { now: () => moment(now()) });
  const work = liveWork(() => meddled, { exercise: false, phoneTestDays: 7 });
  const watch = createWatch({ journal: () => meddled, operator: () => 'jl', by: 'screen', tell });
  let state = startDesk(
    {
      exercise: false,
      reminderMinutes: patience,
      contacts: [],
      exerciseEmail: null,
      deskName: 'Trygghetsjouren',
      operator: 'jl',
      problems: [],
    },
    moment(now()),
  );

  function die(): never {
    isAlive = false;
    throw new Killed();
  }

  const meddled = new Proxy(journal, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name);
      if (typeof found !== 'function') return found;
      return (...args: unknown[]) => {
        if (!isAlive) die();
        const isTheOne = death?.kind === 'journal' && --death.calls === 0;
        if (isTheOne && death?.when === 'before') die();
        if (!writes.includes(name) && dice.chance(faults)) throw new JournalError('locked');
        const result: unknown = found.apply(target, args);
        if (isTheOne) die();
        return result;
      };
    },
  });

  function tell(followUps: readonly FollowUp[]): void {
    if (!isAlive || (death?.kind === 'bell' && death.when === 'before')) die();
    rings(followUps, death?.kind !== 'bell');
    if (death?.kind === 'bell') die();
    send({ kind: 'rang', followUps });
  }

  function send(message: Message): void {
    state = updateDesk(state, message, { now: moment(now()), newId }).state;
  }

  /** What a killed process throws reaches nobody. */
  function whileAlive(does: () => void): void {
    try {
      does();
    } catch (error) {
      if (isAlive) throw error;
    }
  }

  return {
    journal,
    isAlive: () => isAlive,
    doom(next) {
      death = next;
    },
    kill() {
      isAlive = false;
    },
    read() {
      let isRead = true;
      whileAlive(() => {
        send({ kind: 'tick' });
        try {
          const changed = work.changed();
          if (changed) send({ kind: 'loaded', ...changed });
        } catch (error) {
          if (!(error instanceof JournalError)) throw error;
          isRead = false;
          send({ kind: 'read-failed', fault: error.kind });
        }
      });
      return isRead && isAlive;
    },
    remind() {
      whileAlive(() => {
        const due = state.rows.followUps.slice(0, state.fallenDue);
        watch.tellOf(
          due.map(({ followUp }) => followUp),
          moment(now()),
        );
      });
    },
  };
}
