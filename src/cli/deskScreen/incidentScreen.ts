/** One incident on the stage: what is done about it is written at once, and what other workplaces write is shown. */
import { startIncident, typingOf } from '../../flow/incident/resume.ts';
import type { IncidentState } from '../../flow/incident/state.ts';
import type { Effect } from '../../flow/incident/turn.ts';
import { type IncidentMessage, updateIncident } from '../../flow/incident/update.ts';
import { incidentScene } from '../../ui/incident/incidentScene.ts';
import { Failure } from '../failure.ts';
import { keepSoon } from '../keepSoon.ts';
import { keepTyped } from '../keepTyped.ts';
import { frontOnStage, type OpenStage } from '../stageSession.ts';
import { goOnWithCall, takeLaterCall } from './calls.ts';
import { journalNews } from './journalNews.ts';
import { runMessages } from './messageScreen.ts';
import { runScreen, type Screen } from './screen.ts';
import type { Way } from './way.ts';
import type { Workplace } from './workplace.ts';

type IncidentScreen = Screen<IncidentState, IncidentMessage, Way>;

/**
 * Shows the incident until it is left, beginning with the action of the key `select`. Throws JournalError when it cannot
 * be read, and RangeError when there is no such incident.
 */
export async function runIncident(
  workplace: Workplace,
  open: OpenStage,
  id: string,
  select: string | null,
): Promise<Way> {
  const { context, desk, checklists, operator } = workplace;
  const { hours, consultMinutes, reminderMinutes, retryMinutes } = desk.settings;
  let screen: IncidentScreen | null = null;
  const entriesNow = journalNews(workplace.journal, (journal) => journal.entriesOf(id));
  let kept = workplace.journal().typing.of(id, 'incident')?.body ?? null;
  const typing = workplace.unkept.has(id) ? (workplace.unkept.get(id) ?? null) : kept;
  let stopKeeping: () => void = () => undefined;

  function perform(effect: Effect, at: IncidentScreen): void {
    switch (effect.kind) {
      case 'append':
        workplace.writer.write(effect.entries);
        reread();
        return;
      case 'finish-call':
        visit(at, () => goOnWithCall(workplace, open, id));
        return;
      case 'new-facts':
        visit(at, () => takeLaterCall(workplace, open, at.state().incident));
        return;
      case 'messages':
        visit(at, () => runMessages(workplace, open, at.state().incident, effect.action));
        return;
      case 'back':
      case 'exit':
        keepTyping(at);
        at.leave(effect.kind);
    }
  }

  /** Another screen in between; what it has written is shown when it is left. */
  function visit(at: IncidentScreen, to: () => Promise<unknown>): void {
    void to()
      .catch((error) => {
        // Another workplace has finished the call: the screen shows that as soon as it has read it.
        if (!(error instanceof Failure)) throw error;
      })
      .then((way) => {
        reread();
        if (way !== 'exit') return;
        keepTyping(at);
        at.leave('exit');
      })
      .catch(at.fail);
  }

  function reread(): void {
    const entries = entriesNow();
    if (entries) screen?.send({ kind: 'journal-changed', entries });
  }

  /**
   * A field that is begun survives a crash; one that cannot be kept is tried again in a second, and is there when the
   * incident is opened again.
   */
  function keepTyping({ state }: Pick<IncidentScreen, 'state'>): void {
    const typed = typingOf(state());
    const body = typed && JSON.stringify(typed);
    if (body === kept) {
      workplace.unkept.delete(id);
      return;
    }
    workplace.unkept.set(id, body);
    if (workplace.writer.isResting()) return;
    try {
      keepTyped(workplace.journal(), id, body, 'incident');
      kept = body;
      workplace.unkept.delete(id);
    } catch {
      workplace.writer.rest();
    }
  }

  return runScreen<IncidentState, IncidentMessage, Effect, Way>(
    workplace,
    (scene) => frontOnStage(open, scene),
    {
      initial: startIncident(
        {
          operator,
          hours,
          consultMinutes,
          reminderMinutes,
          retryMinutes,
          contacts: desk.contacts,
          checklists,
        },
        // What cannot be read says why.
        entriesNow() ?? workplace.journal().entriesOf(id),
        context.now(),
        { select, typing, waiting: workplace.writer.waiting().filter(({ incident }) => incident === id) },
      ),
      update: updateIncident,
      scene(store) {
        stopKeeping = keepSoon(store, () => keepTyping(store));
        return incidentScene(store);
      },
      perform,
      tick(at) {
        screen = at;
        reread();
        keepTyping(at);
      },
    },
  ).finally(() => stopKeeping());
}
