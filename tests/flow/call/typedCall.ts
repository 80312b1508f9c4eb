/** A call driven by typed keys, with a clock and ids that are the same every time. */
import { defaultDeskHours } from '../../../src/domain/deskHours.ts';
import type { Entry, EntryPayloads, EntryType } from '../../../src/domain/entry.ts';
import { foldIncident } from '../../../src/domain/incident.ts';
import { laterCall } from '../../../src/flow/call/later.ts';
import type { Message } from '../../../src/flow/call/message.ts';
import { parseTyping, resumeCall, typingOf } from '../../../src/flow/call/resume.ts';
import {
  type CallContext,
  type CallState,
  type ComposedDraft,
  type Opening,
  type SavedDraft,
  startCall,
} from '../../../src/flow/call/state.ts';
import type { StepId } from '../../../src/flow/call/steps.ts';
import type { Effect, Moment } from '../../../src/flow/call/turn.ts';
import { update } from '../../../src/flow/call/update.ts';
import type { Key } from '../../../src/flow/keys.ts';

/** A Saturday night: outside office hours, so that waiting until the morning can be chosen. */
export const night = '2026-11-21T02:41:00+01:00';
/** A Friday morning. */
export const officeHours = '2026-11-20T10:00:00+01:00';

export const opening: Opening = {
  id: 'incident-1',
  station: 'A',
  source: 'tib',
  channel: 'phone',
  exercise: false,
  caller: {},
  operator: 'jl',
  receivedAt: night,
};

export const desk: CallContext = {
  hours: defaultDeskHours,
  consultMinutes: 15,
  units: ['Hemtjänst Kortedala', 'Hemtjänst Bergsjön', 'Björkdalens äldreboende', 'Vård och omsorg'],
  director: 'Anna Ek 031-390 06 01',
  known: { phones: ['031-390 06 01'], emails: ['direktor@example.org'], names: ['Anna Ek'] },
  editing: { editor: null },
  sends: false,
  problems: [],
};

export const composed: ComposedDraft = {
  subject: '[INFO] Brand, A-2026-0001',
  text: 'Det brinner.\n\nIngen är skadad.',
  to: 'direktor@example.org',
  templateProblem: null,
  nextReportAt: null,
};

export function savedDraft(draft: ComposedDraft = composed): SavedDraft {
  const { subject, text: body, to } = draft;
  return { file: 'A-2026-0001-1.eml', path: '/x/A-2026-0001-1.eml', messageId: '<1@x>', subject, body, to };
}

const symbols: Readonly<Record<string, Key>> = {
  '⏎': { kind: 'enter' },
  '⇥': { kind: 'tab' },
  '⇤': { kind: 'shift-tab' },
  '↑': { kind: 'up' },
  '↓': { kind: 'down' },
  '←': { kind: 'left' },
  '→': { kind: 'right' },
  '⌫': { kind: 'backspace' },
  '{Esc}': { kind: 'escape' },
  '{Home}': { kind: 'home' },
  '{PgDn}': { kind: 'page-down' },
  '{PgUp}': { kind: 'page-up' },
  '{Ctrl+C}': { kind: 'interrupt' },
  '{Ctrl+J}': { kind: 'newline' },
  '{Ctrl+U}': { kind: 'delete-to-start' },
};

/**
 * The keys of a script: `⏎` Enter, `⇥` Tab, `⇤` Shift+Tab, arrows, `⌫`, `{Alt+3}`, `{Ctrl+O}` and such; everything
 * between them is text that arrives in one piece.
 */
