/** The log browser as a value: what is asked for, the part of the list that is loaded, and what is open. */

import type { Entry } from '../../domain/entry.ts';
import type { Incident } from '../../domain/incident.ts';
import type { IncidentListItem } from '../../domain/incidentListItem.ts';
import { facetNames, type LogFilter, type LogOrder } from '../../domain/logFilter.ts';
import type { FaultKind } from '../fault.ts';
import { bufferOf, type TextBuffer } from '../textBuffer.ts';

/** An incident as the journal lists it. */
export type LogRow = Omit<IncidentListItem, 'operator' | 'actionsOpen'>;

/** What is asked of the journal. */
export interface LogQuery {
  readonly filter: LogFilter;
  readonly order: LogOrder;
}

/** The rows that are loaded: those around the selected one. */
export interface Page {
  readonly rows: readonly LogRow[];
  /** Where the first of them stands in the whole list, from 0. */
  readonly first: number;
  /** Whether the last of them is the list's. */
  readonly isLast: boolean;
}

/** The names that there are to filter by. */
export interface Names {
  readonly units: readonly string[];
  readonly operators: readonly string[];
}

/** An incident that is read, with all of its entries. */
export interface Opened {
  readonly incident: Incident;
  readonly entries: readonly Entry[];
}

/** In the order of their menu. */
export const filterIds = ['days', ...facetNames] as const;
export type FilterId = (typeof filterIds)[number];

export type Menu =
  /** Which filter; `selected` is from 0. */
  | { readonly kind: 'filters'; readonly selected: number }
  /** Which of its values; what is typed narrows them. */
  | {
      readonly kind: 'choices';
      readonly of: FilterId;
      readonly typed: TextBuffer;
      readonly selected: number;
    };

/** What the keys are about. */
export type Focus = 'search' | 'list' | 'reading';

/** What was drawn last: how far the keys that page go, and how far can be scrolled. */
export interface Seen {
  /** Rows of the list, at least 1. */
  readonly listRows: number;
  /** Lines of the incident, at least 1. */
  readonly readingRows: number;
  /** The most that the incident can be scrolled. */
  readonly scrollMax: number;
  /** The line of each of its sections. */
  readonly sections: readonly number[];
  /** List and incident stand beside each other. */
  readonly isBeside: boolean;
}

export interface LogState {
  /** RFC 3339. */
  readonly now: string;
  /** The filter but for its text, which is `search`. */
  readonly filter: LogFilter;
  readonly search: TextBuffer;
  readonly order: LogOrder;
  readonly page: Page;
  /** How many the filter lets through; null until they are counted. */
  readonly total: number | null;
  /** Which row of the whole list the keys are about, from 0. */
  readonly selected: number;
  readonly focus: Focus;
  readonly menu: Menu | null;
  readonly isHelpShown: boolean;
  readonly names: Names;
  readonly opened: Opened | null;
  /** How many lines of the opened incident are above what is seen. */
  readonly scroll: number;
  readonly seen: Seen;
  /** Why the journal could not be read the last time. */
  readonly fault: FaultKind | null;
  /** Why what another screen recorded is not saved yet. */
  readonly unsaved: FaultKind | null;
  readonly notice: Notice | null;
}

/** What the last key led to, or what happened meanwhile. */
export type Notice =
  | {
      readonly kind:
        | 'unknown-key'
        /** Where signs are typed, so that none of them can show all keys. */
        | 'unknown-key-typing'
        | 'nothing-to-open'
        | 'nothing-such'
        | 'not-decided'
        | 'gone'
        /** What is read is not in the list any more. */
        | 'not-in-list'
        | 'review-kept';
    }
  | { readonly kind: 'too-long'; readonly dropped: number }
  /** Another screen could not be opened. */
  | { readonly kind: 'cannot-open'; readonly fault: FaultKind };

const nothingSeen: Seen = { listRows: 1, readingRows: 1, scrollMax: 0, sections: [], isBeside: false };

/** The list before it is loaded. `filter.text` is what is searched for from the start. */
export function startLog({ text = '', ...filter }: LogFilter, now: string): LogState {
  return {
    now,
    filter,
    search: bufferOf(text),
    order: 'newest',
    page: { rows: [], first: 0, isLast: true },
    total: null,
    selected: 0,
    focus: 'search',
    menu: null,
    isHelpShown: false,
    names: { units: [], operators: [] },
    opened: null,
    scroll: 0,
    seen: nothingSeen,
    fault: null,
    unsaved: null,
    notice: null,
  };
}

/** What the state asks of the journal. */
export function queryOf({ filter, search, order }: LogState): LogQuery {
  return { filter: search.text === '' ? filter : { ...filter, text: search.text }, order };
}

/** The row that the keys are about, if there is one. */
export function selectedRow({ page, selected }: LogState): LogRow | null {
  return page.rows[selected - page.first] ?? null;
}
