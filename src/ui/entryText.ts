/** A journal entry in words, on one line: the same on the screen, in the log and in what is taken out. */
import { type ActionState, crisisLeadershipKey, nextReportKey } from '../domain/actionState.ts';
import type { AnyAction } from '../domain/actions.ts';
import { type Entry, isKnown, type KnownEntry } from '../domain/entry.ts';
import { undecidedKey } from '../domain/followUps.ts';
import { foldIncident, type Incident } from '../domain/incident.ts';
import { shortMomentText } from '../domain/momentText.ts';
import type { Answer } from '../domain/payloads.ts';
import { personText } from '../domain/person.ts';
import { callerQuestion, deskQuestion, ownOperationQuestion } from '../domain/questions.ts';
import { struckEntries } from '../domain/struck.ts';
import { cleanLine } from '../domain/text.ts';
import { actionText } from '../texts/actions.ts';
import * as call from '../texts/call.ts';
import { entryTexts } from '../texts/entries.ts';
import {
  answerLabels,
  attemptResultLabels,
  certaintyLabels,
  channelLabels,
  crisisAnswerLabels,
  deskPhoneLabels,
  messageLabels,
  phoneResultLabels,
  sourceLabels,
} from '../texts/labels.ts';
import { reviewActionText } from '../texts/review.ts';
import { verdict } from './call/verdictView.ts';

/** An entry as the log shows it. */
export interface EntryLine {
  readonly entry: Entry;
  readonly text: string;
  /** The entry that struck it, if any did. */
  readonly struckBy: Entry | null;
  /** The number of the entry that it corrects, or its id where that entry is not here. */
  readonly corrects: number | string | null;
}

/** Every entry of one incident, or of the desk, in words and in order. */
export function entryLines(entries: readonly Entry[]): EntryLine[] {
  const struck = struckEntries(entries);
  const incident = foldIncident(entries);
  // Also an action whose adding was struck has a name.
  const actions = foldIncident(entries.filter(({ type }) => type !== 'entry-struck'))?.actions ?? [];
  const context: Context = { incident, actions, entries };
  return entries.map((entry) => ({
    entry,
    text: cleanLine(isKnown(entry) ? textOf(entry, context) : unknownText(entry)),
    struckBy: struck.get(entry.id) ?? null,
    corrects: correctedBy(entry, entries),
  }));
}

interface Context {
  readonly incident: Incident | null;
  readonly actions: readonly ActionState[];
  readonly entries: readonly Entry[];
}

function correctedBy({ corrects }: Entry, entries: readonly Entry[]): number | string | null {
  return corrects === null ? null : (entries.find(({ id }) => id === corrects)?.sequence ?? corrects);
}

function unknownText(entry: Entry): string {
  return entry.payload === undefined
    ? entryTexts.disposed
    : entryTexts.unknownEntry(entry.type, entry.version);
}

