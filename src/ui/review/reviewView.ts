/** The review of an incident as a frame: header, what has gone wrong, the fields, and the keys. Pure. */
import { cleanLine } from '../../domain/text.ts';
import { isBlankDraft } from '../../flow/review/draft.ts';
import { hasReview, type Notice, type ReviewState } from '../../flow/review/state.ts';
import * as words from '../../texts/review.ts';
import { blank } from '../body.ts';
import { type Frame, flow, type Line, lineWidth, paragraph, type Size } from '../frame.ts';
import { exerciseMark, savedWords, timedHeader } from '../header.ts';
import { framed, heightOf, tooSmall } from '../layout.ts';
import { width } from '../textLayout.ts';
import { reviewBody } from './reviewBody.ts';

/** Below this there is no room for a field and the keys. */
const smallest: Size = { columns: 34, rows: 10 };
/** Room for a field with its title, also when there is much else to say. */
const leastBody = 3;

/** The frame for this state: never more lines than `rows`, never wider than `columns`. */
export function reviewView(state: ReviewState, size: Size): Frame {
  const small = tooSmall(size, smallest);
  if (small) return small;
  const { columns, rows } = size;
  const keys = keyLines(state, columns);
  const most = rows - 1 - keys.length - leastBody;
  const hint = hintLines(state, columns).slice(0, Math.max(1, most));
  const below = () => [...hint, ...keys];
  const above = [
    header(state, columns),
    ...faultLines(state, columns).slice(0, Math.max(0, rows - 1 - heightOf(below) - leastBody)),
  ];
  return framed(size, above, (left) => reviewBody(state, left), below, 0);
}

function header(state: ReviewState, columns: number): Line {
  const { incident, draft, now, operator } = state;
  const mark = exerciseMark(incident.exercise);
  const saved = savedWords(state, isBlankDraft(draft) ? undefined : words.screen.typed);
  const titled = (title: string): Line => [
    ...mark,
    { text: ` ${cleanLine(incident.number)} ${title}`, tone: 'bar' },
  ];
  const named = titled(words.screen.reviewedBy(cleanLine(operator)));
  // Whose name it gets; but whatever the name, the number and whether all is saved are seen.
  const fits = incident.decision !== null && lineWidth(named) + width(saved) + 2 <= columns;
  return timedHeader(fits ? named : titled(words.screen.header), now, saved, mark, columns);
}

function faultLines({ fault, typingFault }: ReviewState, columns: number): Line[] {
  const text = fault ? words.fault.entries(fault) : typingFault ? words.fault.typing(typingFault) : null;
  return text === null ? [] : paragraph(`! ${text}`, columns, 'alarm', '', '  ');
}

function hintLines(state: ReviewState, columns: number): Line[] {
  const { notice } = state;
  if (notice === null) return [blank];
  return paragraph(noticeText(notice, keysOf(state)), columns, toneOf(notice)).slice(0, 3);
}

function toneOf({ kind }: Notice): 'good' | 'warning' {
  return kind === 'reviewed' || kind === 'marked-done' ? 'good' : 'warning';
}

function noticeText(notice: Notice, keys: readonly string[]): string {
  switch (notice.kind) {
    case 'press-one-of':
      return words.notice.pressOneOf(keys);
    case 'too-long':
      return words.notice.tooLong(notice.dropped);
    case 'done-elsewhere':
      return words.notice.doneElsewhere(cleanLine(notice.text));
    default:
      return words.hints[notice.kind];
  }
}

function keyLines(state: ReviewState, columns: number): Line[] {
  return flow(keysOf(state), columns, 'quiet').slice(0, columns < 60 ? 3 : 2);
}

/** The keys that work now, the most needed first. */
function keysOf(state: ReviewState): readonly string[] {
  const { keys } = words.screen;
  if (state.incident.decision === null) return keys.undecided;
  switch (state.stop.at) {
    case 'action':
      return [keys.markDone, keys.next, keys.move, keys.back];
    case 'done':
      return keys.done;
    case 'comment':
    case 'learnt':
      return [keys.next, keys.save, keys.back, keys.newLine, keys.move];
    case 'new-action':
      return [keys.next, keys.save, keys.back, keys.remove, keys.move];
    case 'end':
      return [hasReview(state) ? keys.saveNow : keys.goBack, keys.move, keys.back];
  }
}
