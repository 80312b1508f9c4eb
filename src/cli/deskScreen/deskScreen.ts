/** The desk screen on the terminal: it stays up, keeps up with the journal, and rings when something falls due. */
import type { Message } from '../../flow/desk/message.ts';
import { type DeskContext, type DeskState, startDesk } from '../../flow/desk/state.ts';
import type { Effect } from '../../flow/desk/turn.ts';
import { updateDesk } from '../../flow/desk/update.ts';
import type { Key } from '../../flow/keys.ts';
import { JournalError } from '../../journal/errors.ts';
import { bannerText } from '../../ui/desk/alerts.ts';
import { deskScene } from '../../ui/desk/deskScene.ts';
import type { Scene } from '../../ui/scene.ts';
import { Failure } from '../failure.ts';
import { faultKind } from '../faultKind.ts';
import { handleMail } from '../outbox/byHand.ts';
import { type OpenStage, openStage } from '../stageSession.ts';
import { goOnWithCall, takeCall } from './calls.ts';
import { type DeskPost, deskPost } from './deskPost.ts';
import { liveWork } from './deskWork.ts';
import { runHandover } from './handoverScreen.ts';
import { runIncident } from './incidentScreen.ts';
import { runLog } from './logScreen.ts';
import { ring } from './ring.ts';
import { runScreen, type Screen } from './screen.ts';
import { createWatch } from './watch.ts';
import type { Way } from './way.ts';
import type { Workplace } from './workplace.ts';

type DeskScreen = Screen<DeskState, Message, 'left' | 'interrupted'>;

/** What to begin with: another screen, and when that is left, so is the desk; or a key of the desk's own. */
export type Beginning =
  | Extract<Effect, { kind: 'open-incident' | 'handover' }>
  | { readonly kind: 'key'; readonly key: Key };

/** Runs the desk until it is left. */
export async function runDesk(
  workplace: Workplace,
  beginning: Beginning | null = null,
): Promise<'left' | 'interrupted'> {
  const { context, desk, exercise } = workplace;
  const { settings, contacts } = desk;
  const { phoneTestDays } = settings;
  const work = liveWork(workplace.journal, { exercise, phoneTestDays });
  const watch = createWatch({
    journal: workplace.journal,
    operator: () => workplace.operator,
    by: 'screen',
    tell(followUps) {
      ring(context, followUps, { contacts, incidents: screen?.state().work.incidents ?? [] });
      screen?.send({ kind: 'rang', followUps });
    },
  });
  let screen: DeskScreen | null = null;
  let open: OpenStage | null = null;
  let home: Scene | null = null;
  let post: DeskPost | null = null;
  /** What was opened from here, so that the desk is not left before it. */
  let visit: Promise<void> = Promise.resolve();

  function read({ send }: DeskScreen): void {
    try {
      const changed = work.changed();
      if (!changed) return;
      send({ kind: 'loaded', ...changed });
    } catch (error) {
      send({ kind: 'read-failed', fault: faultKind(error) });
    }
  }

  function remind({ state }: DeskScreen): void {
    const { rows, fallenDue } = state();
    const fallen = rows.followUps.slice(0, fallenDue);
    const due = fallen.map(({ followUp }) => followUp);
    if (workplace.callsUnderWay === 0) watch.tellOf(due, context.now());
    const isElsewhere = open && open.stage.scene() !== home;
    open?.stage.setBanner(isElsewhere ? bannerText(fallen) : null);
  }

  /** Opens another screen; when it is left, the desk shows what has become of things, or is left too. */
  function go(at: DeskScreen, to: (stage: OpenStage) => Promise<Way>): void {
    if (!open) return;
    visit = to(open)
      .catch((error): Way => {
        // Another workplace has done what was asked for here: the list shows it as soon as it is read again.
        if (error instanceof Failure) return 'back';
        if (!(error instanceof JournalError)) throw error;
        at.send({ kind: 'read-failed', fault: error.kind });
        return 'back';
      })
      .then((way) => {
        read(at);
        remind(at);
        at.send({ kind: 'context-changed', context: deskContextOf(workplace) });
        if (way === 'exit') at.leave('interrupted');
        else if (beginning) at.leave('left');
      }, at.fail);
  }

  /** What there is to do now, when a call is finished. */
  async function afterCall(stage: OpenStage, id: string | null): Promise<Way> {
    return id === null ? 'back' : runIncident(workplace, stage, id, null);
  }

  /** Somebody has rung instead. */
  function handleMails(ids: readonly string[], at: DeskScreen): void {
    try {
      const journal = workplace.journal();
      const by = { now: context.now(), operator: workplace.operator };
      for (const id of ids) {
        const mail = journal.outbox.find(id);
        if (mail) handleMail(journal, mail, by);
      }
      at.send({ kind: 'handled' });
    } catch (error) {
      at.send({ kind: 'not-handled', fault: faultKind(error) });
    }
    read(at);
  }

  function perform(effect: Effect, at: DeskScreen): void {
    switch (effect.kind) {
      case 'append':
        workplace.writer.write(effect.entries);
        read(at);
        return;
      case 'handle-mails':
        handleMails(effect.mails, at);
        return;
      case 'new-call':
        go(at, async (stage) => afterCall(stage, await takeCall(workplace, stage)));
        return;
      case 'resume-call':
        go(at, async (stage) => afterCall(stage, await goOnWithCall(workplace, stage, effect.id)));
        return;
      case 'open-incident':
        go(at, (stage) => runIncident(workplace, stage, effect.id, effect.action));
        return;
      case 'log':
        go(at, (stage) => runLog(workplace, stage, workplace.journal, exercise ? { exercise } : {}));
        return;
      case 'handover':
        go(at, (stage) => runHandover(workplace, stage));
        return;
      case 'exit':
        void visit.then(() => at.leave(effect.why));
    }
  }

  const left = runScreen<DeskState, Message, Effect, 'left' | 'interrupted'>(
    workplace,
    async (scene) => {
      home = scene;
      open = await openStage(context, scene);
      return open;
    },
    {
      initial: startDesk(deskContextOf(workplace), context.now()),
      update: updateDesk,
      scene: deskScene,
      perform,
      tick(at) {
        const isFirst = screen === null;
        screen = at;
        post ??= deskPost(workplace, {
          problemsChanged: () => at.send({ kind: 'context-changed', context: deskContextOf(workplace) }),
          fail: at.fail,
        });
        read(at);
        post.tick();
        remind(at);
        if (!isFirst || !beginning) return;
        if (beginning.kind === 'key') at.send(beginning);
        else perform(beginning, at);
      },
    },
  );
  return left.finally(() => post?.end());
}

function deskContextOf({ desk, exercise, operator, problems }: Workplace): DeskContext {
  const { deskName, reminderMinutes, exerciseEmail } = desk.settings;
  const { contacts } = desk;
  return { exercise, reminderMinutes, contacts, exerciseEmail, deskName, operator, problems };
}
