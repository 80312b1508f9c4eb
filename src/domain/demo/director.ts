/** The director of a made-up incident is phoned and decides on crisis leadership; on yes, the crisis group is called. */
import * as words from '../../texts/demoWorld.ts';
import { crisisLeadershipKey } from '../actionState.ts';
import type { Action, AddedAction } from '../actions.ts';
import { crisisGroup } from '../candidates.ts';
import { nameOf } from '../person.ts';
import type { Contact } from '../register.ts';
import { tellReaching } from './reaching.ts';
import type { Teller } from './teller.ts';
import { personsFor } from './world.ts';

const askAgainMinutes = 60;

export function tellDirector(
  teller: Teller,
  { due }: Extract<Action, { kind: 'call-director' }>,
  contacts: readonly Contact[],
): void {
  const { dice } = teller;
  teller.waitUntil(due);
  const director = tellReaching(teller, 'call-director', personsFor('director', contacts), 0.6);
  const by = nameOf(director);
  teller.wait(60, 400);
  if (dice.chance(0.1)) {
    const askAgainAt = teller.in(askAgainMinutes);
    teller.tell('crisis-leadership-decided', { answer: 'later', by, askAgainAt });
    teller.waitUntil(askAgainAt);
    tellReaching(teller, crisisLeadershipKey, [director]);
    teller.wait(60, 200);
  }
  const answer = dice.chance(0.12) ? 'yes' : 'no';
  const about = teller.tell('crisis-leadership-decided', { answer, by, askAgainAt: null });
  const reason = answer === 'yes' ? words.reasons.crisis : dice.pick(words.reasons.director);
  teller.wait(5, 40);
  if (dice.chance(0.7)) teller.tell('note-added', { text: reason, about });
  if (answer === 'yes') tellCrisisLeadership(teller, contacts);
}

/** The crisis group is called together, and the checklists are gone through. */
function tellCrisisLeadership(teller: Teller, contacts: readonly Contact[]): void {
  const members = crisisGroup(contacts);
  const points = words.checklists.flatMap(({ title, points }) => points.map((text) => ({ title, text })));
  const added: AddedAction[] = [
    ...members.map((contact) => ({ kind: 'call-together', contact, due: teller.now }) as const),
    ...points.map(({ title, text }) => point(title, text, false)),
    point(words.checklists[0]?.title ?? '', words.question, true),
  ];
  const id = teller.tell('actions-added', { actions: added });
  for (const [index, action] of added.entries()) {
    const key = `${id}:${index}`;
    if (action.kind === 'call-together' && action.contact) {
      const whom = tellReaching(teller, key, [action.contact]);
      teller.tell('acknowledged', { action: key, by: nameOf(whom) });
      continue;
    }
    teller.wait(30, 400);
    if (action.kind === 'checklist-point' && action.isQuestion) {
      teller.tell('consequences-described', { text: words.consequences });
      teller.tell('action-done', { action: key, note: words.consequences });
    } else {
      teller.tell('action-done', { action: key, note: '' });
    }
  }
}

function point(checklist: string, text: string, isQuestion: boolean): AddedAction {
  return { kind: 'checklist-point', checklist, section: null, text, isQuestion, due: null };
}
