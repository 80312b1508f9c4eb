/** Incidents told entry by entry, each at its time. */

import { actionsFor } from '../../src/domain/actions.ts';
import { noFacts } from '../../src/domain/assess.ts';
import { type Entry, type EntryPayloads, type EntryType, entryVersion } from '../../src/domain/entry.ts';
import { foldIncident, type Incident } from '../../src/domain/incident.ts';
import type { Decision } from '../../src/domain/payloads.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Contact, Role } from '../../src/domain/register.ts';

/** `02:41` on the night of the story, with seconds where it matters. */
export function night(time: string): string {
  return `2026-11-21T${time.length === 5 ? `${time}:00` : time}+01:00`;
}

export class Story {
  readonly entries: Entry[] = [];

  /** Adds an entry and gives its id. */
  tell<T extends EntryType>(
    time: string,
    type: T,
    payload: EntryPayloads[T],
    corrects: string | null = null,
  ): string {
    const sequence = this.entries.length + 1;
    const id = `entry-${sequence}`;
    this.entries.push({
      sequence,
      id,
      incident: 'incident-1',
      operator: 'jl',
      receivedAt: night(time),
      occurredAt: null,
      recordedAt: night(time),
      type,
      version: entryVersion,
      corrects,
      payload,
      hash: '',
    });
    return id;
  }

  get incident(): Incident {
    const incident = foldIncident(this.entries);
    if (!incident) throw new Error('the story opens no incident');
    return incident;
  }

  /** `call-director open 03:05`, one line an action. */
  get actions(): string[] {
    return this.incident.actions.map(
      ({ key, status, due }) => `${key} ${status} ${due === null ? '–' : due.slice(11, 16)}`,
    );
  }

  action(key: string) {
    const found = this.incident.actions.find((state) => state.key === key);
    if (!found) throw new Error(`no action ${key}`);
    return found;
  }

  attempt(
    time: string,
    action: string,
    result: EntryPayloads['contact-attempted']['result'],
    whom: Person = person('Anna Ek', '031-390 06 00'),
    nextTryAt: string | null = null,
  ): string {
    return this.tell(time, 'contact-attempted', {
      action,
      whom,
      result,
      nextTryAt: nextTryAt && night(nextTryAt),
    });
  }
}

/** An incident that was received at 02:41. */
export function opened(about: { readonly exercise?: boolean } = {}): Story {
  const story = new Story();
  story.tell('02:41', 'incident-opened', {
    station: 'A',
    number: 'A-2026-0001',
    source: 'tib',
    channel: 'phone',
    exercise: about.exercise ?? false,
    caller: { name: 'TIB' },
  });
  answerWhat(story, '02:42', 'Brand');
  return story;
}

export function answerWhat(story: Story, time: string, text: string): void {
  story.tell(time, 'caller-answered', { question: 'whatHappened', text, certainty: 'confirmed', units: [] });
}

/** The decision, with the actions that follow from it. */
export function decision(
  choice: 'ordinary' | 'consult-first' | 'now' | 'morning',
  units: readonly string[] = [],
  received = '02:41',
): Decision {
  const outcome = choice === 'now' || choice === 'morning' ? 'contact-director' : choice;
  const timing = outcome === 'contact-director' ? (choice as 'now' | 'morning') : null;
  const directorDueAt = timing === null ? null : timing === 'now' ? night(received) : night('07:00');
  const actions = actionsFor({
    outcome,
    directorDueAt,
    receivedAt: night(received),
    units,
    consultMinutes: 15,
  });
  return { outcome, timing, directorDueAt, overridden: false, motivation: '', actions };
}

export function decided(choice: Parameters<typeof decision>[0], units: readonly string[] = []): Story {
  const story = opened();
  story.tell('02:50', 'decision-made', decision(choice, units));
  return story;
}

/** A recommendation with one rule, and its source as it was then. */
export function recommendation(text: string, source: string): EntryPayloads['recommendation-made'] {
  return {
    outcome: 'ordinary',
    timing: null,
    directorDueAt: null,
    motivationRequired: false,
    rules: ['R9'],
    reasons: [{ rule: 'R9', text, source }],
    ruleSetVersion: '1',
    facts: noFacts,
  };
}

/** Decided on one recommendation, and twice on another. */
export function decidedThrice(): Story {
  const story = opened();
  story.tell('02:49', 'recommendation-made', recommendation('Regeln som den löd', 'Källan som den löd'));
  story.tell('02:50', 'decision-made', decision('ordinary'));
  story.tell('02:59', 'recommendation-made', recommendation('Regeln som den lyder', 'Källan som den lyder'));
  story.tell('03:00', 'decision-made', decision('now'));
  story.tell('03:10', 'decision-made', decision('morning'));
  return story;
}

/** Two reviews, and one between them that was struck. */
export function reviewedThrice(): Story {
  const story = decided('ordinary');
  story.tell('07:00', 'reviewed', { comment: 'Bra.', learnt: 'Ring tidigare.' });
  const struck = story.tell('08:00', 'reviewed', { comment: 'Fel händelse.', learnt: '' });
  story.tell('08:01', 'entry-struck', { reason: '' }, struck);
  story.tell('09:00', 'reviewed', { comment: 'Ändå sent.', learnt: '' });
  return story;
}

export function person(name: string, phone: string, role: Role = 'director'): Person {
  return { name, role, unit: '', phone, email: '' };
}

export function contact(role: Role, name: string, phone: string, more: Partial<Contact> = {}): Contact {
  return { role, name, unit: '', phone, email: '', extra: {}, ...more };
}
