/** The screen where a message about an incident is made, on the stage. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Incident } from '../../domain/incident.ts';
import type { Message } from '../../flow/message/message.ts';
import { type MessageState, startMessage } from '../../flow/message/state.ts';
import type { Effect } from '../../flow/message/turn.ts';
import { updateMessage } from '../../flow/message/update.ts';
import { newId } from '../../journal/id.ts';
import { messageScene } from '../../ui/message/messageScene.ts';
import { draftsFolder } from '../call/drafts.ts';
import { programName } from '../context.ts';
import { recipientOf } from '../correspondents.ts';
import { canSendMail, knownTo } from '../desk.ts';
import { editingOnScreen, editWording } from '../editor.ts';
import { keepSoon } from '../keepSoon.ts';
import { lastHash } from '../lastHash.ts';
import { messageEffects } from '../message/effects.ts';
import { frontOnStage, type OpenStage } from '../stageSession.ts';
import { usableMessageTemplate } from '../templates.ts';
import { journalNews } from './journalNews.ts';
import { keptMessages } from './keptMessages.ts';
import { runScreen, type Screen } from './screen.ts';
import type { Way } from './way.ts';
import type { Workplace } from './workplace.ts';

/** How long to wait for what is being written when the screen is left. */
const longestWorkMilliseconds = 3000;

/** Shows the messages of an incident until they are left; `action` is the key of the action that one is for. */
export function runMessages(
  workplace: Workplace,
  open: OpenStage,
  incident: Incident,
  action: string | null,
): Promise<Way> {
  const { context, desk, operator, journal } = workplace;
  let screen: Screen<MessageState, Message, Way> | null = null;
  const closing = new AbortController();
  const typing = keptMessages(workplace, incident);
  let stopKeeping: () => void = () => undefined;
  const incidentNow = journalNews(journal, (from) => from.findIncident(incident.id));
  const { perform, settled } = messageEffects({
    desk,
    terminal: context,
    template: (kind) => usableMessageTemplate(kind, context.env),
    now: context.now,
    newId,
    chainHash: () => lastHash(journal),
    journal,
    operator: () => workplace.operator,
    sendSoon: (mail) => workplace.sendSoon?.(mail),
    edit: (wording) =>
      editWording(wording, {
        env: context.env,
        folder: desk.dataFolder,
        lend: open.lend ?? null,
        signal: closing.signal,
      }),
    kept: (choice) => typing.of(choice),
    append: (entries) => workplace.writer.write(entries),
    back: () => void leave('back'),
    exit: () => void leave('exit'),
  });
  const running = runScreen<MessageState, Message, Effect, Way>(
    workplace,
    (scene) => frontOnStage(open, scene),
    {
      initial: startMessage(
        {
          operator,
          program: programName(context),
          contacts: desk.contacts,
          known: knownTo(desk),
          editor: editingOnScreen(context).editor,
          sends: canSendMail(desk),
          reportTo: recipientOf(incident, desk)?.address ?? null,
          deskPhone: desk.settings.deskPhone,
          draftsFolder: draftsFolder(desk.dataFolder),
        },
        incident,
        context.now(),
        action,
      ),
      update: updateMessage,
      scene(store) {
        const stopMeeting = store.subscribe(() => typing.meet(store.state()));
        const stop = keepSoon(store, () => typing.keep(store.state()));
        stopKeeping = () => {
          stopMeeting();
          stop();
        };
        return messageScene(store);
      },
      perform,
      tick(at) {
        const isFirst = screen === null;
        screen = at;
        if (isFirst) at.send({ kind: 'opened' });
        tellChanges(at);
        typing.keep(at.state());
      },
    },
  );
  return running.finally(() => stopKeeping());

  /** What is being copied, saved or sent is written down first, and what was saved in an editor is taken in. */
  async function leave(way: Way): Promise<void> {
    closing.abort();
    await Promise.race([settled(), delay(longestWorkMilliseconds, undefined, { ref: false })]);
    if (!screen) return;
    typing.leave(screen.state());
    screen.leave(way);
  }

  function tellChanges({ send }: Screen<MessageState, Message, Way>): void {
    const now = incidentNow();
    if (now) send({ kind: 'incident-changed', incident: now });
  }
}
