/** The log browser over a list in memory, driven by typed keys. */
import type { LogFilter } from '../../../src/domain/logFilter.ts';
import type { LogEffect, LogMessage } from '../../../src/flow/log/message.ts';
import { firstFor, loaded, pageLength } from '../../../src/flow/log/moving.ts';
import {
  type LogQuery,
  type LogRow,
  type LogState,
  type Opened,
  type Page,
  type Seen,
  selectedRow,
  startLog,
} from '../../../src/flow/log/state.ts';
import { updateLog } from '../../../src/flow/log/update.ts';
import { decidedFire } from '../../domain/nightFire.ts';
import { opened, type Story } from '../../domain/story.ts';
import { keysOf } from '../call/typedCall.ts';

export const now = '2026-11-21T03:10:00+01:00';

/** The sequence is part of its number; every third is not decided. */
export function row(sequence: number, summary = `Händelse ${sequence}`): LogRow {
  return {
    id: `incident-${sequence}`,
    number: `A-2026-${String(sequence).padStart(4, '0')}`,
    receivedAt: '2026-11-21T02:41:00+01:00',
    summary,
    outcome: sequence % 3 === 0 ? null : 'ordinary',
    timing: null,
    status: sequence % 3 === 0 ? 'draft' : 'open',
    exercise: sequence === 2,
  };
}

/** Oldest first, as they came. */
export const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index + 1));

const undecided: Story = opened();
const decided: Story = decidedFire();

export class Browsing {
  state: LogState;
  /** All that there is, oldest first. */
  all: LogRow[];
  readonly effects: LogEffect[] = [];
  /** What waits to be counted. */
  #counting: LogQuery | null = null;

  constructor(all: readonly LogRow[], filter: LogFilter = {}, seen: Partial<Seen> = {}) {
    this.all = [...all];
    const initial = startLog(filter, now);
    const page = this.page({ filter: initial.filter, order: 'newest' }, 0);
    this.state = loaded(
      { ...initial, seen: { ...initial.seen, listRows: 11, readingRows: 11, ...seen } },
      { page, selected: null, keep: null },
    ).state;
  }

  /** What the query lets through, in its order. */
  found({ filter: { text = '', outcome }, order }: LogQuery): LogRow[] {
    const given = this.all.filter(
      (each) =>
        each.summary.includes(text) && (outcome === undefined || (each.outcome ?? 'undecided') === outcome),
    );
    return order === 'newest' ? given.toReversed() : given;
  }

  page(query: LogQuery, first: number): Page {
    const part = this.found(query).slice(first, first + pageLength);
    return { rows: part, first, isLast: part.length < pageLength };
  }

  press(script: string): this {
    for (const key of keysOf(script)) {
      if (key.kind === 'text') this.type(key.text);
      else this.send({ kind: 'key', key });
    }
    return this;
  }

  send(message: LogMessage): this {
    const { state, effects } = updateLog(this.state, message, { now });
    this.state = state;
    for (const effect of effects) {
      this.effects.push(effect);
      this.#perform(effect);
    }
    return this;
  }

  /** Any text, also what means a key in a script. */
  type(text: string): this {
    for (const letter of text) this.send({ kind: 'key', key: { kind: 'text', text: letter } });
    return this;
  }

  /** There is time to count. */
  count(): this {
    const query = this.#counting;
    this.#counting = null;
    return query ? this.send({ kind: 'counted', total: this.found(query).length }) : this;
  }

  /** Another workplace has written. */
  arrive(...more: readonly LogRow[]): this {
    this.all.push(...more);
    return this.send({ kind: 'news' });
  }

  get selected(): string | null {
    return selectedRow(this.state)?.id ?? null;
  }

  #perform(effect: LogEffect): void {
    switch (effect.kind) {
      case 'load':
        this.#load(effect);
        return;
      case 'count':
        this.#counting = effect.query;
        return;
      case 'read':
        this.send({ kind: 'opened', opened: this.#opened(effect.id) });
        return;
      case 'names':
        this.send({ kind: 'names', names: { units: ['Hemtjänst Kortedala', 'Åsen'], operators: ['jl'] } });
        return;
      default:
    }
  }

  #load({ query, first, keep }: Extract<LogEffect, { kind: 'load' }>): void {
    const found = this.found(query);
    if (first === 'last') {
      const from = Math.max(0, found.length - pageLength);
      const page = { rows: found.slice(from), first: from, isLast: true };
      this.send({ kind: 'loaded', page, selected: found.length - 1, keep });
      return;
    }
    const position = found.findIndex(({ id }) => id === keep);
    const page = this.page(query, first);
    const isThere = keep === null || page.rows.some(({ id }) => id === keep) || position < 0;
    this.send({
      kind: 'loaded',
      page: isThere ? page : this.page(query, firstFor(position)),
      selected: position < 0 ? null : position,
      keep,
    });
  }

  #opened(id: string): Opened | null {
    const found = this.all.find((each) => each.id === id);
    if (!found) return null;
    const { incident, entries } = found.outcome === null ? undecided : decided;
    return { incident: { ...incident, id }, entries };
  }
}
