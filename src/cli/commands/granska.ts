/**
 * `tjour granska`: what there is to review; with a number, that somebody has gone through the incident afterwards, or
 * that something is done that was to be done after that.
 */
import { cleanLine, cleanText, countCharacters, isBlank, maxAnswerLength } from '../../domain/text.ts';
import { atDesk, parseInstant } from '../../domain/time.ts';
import { reviewActionDoneEntry, reviewEntries, type WrittenReview } from '../../flow/review/entries.ts';
import { newId } from '../../journal/id.ts';
import { settingsFolder } from '../../settings/folders.ts';
import { readSettings } from '../../settings/settings.ts';
import { resume } from '../../texts/cli.ts';
import { reviewActionText, command as words } from '../../texts/review.ts';
import {
  type Context,
  isInteractive,
  operatorName,
  print,
  printJson,
  programName,
  tell,
  wantsPlain,
} from '../context.ts';
import { dateOption } from '../dateOption.ts';
import { badInput } from '../failure.ts';
import { recordOnIncident } from '../incidentRecord.ts';
import { showReviewQueue } from '../reviewQueue.ts';
import { readingJournal } from '../withJournal.ts';

export interface ReviewOptions {
  readonly kommentar?: string;
  readonly lärdom?: string;
  readonly åtgärd?: readonly string[];
  readonly ansvarig?: string;
  readonly klartSenast?: string;
  /** The number of what is done, as typed. */
  readonly klar?: string;
  readonly operatör?: string;
  readonly json?: boolean;
}

/** Throws Failure, with nothing saved, on options that do not go together or say what cannot be recorded. */
export async function run(
  context: Context,
  number: string | undefined,
  options: ReviewOptions,
): Promise<void> {
  const { kommentar, lärdom, åtgärd = [], ansvarig, klartSenast, klar } = options;
  const isWritten = [lärdom, ansvarig, klartSenast, ...åtgärd].some((each) => each !== undefined);
  if (number === undefined) {
    if (isWritten || kommentar !== undefined || klar !== undefined) throw badInput(words.noNumber);
    showReviewQueue(context, await operatorFor(context, options), options.json ?? false);
  } else if (klar === undefined && kommentar === undefined && !isWritten && isOnScreen(context, options)) {
    await reviewOnScreen(context, number, options);
  } else if (klar === undefined) {
    await review(context, number, options);
  } else {
    if (isWritten) throw badInput(words.doneAlone);
    await markDone(context, number, cleanLine(klar), options);
  }
}

function isOnScreen(context: Context, { json }: ReviewOptions): boolean {
  return !json && isInteractive(context) && !wantsPlain(context, false);
}

async function reviewOnScreen(context: Context, number: string, options: ReviewOptions): Promise<void> {
  const incident = readingJournal(context, (journal) => journal.findIncident(number));
  if (!incident) throw badInput(resume.notFound(number, programName(context)));
  if (incident.decision === null) throw badInput(words.notDecided(incident.number));
  const { openReviewScreen } = await import('../deskScreen/openReviewScreen.ts');
  const isKept = await openReviewScreen(context, options, incident.id);
  if (isKept) tell(context, words.kept(incident.number, programName(context)));
}

async function review(context: Context, number: string, options: ReviewOptions): Promise<void> {
  const at = { now: context.now(), newId };
  const written = reviewFrom(options, at.now);
  const operator = await operatorFor(context, options);
  const { incident, entry, actions, first } = recordOnIncident(
    context,
    number,
    words.notSaved,
    (journal, found) => {
      if (found.decision === null) throw badInput(words.notDecided(found.number));
      const [reviewed, ...added] = reviewEntries(written, { incident: found.id, operator }, at);
      journal.append([reviewed, ...added]);
      const payloads = added.map(({ payload }) => payload);
      return { incident: found, entry: reviewed, actions: payloads, first: found.reviewActions.length + 1 };
    },
  );
  if (options.json) {
    const numbered = actions.map((action, index) => ({ number: first + index, ...action }));
    printJson(context, {
      number: incident.number,
      ...entry.payload,
      actions: numbered,
      at: at.now,
      by: operator,
    });
    return;
  }
  print(context, words.done(incident.number, operator));
  actions.forEach((action, index) => {
    print(context, words.added(first + index, reviewActionText(action)));
  });
}

async function markDone(
  context: Context,
  number: string,
  action: string,
  options: ReviewOptions,
): Promise<void> {
  const at = { now: context.now(), newId };
  const comment = fitting(options.kommentar ?? '');
  const operator = await operatorFor(context, options);
  const { incident, found } = recordOnIncident(context, number, words.notSaved, (journal, from) => {
    const { id, number: called, reviewActions } = from;
    const which = /^\d+$/.test(action) ? reviewActions[Number(action) - 1] : undefined;
    if (!which) throw badInput(words.noSuchAction(called, action, reviewActions.length));
    const entry = reviewActionDoneEntry(which.id, comment, { incident: id, operator }, at);
    if (which.done === null) journal.append([entry]);
    return { incident: from, found: which };
  });
  if (options.json) {
    const { text, responsible, dueDate, done } = found;
    const said = done ?? { by: operator, at: at.now, comment };
    const { number: called } = incident;
    printJson(context, { number: called, action: Number(action), text, responsible, dueDate, ...said });
    return;
  }
  const say = found.done === null ? words.markedDone : words.alreadyDone;
  print(context, say(Number(action), reviewActionText(found)));
}

async function operatorFor({ env }: Context, { operatör }: ReviewOptions): Promise<string> {
  const { operator: setting } = await readSettings(settingsFolder(env));
  return operatorName(operatör, setting);
}

/** `now` is RFC 3339: what is to be done cannot have been due before that day. */
function reviewFrom(options: ReviewOptions, now: string): WrittenReview {
  const { kommentar = '', lärdom = '', åtgärd = [], ansvarig, klartSenast } = options;
  const comment = fitting(kommentar);
  if (isBlank(comment)) throw badInput(words.noComment);
  if (åtgärd.length === 0 && (ansvarig !== undefined || klartSenast !== undefined))
    throw badInput(words.actionMissing);
  const texts = åtgärd.map(fitting);
  if (texts.some(isBlank)) throw badInput(words.noText);
  const dueDate = dateOption(klartSenast) ?? null;
  if (dueDate !== null && dueDate < atDesk(parseInstant(now)).toPlainDate().toString())
    throw badInput(words.duePast(dueDate));
  const responsible = fitting(ansvarig ?? '');
  return {
    comment,
    learnt: fitting(lärdom),
    actions: texts.map((text) => ({ text, responsible, dueDate })),
  };
}

/** The text, if it is no longer than one may be. */
function fitting(text: string): string {
  const clean = cleanText(text).trim();
  if (countCharacters(clean) > maxAnswerLength) throw badInput(words.tooLong(maxAnswerLength));
  return clean;
}
