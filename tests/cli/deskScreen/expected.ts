/**
 * What the desk must be reminded of and when, worked out from the rules in words. Shares no code with the program, so
 * that the two must agree without having copied each other.
 */
import type { EntryPayloads, EntryType, NewEntry } from '../../../src/domain/entry.ts';

/** A written entry whose payload goes with its type. */
export type Written = { readonly [T in EntryType]: NewEntry<T> }[EntryType];

/** Something that waits to be done. Times are milliseconds from 1970. */
export interface Waiting {
  readonly key: string;
  readonly kind: string;
  /** From when it was there to do. */
  since: number;
  /** When it is to be done or tried again; null when it has no time. */
  due: number | null;
  /** The same, as it was first said. */
  asked: number | null;
  state: 'open' | 'done' | 'overtaken';
}

export interface Standing {
  readonly waiting: readonly Waiting[];
  readonly isDecided: boolean;
  readonly isClosed: boolean;
  /** What the desk is to be reminded of, and when. */
  readonly reminders: readonly { readonly key: string; readonly at: number }[];
}

const answers: readonly EntryType[] = [
  'caller-answered',
  'own-operation-answered',
  'desk-answered',
  'motivation-given',
];
const crisisQuestion = 'decide-crisis-leadership';
const fromWeakest = ['ordinary', 'consult-first', 'contact-director morning', 'contact-director now'];

function strength({ outcome, timing }: EntryPayloads['decision-made']): number {
  return fromWeakest.indexOf(timing ? `${outcome} ${timing}` : outcome);
}

