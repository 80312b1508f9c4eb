/** The list of all incidents on the stage. */
import {
  type LogEffect,
  type LogMessage,
  type LogState,
  startLog,
  updateLog,
} from '../../flow/log/logList.ts';
import type { Journal } from '../../journal/journal.ts';
import { logScene } from '../../ui/log/logScene.ts';
import { frontOnStage, type OpenStage } from '../stageSession.ts';
import { runIncident } from './incidentScreen.ts';
import { journalNews } from './journalNews.ts';
import { runScreen, type Screen } from './screen.ts';
import type { Way } from './way.ts';
import type { Workplace } from './workplace.ts';

/** So many are listed, the newest. */
const longest = 1000;

/** Shows the list until it is left. Throws JournalError when it cannot be read. */
export async function runLog(workplace: Workplace, open: OpenStage): Promise<Way> {
  const { exercise, journal } = workplace;
  const read = (from: Journal) => [...from.list({ limit: longest, ...(exercise ? { exercise } : {}) })];
  const rowsNow = journalNews(journal, read);
  return runScreen<LogState, LogMessage, LogEffect, Way>(workplace, (scene) => frontOnStage(open, scene), {
    initial: startLog(rowsNow() ?? read(journal()), exercise),
    update: updateLog,
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
    const rows = rowsNow();
    if (rows) send({ kind: 'loaded', rows });
  }
}
