/** Changing a message by hand, in two fields: the subject and the text. */
import { keptText, promiseIn } from '../../domain/message.ts';
import { keptSubject } from '../../domain/reportSubject.ts';
import { countCharacters, maxAnswerLength } from '../../domain/text.ts';
import { editField, type FieldChange } from '../editing.ts';
import type { Key } from '../keys.ts';
import { bufferOf, insert } from '../textBuffer.ts';
import type { MessageState, Page } from './state.ts';
import { type Turn, turn } from './turn.ts';

type Reading = Extract<Page, { step: 'reading' }>;
type Editing = Extract<Page, { step: 'editing' }>;

/** What the operator is to fill in by hand, as the templates mark it. */
const toFillIn = /\[fyll i[^\]\n]*\]/gi;

/** The places in the text that are still to be filled in, as they stand there. */
export function placesToFillIn(text: string): string[] {
  return [...text.matchAll(toFillIn)].map(([mark]) => mark);
}

/** Opens the fields, with the cursor where there is something to fill in. */
export function openFields(state: MessageState, { choice, message, isEdited }: Reading): Turn {
  if (countCharacters(message.text) > maxAnswerLength) return hint(state, 'too-long-to-edit');
  const [place] = placesToFillIn(message.text);
  const cursor = place === undefined ? 0 : message.text.indexOf(place);
  return turn({
    ...state,
    page: {
      step: 'editing',
      choice,
      message,
      isEdited,
      field: 'text',
      subject: bufferOf(message.subject),
      text: { ...bufferOf(message.text), cursor },
    },
  });
}

export function onEditingKey(state: MessageState, page: Editing, key: Key): Turn {
  switch (key.kind) {
    case 'escape':
      return finished(state, page);
    case 'tab':
    case 'shift-tab':
      return turn({ ...state, page: { ...page, field: page.field === 'text' ? 'subject' : 'text' } });
    case 'enter':
      return page.field === 'subject'
        ? turn({ ...state, page: { ...page, field: 'text' } })
        : changed(state, page, { kind: 'changed', ...insert(page.text, '\n') });
    default:
      return changed(state, page, editField(page[page.field], key), key);
  }
}

function changed(state: MessageState, page: Editing, change: FieldChange, key?: Key): Turn {
  switch (change.kind) {
    case 'changed': {
      const { buffer, dropped } = change;
      const notice = dropped > 0 ? ({ kind: 'too-long', dropped } as const) : null;
      return turn({ ...state, notice, page: { ...page, [page.field]: buffer } });
    }
    case 'edge':
      return turn({ ...state, page: { ...page, field: key?.kind === 'up' ? 'subject' : 'text' } });
    case 'none':
      return turn(state);
  }
}

/** Back to reading, with what a message may never lack put back if it was taken away. */
function finished(state: MessageState, page: Editing): Turn {
  const { choice, message } = page;
  const { number } = state.incident;
  const subject = keptSubject(page.subject.text, state.incident);
  const text = keptText(page.text.text, number);
  const nextReportAt = promiseIn(text, message.nextReportAt);
  const isEdited = page.isEdited || subject !== message.subject || text !== message.text;
  const read: MessageState = {
    ...state,
    page: {
      step: 'reading',
      choice,
      message: { ...message, subject, text, nextReportAt },
      isEdited,
      making: false,
    },
  };
  return message.nextReportAt !== null && nextReportAt === null ? hint(read, 'promise-lost') : turn(read);
}

function hint(state: MessageState, kind: 'promise-lost' | 'too-long-to-edit'): Turn {
  return turn({ ...state, notice: { kind } });
}
