/** A desk screen driven by typed keys, over incidents folded from entries, with a clock that a test moves. */
import { actionsFor } from '../../../src/domain/actions.ts';
import { type Delivery, queuedAt } from '../../../src/domain/delivery.ts';
import type { Entry, EntryPayloads, EntryType } from '../../../src/domain/entry.ts';
import { foldIncident, type Incident } from '../../../src/domain/incident.ts';
import type { Contact } from '../../../src/domain/register.ts';
import type { Outcome } from '../../../src/domain/rules.ts';
import { formatInstant, parseInstant } from '../../../src/domain/time.ts';
import type { DeskMail } from '../../../src/flow/desk/mailRows.ts';
import type { Message } from '../../../src/flow/desk/message.ts';
import type { DeskWork } from '../../../src/flow/desk/rows.ts';
import { type DeskContext, type DeskState, startDesk } from '../../../src/flow/desk/state.ts';
import type { Effect } from '../../../src/flow/desk/turn.ts';
import { updateDesk } from '../../../src/flow/desk/update.ts';
import { type Key, letterByLetter } from '../../../src/flow/keys.ts';
import { keysOf } from '../call/typedCall.ts';

/** A Saturday night. */
export const night = '2026-11-21T02:41:00+01:00';

export const later = (minutes: number, seconds = 0, from = night): string =>
  formatInstant(parseInstant(from).add({ minutes, seconds }));

const person = (role: Contact['role'], name: string, phone: string, unit = ''): Contact => ({
  ...{ role, name, phone, unit },
  email: `${role}@example.se`,
  extra: {},
});

export const context: DeskContext = {
  deskName: 'Trygghetsjouren',
  operator: 'jl',
  exercise: false,
  reminderMinutes: 10,
  contacts: [
    person('director', 'Anna Ek', '031-390 06 00'),
    person('dutyOfficer', 'TIB', '031-390 06 12'),
    person('unitManager', 'Bo Berg', '031-390 06 05', 'Hemtjänst Kortedala'),
  ],
  exerciseEmail: 'ovning@example.se',
  problems: [],
};

export interface Told {
  readonly what?: string;
  /** Null: the call has not come to a decision. */
  readonly outcome?: Outcome | null;
  readonly receivedAt?: string;
  readonly exercise?: boolean;
  readonly hasDraft?: boolean;
  readonly units?: readonly string[];
  /** More entries, after those of the call. */
  readonly more?: readonly Said[];
}

export interface Said {
  readonly type: EntryType;
  readonly payload: unknown;
  readonly at: string;
}

export function said<T extends EntryType>(type: T, payload: EntryPayloads[T], at: string): Said {
  return { type, payload, at };
}

/** The incident with this sequence number, `A-2026-0007`, as its entries tell it. */
export function incidentOf(sequence: number, told: Told = {}): Incident {
  const { what = 'Strömavbrott', outcome = 'ordinary', receivedAt = night, exercise = false } = told;
  const number = `A-2026-${String(sequence).padStart(4, '0')}`;
  const directorDueAt = outcome === 'contact-director' ? receivedAt : null;
  const { units = [] } = told;
  const decision = outcome && {
    outcome,
    timing: outcome === 'contact-director' ? ('now' as const) : null,
    directorDueAt,
    overridden: false,
    motivation: '',
    actions: actionsFor({ outcome, directorDueAt, receivedAt, units, consultMinutes: 15 }),
  };
  const entries: Said[] = [
    said(
      'incident-opened',
      { station: 'A', number, source: 'tib', channel: 'phone', exercise, caller: {} },
      receivedAt,
    ),
    said(
      'caller-answered',
      { question: 'whatHappened', text: what, certainty: 'confirmed', units: [] },
      receivedAt,
    ),
    ...(decision ? [said('decision-made', decision, receivedAt)] : []),
    ...(told.hasDraft
      ? [
          said(
            'draft-saved',
            {
              file: `${number}-1.eml`,
              subject: `[INFO] ${what} – ${number}`,
              messageId: '',
              to: null,
              body: '',
            },
            receivedAt,
          ),
        ]
      : []),
    ...(told.more ?? []),
  ];
  const incident = foldIncident(entries.map((each, index) => entryOf(`incident-${sequence}`, index, each)));
  if (!incident) throw new Error('no incident');
  return incident;
}

function entryOf(incident: string, index: number, { type, payload, at }: Said): Entry {
  return {
    sequence: index + 1,
    id: `${incident}-entry-${index + 1}`,
    incident,
    operator: 'jl',
    receivedAt: at,
    occurredAt: null,
    recordedAt: at,
    type,
    version: 1,
    corrects: null,
    payload,
    hash: '',
  };
}

/** One action is done. */
export const done = (action: string, at = later(1)): Said => said('action-done', { action, note: '' }, at);

/** A mail about the incident, or a reminder to the desk about none; queued when the night begins. */
export function mailOf(id: string, incident: Incident | null, delivery: Partial<Delivery> = {}): DeskMail {
  return {
    item: {
      id,
      incident: incident?.id ?? null,
      action: incident && 'mail-director',
      createdAt: night,
      sender: 'jouren@example.se',
      recipients: [incident ? 'director@example.se' : 'jouren@example.se'],
      subject: incident ? `[BESLUT] Brand – ${incident.number}` : '[PÅMINNELSE] En bevakning har förfallit',
      messageId: `<${id}@example.se>`,
      delivery: { ...queuedAt(night), ...delivery },
    },
    about: incident && { id: incident.id, number: incident.number, exercise: incident.exercise },
  };
}

export const nothing: DeskWork = { incidents: [], typings: [], handover: null, phones: [], mails: [] };

export class TypedDesk {
  state: DeskState;
  readonly effects: Effect[] = [];
  now: string = night;
  private ids = 0;

  constructor(about: Partial<DeskContext> = {}) {
    this.state = startDesk({ ...context, ...about }, this.now);
  }

  /** As in `keysOf`, and `{End}`. */
  press(script: string): this {
    const keys = keysOf(script).map(
      (key): Key => (key.kind === 'text' && key.text === '{End}' ? { kind: 'end' } : key),
    );
    return this.send(...keys.flatMap(letterByLetter).map((key) => ({ kind: 'key', key }) as const));
  }

  load(work: Partial<DeskWork>): this {
    return this.send({ kind: 'loaded', ...nothing, ...work });
  }

  /** The clock goes on to `now`, and ticks. */
  at(now: string): this {
    this.now = now;
    return this.send({ kind: 'tick' });
  }

  send(...messages: readonly Message[]): this {
    for (const message of messages) {
      const { state, effects } = updateDesk(this.state, message, {
        now: this.now,
        newId: () => `entry-${++this.ids}`,
      });
      this.state = state;
      this.effects.push(...effects);
    }
    return this;
  }

  /** What was asked for since the last time. */
  asked(): Effect[] {
    return this.effects.splice(0);
  }
}
