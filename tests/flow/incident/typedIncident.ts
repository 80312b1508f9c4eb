/** The incident screen driven by typed keys, with a clock and ids that are the same every time. */
import { assess, type Facts, noFacts } from '../../../src/domain/assess.ts';
import type { Checklist } from '../../../src/domain/checklist.ts';
import { defaultDeskHours } from '../../../src/domain/deskHours.ts';
import type { Entry, EntryPayloads, EntryType, NewEntry } from '../../../src/domain/entry.ts';
import { foldIncident } from '../../../src/domain/incident.ts';
import { deskQuestions } from '../../../src/domain/questions.ts';
import { startIncident } from '../../../src/flow/incident/resume.ts';
import type { IncidentContext, IncidentState } from '../../../src/flow/incident/state.ts';
import type { Effect } from '../../../src/flow/incident/turn.ts';
import { type IncidentMessage, updateIncident } from '../../../src/flow/incident/update.ts';
import { letterByLetter } from '../../../src/flow/keys.ts';
import { contact, decided, decision, night, opened, type Story } from '../../domain/story.ts';
import { keysOf } from '../call/typedCall.ts';

export { night };

export const anna = contact('director', 'Anna Ek', '031-390 06 01', { email: 'anna.ek@example.org' });
export const bo = contact('director', 'Bo Dahl', '070-174 06 05');
export const units = ['Hemtjänst Kortedala', 'Hemtjänst Bergsjön'];

export const contacts = [
  anna,
  bo,
  contact('deskManager', 'Disa Lund', '031-390 06 03'),
  contact('qualityManager', 'Kim Berg', '031-390 06 04'),
  contact('unitManager', 'Eva Holm', '031-390 06 05, 070-174 06 06', { unit: 'Hemtjänst Kortedala' }),
  contact('unitManager', 'Per Ask', '031-390 06 07', { unit: 'Hemtjänst Kortedala' }),
  contact('dutyOfficer', 'TIB', '031-390 06 12'),
  contact('crisisGroup', 'Anna Ek', '031-390 06 01'),
  contact('crisisGroup', 'Siv Falk', '031-390 06 08'),
];

export const checklist: Checklist = {
  title: 'Vilka ska informeras?',
  explanation: '',
  sections: [
    { title: 'Grannar', points: [{ text: 'Vårdcentralen', isQuestion: false }] },
    { title: 'Frågor', points: [{ text: 'Vad betyder det för andra?', isQuestion: true }] },
  ],
};

export const context: IncidentContext = {
  operator: 'kb',
  hours: defaultDeskHours,
  consultMinutes: 15,
  reminderMinutes: 10,
  retryMinutes: 5,
  contacts,
  checklists: [checklist],
};

export class TypedIncident {
  state: IncidentState;
  readonly effects: Effect[] = [];
  private readonly before: readonly Entry[];
  private clock: string;
  private ids = 0;

  constructor(
    entries: readonly Entry[],
    about: {
      readonly context?: Partial<IncidentContext>;
      readonly select?: string;
      readonly typing?: string | null;
      readonly waiting?: readonly NewEntry[];
    } = {},
    now = '02:52',
  ) {
    this.before = entries;
    this.clock = night(now);
    this.state = startIncident({ ...context, ...about.context }, entries, this.clock, about);
  }

  /** What the clock says from now on: `03:05`, with seconds where it matters. */
  at(time: string): this {
    this.clock = night(time);
    return this;
  }

  press(script: string): this {
    const keys = keysOf(script).flatMap(letterByLetter);
    return this.send(...keys.map((key) => ({ kind: 'key', key }) as const));
  }

  send(...messages: readonly IncidentMessage[]): this {
    for (const message of messages) {
      const moment = { now: this.clock, newId: () => `new-${++this.ids}` };
      const { state, effects } = updateIncident(this.state, message, moment);
      this.state = state;
      this.effects.push(...effects);
    }
    return this;
  }

