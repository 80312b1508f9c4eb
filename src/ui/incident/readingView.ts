/** What is read in the list's place: the reasons with all that is known, the timeline, and all keys. */
import { briefMomentText } from '../../domain/momentText.ts';
import { callerQuestions, deskQuestions, ownOperationQuestion } from '../../domain/questions.ts';
import type { IncidentState, Panel } from '../../flow/incident/state.ts';
import * as call from '../../texts/call.ts';
import { entryTexts } from '../../texts/entries.ts';
import * as words from '../../texts/incident.ts';
import * as keyWords from '../../texts/incidentKeys.ts';
import { answerLabels } from '../../texts/labels.ts';
import { type Body, blank, fixed } from '../body.ts';
import { verdict, verdictLines } from '../call/verdictView.ts';
import { answerText, type EntryLine, entryLines, fromWhom } from '../entryText.ts';
import { type Line, line, paragraph, type Size, scrolled } from '../frame.ts';
import { keyTable, widestKey } from '../keyTable.ts';
import { windowed } from './windowed.ts';

export function detailsBody(state: IncidentState, size: Size, scroll: number): Body {
  return scrolledBody(detailLines(state, size.columns), size, scroll);
}

function scrolledBody(lines: readonly Line[], { rows }: Size, scroll: number): Body {
  const seen = scrolled(lines, scroll, rows);
  return { ...fixed(seen.lines), scrollMax: seen.scrollMax };
}

function detailLines({ incident, now }: IncidentState, columns: number): Line[] {
  const { decision, recommendation, calls, notes, consequences, motivation } = incident;
  const { details } = words;
  const heading = { title: call.verdict.recommended, isAlarm: false, standing: null };
  const text = (said: string) => paragraph(said, columns, 'plain', '  ', '  ');
  const said = (at: string, by: string, about: string) =>
    text(details.said(briefMomentText(at, now), by, about));
  const section = (title: string, lines: readonly Line[]) =>
    lines.length === 0 ? [] : [blank, line(title, 'strong'), ...lines];
  const why = [motivation?.text ?? '', decision?.motivation ?? ''].filter((each) => each !== '');
  return [
    line(details.title, 'strong'),
    ...(recommendation ? verdictLines(recommendation, heading, columns, null) : []),
    ...section(
      details.decision,
      decision
        ? [
            ...said(decision.at, decision.by, verdict(decision)),
            ...[...new Set(why)].flatMap((each) => text(`${entryTexts.motivation}: ${each}`)),
          ]
        : text(entryTexts.notDecided),
    ),
    ...section(details.answers, [
      ...said(incident.receivedAt, incident.operator, fromWhom(incident)),
      ...answerLines(incident).flatMap(text),
    ]),
    ...section(
      details.later,
      calls.flatMap(({ at, by, ...from }) => said(at, by, fromWhom(from))),
    ),
    ...section(
      details.desk,
      deskQuestions.flatMap(({ id, text: question }) =>
        text(`${question} ${answerLabels[incident.deskAnswers[id]?.answer ?? 'unknown']}`),
      ),
    ),
    ...section(
      details.consequences,
      consequences ? said(consequences.at, consequences.by, consequences.text) : [],
    ),
    ...section(
      details.notes,
      notes.flatMap((note) => said(note.at, note.by, note.text)),
    ),
  ];
}

function answerLines({ answers, own }: IncidentState['incident']): string[] {
  return callerQuestions.flatMap(({ id, text }) => {
    const answer = answers[id];
    const said = `${text} ${answer ? answerText(answer) : answerLabels.unknown}`;
    if (id !== 'operationDirectlyAffected') return [said];
    return [said, `${ownOperationQuestion.text} ${answerLabels[own?.answer ?? 'unknown']}`];
  });
}

export function timelineBody(
  state: IncidentState,
  panel: Extract<Panel, { kind: 'timeline' }>,
  { columns, rows }: Size,
): Body {
  const lines = entryLines(state.entries);
  const title = paragraph(panel.striking ? words.timeline.striking : words.timeline.title, columns, 'strong');
  const selected = lines.findIndex(({ entry }) => entry.id === panel.entry);
  const blocks = lines.map((each, index) => entryBlock(each, state, index === selected, columns));
  const height = Math.max(1, rows - title.length);
  return fixed([...title, ...windowed(blocks, Math.max(0, selected), height, words.list)]);
}

function entryBlock(
  { entry, text, struckBy, corrects }: EntryLine,
  state: IncidentState,
  isSelected: boolean,
  columns: number,
): Line[] {
  const number = numberOf(entry, state);
  const struck = struckBy ? `${struckText(struckBy, state)} ` : '';
  const correction =
    corrects === null ? '' : ` (${entryTexts.corrects(corrects, entry.type === 'entry-struck')})`;
  const head = `${isSelected ? '▶' : ' '} ${number.padStart(4)}  ${briefMomentText(entry.recordedAt, state.now)}  ${entry.operator}  `;
  const tone = isSelected ? 'strong' : struckBy ? 'quiet' : 'plain';
  return paragraph(`${head}${struck}${text}${correction}`, columns, tone, '', '    ');
}

/** A struck entry is still read, behind this word. */
function struckText(by: EntryLine['entry'], state: IncidentState): string {
  const { payload } = by;
  const reason =
    by.type === 'entry-struck' && typeof payload === 'object' && payload !== null && 'reason' in payload
      ? String(payload.reason)
      : '';
  return words.timeline.struckBy(entryTexts.isStruck, numberOf(by, state), reason.replaceAll('\n', ' '));
}

function numberOf({ id, sequence }: EntryLine['entry'], { unshown }: IncidentState): string {
  return unshown.includes(id) ? words.timeline.unsaved : String(sequence);
}

/** What `?` shows. */
export function keysBody(size: Size, scroll: number): Body {
  const { title, sections } = keyWords.allKeys;
  const widest = Math.max(...sections.map(({ keys }) => widestKey(keys)));
  const lines = sections.flatMap((section) => [
    blank,
    line(section.title, 'strong'),
    ...keyTable(section.keys, size.columns, widest),
  ]);
  return scrolledBody([line(title, 'strong'), ...lines], size, scroll);
}
