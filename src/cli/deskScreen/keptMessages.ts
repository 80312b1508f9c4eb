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
  /** Keeps what is changed now, or clears what was. Call it often: it does no needless work. */
  keep(state: MessageState): void;
  /** The same, once and for all. What the journal did not take stands on the ordinary screen afterwards. */
  leave(state: MessageState): void;
}

export function keptMessages(
  { context, journal, writer, afterwards }: Workplace,
  { id, number }: Pick<Incident, 'id' | 'number'>,
): KeptMessages {
  let kept: { readonly place: TypingScreen; readonly body: string } | null = null;

  function keep(state: MessageState): void {
    const changed = changedWording(state);
    const place = changed && messageTyping(changed.choice);
    const body = changed && JSON.stringify(changed.wording);
    if ((body === kept?.body && place === kept?.place) || writer.isResting()) return;
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
        const place = messageTyping(choice);
        const body = journal().typing.of(id, place)?.body ?? null;
        if (body === null) return null;
        const wording = JSON.parse(body) as PromisingWording;
        kept = { place, body };
        return wording;
      } catch {
        return null;
      }
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
