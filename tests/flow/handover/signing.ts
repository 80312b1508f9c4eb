/** A handover driven by typed keys, with a clock and ids that are the same every time. */
import type { NewEntry } from '../../../src/domain/entry.ts';
import {
  type HandoverRecord,
  type HandoverSetup,
  type HandoverState,
  startHandover,
} from '../../../src/flow/handover/state.ts';
import { type Effect, type Message, updateHandover } from '../../../src/flow/handover/update.ts';
import { letterByLetter } from '../../../src/flow/keys.ts';
import { answered, decided, incidentOf, morning } from '../../domain/handoverIncidents.ts';
import { keysOf } from '../call/typedCall.ts';

export const fire = incidentOf('A-2026-0007', (step) => {
  answered(step, 'Brand i tvättstuga', 'Tynnered');
  decided(step, 'contact-director', ['Hemtjänst Tynnered']);
});

export const nothing: HandoverRecord = { incidents: [], phones: [], handover: null };

export class Shift {
  state: HandoverState;
  readonly effects: Effect[] = [];
  now = morning;
  private ids = 0;

  constructor(
    record: Partial<HandoverRecord> | null = { incidents: [fire] },
    setup: Partial<HandoverSetup> = {},
    operator = 'jl',
  ) {
    const all: HandoverSetup = { exercise: false, reminderMinutes: 10, contacts: [], ...setup };
    this.state = startHandover(all, operator, record && { ...nothing, ...record }, this.now);
  }

  press(script: string): this {
    const keys = keysOf(script).flatMap(letterByLetter);
    return this.send(...keys.map((key) => ({ kind: 'key', key }) as const));
  }

  send(...messages: readonly Message[]): this {
    for (const message of messages) {
      const at = { now: this.now, newId: () => `entry-${++this.ids}` };
      const { state, effects } = updateHandover(this.state, message, at);
      this.state = state;
      this.effects.push(...effects);
    }
    return this;
  }

  saved(): this {
    return this.send({ kind: 'saved', ids: this.state.unsaved });
  }

  /** Everything that was to be written, in order. */
  get written(): NewEntry[] {
    return this.effects.flatMap((effect) => (effect.kind === 'append' ? effect.entries : []));
  }
}
