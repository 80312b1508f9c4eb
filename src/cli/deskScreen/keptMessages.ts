/** What is being changed in an incident's messages, kept in the journal until it has left or is thrown away. */
import type { Incident } from '../../domain/incident.ts';
import type { MessageChoice } from '../../domain/messageRecipients.ts';
import type { PromisingWording } from '../../domain/wording.ts';
import { changedWording, type MessageState } from '../../flow/message/state.ts';
import { messageTyping, type TypingScreen } from '../../journal/typing.ts';
import { notKept } from '../../texts/messageScreen.ts';
import { tell } from '../context.ts';
import { keepTyped } from '../keepTyped.ts';
import type { Workplace } from './workplace.ts';

export interface KeptMessages {
  /** What was begun in that message and left; null when nothing was, or it cannot be read. */
  of(choice: MessageChoice): PromisingWording | null;
  /** Notes which message is changed, so that throwing it away at once clears it. Call it at every change. */
  meet(state: MessageState): void;
  /** Keeps what is changed now, or clears what was. Call it often: it does no needless work. */
  keep(state: MessageState): void;
  /** The same, once and for all. What the journal did not take stands on the ordinary screen afterwards. */
  leave(state: MessageState): void;
}

export function keptMessages(
  { context, journal, writer, afterwards }: Workplace,
  { id, number }: Pick<Incident, 'id' | 'number'>,
): KeptMessages {
  /** What the journal has of the message that is changed; `body` is null when that is not known. */
  let kept: { readonly place: TypingScreen; readonly body: string | null } | null = null;

  function keep(state: MessageState): void {
    const changed = changedWording(state);
    const place = changed && messageTyping(changed.choice);
    const body = changed && JSON.stringify(changed.wording);
    const isKept = kept ? body === kept.body && place === kept.place : changed === null;
    if (isKept || writer.isResting()) return;
    try {
      if (kept && kept.place !== place) keepTyped(journal(), id, null, kept.place);
      if (place !== null) keepTyped(journal(), id, body, place);
      kept = place !== null && body !== null ? { place, body } : null;
    } catch {
      // Tried again in a second.
      writer.rest();
    }
  }

  return {
    of(choice) {
      try {
        // Whether it is met is the screen's to say: until it has been, nobody has thrown it away.
        const body = journal().typing.of(id, messageTyping(choice))?.body ?? null;
        return body === null ? null : (JSON.parse(body) as PromisingWording);
      } catch {
        return null;
      }
    },
    meet(state) {
      const changed = kept ? null : changedWording(state);
      if (changed) kept = { place: messageTyping(changed.choice), body: null };
    },
    keep,
    leave(state) {
      keep(state);
      const wording = changedWording(state)?.wording;
      if (!wording || JSON.stringify(wording) === kept?.body) return;
      afterwards.push(() => tell(context, [notKept(number), wording.subject, wording.text].join('\n')));
    },
  };
}
