/** How the decision on an incident has been carried out, as plain text: what is to do, was done, and was promised. */
import { type ActionState, attemptsThisTime } from '../domain/actionState.ts';
import { urgencyOf } from '../domain/actions.ts';
import { candidatesFor, nextCandidate } from '../domain/candidates.ts';
import type { Incident } from '../domain/incident.ts';
import { briefMomentText } from '../domain/momentText.ts';
import { personText } from '../domain/person.ts';
import type { Contact } from '../domain/register.ts';
import { paragraph } from '../domain/reportFacts.ts';
import { compareInstants, momentOrNever } from '../domain/time.ts';
import { actionText } from '../texts/actions.ts';
import { carriedOut as words } from '../texts/carriedOut.ts';
import { entryTexts } from '../texts/entries.ts';
import { page } from '../texts/handover.ts';
import { attemptResultLabels, crisisAnswerLabels } from '../texts/labels.ts';
import { withReach } from '../ui/reachText.ts';

/** Everything about the incident that somebody must know to go on with it. */
interface About {
  readonly incident: Incident;
  readonly contacts: readonly Contact[];
  /** RFC 3339. */
  readonly now: string;
}

/** The sections that hold something, each as its lines: what is to be done first. None before there is a decision. */
export function carriedOutSections(
  incident: Incident,
  contacts: readonly Contact[],
  now: string,
): string[][] {
  const about: About = { incident, contacts, now };
  const { actions, decision, closed } = incident;
  if (!decision) return [];
  const open = actions.filter(({ status }) => status === 'open');
  const promised = open.filter(({ action }) => action.kind === 'follow-up');
  const left = open.filter((state) => !promised.includes(state));
  const ended = (status: ActionState['status']) =>
    actions.filter((state) => state.status === status).toSorted(byEnd);
  const toDo = inTurn(left, now).flatMap((state) => openLines(state, about));
  const mark = incident.exercise ? words.exercise : '';
  const section = (title: string, lines: readonly string[]) => (lines.length > 0 ? [[title, ...lines]] : []);
  return [
    ...(closed ? [[closedText(closed, now)]] : []),
    ...(incident.awaits ? [[mark + waitsFor[incident.awaits]]] : []),
    crisisLeadershipLines(about),
    ...section(closed ? words.neverDone : mark + words.toDo, toDo),
    ...(!closed && open.length === 0 ? [[words.nothingToDo]] : []),
    ...section(
      words.promised,
      inTurn(promised, now).flatMap((state) => openLines(state, about)),
    ),
    ...section(
      words.done,
      ended('done').map((state) => doneText(state, now)),
    ),
    ...section(
      words.skipped,
      ended('skipped').map((state) => skippedText(state, now)),
    ),
  ].filter((lines) => lines.length > 0);
}

const waitsFor = { decision: page.decideAgain, draft: page.reportMissing } as const;

/** What is to be done now, the most urgent first; then what comes by its time; then what has none. */
function inTurn(actions: readonly ActionState[], now: string): ActionState[] {
  const placed = actions.map((state) => {
    const due = momentOrNever(state.due);
    const isNow = due <= Date.parse(now);
    return { state, turn: isNow ? 0 : due, urgency: isNow ? urgencyOf(state.action) : 0 };
  });
  // Two that have no time are as far away as each other.
  const compared = (a: number, b: number) => (a === b ? 0 : a - b);
  return placed.sort((a, b) => compared(a.turn, b.turn) || a.urgency - b.urgency).map(({ state }) => state);
}

function byEnd(a: ActionState, b: ActionState): number {
  return a.end && b.end ? compareInstants(a.end.at, b.end.at) : 0;
}

function openLines(state: ActionState, about: About): string[] {
  const { advice, assignedTo } = state;
  const assigned = assignedTo === null ? '' : ` ${words.assigned(assignedTo)}`;
  const tried = triedTexts(state, about.now);
  return [
    `  ${whenText(state, about.now)}  ${whatText(state, about)}${assigned}`,
    ...(tried.length > 0 ? [`    ${words.tried(tried)}`] : []),
    ...(advice ? [`    ${words.advice(personText(advice.whom), paragraph(advice.text))}`] : []),
  ];
}

/** A checklist has points that only its name tells apart from those of another. */
function nameOf({ action }: ActionState): string {
  return action.kind === 'checklist-point'
    ? `${action.checklist}: ${actionText(action)}`
    : actionText(action);
}

function whenText({ due }: ActionState, now: string): string {
  if (due === null) return words.withoutTime;
  const moment = briefMomentText(due, now);
  return compareInstants(due, now) <= 0 ? words.nowSince(moment) : moment;
}

/** What is to be done, with whom to reach. */
function whatText(state: ActionState, { incident, contacts }: About): string {
  const { action, advice } = state;
  if (advice) return nameOf(state);
  const whom = nextCandidate(candidatesFor(action, incident, contacts), state);
  return whom ? withReach(nameOf(state), action, whom) : nameOf(state);
}

function triedTexts(state: ActionState, now: string): string[] {
  return attemptsThisTime(state).map(({ whom, result, at }) =>
    words.attempt(personText(whom), attemptResultLabels[result], briefMomentText(at, now)),
  );
}

/** `02:20  jl  RING förvaltningsdirektören: nådd Anna Ek 031-390 06 00, kvitterat av Anna Ek 02:21. Anteckning` */
function doneText(state: ActionState, now: string): string {
  const { attempts, acknowledgement, end } = state;
  const reached = attempts.findLast(({ result }) => result === 'reached');
  const results = [
    ...(reached ? [words.reached(personText(reached.whom))] : []),
    ...(acknowledgement
      ? [words.acknowledged(acknowledgement.by, briefMomentText(acknowledgement.at, now))]
      : []),
  ];
  const result = results.length > 0 ? `: ${results.join(', ')}` : '';
  const note = end && end.text !== '' ? `. ${paragraph(end.text)}` : '';
  return `  ${endText(state, now)}${nameOf(state)}${result}${note}`;
}

function skippedText(state: ActionState, now: string): string {
  return `  ${endText(state, now)}${nameOf(state)}. ${words.reason(paragraph(state.end?.text ?? ''))}`;
}

function endText({ end }: ActionState, now: string): string {
  return end ? `${briefMomentText(end.at, now)}  ${end.by}  ` : '';
}

function closedText({ reason, open, at, by }: NonNullable<Incident['closed']>, now: string): string {
  return `${briefMomentText(at, now)}  ${by}  ${entryTexts.closed(paragraph(reason), open.length)}`;
}

function crisisLeadershipLines({ incident, now }: About): string[] {
  const { crisisLeadership, consequences, notes } = incident;
  const decided = crisisLeadership && [
    `${entryTexts.crisisLeadership(crisisAnswerLabels[crisisLeadership.answer], crisisLeadership.director)} ${briefMomentText(crisisLeadership.at, now)}`,
    ...notes
      .filter(({ about }) => about === crisisLeadership.entry)
      .map(({ text }) => `  ${words.reason(paragraph(text))}`),
  ];
  return [
    ...(decided ?? []),
    ...(consequences ? [entryTexts.consequences(paragraph(consequences.text))] : []),
  ];
}
