/** All of one incident as it is taken out to be registered and kept: its parts in a fixed order, before any layout. */
import type { Entry } from '../../domain/entry.ts';
import type { Incident } from '../../domain/incident.ts';
import { momentText } from '../../domain/momentText.ts';
import { exercise as exerciseMark, statusLabels } from '../../texts/labels.ts';
import { record as words } from '../../texts/record.ts';
import { fromWhom } from '../entryText.ts';
import { actionItems } from './actionItems.ts';
import { answerItems } from './answerItems.ts';
import { decisionBlocks, recommendationBlocks } from './decisionBlocks.ts';
import { messageBlocks } from './messageBlocks.ts';
import { reviewBlocks } from './reviewBlocks.ts';
import { timeFields } from './timeFields.ts';
import { timelineItems } from './timelineItems.ts';

export interface RecordField {
  readonly label: string;
  readonly value: string;
}

export interface RecordItem {
  /** When, who, and what it is called. */
  readonly label: string;
  readonly text: string;
  /** It no longer counts, and is shown struck through. */
  readonly isStruck?: boolean;
  /** It was written down late; the label says how much. */
  readonly isLate?: boolean;
  /** What hangs on it, a line each. */
  readonly more?: readonly string[];
}

/** Texts may have line breaks, and have been sanitised no further than the journal has. */
export type RecordBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'fields'; readonly fields: readonly RecordField[] }
  | { readonly kind: 'list'; readonly items: readonly RecordItem[] };

export interface RecordDocument {
  readonly title: string;
  readonly number: string;
  /** ÖVNING on every page, or nothing. */
  readonly mark: string;
  /** RFC 3339. */
  readonly madeAt: string;
  readonly blocks: readonly RecordBlock[];
}

/**
 * The record with the decision first, then what it rests on, then everything in order. `entries` are all of the
 * incident's up to and including `taken`, the entry that says that it was taken out.
 */
export function recordDocument(incident: Incident, entries: readonly Entry[], taken: Entry): RecordDocument {
  const { exercise, number, unknownEntries } = incident;
  const title = words.title(number, exercise);
  const { sections } = words;
  const blocks: RecordBlock[] = [
    { kind: 'heading', level: 1, text: title },
    ...(exercise ? [paragraph(words.exercise)] : []),
    { kind: 'fields', fields: headFields(incident, taken) },
    ...(unknownEntries > 0 ? [paragraph(words.unknownEntries(unknownEntries))] : []),
    ...recordSections(incident, entries, taken.recordedAt),
    section(sections.about),
    paragraph(words.about(taken.sequence)),
  ];
  return { title, number, mark: exercise ? exerciseMark : '', madeAt: taken.recordedAt, blocks };
}

/** What is known of the incident at `now` (RFC 3339), section by section; `entries` are all of its own. */
export function recordSections(incident: Incident, entries: readonly Entry[], now: string): RecordBlock[] {
  const { sections } = words;
  return [
    section(sections.decision),
    ...decisionBlocks(incident, entries),
    section(sections.times),
    { kind: 'fields', fields: timeFields(incident, entries) },
    section(sections.recommendation),
    ...recommendationBlocks(incident),
    section(sections.answers),
    { kind: 'list', items: answerItems(incident, entries) },
    section(sections.actions),
    ...listOr(actionItems(incident.actions), words.noActions),
    section(sections.messages),
    ...messageBlocks(incident),
    section(sections.review),
    ...reviewBlocks(incident, now),
    section(sections.timeline),
    { kind: 'list', items: timelineItems(entries) },
  ];
}

function section(text: string): RecordBlock {
  return { kind: 'heading', level: 2, text };
}

function paragraph(text: string): RecordBlock {
  return { kind: 'paragraph', text };
}

function listOr(items: readonly RecordItem[], none: string): RecordBlock[] {
  return items.length === 0 ? [paragraph(none)] : [{ kind: 'list', items }];
}

function headFields(incident: Incident, taken: Entry): RecordField[] {
  const { fields } = words;
  const { registryNumber, receivedAt, operator, status } = incident;
  return [
    ...(registryNumber ? [{ label: fields.registryNumber, value: registryNumber.number }] : []),
    { label: fields.received, value: momentText(receivedAt) },
    { label: fields.source, value: fromWhom(incident) },
    { label: fields.operator, value: operator },
    { label: fields.status, value: statusLabels[status] },
    { label: fields.takenOut, value: words.by(momentText(taken.recordedAt), taken.operator) },
    { label: fields.hash, value: taken.hash },
  ];
}
