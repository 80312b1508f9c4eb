/** The list of all incidents on the stage. */
import {
  type LogEffect,
  type LogMessage,
  type LogState,
  startLog,
  updateLog,
} from '../../flow/log/logList.ts';
import { turn } from '../../flow/turn.ts';
import { logScene } from '../../ui/log/logScene.ts';
import { frontOnStage, type OpenStage } from '../stageSession.ts';
import { runIncident } from './incidentScreen.ts';
import { runScreen, type Screen } from './screen.ts';
import type { Way } from './way.ts';
import type { Workplace } from './workplace.ts';

/** So many are listed, the newest. */
const longest = 1000;

/** Shows the list until it is left. Throws JournalError when it cannot be read. */
export function runLog(workplace: Workplace, open: OpenStage): Promise<Way> {
  const read = () => {
    const only = workplace.exercise ? { exercise: true } : {};
    return [...workplace.journal().list({ limit: longest, ...only })];
  };
  let sequence = workplace.journal().head()?.sequence;
  return runScreen<LogState, LogMessage, LogEffect, Way>(workplace, (scene) => frontOnStage(open, scene), {
    initial: startLog(read()),
    update: (state, message) => {
      if (message.kind === 'key' || message.kind === 'loaded') return updateLog(state, message);
      return message.kind === 'interrupted' ? turn(state, { kind: 'exit' }) : turn(state);
    },
    scene: logScene,
    perform(effect, at) {
      if (effect.kind !== 'open-incident') return at.leave(effect.kind);
      void runIncident(workplace, open, effect.id, null).then((way) => {
        if (way === 'exit') at.leave('exit');
        else reread(at);
      }, at.fail);
    },
    tick: reread,
  });

  function reread({ send }: Screen<LogState, LogMessage, Way>): void {
    try {
      const head = workplace.journal().head()?.sequence;
      if (head === sequence) return;
      sequence = head;
      send({ kind: 'loaded', rows: read() });
    } catch {
      // Tried again in a second.
    }
  }
}
