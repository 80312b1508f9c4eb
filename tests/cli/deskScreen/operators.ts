/** What operators do with an incident, by chance: entries as the screens write them, one turn at a time. */
import { actionsFor } from '../../../src/domain/actions.ts';
import { defaultDeskHours, nextMorning } from '../../../src/domain/deskHours.ts';
import { attemptResults, crisisAnswers, messageKinds } from '../../../src/domain/payloads.ts';
import type { Person } from '../../../src/domain/person.ts';
import { canBeStruck } from '../../../src/domain/struck.ts';
import { atDesk, formatInstant } from '../../../src/domain/time.ts';
import type { Dice } from './dice.ts';
import type { Waiting, Written } from './expected.ts';
import { moment, type Told } from './told.ts';

const minute = 60_000;
const units = ['Hemtjänst Kortedala', 'Hemtjänst Bergsjön', 'Trygghetslarm'];
const person: Person = { name: 'Anna Ek', role: null, unit: '', phone: '031-390 06 20', email: '' };

/** What somebody does with it at this moment, in milliseconds from 1970; nothing when that cannot be done now. */
type Doing = (told: Told, at: number, dice: Dice) => readonly Written[];

/** The opening of an incident, with the first answer. */
export function opening(told: Told, at: number, exercise: boolean): Written[] {
  const opened = told.entry('incident-opened', at, {
    station: 'A',
    number: '',
    source: 'tib',
    channel: 'phone',
    exercise,
    caller: { name: 'TIB' },
  });
  return [opened, answer(told, at, 'Strömavbrott')];
}

/** Somebody's turn with an incident that has been opened. */
export const turn: Doing = (told, at, dice) => {
  const { isClosed, isDecided } = told.standing;
  if (isClosed) {
    const reopened = told.entry('incident-reopened', at, { reason: 'Mer att göra' });
    return dice.chance(0.5) ? [reopened] : callAgain(told, at, dice);
  }
  if (!isDecided) return dice.chance(0.85) ? decide(told, at, dice) : [answer(told, at, 'Brand')];
  return dice.pick(turns)(told, at, dice);
};

const attempt: Doing = (told, at, dice) =>
  openActions(told, dice, ({ due }) => due !== null).flatMap(({ key }) => {
    const result = dice.chance(0.4) ? 'reached' : dice.pick(attemptResults);
    const nextTryAt = result === 'reached' ? null : later(at, dice);
    const tried = told.entry('contact-attempted', at, { action: key, whom: person, result, nextTryAt });
    if (result === 'reached' || dice.chance(0.7)) return [tried];
    return [tried, told.entry('next-try-set', at, { action: key, at: later(at, dice) })];
  });

const decide: Doing = (told, at, dice) => {
  const outcome = dice.pick(['ordinary', 'consult-first', 'contact-director', 'contact-director'] as const);
  const timing = outcome === 'contact-director' ? dice.pick(['now', 'morning'] as const) : null;
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  const morning = formatInstant(nextMorning(instant, defaultDeskHours));
  const directorDueAt = timing && (timing === 'now' ? moment(at) : morning);
  const named = units.filter(() => dice.chance(0.4));
  const about = { outcome, directorDueAt, receivedAt: moment(at - dice.whole(0, 20) * minute), units: named };
  const actions = actionsFor({ ...about, consultMinutes: 15 });
  const choice = { outcome, timing, directorDueAt, overridden: false, motivation: '', actions };
  const decided = told.entry('decision-made', at, choice);
  return dice.chance(0.5) ? [decided, report(told, at, dice)] : [decided];
};

const callAgain: Doing = (told, at, dice) => {
  const caller = { source: 'tib', channel: 'phone', caller: {} } as const;
  const called = told.entry('call-received', at, caller);
  const worse = told.entry('desk-answered', at, { question: 'staffDirectlyAffected', answer: 'yes' });
  const said = dice.chance(0.5) ? [called, answer(told, at, 'Värre nu')] : [called, worse];
  return dice.chance(0.5) ? [...said, ...decide(told, at, dice)] : said;
};

