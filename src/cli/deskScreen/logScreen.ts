/** The log browser on the stage: reading what is asked for, and keeping up with what others write. */
import type { LogFilter } from '../../domain/logFilter.ts';
import type { LogEffect, LogMessage } from '../../flow/log/message.ts';
import { firstFor, loaded, pageLength } from '../../flow/log/moving.ts';
import { type LogState, type Opened, type Page, queryOf, startLog } from '../../flow/log/state.ts';
import { updateLog } from '../../flow/log/update.ts';
import { JournalError } from '../../journal/errors.ts';
import type { Journal } from '../../journal/journal.ts';
import { logScene } from '../../ui/log/logScene.ts';
import type { Scene } from '../../ui/scene.ts';
import { faultKind } from '../faultKind.ts';
import { frontOnStage, type OpenStage, openStage } from '../stageSession.ts';
import { runIncident } from './incidentScreen.ts';
import { runReview } from './reviewScreen.ts';
import { runScreen, type Screen } from './screen.ts';
import type { Way } from './way.ts';
import type { Workplace } from './workplace.ts';

type LogScreen = Screen<LogState, LogMessage, Way>;
type Load = Extract<LogEffect, { kind: 'load' }>;

/** A count of very many takes as long as a key may: so it waits until nobody types. In milliseconds. */
const countAfter = 150;

/**
 * Shows the log until it is left: on the stage that is open, or on one of its own. `journal` gives what is read, or
 * null where nothing has been saved yet; it may throw JournalError.
 */
export async function runLog(
  workplace: Workplace,
  stage: OpenStage | null,
  journal: () => Journal | null,
  filter: LogFilter = {},
): Promise<Way> {
  let open = stage;
  let counting: NodeJS.Timeout | undefined;
  /** The last entry when the list was read. */
  let sequence = -1;
  return runScreen<LogState, LogMessage, LogEffect, Way>(
    workplace,
    (scene) => (open ? frontOnStage(open, scene) : begin(scene)),
    { initial: firstState(), update: updateLog, scene: logScene, perform, tick: tellNews },
  ).finally(() => clearTimeout(counting));

  async function begin(scene: Scene): Promise<OpenStage> {
    open = await openStage(workplace.context, scene);
    return open;
  }

  /** With its rows: the first picture is a true one. */
  function firstState(): LogState {
    const initial = startLog(filter, workplace.moment().now);
    try {
      const page = read((from) => pageAt(from, { query: queryOf(initial), first: 0 }));
      return loaded(initial, { page: page ?? initial.page, selected: null, keep: null }).state;
    } catch (error) {
      return { ...initial, fault: faultKind(error) };
    }
  }

  function perform(effect: LogEffect, at: LogScreen): void {
    switch (effect.kind) {
      case 'load':
        answer(at, (from) => ({
          kind: 'loaded',
          keep: effect.keep,
          ...pageWith(from, effect),
        }));
        return;
      case 'count':
        clearTimeout(counting);
        counting = setTimeout(
          () => answer(at, (from) => ({ kind: 'counted', total: from.count(effect.query.filter) })),
          countAfter,
        );
        return;
      case 'names':
        answer(at, (from) => ({ kind: 'names', names: from.names() }));
        return;
      case 'read':
        answer(at, (from) => ({ kind: 'opened', opened: openedFrom(from, effect.id) }));
        return;
      case 'open-incident':
        visit(at, (on) => runIncident(workplace, on, effect.id, null));
        return;
      case 'review':
        visit(at, async (on) => {
          const { way, isBegun } = await runReview(workplace, on, effect.id);
          if (isBegun) at.send({ kind: 'noticed', notice: { kind: 'review-kept' } });
          return way;
        });
        return;
      case 'back':
      case 'exit':
        at.leave(effect.kind);
        return;
    }
  }

  function answer({ send }: LogScreen, ask: (from: Journal) => LogMessage): void {
    try {
      const message = read(ask);
      if (message) send(message);
    } catch (error) {
      send({ kind: 'read-failed', fault: faultKind(error) });
    }
  }

  function read<T>(use: (from: Journal) => T): T | null {
    const from = journal();
    return from && use(from);
  }

  /** What cannot be opened leaves the log where it is, and is told. */
  function visit(at: LogScreen, to: (stage: OpenStage) => Promise<Way>): void {
    if (!open) return;
    void to(open)
      .catch((error): Way => {
        if (!(error instanceof JournalError)) throw error;
        at.send({ kind: 'noticed', notice: { kind: 'cannot-open', fault: faultKind(error) } });
        return 'back';
      })
      .then((way) => {
        if (way === 'exit') at.leave('exit');
        else tellNews(at);
      }, at.fail);
  }

  /** That others have written; and that the journal cannot be read, or can again. */
  function tellNews({ send, state }: LogScreen): void {
    try {
      const now = read((from) => from.head()?.sequence ?? 0) ?? 0;
      if (now === sequence && state().fault === null) return;
      sequence = now;
      send({ kind: 'news' });
    } catch (error) {
      send({ kind: 'read-failed', fault: faultKind(error) });
    }
  }
}

function openedFrom(journal: Journal, id: string): Opened | null {
  const incident = journal.findIncident(id);
  return incident && { incident, entries: journal.entriesOf(id) };
}

/** The rows that are asked for, and where the incident to keep stands now. */
function pageWith(
  journal: Journal,
  { query, first, keep }: Load,
): { readonly page: Page; readonly selected: number | null } {
  const page = first === 'last' ? lastPage(journal, query) : pageAt(journal, { query, first });
  if (first === 'last') return { page, selected: page.first + page.rows.length - 1 };
  if (keep === null) return { page, selected: null };
  const index = page.rows.findIndex(({ id }) => id === keep);
  if (index >= 0) return { page, selected: page.first + index };
  // It has been pushed out of these rows, or is not in the list any more.
  const position = journal.positionOf(keep, query.filter, query.order);
  if (position === null) return { page, selected: null };
  return { page: pageAt(journal, { query, first: firstFor(position) }), selected: position };
}

function pageAt(journal: Journal, { query, first }: { query: Load['query']; first: number }): Page {
  const { filter, order } = query;
  const rows = [...journal.list({ ...filter, order, offset: first, limit: pageLength })];
  return { rows, first, isLast: rows.length < pageLength };
}

/** Read from the other end: to leave out very many takes long. */
function lastPage(journal: Journal, { filter, order }: Load['query']): Page {
  const rows = [...journal.list({ ...filter, order, reversed: true, limit: pageLength })].reverse();
  return { rows, first: Math.max(0, journal.count(filter) - rows.length), isLast: true };
}
