/** What is done about a made-up incident after its decision: who is reached, what is said, and how it ends. */
import * as words from '../../texts/demoWorld.ts';
import { permissionFor } from '../choices.ts';
import { nameOf } from '../person.ts';
import type { Contact } from '../register.ts';
import { type Known, tellLaterCall } from './call.ts';
import { tellAdvised } from './deciding.ts';
import { tellDirector } from './director.ts';
import { tellDraft, tellMessage, tellReaching, tellReachingNobody } from './reaching.ts';
import type { Teller } from './teller.ts';
import { personsFor } from './world.ts';

/** Tells everything from the decision to the end. Gives what was known then. */
export function tellCarryingOut(teller: Teller, known: Known, contacts: readonly Contact[]): Known {
  const { dice } = teller;
  tellDraft(teller, known, contacts, 1);
  let open = tellActions(teller, known, contacts);
  if (dice.chance(0.2)) tellNotes(teller, known);
  if (dice.chance(0.06)) tellPromise(teller);
  let last = known;
  if (dice.chance(0.05)) {
    teller.wait(300, 2400);
    last = tellLaterCall(teller, known);
    tellDraft(teller, last, contacts, 3);
    open = tellActions(teller, last, contacts);
  }
  teller.wait(1200, 7200);
  if (last.promised)
    tellMessage(teller, last, contacts, dice.pick(['director-final', 'director-update']), 'director');
  teller.wait(60, 1800);
  const end = { open, reason: open.length > 0 ? words.reasons.closedOpen : '' };
  teller.tell('incident-closed', end);
  if (dice.chance(0.02)) {
    teller.wait(600, 3600);
    teller.tell('incident-reopened', { reason: dice.pick(words.reasons.reopened) });
    tellNotes(teller, known);
    teller.wait(300, 1800);
    teller.tell('incident-closed', end);
  }
  return last;
}

/**
 * Everything that the decision asks for: the director first, or last where that waits until the morning. Gives the keys
 * of what is left undone.
 */
function tellActions(teller: Teller, known: Known, contacts: readonly Contact[]): string[] {
  const { dice } = teller;
  const { actions, outcome, timing } = known.decision;
  const [first, ...rest] = actions;
  const open: string[] = [];
  for (const action of timing === 'morning' && first ? [...rest, first] : actions) {
    switch (action.kind) {
      case 'consult': {
        const advised = tellConsulting(teller, known, contacts);
        if (!advised) break;
        tellDraft(teller, advised, contacts, 2);
        return tellActions(teller, advised, contacts);
      }
      case 'call-director':
        tellDirector(teller, action, contacts);
        break;
      case 'inform-unit-manager':
        tellUnit(teller, known, action.unit, contacts);
        break;
      case 'mail-director':
        if (outcome !== 'ordinary' && dice.chance(0.05)) {
          open.push(action.kind);
          break;
        }
        teller.wait(20, 200);
        teller.tell('action-done', { action: action.kind, note: '' });
        break;
      case 'inform-duty-officer':
        tellDutyOfficer(teller, known, contacts);
        break;
    }
  }
  if (outcome !== 'ordinary' && dice.chance(0.2)) {
    teller.wait(60, 900);
    teller.tell('action-assigned', { action: 'inform-duty-officer', to: dice.pick(words.operators) });
  }
  return open;
}

function tellUnit(teller: Teller, known: Known, unit: string | null, contacts: readonly Contact[]): void {
  const { dice } = teller;
  const key = `inform-unit-manager:${unit ?? ''}`;
  if (unit !== null && dice.chance(0.06)) {
    teller.wait(30, 200);
    tellMessage(teller, known, contacts, 'unit-manager', { unit }, key);
  }
  if (unit !== null && dice.chance(0.04)) {
    teller.wait(30, 300);
    teller.tell('action-skipped', { action: key, reason: words.reasons.skipped });
    return;
  }
  const managers = personsFor(unit === null ? 'deskManager' : { unit }, contacts);
  const whom = tellReaching(teller, key, managers);
  if (!dice.chance(0.4)) return;
  teller.wait(2, 30);
  teller.tell('acknowledged', { action: key, by: nameOf(whom) });
}

function tellDutyOfficer(teller: Teller, known: Known, contacts: readonly Contact[]): void {
  const action = 'inform-duty-officer';
  if (teller.dice.chance(0.1)) {
    teller.wait(60, 300);
    tellMessage(teller, known, contacts, 'feedback', 'dutyOfficer', action);
    teller.tell('action-done', { action, note: '' });
    return;
  }
  tellReaching(teller, action, personsFor('dutyOfficer', contacts), 0.9);
}

/** Somebody is asked for advice, and it is decided by it; null when nobody answers, and the director is phoned. */
function tellConsulting(teller: Teller, known: Known, contacts: readonly Contact[]): Known | null {
  const { dice } = teller;
  const asked = [...personsFor('deskManager', contacts), ...personsFor('qualityManager', contacts)];
  if (dice.chance(0.2)) {
    tellReachingNobody(teller, 'consult', asked);
    return null;
  }
  const whom = tellReaching(teller, 'consult', asked);
  teller.wait(60, 400);
  const mayBeOrdinary = permissionFor('ordinary', known.recommendation).kind !== 'forbidden';
  const choice = mayBeOrdinary && dice.chance(0.65) ? 'ordinary' : 'director-now';
  const said = dice.pick(words.advice[choice]);
  teller.tell('consulted', { action: 'consult', whom, advice: said });
  teller.wait(10, 60);
  return tellAdvised(teller, known, choice, words.consultedMotivation(nameOf(whom), said));
}

function tellNotes(teller: Teller, { scenario }: Known): void {
  const { dice } = teller;
  teller.wait(120, 1500);
  const text = dice.pick(dice.chance(0.7) ? scenario.notes : words.notes);
  const note = teller.tell('note-added', { text, about: null });
  if (dice.chance(0.1)) {
    teller.wait(20, 200);
    teller.tell('entry-struck', { reason: dice.pick(words.reasons.struck) }, { corrects: note });
  }
  // What was written on paper in the call, and put in afterwards.
  if (dice.chance(0.15))
    teller.tell('note-added', { text: words.lateNote, about: null }, { known: dice.between(16, 90) });
}

/** Somebody has promised to call back; the desk is reminded of it, and they do. */
function tellPromise(teller: Teller): void {
  const { dice } = teller;
  teller.wait(60, 600);
  const due = teller.in(dice.pick([20, 30, 45]));
  const text = dice.pick(words.promises);
  const id = teller.tell('actions-added', { actions: [{ kind: 'follow-up', what: 'answer', text, due }] });
  const action = `${id}:0`;
  teller.waitUntil(due);
  teller.tell('reminder-given', { followUp: action, due, by: 'screen' });
  teller.wait(60, 600);
  teller.tell('action-done', { action, note: words.promiseKept });
}
