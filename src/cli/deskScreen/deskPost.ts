/** The mails that leave while the desk screen is up: what is told of them there, and when it has been left. */
import { JournalError } from '../../journal/errors.ts';
import { unrecordedText } from '../../texts/delivery.ts';
import { journalErrors } from '../../texts/journal.ts';
import { outbox as words } from '../../texts/outbox.ts';
import { programName, tell } from '../context.ts';
import { backgroundSender, endSending } from '../outbox/background.ts';
import type { Workplace } from './workplace.ts';

export interface DeskPost {
  /** Sends what is due; to be called now and then. */
  tick(): void;
  /**
   * Ends the sending when the desk has been left, and tells on the ordinary screen what has become of it and what has
   * not gone. Throws what has gone wrong in the program itself.
   */
  end(): Promise<void>;
}

/** What the screen is told. */
interface DeskTold {
  /** The workplace's problems are others now. */
  problemsChanged(): void;
  fail(error: unknown): void;
}

/** Sends what the workplace's outbox holds, and what is asked for through its `sendSoon`. */
export function deskPost(workplace: Workplace, { problemsChanged, fail }: DeskTold): DeskPost {
  const { context, desk, problems } = workplace;
  const say = (text: string) => tell(context, text);
  let trouble: string | null = null;

  /** It stands among the problems for as long as it lasts. */
  function setTrouble(error: JournalError | null): void {
    if (trouble !== null) problems.splice(problems.indexOf(trouble), 1);
    trouble = error && words.cannotSend(journalErrors[error.kind]);
    if (trouble !== null) problems.push(trouble);
    problemsChanged();
  }

  const sender = backgroundSender(context, desk, {
    journal: workplace.journal,
    operator: () => workplace.operator,
    troubled: setTrouble,
    // Only this process knows it: it is told at once, and again when the desk is left.
    unrecorded(error) {
      const text = unrecordedText(error);
      problems.push(text);
      workplace.afterwards.push(() => say(text));
      problemsChanged();
    },
    fail,
  });
  workplace.sendSoon = sender.ask;

  return {
    tick: () => sender.tick(performance.now()),
    async end() {
      workplace.sendSoon = null;
      await endSending(context, sender, say);
      const count = leftIn(sender.left);
      if (count > 0) say(words.stillWaiting(count, programName(context)));
    },
  };
}

/** None where the journal cannot be read: that has been told already. */
function leftIn(left: () => number): number {
  try {
    return left();
  } catch (error) {
    if (error instanceof JournalError) return 0;
    throw error;
  }
}
