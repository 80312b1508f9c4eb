/** A journal's entries in short: when, who, which type, and what matters in it. */
import type { Entry, KnownEntry } from '../../../src/domain/entry.ts';
import { isKnown } from '../../../src/domain/entry.ts';
import type { Incident } from '../../../src/domain/incident.ts';
import { actionText } from '../../../src/texts/actions.ts';
import type { Logged } from '../desk.ts';

/** An incident's, from its first decision on: `03:14 jl acknowledged: Ida Lund`. */
export function sinceDecision({ incident, entries }: Logged): string[] {
  const first = entries.findIndex(({ type }) => type === 'decision-made');
  return entries.slice(first).map((entry) => inShort(entry, incident));
}

/** One entry; `incident` is the one that it is about, if any. */
export function inShort(entry: Entry, incident: Incident | null): string {
  const about = isKnown(entry) ? mattersIn(entry, incident) : '';
  return `${clock(entry.receivedAt)} ${entry.operator} ${entry.type}${about === '' ? '' : `: ${about}`}`;
}

const clock = (instant: string) => instant.slice('2026-11-21T'.length, '2026-11-21T02:41'.length);

function mattersIn(entry: KnownEntry, incident: Incident | null): string {
  const titleOf = (key: string) => {
    const found = incident?.actions.find((action) => action.key === key);
    return found ? actionText(found.action) : key;
  };
  switch (entry.type) {
    case 'decision-made':
      return [entry.payload.outcome, entry.payload.timing ?? '', entry.payload.motivation].join(' ').trim();
    case 'draft-saved':
      return entry.payload.file;
    case 'contact-attempted': {
      const { whom, result } = entry.payload;
      return `${whom.name} ${whom.phone} ${result}`.trim();
    }
    case 'next-try-set':
      return `${titleOf(entry.payload.action)} ${clock(entry.payload.at)}`;
    case 'acknowledged':
      return entry.payload.by;
    case 'action-done':
      return titleOf(entry.payload.action);
    case 'action-skipped':
      return `${titleOf(entry.payload.action)} – ${entry.payload.reason}`;
    case 'action-assigned':
      return `${titleOf(entry.payload.action)} – ${entry.payload.to}`;
    case 'actions-added':
      return String(entry.payload.actions.length);
    case 'crisis-leadership-decided':
      return `${entry.payload.answer} ${entry.payload.by}`;
    case 'caller-answered':
      return `${entry.payload.question} ${entry.payload.text}`;
    case 'desk-answered':
      return `${entry.payload.question} ${entry.payload.answer}`;
    case 'consequences-described':
    case 'note-added':
      return entry.payload.text;
    case 'incident-closed':
      return `${entry.payload.open.map(titleOf).join(', ')} – ${entry.payload.reason}`;
    case 'incident-reopened':
      return entry.payload.reason;
    case 'message-made': {
      const { message, how, to, file } = entry.payload;
      return `${message} ${how} ${file ?? ''} ${to}`.replace('  ', ' ');
    }
    case 'reminder-given':
      return `${titleOf(entry.payload.followUp)} ${clock(entry.payload.due)}`;
    case 'handover-signed':
      return entry.payload.note;
    default:
      return '';
  }
}