export function keysOf(script: string): Key[] {
  const pieces = script.match(/\{[A-Za-z]+(?:\+.)?\}|[⏎⇥⇤↑↓←→⌫]|[^{⏎⇥⇤↑↓←→⌫]+/g) ?? [];
  return pieces.map((piece) => {
    const alt = /^\{Alt\+([1-7])\}$/.exec(piece)?.[1];
    const ctrl = /^\{Ctrl\+([A-Z])\}$/.exec(piece)?.[1];
    if (symbols[piece]) return symbols[piece];
    if (alt) return { kind: 'alt', digit: Number(alt) as 1 };
    if (ctrl) return { kind: 'ctrl', letter: ctrl.toLowerCase() };
    return { kind: 'text', text: piece };
  });
}

export class TypedCall {
  state: CallState;
  readonly effects: Effect[] = [];
  /** The clock. */
  now: string;
  private ids = 0;
  private readonly idPrefix: string;

  constructor(state: CallState, idPrefix = 'entry') {
    this.state = state;
    this.now = state.now;
    this.idPrefix = idPrefix;
  }

  press(script: string): this {
    return this.send(...keysOf(script).map((key) => ({ kind: 'key', key }) as const));
  }

  send(...messages: readonly Message[]): this {
    for (const message of messages) {
      const { state, effects } = update(this.state, message, this.moment());
      this.state = state;
      this.effects.push(...effects);
    }
    return this;
  }

  /** The journal has written everything so far. */
  saved(): this {
    return this.send({ kind: 'saved', ids: this.state.unsaved, number: 'A-2026-0001' });
  }

  moment(): Moment {
    return { now: this.now, newId: () => `${this.idPrefix}-${++this.ids}` };
  }

  get step(): StepId {
    return this.state.step;
  }

  /** What stands in every field. */
  get texts(): string[] {
    return Object.values(this.state.fields).map(({ buffer }) => buffer.text);
  }

  /** Everything that was to be written, as the journal gives it back. */
  get entries(): Entry[] {
    return this.effects
      .flatMap((effect) => (effect.kind === 'append' ? effect.entries : []))
      .map((entry, index) => ({
        ...entry,
        sequence: index + 1,
        recordedAt: this.now,
        version: 1,
        hash: '',
      }));
  }

  /** The payloads of one type, in order. */
  recorded<T extends EntryType>(type: T): EntryPayloads[T][] {
    return this.entries
      .filter((entry) => entry.type === type)
      .map(({ payload }) => payload as EntryPayloads[T]);
  }

  /** What was asked for besides writing entries. */
  get asked(): Effect['kind'][] {
    return this.effects.map(({ kind }) => kind).filter((kind) => kind !== 'append');
  }
}

export function newCall(
  about: { readonly opening?: Partial<Opening>; readonly desk?: Partial<CallContext> } = {},
): TypedCall {
  return new TypedCall(startCall({ ...opening, ...about.opening }, { ...desk, ...about.desk }));
}

/** Seven answers, and the operation is not ours: the read-back is next. */
export const sevenAnswers =
  'Strömavbrott⏎02:15⏎Kortedala⏎4000 hushåll⏎Göteborg Energi⏎Ingen ännu⏎nHemtjänst⏎';
/** From there to the decision, with the answers to ourselves as letters. */
export const toDecision = (letters: string) => `${sevenAnswers}⏎${letters}`;

/** Half an hour after the first call of the night. */
export const later = '2026-11-21T03:11:00+01:00';

/** What the journal holds after these calls about one incident, in their order. */
export function journalOf(...calls: readonly TypedCall[]): Entry[] {
  return calls.flatMap(({ entries }) => entries).map((entry, index) => ({ ...entry, sequence: index + 1 }));
}

/** TIB calls back about the incident of these calls, at `now`. */
export function calledBack(calls: readonly TypedCall[], now = later): TypedCall {
  const incident = foldIncident(journalOf(...calls));
  if (!incident) throw new Error('no incident');
  const state = laterCall({ ...incident, number: 'A-2026-0001' }, { operator: 'mk', now }, desk);
  return new TypedCall(state, `later-${calls.length}`);
}

/** A later call as it comes back from its entries and from what was kept of the typing. */
export function takenUpAgain(first: TypedCall, call: TypedCall): TypedCall {
  const kept = typingOf(call.saved().state);
  const typing = kept && parseTyping(JSON.stringify(kept));
  const incident = foldIncident(journalOf(first, call));
  return new TypedCall(resumeCall({ incident, typing }, 'mk', desk), 'again').send({ kind: 'resumed' });
}

/** Enter through everything that was said before, up to the decision. */
export const everythingKept = '⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎⏎';
