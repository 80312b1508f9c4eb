/** What is done about a made-up incident after its decision: who is reached, what is said, and how it ends. */
import * as words from '../../texts/demoWorld.ts';
import { crisisLeadershipKey } from '../actionState.ts';
import type { Action, AddedAction } from '../actions.ts';
import { affectedUnits } from '../answers.ts';
import { crisisGroup } from '../candidates.ts';
import { permissionFor } from '../choices.ts';
import { decide } from '../decision.ts';
import { defaultDeskHours } from '../deskHours.ts';
import type { EntryPayloads } from '../entry.ts';
import type { MessageKind } from '../payloads.ts';
import { nameOf, type Person } from '../person.ts';
import type { Contact, Role } from '../register.ts';
import { draftSubject, messageSubject } from '../reportSubject.ts';
import { consultMinutes, type Known, tellDecision } from './call.ts';
import type { Teller } from './teller.ts';
import { personsFor } from './world.ts';

const retryMinutes = 5;
const nextReportMinutes = 60;
const askAgainMinutes = 60;

/** Tells everything from the decision to the end. */
export function tellCarryingOut(teller: Teller, known: Known, contacts: readonly Contact[]): void {
  const { dice } = teller;
  tellDraft(teller, known, contacts, 1);
  tellActions(teller, known, contacts);
  if (dice.chance(0.2)) tellNotes(teller);
  let last = known;
  if (dice.chance(0.05)) {
    teller.wait(300, 2400);
    last = tellLaterCall(teller, known);
    tellDraft(teller, last, contacts, 2);
    tellActions(teller, last, contacts);
  }
  teller.wait(1200, 7200);
  if (last.promised)
    tellMessage(teller, last, contacts, dice.pick(['director-final', 'director-update']), 'director');
  teller.wait(60, 1800);
  teller.tell('incident-closed', { open: [], reason: '' });
}

function tellDraft(teller: Teller, known: Known, contacts: readonly Contact[], n: number): void {
  const { exercise, number, decision, promised } = known;
  teller.wait(20, 120);
  const messageId = teller.stream.replaceAll('-', '');
  teller.tell('draft-saved', {
    file: `${exercise ? 'OVNING-' : ''}${number}-${n}.eml`,
    subject: draftSubject({ outcome: decision.outcome, ...subjectParts(known) }),
    messageId: `<${messageId}.${n}@example.se>`,
    to: exercise ? null : (personsFor('director', contacts)[0]?.email ?? null),
    body: bodyOf(known),
    nextReportAt: promised ? teller.in(nextReportMinutes) : null,
  });
}

function subjectParts({ exercise, number, answers }: Known) {
  return { exercise, number, what: answers.whatHappened.text, where: answers.whereHappened.text };
}

function bodyOf({ answers, number }: Known): string {
  return words.body(
    Object.values(answers).map(({ text }) => text),
    number,
  );
}

function tellMessage(
  teller: Teller,
  known: Known,
  contacts: readonly Contact[],
  message: MessageKind,
  whom: Role | { readonly unit: string },
  action: string | null = null,
): void {
  const copied = teller.dice.chance(0.5);
  const to = known.exercise ? null : (personsFor(whom, contacts)[0]?.email ?? null);
  teller.tell('message-made', {
    message,
    action,
    to,
    subject: messageSubject({ kind: message, ...subjectParts(known) }),
    body: bodyOf(known),
    ...(copied
      ? { how: 'copied', file: null, messageId: null }
      : { how: 'saved', file: `${known.number}-${message}.eml`, messageId: `<${teller.stream}@example.se>` }),
    nextReportAt: null,
  } satisfies EntryPayloads['message-made']);
}

