/** The review of an incident on the stage. What is being written is kept in the journal until it is saved. */
import { type ReviewState, startReview } from '../../flow/review/state.ts';
import type { Effect } from '../../flow/review/turn.ts';
import { typingOf } from '../../flow/review/typing.ts';
import { type Message, updateReview } from '../../flow/review/update.ts';
import { newId } from '../../journal/id.ts';
import { reviewTyping } from '../../journal/typing.ts';
import { notKept } from '../../texts/review.ts';
import { reviewScene } from '../../ui/review/reviewScene.ts';
import { tell } from '../context.ts';
import { faultKind } from '../faultKind.ts';
import { keepSoon } from '../keepSoon.ts';
import { keepTyped } from '../keepTyped.ts';
import { frontOnStage, type OpenStage } from '../stageSession.ts';
import { journalNews } from './journalNews.ts';
import { runScreen, type Screen } from './screen.ts';
import type { Way } from './way.ts';
import type { Workplace } from './workplace.ts';

/** How the review was left. */
export interface ReviewEnd {
  readonly way: Way;
  /** Whether something is typed that is not saved, and is there for this operator the next time. */
  readonly isBegun: boolean;
}

type ReviewScreen = Screen<ReviewState, Message, ReviewEnd>;

/**
 * Shows the operator's own review of the incident with this id until it is left. Throws JournalError when it cannot be
 * read, and RangeError when there is no such incident.
 */
export async function runReview(
  workplace: Workplace,
  open: OpenStage,
  incidentId: string,
): Promise<ReviewEnd> {
  const { context, operator, writer, journal } = workplace;
  const place = reviewTyping(operator);
  const entriesNow = journalNews(journal, (from) => from.entriesOf(incidentId));
  let kept = journal().typing.of(incidentId, place)?.body ?? null;
  let stopKeeping: () => void = () => undefined;

  function perform(effect: Effect, at: ReviewScreen): void {
    switch (effect.kind) {
      case 'append':
        writer.write(effect.entries);
        reread(at);
        return;
      case 'back':
      case 'exit':
        keepTyping(at, { again: true });
        at.leave({ way: effect.kind, isBegun: isBegun(at.state()) });
    }
  }

  function reread({ send }: ReviewScreen): void {
    const entries = entriesNow();
    if (entries) send({ kind: 'journal-changed', entries });
  }

  /** What is begun survives a crash; what cannot be kept is tried again in a second, and the screen says so. */
  function keepTyping({ state, send }: Pick<ReviewScreen, 'state' | 'send'>, { again = false } = {}): void {
    const body = typedIn(state());
    let fault = null;
    // Once more when it is left: the same operator may have saved at another workplace, which clears what is kept.
    if (body !== kept || (again && body !== null)) {
      // What was recorded and waits to be written stays as it was typed until the journal has it.
      if (writer.isResting() || writer.waiting().length > 0) return;
      try {
        keepTyped(journal(), incidentId, body, place);
        kept = body;
      } catch (error) {
        writer.rest();
        fault = faultKind(error);
      }
    }
    // Only when it is news: every message is a change, and every change is soon kept.
    if (fault !== state().typingFault) send({ kind: 'typing-kept', fault });
  }

  /** Whether something begun is kept. What the journal did not take stands on the ordinary screen afterwards. */
  function isBegun(state: ReviewState): boolean {
    const body = typedIn(state);
    if (body === null || body === kept) return body !== null;
    const text = [notKept(state.incident.number), ...textsIn(state.draft)].join('\n');
    workplace.afterwards.push(() => tell(context, text));
    return false;
  }

  return runScreen<ReviewState, Message, Effect, ReviewEnd>(workplace, (scene) => frontOnStage(open, scene), {
    initial: startReview(
      operator,
      // What cannot be read says why.
      entriesNow() ?? journal().entriesOf(incidentId),
      context.now(),
      newId(),
      { typing: kept, waiting: writer.waiting().filter(({ incident }) => incident === incidentId) },
    ),
    update: updateReview,
    scene(store) {
      stopKeeping = keepSoon(store, () => keepTyping(store));
      return reviewScene(store);
    },
    perform,
    tick(at) {
      reread(at);
      keepTyping(at);
    },
  }).finally(() => stopKeeping());
}

function typedIn(state: ReviewState): string | null {
  const typed = typingOf(state);
  return typed && JSON.stringify(typed);
}

/** Everything that is typed, field by field. */
function textsIn({ comment, learnt, actions, done }: ReviewState['draft']): string[] {
  const fields = actions.flatMap(({ text, responsible, due }) => [text, responsible, due]);
  return [comment, learnt, ...fields, ...Object.values(done)]
    .map(({ text }) => text)
    .filter((text) => text !== '');
}
