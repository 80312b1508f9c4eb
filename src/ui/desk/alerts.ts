/** What stands above the list until somebody has seen to it: faults, what rang, the handover, the telephones. */
import { phonesToTest, type SignedHandover } from '../../domain/deskLog.ts';
import { briefMomentText } from '../../domain/momentText.ts';
import { cleanLine } from '../../domain/text.ts';
import { parseInstant } from '../../domain/time.ts';
import { realLoudMails } from '../../flow/desk/list.ts';
import type { FollowUpRow } from '../../flow/desk/rows.ts';
import type { DeskState } from '../../flow/desk/state.ts';
import * as call from '../../texts/call.ts';
import * as words from '../../texts/desk.ts';
import { journalErrors } from '../../texts/journal.ts';
import { exercise } from '../../texts/labels.ts';
import { reminders } from '../../texts/reminders.ts';
import { type Line, line, paragraph, type Tone } from '../frame.ts';
import { followUpTitle } from './rowText.ts';

interface Alert {
  readonly text: string;
  readonly tone: Tone;
}

/** All of it, the gravest first. */
export function alertLines(state: DeskState, columns: number): Line[] {
  return alertsOf(state).flatMap(({ text, tone }) => paragraph(text, columns, tone, '', '  '));
}

/** What there is room for; when that is not all, the last line says where the rest is. */
export function fittingAlerts(state: DeskState, columns: number, rows: number): Line[] {
  const lines = alertLines(state, columns);
  if (lines.length <= rows) return lines;
  return [...lines.slice(0, Math.max(0, rows - 1)), line(words.alerts.more, 'warning')].slice(0, rows);
}

function alertsOf(state: DeskState): Alert[] {
  const { fault, readFault, readAt, work, context, now } = state;
  const realMails = realLoudMails(state);
  const alarms = [
    ...(state.realFallenDue > 0 ? [words.alerts.real(state.realFallenDue)] : []),
    ...(realMails > 0 ? [words.alerts.realMail(realMails)] : []),
    ...(fault ? [`${call.fault.title.entries(fault)} ${words.alerts.unsaved}`] : []),
    ...(readFault
      ? [
          words.alerts.notRead(
            journalErrors[readFault],
            readAt === null ? null : briefMomentText(readAt, now),
          ),
        ]
      : []),
    ...rangText(state),
  ];
  const warnings = [
    ...handoverText(work.handover, context.operator, now),
    ...phoneTexts(state),
    ...context.problems,
  ];
  return [
    ...alarms.map((text) => ({ text: cleanLine(text), tone: 'alarm' as const })),
    ...warnings.map((text) => ({ text: cleanLine(text), tone: 'warning' as const })),
  ];
}

/** The latest handover, until somebody has taken over, and works here. */
function handoverText(handover: SignedHandover | null, operator: string, now: string): string[] {
  if (!handover) return [];
  const { by, at, acknowledged } = handover;
  if (!acknowledged) return [words.alerts.handover(by, briefMomentText(at, now))];
  const isHere = acknowledged.by.toLowerCase() === operator.toLowerCase();
  return isHere
    ? []
    : [words.alerts.takenOver(acknowledged.by, briefMomentText(acknowledged.at, now), operator)];
}

/** What rang lately and still waits, as one line. */
function rangText(state: DeskState): string[] {
  const at = new Map(state.rang.map((each) => [each.row, each.at]));
  if (at.size === 0) return [];
  const late = state.sections.find(({ id }) => id === 'fallen-due')?.rows ?? [];
  const rows = late.filter((row) => row.kind === 'follow-up').filter(({ id }) => at.has(id));
  const [first] = rows;
  const latest = rows
    .map(({ id }) => at.get(id) ?? '')
    .toSorted()
    .at(-1);
  if (!first || latest === undefined) return [];
  return [words.alerts.rang(briefMomentText(latest, state.now), rows.length, nameOf(first))];
}

/** The line above every other screen while something has fallen due; null when nothing has. */
export function bannerText(fallenDue: readonly FollowUpRow[]): string | null {
  const [first] = fallenDue;
  return first ? cleanLine(reminders.banner(fallenDue.length, nameOf(first))) : null;
}

/** `A-2026-0002 RING förvaltningsdirektören` */
function nameOf(row: FollowUpRow): string {
  return `${row.followUp.number} ${row.exercise ? `${exercise} ` : ''}${followUpTitle(row)}`;
}

/** The real telephones are no part of an exercise. */
function phoneTexts({ work, context, now }: DeskState): string[] {
  if (context.exercise) return [];
  return phonesToTest(work.phones, now).map(({ phone, latest }) => {
    if (!latest) return words.alerts.phone.never(phone);
    if (latest.result === 'fault') return words.alerts.phone.fault(phone, briefMomentText(latest.at, now));
    return words.alerts.phone.late(phone, daysBetween(latest.at, now));
  });
}

function daysBetween(from: string, to: string): number {
  return Math.floor(parseInstant(from).until(parseInstant(to), { largestUnit: 'hour' }).hours / 24);
}
