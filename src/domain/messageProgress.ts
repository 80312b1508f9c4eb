/** How far the work on an incident has come, in words for the messages: who knows, what is done, what is left. */
import {
  acknowledgement,
  callTogether,
  checklistWork,
  doneAt,
  doneOf,
  dueAt,
  leftOf,
  skippedFor,
  toldAs,
  workText,
} from '../texts/messages.ts';
import type { ActionState } from './actionState.ts';
import type { Incident } from './incident.ts';
import { briefMomentText, plannedMomentText } from './momentText.ts';
import type { MessageKind } from './payloads.ts';
import { cleanLine } from './text.ts';
import { compareInstants } from './time.ts';
import { type Told, toldSoFar } from './told.ts';

/** Who is told about the work, since some of it is about telling them. */
export interface Reader {
  readonly kind: MessageKind;
  readonly unit: string | null;
}

/** `Anna Ek, enhetschef Hemtjänst Kortedala, 03:05, har kvitterat`, in the order of time. `now` is RFC 3339. */
export function toldLines(actions: readonly ActionState[], now: string): string[] {
  return toldSoFar(actions).map((told) => {
    const { acknowledged, at } = told;
    const result = acknowledged ? acknowledgement.given : acknowledgement.reachedOnly;
    return [toldWho(told), briefMomentText(at, now), result].join(', ');
  });
}

/** `Anna Ek, enhetschef Hemtjänst Kortedala` */
export function toldWho({ name, action }: Pick<Told, 'name' | 'action'>): string {
  const parts = [name, toldAs(action)].map(cleanLine).filter((part) => part !== '');
  return [...new Set(parts)].join(', ');
}

/** What has been done, is left, and is not to be done, each with its time or its reason. `now` is RFC 3339. */
export function workLines(incident: Pick<Incident, 'actions' | 'source'>, reader: Reader, now: string) {
  const about = { source: incident.source, toDirector: isToDirector(reader.kind) };
  const words = ({ action }: ActionState) => cleanLine(workText(action, about));
  const work = incident.actions.filter(({ status }) => status !== 'superseded');
  const single = work.filter(({ action }) => groupOf(action) === null);
  const groups = [...Map.groupBy(work, ({ action }) => groupOf(action))].flatMap(([name, members]) =>
    name === null || (name === callTogether && reader.kind === 'crisis-group')
      ? []
      : [{ name: cleanLine(name), members }],
  );
  const having = (status: ActionState['status']) => single.filter((state) => state.status === status);
  const finishedAt = ({ end, since }: ActionState) => end?.at ?? since;
  return {
    done: [
      ...having('done')
        .toSorted((a, b) => compareInstants(finishedAt(a), finishedAt(b)))
        .map((state) => doneAt(words(state), briefMomentText(finishedAt(state), now))),
      ...counted(groups, 'done', doneOf),
    ],
    left: [
      ...having('open')
        .filter(({ action }) => !isDoneByTelling(action, reader))
        .map((state) =>
          isLater(state.due, now) ? dueAt(words(state), plannedMomentText(state.due)) : words(state),
        ),
      ...counted(groups, 'open', leftOf),
    ],
    skipped: having('skipped').map((state) => skippedFor(words(state), cleanLine(state.end?.text ?? ''))),
  };
}

/** Whether the director reads it. */
export function isToDirector(kind: MessageKind): boolean {
  return kind === 'director-update' || kind === 'director-final';
}

/** What many small actions are told as, with how many there are; null for an action that is told by itself. */
function groupOf(action: ActionState['action']): string | null {
  if (action.kind === 'call-together') return callTogether;
  return action.kind === 'checklist-point' ? checklistWork(action.checklist) : null;
}

function counted(
  groups: readonly { readonly name: string; readonly members: readonly ActionState[] }[],
  status: ActionState['status'],
  words: (name: string, count: number, total: number) => string,
): string[] {
  return groups.flatMap(({ name, members }) => {
    const count = members.filter((state) => state.status === status).length;
    return count === 0 ? [] : [words(name, count, members.length)];
  });
}

/** Whether it is this very message that does it. */
function isDoneByTelling(action: ActionState['action'], { kind, unit }: Reader): boolean {
  switch (action.kind) {
    case 'inform-unit-manager':
      return kind === 'unit-manager' && action.unit === unit;
    case 'inform-duty-officer':
      return kind === 'feedback';
    case 'mail-director':
      return isToDirector(kind);
    case 'follow-up':
      return isToDirector(kind) && action.what === 'next-report';
    default:
      return false;
  }
}

function isLater(due: string | null, now: string): due is string {
  return due !== null && compareInstants(due, now) > 0;
}