/** Everything that the decision asks for: the director first, or last where that waits until the morning. */
function tellActions(teller: Teller, known: Known, contacts: readonly Contact[]): void {
  const { actions, outcome, timing } = known.decision;
  const [first, ...rest] = actions;
  for (const action of timing === 'morning' && first ? [...rest, first] : actions) {
    switch (action.kind) {
      case 'consult':
        tellConsulting(teller, known, contacts);
        return;
      case 'call-director':
        tellDirector(teller, action, contacts);
        break;
      case 'inform-unit-manager':
        tellUnit(teller, known, action.unit, contacts);
        break;
      case 'mail-director':
        teller.wait(20, 200);
        teller.tell('action-done', { action: action.kind, note: '' });
        break;
      case 'inform-duty-officer':
        tellDutyOfficer(teller, known, contacts);
        break;
    }
  }
  if (outcome !== 'ordinary' && teller.dice.chance(0.2)) {
    teller.wait(60, 900);
    teller.tell('action-assigned', { action: 'inform-duty-officer', to: teller.dice.pick(words.operators) });
  }
}

/** Tries until somebody answers, each time the next one in turn. Gives who it was. */
function tellReaching(teller: Teller, action: string, persons: readonly Person[], reachable = 0.85): Person {
  const { dice } = teller;
  for (let tries = 0; ; tries++) {
    teller.wait(20, 150);
    const whom = persons[tries % persons.length];
    if (!whom) throw new RangeError('nobody to reach');
    if (dice.chance(reachable) || tries > 4) {
      teller.tell('contact-attempted', { action, whom, result: 'reached', nextTryAt: null });
      return whom;
    }
    const result = dice.pick(['no-answer', 'no-answer', 'busy', 'message-left'] as const);
    teller.tell('contact-attempted', { action, whom, result, nextTryAt: teller.in(retryMinutes) });
    teller.wait(60, retryMinutes * 60);
  }
}

function tellDirector(
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

/** Somebody is asked for advice, and it is decided by it; then the rest. */
function tellConsulting(teller: Teller, known: Known, contacts: readonly Contact[]): void {
  const { dice } = teller;
  const asked = [...personsFor('deskManager', contacts), ...personsFor('qualityManager', contacts)];
  const whom = tellReaching(teller, 'consult', asked);
  teller.wait(60, 400);
  const mayBeOrdinary = permissionFor('ordinary', known.recommendation).kind !== 'forbidden';
  const choice = mayBeOrdinary && dice.chance(0.65) ? 'ordinary' : 'director-now';
  const said = dice.pick(words.advice[choice]);
  teller.tell('consulted', { action: 'consult', whom, advice: said });
  teller.wait(10, 60);
  const { recommendation, latestCallAt, answers, decided: corrects } = known;
  const decision = decide({
    choice,
    recommendation,
    motivation: words.consultedMotivation(nameOf(whom), said),
    receivedAt: latestCallAt,
    decidedAt: teller.now,
    units: affectedUnits(answers),
    hours: defaultDeskHours,
    consultMinutes,
  });
  const decided = teller.tell('decision-made', decision, { corrects });
  const now = { ...known, decision, decided };
  tellDraft(teller, now, contacts, 2);
  tellActions(teller, now, contacts);
}

function tellNotes(teller: Teller): void {
  const { dice } = teller;
  teller.wait(120, 1500);
  const text = dice.pick(words.notes);
  const note = teller.tell('note-added', { text, about: null });
  if (dice.chance(0.1)) {
    teller.wait(20, 200);
    teller.tell('entry-struck', { reason: words.reasons.struck }, { corrects: note });
  }
  // What was written on paper in the call, and put in afterwards.
  if (dice.chance(0.1)) teller.tell('note-added', { text: words.lateNote, about: null }, { known: 35 });
}

/** TIB calls again with worse news: more units, and everybody is told once more. */
function tellLaterCall(teller: Teller, known: Known): Known {
  const { dice } = teller;
  const latestCallAt = teller.now;
  teller.tell('call-received', { source: 'tib', channel: 'phone', caller: { name: words.callers.tib } });
  teller.wait(20, 90);
  const question = 'whoIsAffected';
  const answer = {
    ...known.answers[question],
    text: dice.pick(words.worse),
    certainty: 'confirmed',
  } as const;
  const corrects = known.entries[question];
  const entry = teller.tell('caller-answered', { question, ...answer }, { corrects });
  const now = {
    ...known,
    latestCallAt,
    answers: { ...known.answers, [question]: answer },
    entries: { ...known.entries, [question]: entry },
  };
  return { ...now, ...tellDecision(teller, now, known) };
}
