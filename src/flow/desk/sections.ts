/** The sections of the desk screen and the order in them: what the whole incident hangs on is never far down. */
import { isDecisive, urgencyOf } from '../../domain/actions.ts';
import { minuteOf } from '../../domain/time.ts';
import type { MailRow } from './mailRows.ts';
import type { DeskRow, DeskRows, FollowUpRow } from './rows.ts';

export type SectionId = 'mails' | 'fallen-due' | 'coming' | 'drafts' | 'open';

export interface Section {
  readonly id: SectionId;
  readonly rows: readonly DeskRow[];
}

/**
 * The sections that hold something, in the order they are shown: first the mails that somebody must see to. The first `fallenDue` of the follow-ups have fallen
 * due; `now` is RFC 3339. What is real comes before any exercise.
 */
export function sectionsOf(
  mails: readonly MailRow[],
  { followUps, drafts, open }: Pick<DeskRows, 'followUps' | 'drafts' | 'open'>,
  fallenDue: number,
  now: string,
): Section[] {
  const sections: Section[] = [
    { id: 'mails', rows: mails },
    { id: 'fallen-due', rows: decisiveFirst(followUps.slice(0, fallenDue)) },
    { id: 'coming', rows: inTurn(followUps.slice(fallenDue), now) },
    { id: 'drafts', rows: drafts },
    { id: 'open', rows: open },
  ];
  return sections
    .filter(({ rows }) => rows.length > 0)
    .map(({ id, rows }) => ({ id, rows: realFirst(rows) }));
}

function realFirst(rows: readonly DeskRow[]): DeskRow[] {
  return rows.toSorted((a, b) => Number(a.exercise) - Number(b.exercise));
}

/** The director and what is to be decided, then the rest; of these the most overdue first. */
function decisiveFirst(rows: readonly FollowUpRow[]): FollowUpRow[] {
  const rank = ({ followUp: { action } }: FollowUpRow) =>
    Number(action !== null && !isDecisive(action.action));
  const urgency = ({ followUp }: FollowUpRow) => urgencyOf(followUp.action?.action ?? null);
  return rows.toSorted((a, b) => rank(a) - rank(b) || a.moment - b.moment || urgency(a) - urgency(b));
}

/** What is to be done now, the most urgent first; then what comes, by its time. */
function inTurn(rows: readonly FollowUpRow[], now: string): FollowUpRow[] {
  const minute = minuteOf(now);
  const placed = rows.map((row) => {
    const { due, action } = row.followUp;
    const isNow = minuteOf(due) <= minute;
    return {
      row,
      turn: isNow ? -1 : Date.parse(due),
      urgency: isNow ? urgencyOf(action?.action ?? null) : 0,
    };
  });
  return placed.sort((a, b) => a.turn - b.turn || a.urgency - b.urgency).map(({ row }) => row);
}