/** How the incident stands after these entries. `patience` is how many minutes what is due at once may wait. */
export function standingAfter(entries: readonly Written[], patience: number): Standing {
  const struck = new Set(entries.flatMap(({ type, corrects }) => (type === 'entry-struck' ? corrects : [])));
  const waiting = new Map<string, Waiting>();
  let decision: EntryPayloads['decision-made'] | null = null;
  let isToBeDecided = true;
  let isNews = false;
  /** What has been said so far, by question. */
  const said = new Map<string, string>();
  /** Consultations in which somebody has given their advice. */
  const advised = new Set<string>();
  let isClosed = false;
  let last = 0;

  const open = (key: string, kind: string, due: number | null, since: number, asked = due) =>
    waiting.set(key, { key, kind, since, due, asked, state: 'open' });
  const end = (key: string, state: 'done' | 'overtaken' = 'done') => {
    const item = waiting.get(key);
    if (item?.state === 'open') item.state = state;
  };

  /**
   * Everybody is told again when there is news; of another decision, whoever gets the report, and TIB. The director is
   * phoned again when the decision is stronger. What is still to be done is not put off.
   */
  function decide(next: EntryPayloads['decision-made'], at: number): void {
    const isAnother = decision !== null && strength(decision) !== strength(next);
    const isStronger = decision !== null && strength(next) > strength(decision);
    const asked = new Set<string>();
    for (const action of next.actions) {
      const key =
        action.kind === 'inform-unit-manager' ? `inform-unit-manager:${action.unit ?? ''}` : action.kind;
      asked.add(key);
      const due = Date.parse(action.due);
      const before = waiting.get(key);
      const isOfDirector = action.kind === 'call-director' || action.kind === 'consult';
      const isAgain =
        isNews || (isOfDirector ? isStronger : action.kind === 'inform-unit-manager' ? false : isAnother);
      if (
        !before ||
        before.state === 'overtaken' ||
        advised.has(key) ||
        (before.state === 'done' && isAgain)
      ) {
        open(key, action.kind, due, at);
      } else if (before.state === 'open' && action.kind === 'call-director' && isAnother) {
        Object.assign(before, { since: at, due, asked: due });
      } else if (before.state === 'open') {
        if (before.due === before.asked) before.due = Math.min(before.asked ?? due, due);
        before.asked = due;
      }
    }
    // Advice stays given until a decision asks for it again, whatever was decided in between.
    for (const key of asked) advised.delete(key);
    isNews = false;
    const ofDecisions = ['call-director', 'consult', 'inform-unit-manager', 'mail-director'];
    for (const { key, kind } of waiting.values())
      if (!asked.has(key) && [...ofDecisions, 'inform-duty-officer'].includes(kind)) end(key, 'overtaken');
    decision = next;
    isToBeDecided = false;
  }

  /** Answers that are given here never turn out milder. */
  function hear(question: string, answer: string): void {
    if (said.get(question) !== answer) isNews = true;
    said.set(question, answer);
  }

  function attempt({ action, result, nextTryAt }: EntryPayloads['contact-attempted'], at: number): void {
    const item = waiting.get(action);
    if (!item) return;
    if (result !== 'reached') {
      if (nextTryAt !== null) item.due = Date.parse(nextTryAt);
    } else if (item.kind === 'consult' || item.kind === crisisQuestion) {
      // They are on the telephone: what they say is still to be written down.
      item.since = at;
      item.due = at;
    } else end(action);
    if (result !== 'reached' || item.kind !== 'call-director') return;
    end('consult', 'overtaken');
    open(crisisQuestion, crisisQuestion, at, at);
  }

  function promise(nextReportAt: string | null, at: number): void {
    if (nextReportAt === null) end('next-report');
    else open('next-report', 'follow-up', Date.parse(nextReportAt), at);
  }

  for (const entry of entries) {
    if (struck.has(entry.id)) continue;
    const at = Date.parse(entry.receivedAt);
    last = at;
    switch (entry.type) {
      case 'decision-made':
        decide(entry.payload, at);
        break;
      case 'contact-attempted':
        attempt(entry.payload, at);
        break;
      case 'next-try-set': {
        const item = waiting.get(entry.payload.action);
        if (item) item.due = Date.parse(entry.payload.at);
        break;
      }
      case 'acknowledged':
      case 'action-done':
      case 'action-skipped':
        end(entry.payload.action);
        break;
      case 'actions-added':
        for (const [index, { kind, due }] of entry.payload.actions.entries())
          open(`${entry.id}:${index}`, kind, due === null ? null : Date.parse(due), at);
        break;
      case 'crisis-leadership-decided': {
        const { answer, askAgainAt } = entry.payload;
        open(crisisQuestion, crisisQuestion, askAgainAt === null ? at : Date.parse(askAgainAt), at);
        if (answer !== 'later') end(crisisQuestion);
        if (answer === 'no') {
          for (const { key, kind } of waiting.values())
            if (kind === 'call-together' || kind === 'checklist-point') end(key, 'overtaken');
        }
        break;
      }
      case 'draft-saved':
        promise(entry.payload.nextReportAt ?? null, at);
        break;
      case 'message-made':
        if (entry.payload.message.startsWith('director-')) promise(entry.payload.nextReportAt, at);
        break;
      case 'incident-closed':
        isClosed = true;
        break;
      case 'incident-reopened':
      case 'call-received':
        isClosed = false;
        break;
      default:
        if (entry.type === 'consulted') advised.add(entry.payload.action);
        if (answers.includes(entry.type)) isToBeDecided = true;
        if (entry.type === 'caller-answered') hear(entry.payload.question, entry.payload.text);
        if (entry.type === 'desk-answered') hear(entry.payload.question, entry.payload.answer);
    }
  }

  const afterPatience = (since: number) => since + patience * 60_000;
  const reminders = [...waiting.values()].flatMap(({ key, state, due, since }) =>
    state === 'open' && due !== null ? [{ key, at: due > since ? due : afterPatience(since) }] : [],
  );
  if (isToBeDecided) reminders.push({ key: 'undecided', at: afterPatience(last) });
  return {
    waiting: [...waiting.values()],
    isDecided: decision !== null,
    isClosed,
    reminders: isClosed ? [] : reminders,
  };
}
