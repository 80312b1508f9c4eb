/** The selected action unfolded: whom to phone, the number large, and what has happened so far. */
import type { ActionState, Attempt } from '../../domain/actionState.ts';
import { candidatesFor } from '../../domain/candidates.ts';
import { briefMomentText } from '../../domain/momentText.ts';
import { type Person, personText } from '../../domain/person.ts';
import { isPhoned } from '../../flow/incident/actionsShown.ts';
import { isShown, peopleToChoose } from '../../flow/incident/selecting.ts';
import type { IncidentState } from '../../flow/incident/state.ts';
import { actionStatusLabels, actionText } from '../../texts/actions.ts';
import { roleTexts } from '../../texts/contacts.ts';
import { entryTexts } from '../../texts/entries.ts';
import * as words from '../../texts/incident.ts';
import { attemptResultLabels } from '../../texts/labels.ts';
import { bigNumber } from '../bigDigits.ts';
import { type Line, line, paragraph, type Size, type Tone } from '../frame.ts';
import { width } from '../textLayout.ts';
import { reachedBefore } from './reachedBefore.ts';

const indent = '    ';
/** With fewer rows than this everything takes one line, cut where it is too long. */
const tightRows = 5;

/** At most `rows` lines, the most needed kept: what to do, whom to phone, and the latest attempts. */
export function actionCard(state: IncidentState, action: ActionState, head: string, size: Size): Line[] {
  const { columns } = size;
  const rows = Math.max(1, size.rows);
  const tone: Tone = action.status === 'open' ? 'strong' : 'plain';
  const text = `${head}  ${actionText(action.action)}`;
  const title = rows < tightRows ? [line(text, tone)] : paragraph(text, columns, tone, '', '  ');
  const shownTitle = title.slice(0, Math.max(1, rows - 2));
  const must = [...shownTitle, ...phoneLines(state, action, { columns, rows: rows - shownTitle.length })];
  const about = aboutLines(state, action, columns);
  const room = rows - must.length;
  const attempts = attemptLines(state, action, columns, Math.max(1, room - about.length));
  return [...must, ...attempts, ...about].slice(0, rows);
}

/** `rows` is how many there are for it: a number of which not all would be seen is not drawn large. */
function phoneLines(state: IncidentState, { status, action }: ActionState, { columns, rows }: Size): Line[] {
  if (status !== 'open' || !isPhoned(action) || state.incident.status === 'closed') return [];
  const people = peopleToChoose(state);
  const { person } = state;
  if (person === null) {
    const text = people.length > 1 ? words.card.somebodyElse : words.card.nobody;
    return paragraph(text, columns, 'warning', indent);
  }
  const index = people.findIndex((each) => isShown(state, each));
  const known = people.length - 1;
  const place = known > 1 ? ` (${words.card.placeOf(index + 1, known)})` : '';
  if (rows < tightRows - 1 && person.phone !== '')
    return [line(`${indent}${person.phone} ${person.name}${place}`, 'strong')];
  const named = `${words.card.phone}: ${whoText(person)}${place}`;
  // For copying, and for whoever cannot see the large digits: where that costs no line.
  const numbered = `${named} · ${person.phone}`;
  const big = person.phone === '' ? null : bigNumber(person.phone, columns - indent.length);
  const isRoomForBoth = big !== null && width(indent + numbered) <= columns;
  const who = paragraph(isRoomForBoth ? numbered : named, columns, 'plain', indent);
  if (person.phone === '') {
    const reach =
      person.email === ''
        ? words.card.noNumber
        : `${words.card.noNumber}. ${words.card.mail}: ${person.email}`;
    return [...who, ...paragraph(reach, columns, 'warning', indent)];
  }
  // With less room than this there is more to see than a number.
  const number = big && who.length + big.length < rows ? big : [person.phone];
  return [...who, ...number.map((text) => line(`${indent}${text}`, 'strong'))];
}

function whoText({ name, role, unit }: Person): string {
  const parts = [name, role === null ? '' : roleTexts[role], unit].filter((part) => part !== '');
  return [...new Set(parts)].join(', ');
}

/** The latest attempts, each with its notes, as many as there is room for. */
function attemptLines(
  state: IncidentState,
  { attempts }: ActionState,
  columns: number,
  room: number,
): Line[] {
  const blocks = attempts.map((attempt) => attemptText(state, attempt, columns));
  const shown: Line[] = [];
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index] ?? [];
    const earlier = index > 0 ? 1 : 0;
    if (shown.length + block.length + earlier > room) {
      // The latest comes before how many there were.
      if (shown.length === 0) return block.slice(0, room);
      const count = line(`${indent}${words.card.earlier(index + 1)}`, 'quiet');
      return [count, ...shown];
    }
    shown.unshift(...block);
  }
  return shown;
}

function attemptText({ incident, now }: IncidentState, attempt: Attempt, columns: number): Line[] {
  const { at, whom, result, entry } = attempt;
  const text = `${briefMomentText(at, now)} ${entryTexts.attempt(personText(whom), attemptResultLabels[result])}`;
  const notes = notesOn(incident, entry);
  return paragraph([text, ...notes].join(' – '), columns, 'plain', indent, '  ');
}

function notesOn({ notes }: IncidentState['incident'], entry: string): string[] {
  return notes.filter(({ about }) => about === entry).map(({ text }) => text.replaceAll('\n', ' '));
}

/** Everything else that is known about it. */
function aboutLines(state: IncidentState, action: ActionState, columns: number): Line[] {
  const { incident, now, context } = state;
  const { end, status, acknowledgement, assignedTo, advice } = action;
  const said = (text: string, tone: Tone = 'plain') =>
    paragraph(text.replaceAll('\n', ' '), columns, tone, indent, '  ');
  const { card } = words;
  const kind = action.action.kind;
  const endText = end
    ? [
        card.ended(actionStatusLabels[status], end.by, briefMomentText(end.at, now), end.text),
        ...notesOn(incident, end.entry),
      ]
    : [];
  const mails =
    kind === 'mail-director'
      ? candidatesFor(action.action, incident, context.contacts).map(({ name, email }) =>
          `${name} ${email}`.trim(),
        )
      : [];
  const draft = kind === 'mail-director' ? incident.drafts.at(-1) : undefined;
  const before = reachedBefore(action);
  return [
    ...(before ? said(words.card.reachedBefore(briefMomentText(before.at, now)), 'strong') : []),
    ...(advice ? said(card.advice(personText(advice.whom), advice.text), 'strong') : []),
    ...(end && !isToldAlready(action) ? said(endText.join(' – ')) : []),
    ...(acknowledgement
      ? said(card.acknowledged(acknowledgement.by, briefMomentText(acknowledgement.at, now)))
      : []),
    ...(assignedTo === null ? [] : said(card.assigned(assignedTo))),
    ...[...new Set(mails)].flatMap((mail) => said(`${card.mail}: ${mail}`)),
    ...(draft ? said(card.draft(draft.file)) : []),
    ...(action.action.kind === 'checklist-point'
      ? said(card.fromChecklist(action.action.checklist, action.action.section), 'quiet')
      : []),
  ];
}

/** Whether how it ended is among the lines anyhow: somebody was reached, has acknowledged or given advice. */
function isToldAlready({ end, attempts, acknowledgement, advice }: ActionState): boolean {
  return (
    attempts.some(({ entry }) => entry === end?.entry) ||
    acknowledgement?.entry === end?.entry ||
    (advice !== null && advice.text === end?.text)
  );
}
