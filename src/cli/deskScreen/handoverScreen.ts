/** The handover on the stage. */
import { type HandoverState, startHandover } from '../../flow/handover/state.ts';
import { type Effect, type Message, updateHandover } from '../../flow/handover/update.ts';
import { handoverScene } from '../../ui/handover/handoverScene.ts';
import { faultKind } from '../faultKind.ts';
import { frontOnStage, type OpenStage } from '../stageSession.ts';
import { liveWork } from './deskWork.ts';
import { runScreen } from './screen.ts';
import type { Way } from './way.ts';
import type { Workplace } from './workplace.ts';

/** Shows the handover until it is left. Whoever has acknowledged is the workplace's operator from then on. */
export function runHandover(workplace: Workplace, open: OpenStage): Promise<Way> {
  const { desk, exercise, operator, context } = workplace;
  const { reminderMinutes, phoneTestDays } = desk.settings;
  const setup = { exercise, reminderMinutes, contacts: desk.contacts };
  const work = liveWork(workplace.journal, { exercise, phoneTestDays });
  return runScreen<HandoverState, Message, Effect, Way>(workplace, (scene) => frontOnStage(open, scene), {
    initial: startHandover(setup, operator, null, context.now()),
    update: updateHandover,
    scene: handoverScene,
    perform(effect, { leave }) {
      switch (effect.kind) {
        case 'append':
          workplace.writer.write(effect.entries);
          return;
        case 'operator-changed':
          workplace.operator = effect.operator;
          return;
        case 'back':
        case 'exit':
          leave(effect.kind);
      }
    },
    tick({ send }) {
      try {
        const changed = work.changed();
        if (changed) send({ kind: 'loaded', ...changed });
      } catch (error) {
        send({ kind: 'read-failed', fault: faultKind(error) });
      }
    },
  });
}