  /** Opens the action with this key, as the arrows do. */
  select(key: string): this {
    this.press('{Home}');
    for (let tries = 0; this.state.selected !== key && tries < 50; tries++) this.press('↓');
    if (this.state.selected !== key) throw new Error(`no action ${key}`);
    return this;
  }

  /** Everything that was to be written here, as the journal gives it back. */
  get written(): Entry[] {
    const last = this.before.at(-1)?.sequence ?? 0;
    return this.effects
      .flatMap((effect) => (effect.kind === 'append' ? effect.entries : []))
      .map((entry, index) => ({
        ...entry,
        sequence: last + index + 1,
        recordedAt: entry.receivedAt,
        version: 1,
        hash: 'x',
      }));
  }

  /** The journal has written everything so far, and shows it with what others wrote. */
  saved(others: readonly Entry[] = []): this {
    const entries = [...this.before, ...this.written, ...others];
    const ids = this.state.unsaved;
    return this.send({ kind: 'saved', ids }, { kind: 'journal-changed', entries });
  }

  /** The types of what was recorded here, in order. */
  get types(): string[] {
    return this.written.map(({ type }) => type);
  }

  /** The payloads of one type, in order. */
  recorded<T extends EntryType>(type: T): EntryPayloads[T][] {
    return this.written
      .filter((entry) => entry.type === type)
      .map(({ payload }) => payload as EntryPayloads[T]);
  }

  /** What was asked for besides writing entries. */
  get asked(): Effect['kind'][] {
    return this.effects.map(({ kind }) => kind).filter((kind) => kind !== 'append');
  }

  /** What the journal would fold to. */
  get folded() {
    return foldIncident([...this.before, ...this.written]);
  }

  action(key: string) {
    const found = this.state.incident.actions.find((state) => state.key === key);
    if (!found) throw new Error(`no action ${key}`);
    return found;
  }

  /** The name and number that the selected action shows. */
  get shown(): string {
    const { person } = this.state;
    return person ? `${person.name} ${person.phone}` : '–';
  }

  get panel(): string {
    const { panel } = this.state;
    return panel?.kind === 'field'
      ? panel.field.kind
      : panel?.kind === 'question'
        ? panel.question.kind
        : (panel?.kind ?? 'list');
  }

  get notice() {
    return this.state.notice?.kind ?? null;
  }
}

type About = ConstructorParameters<typeof TypedIncident>[1];

/** An incident that was decided so at 02:50 and whose report is saved, at 02:52. */
export function incidentDecided(choice: Parameters<typeof decision>[0], about: About = {}): TypedIncident {
  return new TypedIncident(reported(decided(choice, units)).entries, about);
}

/** The report on the decision is saved. */
export function reported(story: Story): Story {
  const draft = { subject: '', messageId: '', to: null, body: '' };
  story.tell('02:51', 'draft-saved', { file: 'A-2026-0001-1.eml', ...draft });
  return story;
}

/** Decided as consult-first, though staff are directly hit where `R1` is to have fired. */
export function incidentToConsult(rule: 'R1' | 'R6' = 'R6'): TypedIncident {
  const story = opened();
  const facts: Facts = {
    ...noFacts,
    manageableWithExistingResources: 'yes',
    informDirector: 'no',
    own: 'no',
    careRecipientsDirectlyAffected: 'no',
    staffDirectlyAffected: rule === 'R1' ? 'yes' : 'unknown',
  };
  story.tell('02:48', 'own-operation-answered', { answer: facts.own });
  for (const { id } of deskQuestions)
    story.tell('02:48', 'desk-answered', { question: id, answer: facts[id] });
  story.tell('02:49', 'recommendation-made', { ...assess(facts, night('02:41'), defaultDeskHours), facts });
  story.tell('02:50', 'decision-made', decision('consult-first', units));
  return new TypedIncident(reported(story).entries);
}
