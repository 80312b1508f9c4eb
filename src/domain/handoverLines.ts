/**
 * The handover as plain lines: what is printed, shown, and kept as it read when it was signed. Lines are not broken,
 * and blanks at their beginning say what belongs to what.
 */
import { actionText } from '../texts/actions.ts';
import { page as words } from '../texts/handover.ts';
import {
  attemptResultLabels,
  crisisAnswerLabels,
  deskPhoneLabels,
  exercise as exerciseMark,
  outcomeLabels,
  timingLabels,
} from '../texts/labels.ts';
import type { Attempt } from './actionState.ts';
import type { PhoneTest } from './deskLog.ts';
import type { HandoverPage } from './handover.ts';
import type { HandoverIncident, HandoverItem } from './handoverIncident.ts';
import { briefMomentText, shortMomentText } from './momentText.ts';
import { personText } from './person.ts';
import { cleanLine } from './text.ts';

/** The page, from its title on. */
export function handoverLines(page: HandoverPage): string[] {
  const sections = [
    [
      ...(page.exercise ? [words.exercise] : []),
      words.title(shortMomentText(page.at), page.operator),
      page.incidents.length === 0 ? words.nothing : words.counts(page.counts),
    ],
    ...page.incidents.map((incident) => incidentLines(incident, page.at)),
    ...(page.phones.length === 0
      ? []
      : [[words.phones, ...page.phones.map((phone) => indented(1, phoneText(phone, page.at)))]]),
  ];
  return sections.flatMap((section, index) => (index === 0 ? section : ['', ...section])).map(clean);
}

/** An incident as it is named on the page: `ÖVNING A-2026-0007  Brand i tvättstuga, Tynnered`. */
export function incidentName({
  number,
  exercise,
  what,
  where,
}: Pick<HandoverIncident, 'number' | 'exercise' | 'what' | 'where'>): string {
  const mark = exercise ? `${exerciseMark} ` : '';
  return clean(`${mark}${number}  ${what || words.unknown}${where === '' ? '' : `, ${where}`}`);
}

/** The names of the incidents on a page that was kept, by their numbers. */
export function incidentsNamed(lines: readonly string[]): ReadonlyMap<string, string> {
  const named = new RegExp(`^(?:${exerciseMark} )?([^ ]+-\\d{4}-\\d+)  `);
  return new Map(
    lines.flatMap((line) => {
      const number = named.exec(line)?.[1];
      return number === undefined ? [] : [[number, line] as const];
    }),
  );
}

function incidentLines(incident: HandoverIncident, now: string): string[] {
  const { overdue, notReached, promised, remaining, checklists } = incident;
  const late = (item: HandoverItem) =>
    item.due === null ? whatOf(item) : words.since(briefMomentText(item.due, now), whatOf(item));
  const timed = (item: HandoverItem) =>
    item.due === null ? whatOf(item) : words.at(briefMomentText(item.due, now), whatOf(item));
  const group = (title: string, items: readonly HandoverItem[], text: (item: HandoverItem) => string) =>
    items.flatMap((item, index) => [
      ...(index === 0 ? [indented(1, title)] : []),
      ...itemLines(item, text(item), now),
    ]);
  const points = checklists.map(({ checklist, points: count }) =>
    indented(2, words.checklist(checklist, count)),
  );
  return [
    incidentName(incident),
    indented(1, stateText(incident, now)),
    ...group(words.overdue, overdue, late),
    ...group(words.notReached, notReached, timed),
    ...group(words.promised, promised, timed),
    ...group(words.remaining, remaining, whatOf),
    ...(remaining.length === 0 && points.length > 0 ? [indented(1, words.remaining)] : []),
    ...points,
  ];
}

function stateText(
  { exercise, receivedAt, decision, awaits, crisisLeadership }: HandoverIncident,
  now: string,
): string {
  const decided = (made: NonNullable<HandoverIncident['decision']>) => {
    const timing = made.timing === null ? '' : `, ${timingLabels[made.timing]}`;
    return words.decision(`${outcomeLabels[made.outcome]}${timing}`, made.by, briefMomentText(made.at, now));
  };
  const waits = {
    decision: decision ? words.decideAgain : words.undecided,
    draft: words.reportMissing,
  };
  return [
    ...(exercise ? [words.exercise] : []),
    words.received(briefMomentText(receivedAt, now)),
    ...(decision ? [decided(decision)] : []),
    ...(awaits ? [waits[awaits]] : []),
    ...(crisisLeadership
      ? [
          words.crisisLeadership(
            crisisAnswerLabels[crisisLeadership.answer],
            crisisLeadership.director,
            briefMomentText(crisisLeadership.at, now),
          ),
        ]
      : []),
  ].join(' ');
}

function whatOf({ action, assignedTo }: HandoverItem): string {
  const what = action ? actionText(action) : words.waitsForDecision;
  return assignedTo ? `${what} ${words.assigned(assignedTo)}` : what;
}

function itemLines({ whom, attempts, advice }: HandoverItem, text: string, now: string): string[] {
  return [
    indented(2, text),
    ...(attempts.length > 0 ? [indented(3, words.tried(triedTexts(attempts, now)))] : []),
    ...(advice === '' ? [] : [indented(3, words.advice(advice))]),
    ...(whom ? [indented(3, words.call(personText(whom)))] : []),
  ];
}

/** `Anna Ek 031-390 06 00 ej svar 02:52, upptaget 02:55`, one for each person and number. */
function triedTexts(attempts: readonly Attempt[], now: string): string[] {
  return [...Map.groupBy(attempts, ({ whom }) => personText(whom))].map(([whom, made]) =>
    words.triedOne(
      whom,
      made.map(({ result, at }) => words.result(attemptResultLabels[result], briefMomentText(at, now))),
    ),
  );
}

function phoneText({ phone, latest, due }: PhoneTest, now: string): string {
  const name = deskPhoneLabels[phone];
  if (!latest || due === null) return words.phoneNever(name);
  return latest.result === 'fault'
    ? words.phoneFault(name, briefMomentText(latest.at, now))
    : words.phoneDue(name, briefMomentText(due, now));
}

const step = '  ';

function indented(depth: number, text: string): string {
  return step.repeat(depth) + text;
}

/** One line, safe to show, with the blanks that it starts with and those that stand between its columns. */
function clean(line: string): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return indent + line.trim().split(/ {2}/).map(cleanLine).join(step);
}
