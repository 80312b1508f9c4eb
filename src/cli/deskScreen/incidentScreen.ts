/** One incident on the stage: what is done about it is written at once, and what other workplaces write is shown. */
import { startIncident, typingOf } from '../../flow/incident/resume.ts';
import type { IncidentState } from '../../flow/incident/state.ts';
import type { Effect } from '../../flow/incident/turn.ts';
import { type IncidentMessage, updateIncident } from '../../flow/incident/update.ts';
import { incidentScene } from '../../ui/incident/incidentScene.ts';
import { machineTime } from '../context.ts';
import { keepSoon } from '../keepSoon.ts';
import { frontOnStage, type OpenStage } from '../stageSession.ts';
import { goOnWithCall, takeLaterCall } from './calls.ts';
import { runMessages } from './messageScreen.ts';
import { runScreen, type Screen } from './screen.ts';
import type { Way } from './way.ts';
import type { Workplace } from './workplace.ts';

type IncidentScreen = Screen<IncidentState, IncidentMessage, Way>;

/**
 * Shows the incident until it is left, beginning with the action of the key `select`. Throws JournalError when it cannot
 * be read, and RangeError when there is no such incident.
 */
export function runIncident(
  workplace: Workplace,
  open: OpenStage,
  id: string,
  select: string | null,
): Promise<Way> {
  const { context, desk, checklists, operator } = workplace;
  const { hours, consultMinutes, retryMinutes } = desk.settings;
  let screen: IncidentScreen | null = null;
  const entries = workplace.journal().entriesOf(id);
  let sequence = -1;
  const typing = workplace.journal().typing.of(id, 'incident')?.body ?? null;
  let kept = typing;
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
    void to().then((way) => {
      reread();
      if (way !== 'exit') return;
      keepTyping(at);
      at.leave('exit');
    }, at.fail);
  }

  function reread(): void {
    try {
      const journal = workplace.journal();
      const head = journal.head()?.sequence ?? 0;
      if (head === sequence) return;
      sequence = head;
      screen?.send({ kind: 'journal-changed', entries: journal.entriesOf(id) });
    } catch {
      // Tried again in a second.
    }
  }

  /** A field that is begun survives a crash; one that cannot be kept is tried again in a second. */
  function keepTyping({ state }: Pick<IncidentScreen, 'state'>): void {
    if (workplace.writer.isResting()) return;
    const typed = typingOf(state());
    const body = typed && JSON.stringify(typed);
    if (body === kept) return;
    try {
      const { typing: table } = workplace.journal();
      if (body === null) table.clear(id, 'incident');
      else table.save({ incident: id, savedAt: machineTime(), body }, 'incident');
      kept = body;
    } catch {
      workplace.writer.rest();
    }
  }

  return runScreen<IncidentState, IncidentMessage, Effect, Way>(
    workplace,
    (scene) => frontOnStage(open, scene),
    {
      initial: startIncident(
        { operator, hours, consultMinutes, retryMinutes, contacts: desk.contacts, checklists },
        entries,
        context.now(),
        { select, typing },
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