function textOf(entry: KnownEntry, context: Context): string {
  const named = (key: string) => actionName(key, context.actions);
  switch (entry.type) {
    case 'incident-opened':
      return entryTexts.opened(entry.payload.number, fromWhom(entry.payload));
    case 'call-received':
      return entryTexts.callReceived(fromWhom(entry.payload));
    case 'caller-answered':
      return `${callerQuestion(entry.payload.question).text} ${answerText(entry.payload)}`;
    case 'own-operation-answered':
      return `${ownOperationQuestion.text} ${answerLabels[entry.payload.answer]}`;
    case 'read-back-agreed':
      return entryTexts.readBack(entry.payload.unanswered.map((id) => callerQuestion(id).short));
    case 'desk-answered':
      return `${deskQuestion(entry.payload.question).text} ${answerLabels[entry.payload.answer]}`;
    case 'motivation-given':
      return `${entryTexts.motivation}: ${entry.payload.text}`;
    case 'recommendation-made':
      return `${call.verdict.recommended}: ${verdict(entry.payload)} (${entry.payload.rules.join(', ')}; ${entryTexts.ruleSet(entry.payload.ruleSetVersion)})`;
    case 'decision-made': {
      const { overridden, motivation } = entry.payload;
      const why = motivation === '' ? '' : `. ${entryTexts.motivation}: ${motivation}`;
      return `${call.verdict.decided}: ${verdict(entry.payload)}${overridden ? ` ${entryTexts.overridden}` : ''}${why}`;
    }
    case 'draft-saved':
      return entryTexts.draft(entry.payload.file, entry.payload.first != null);
    case 'contact-attempted': {
      const { action, whom, result, nextTryAt } = entry.payload;
      const attempt = entryTexts.attempt(personText(whom), attemptResultLabels[result]);
      const next = nextTryAt === null ? '' : `, ${entryTexts.nextTry(shortMomentText(nextTryAt))}`;
      return `${named(action)}. ${attempt}${next}`;
    }
    case 'next-try-set':
      return entryTexts.nextTrySet(named(entry.payload.action), shortMomentText(entry.payload.at));
    case 'acknowledged':
      return `${named(entry.payload.action)}. ${entryTexts.acknowledged(entry.payload.by)}`;
    case 'action-done': {
      const { action, note } = entry.payload;
      return `${entryTexts.done(named(action))}${note === '' ? '' : `. ${note}`}`;
    }
    case 'action-skipped':
      return entryTexts.skipped(named(entry.payload.action), entry.payload.reason);
    case 'action-assigned':
      return entryTexts.assigned(named(entry.payload.action), entry.payload.to);
    case 'actions-added':
      return entryTexts.added(entry.payload.actions.map(actionText));
    case 'consulted':
      return entryTexts.consulted(personText(entry.payload.whom), entry.payload.advice);
    case 'crisis-leadership-decided': {
      const { answer, by, askAgainAt } = entry.payload;
      const again = askAgainAt === null ? '' : `, ${entryTexts.askAgain(shortMomentText(askAgainAt))}`;
      return `${entryTexts.crisisLeadership(crisisAnswerLabels[answer], by)}${again}`;
    }
    case 'consequences-described':
      return entryTexts.consequences(entry.payload.text);
    case 'note-added': {
      const { about, text } = entry.payload;
      const on = context.entries.find(({ id }) => id === about);
      if (!on) return entryTexts.note(text);
      return isReason(entry, on, context)
        ? entryTexts.reasonFor(on.sequence, text)
        : entryTexts.noteAbout(on.sequence, text);
    }
    case 'entry-struck':
      return entryTexts.struck(entry.payload.reason);
    case 'incident-closed':
      return entryTexts.closed(entry.payload.reason, entry.payload.open.length);
    case 'incident-reopened':
      return entryTexts.reopened(entry.payload.reason);
    case 'message-made': {
      const { message, to, how, first } = entry.payload;
      return entryTexts.message(messageLabels[message], to ?? '', how, first != null);
    }
    case 'reminder-given':
      return entryTexts.reminded(named(entry.payload.followUp), entry.payload.by);
    case 'mail-queued':
      return entryTexts.mailQueued(entry.payload.recipients);
    case 'mail-sent': {
      const { state, recipients, refused, answer } = entry.payload;
      const failed = refused.map(({ address }) => address);
      const got = recipients.filter((address) => !failed.includes(address));
      const goneAt = entry.occurredAt === null ? null : shortMomentText(entry.occurredAt);
      return entryTexts.mailSent(state, { recipients: got, refused: failed, answer, goneAt });
    }
    case 'mail-requeued':
      return entryTexts.mailRequeued(entry.payload.recipients, entry.payload.state);
    case 'mail-handled':
      return entryTexts.mailHandled(entry.payload.recipients);
    case 'mail-withdrawn':
      return entryTexts.mailWithdrawn(entry.payload.recipients, entry.payload.replacement !== null);
    case 'reviewed': {
      const { comment, learnt } = entry.payload;
      return entryTexts.reviewed(entry.operator, comment, learnt);
    }
    case 'review-action-added':
      return entryTexts.reviewActionAdded(reviewActionText(entry.payload));
    case 'review-action-done': {
      const { action, comment } = entry.payload;
      return entryTexts.reviewActionDone(reviewActionName(action, context), comment);
    }
    case 'registered':
      return entryTexts.registered(entry.payload.number);
    case 'exported':
      return entryTexts.exported(entry.payload.format, entry.payload.selection);
    case 'handover-signed':
      return entryTexts.handoverSigned;
    case 'handover-acknowledged':
      return entryTexts.handoverAcknowledged;
    case 'phone-tested': {
      const { phone, result, note } = entry.payload;
      const tested = entryTexts.phoneTested(deskPhoneLabels[phone], phoneResultLabels[result]);
      return note === '' ? tested : `${tested}. ${note}`;
    }
  }
}

/** The first note about the director's decision says why; any other adds to it. */
function isReason({ id }: Entry, about: Entry, { entries }: Context): boolean {
  const isNoteOn = (entry: Entry) =>
    isKnown(entry) && entry.type === 'note-added' && entry.payload.about === about.id;
  return about.type === 'crisis-leadership-decided' && entries.find(isNoteOn)?.id === id;
}

/** What is to be done after a review, also when its adding was struck. */
function reviewActionName(id: string, { entries }: Context): string {
  const added = entries.find((entry) => entry.id === id);
  return added && isKnown(added) && added.type === 'review-action-added' ? added.payload.text : id;
}

/** The action with this key in words; what is not among them is named by what its key says. */
export function actionName(key: string, actions: readonly ActionState[]): string {
  const found = actions.find((state) => state.key === key)?.action ?? actionOfKey(key);
  if (found) return actionText(found);
  return key === undecidedKey ? entryTexts.undecided : key;
}

/** The actions whose keys say what they are, for entries on an action that a later decision took away. */
function actionOfKey(key: string): AnyAction | null {
  const due = '';
  const [kind, unit] = key.split(/:(.*)/s);
  switch (kind) {
    case 'call-director':
    case 'consult':
    case 'mail-director':
    case 'inform-duty-officer':
      return { kind, due, requirement: 'required' };
    case 'inform-unit-manager':
      return { kind, unit: unit || null, due, requirement: 'required' };
    case crisisLeadershipKey:
      return { kind: crisisLeadershipKey, due };
    case nextReportKey:
      return { kind: 'follow-up', what: 'next-report', text: '', due };
    default:
      return null;
  }
}

/** `TIB, telefon, Anna Ek, 031-390 06 12` */
export function fromWhom({
  source,
  channel,
  caller,
}: Pick<Incident, 'source' | 'channel' | 'caller'>): string {
  return [sourceLabels[source], channelLabels[channel], caller.name, caller.callback]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

/** An answer with how sure it is and the units that it names. */
export function answerText({ text, certainty, units }: Answer): string {
  const doubt = certainty === 'confirmed' ? '' : ` (${certaintyLabels[certainty]})`;
  const said = text === '' ? answerLabels.unknown : text + doubt;
  return units.length > 0 ? `${said}. ${entryTexts.units(units)}` : said;
}
