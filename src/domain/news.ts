/** What has been learnt since the decision: whether those who have been told must be told again. */
import type { KnownEntry } from './entry.ts';
import type { Answer } from './payloads.ts';
import type { CallerQuestionId, DeskQuestionId } from './questions.ts';

/** `milder`: what was answered otherwise only speaks for less. `new` is everything else that was not known. */
export type News = 'none' | 'milder' | 'new';

/** What was known before the entry. */
interface Known {
  readonly news: News;
  readonly answers: Readonly<Partial<Record<CallerQuestionId, Pick<Answer, 'text' | 'certainty'>>>>;
  readonly own: { readonly answer: string } | null;
  readonly deskAnswers: Readonly<Partial<Record<DeskQuestionId, { readonly answer: string }>>>;
}

/** The answers to each of the desk's own questions, the worse the later. Source: escalation.md, "Worse means". */
const worse: Readonly<Record<Exclude<DeskQuestionId, 'directorTiming'>, readonly string[]>> = {
  manageableWithExistingResources: ['yes', 'unknown', 'no'],
  informDirector: ['no', 'unknown', 'yes'],
  staffDirectlyAffected: ['no', 'unknown', 'yes'],
  careRecipientsDirectlyAffected: ['no', 'unknown', 'yes'],
};
const worseOwn = ['no', 'unknown', 'yes'];

/** What is known to be news after one more entry. */
export function newsAfter({ news, answers, own, deskAnswers }: Known, entry: KnownEntry): News {
  switch (entry.type) {
    case 'caller-answered': {
      const { question, text, certainty } = entry.payload;
      const before = answers[question];
      return before?.text === text && before.certainty === certainty ? news : 'new';
    }
    case 'own-operation-answered':
      return stronger(news, compared(worseOwn, own?.answer, entry.payload.answer));
    case 'desk-answered': {
      const { question, answer } = entry.payload;
      // When the director is to know is a matter of the decision, and no news of what has happened.
      if (question === 'directorTiming') return news;
      return stronger(news, compared(worse[question], deskAnswers[question]?.answer, answer));
    }
    default:
      return news;
  }
}

function compared(order: readonly string[], before: string | undefined, now: string): News {
  const difference = order.indexOf(now) - order.indexOf(before ?? 'unknown');
  if (difference === 0) return 'none';
  return difference < 0 ? 'milder' : 'new';
}

function stronger(a: News, b: News): News {
  return a === 'new' || b === 'none' ? a : b;
}