const leadCrisis: Doing = (told, at, dice) =>
  openActions(told, dice, ({ kind }) => kind === 'decide-crisis-leadership').flatMap(() => {
    const answered = dice.pick(crisisAnswers);
    const askAgainAt = answered === 'later' ? later(at, dice) : null;
    const said = { answer: answered, by: 'Åsa Öhrn', askAgainAt };
    const decided = told.entry('crisis-leadership-decided', at, said);
    if (answered !== 'yes') return [decided];
    const point = { kind: 'checklist-point', checklist: 'Informera', section: null } as const;
    const actions = [
      { kind: 'call-together', contact: person, due: moment(at) } as const,
      { kind: 'call-together', contact: null, due: moment(at) } as const,
      { ...point, text: 'IT', isQuestion: false, due: null },
    ];
    return [decided, told.entry('actions-added', at, { actions })];
  });

const finish: Doing = (told, at, dice) =>
  openActions(told, dice, () => true).map(({ key }) =>
    dice.pick([
      () => told.entry('action-done', at, { action: key, note: '' }),
      () => told.entry('action-skipped', at, { action: key, reason: 'Behövs inte' }),
      () => told.entry('action-assigned', at, { action: key, to: 'mk' }),
    ])(),
  );

const strike: Doing = (told, at, dice) => {
  const struck = new Set(told.entries.map(({ corrects }) => corrects));
  const left = told.entries.filter((entry) => canBeStruck(entry) && !struck.has(entry.id));
  if (left.length === 0) return [];
  return [told.entry('entry-struck', at, { reason: 'Fel knapp' }, dice.pick(left).id)];
};

const keepAnEyeOn: Doing = (told, at, dice) => {
  const followUp = (what: 'answer' | 'other') =>
    ({ kind: 'follow-up', what, text: 'TIB', due: later(at, dice) }) as const;
  return [told.entry('actions-added', at, { actions: [followUp('answer'), followUp('other')] })];
};

const acknowledge: Doing = (told, at, dice) => {
  const { key } = dice.pick(told.standing.waiting);
  return [told.entry('acknowledged', at, { action: key, by: 'Anna Ek' })];
};

const consult: Doing = (told, at, dice) =>
  openActions(told, dice, ({ kind }) => kind === 'consult').map(({ key }) =>
    told.entry('consulted', at, { action: key, whom: person, advice: 'Avvakta' }),
  );

/** One of these, each as often as it stands here. */
const turns: readonly Doing[] = [
  ...[attempt, attempt, attempt, attempt, finish, finish],
  ...[leadCrisis, leadCrisis, consult, acknowledge, keepAnEyeOn, strike, callAgain, decide],
  (told, at, dice) => [report(told, at, dice)],
  (told, at, dice) => [message(told, at, dice)],
  (told, at) => [told.entry('note-added', at, { text: 'Två avdelningar', about: null })],
  (told, at) => [told.entry('incident-closed', at, { open: [], reason: 'Klart' })],
];

/** One of the open actions that are meant, or none. */
function openActions(told: Told, dice: Dice, isMeant: (item: Waiting) => boolean): Waiting[] {
  const open = told.standing.waiting.filter((item) => item.state === 'open' && isMeant(item));
  return open.length === 0 ? [] : [dice.pick(open)];
}

function answer(told: Told, at: number, text: string): Written {
  const said = { question: 'whatHappened', text, certainty: 'confirmed', units: [] } as const;
  return told.entry('caller-answered', at, said);
}

function report(told: Told, at: number, dice: Dice): Written {
  const nextReportAt = dice.chance(0.7) ? later(at, dice) : null;
  const draft = { file: 'x.eml', subject: '', messageId: '', to: null, body: '', nextReportAt };
  return told.entry('draft-saved', at, draft);
}

function message(told: Told, at: number, dice: Dice): Written {
  const kind = dice.pick(messageKinds);
  const nextReportAt = kind === 'director-update' ? later(at, dice) : null;
  const made = { action: null, to: null, subject: '', body: '', how: 'copied', file: null } as const;
  return told.entry('message-made', at, { ...made, message: kind, messageId: null, nextReportAt });
}

/** Some minutes on, or a time of day on the desk's clock, whether it is there that day or comes twice. */
function later(at: number, dice: Dice): string {
  if (dice.chance(0.6)) return moment(at + dice.whole(1, 90) * minute);
  const soon = atDesk(Temporal.Instant.fromEpochMilliseconds(at)).add({ hours: dice.whole(1, 8) });
  const disambiguation = dice.pick(['earlier', 'later'] as const);
  const said = soon.toPlainDateTime().with({ minute: dice.pick([0, 15, 30, 45]), second: 0 });
  return formatInstant(said.toZonedDateTime(soon.timeZoneId, { disambiguation }).toInstant());
}
