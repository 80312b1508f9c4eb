/** The keys on a message that is read through, and on a report that is saved: copying, saving, sending, changing. */
import { isSameWording } from '../../domain/wording.ts';
import { foundIn, isStrong, withoutStrongIn } from '../guard.ts';
import type { Key } from '../keys.ts';
import { openFields } from './editing.ts';
import { hint, isScrolling, left, pressOneOf, unlessEdited } from './hints.ts';
import { type ComposedMessage, guardOf, type MessageState, outgoing, type Page } from './state.ts';
import { type Turn, turn } from './turn.ts';

type Reading = Extract<Page, { step: 'reading' }>;
type Report = Extract<Page, { step: 'report' }>;

export function onReadingKey(before: MessageState, page: Reading, key: Key): Turn {
  const state: MessageState = { ...before, notice: null };
  // Nothing may change under what is being written down.
  if (page.making) return turn(state);
  const making: MessageState = { ...state, page: { ...page, making: true } };
  if (before.notice?.kind === 'confirm-send') {
    return key.kind === 'enter'
      ? turn(making, { kind: 'send', message: outgoing(state, page) })
      : turn(state);
  }
  switch (letterOf(key)) {
    case 'k':
      return unlessPersonal(before, page.message, () =>
        turn(making, { kind: 'copy', message: outgoing(state, page) }),
      );
    case 's':
      return unlessPersonal(before, page.message, () =>
        turn(making, { kind: 'save', message: outgoing(state, page) }),
      );
    case 'e':
      return askToSend(
        before,
        page.message,
        page.message.to.map(({ address }) => address),
        sentBefore(state, page),
      );
    case 'm':
      return masked(state, page);
    case 'r':
      return openFields(state, page);
    case 'v':
      if (state.context.editor === null) return pressOneOf(state, keysOnMessage);
      return turn(making, { kind: 'open-editor', wording: page.message });
    case 'ä':
      return unlessPersonal(before, { subject: page.message.subject, text: '' }, () =>
        turn(state, { kind: 'copy-line', what: 'subject', text: page.message.subject }),
      );
    case 't':
      return copyAddress(state, page.message.to.map(({ address }) => address).join(', '));
    case 'a':
      return unlessEdited(before, () => turn({ ...state, listed: true, page: { step: 'choosing' } }));
    case 'escape':
      return unlessEdited(before, () => left(state));
    case '?':
      return turn({ ...state, help: true });
    default:
      return isScrolling(key) ? turn(state) : pressOneOf(state, keysOnMessage);
  }
}

const keysOnMessage = ['k', 's', 'r', 'a', 'Esc'];

/** The report is a file already: it is copied or found, and what is new goes into another message. */
export function onReportKey(before: MessageState, page: Report, key: Key): Turn {
  const state: MessageState = { ...before, notice: null };
  const { report } = page;
  if (page.making) return turn(state);
  if (before.notice?.kind === 'confirm-send') {
    if (key.kind !== 'enter') return turn(state);
    return turn({ ...state, page: { ...page, making: true } }, { kind: 'send-report', report });
  }
  switch (letterOf(key)) {
    case 'e': {
      const { reportTo } = state.context;
      const to = reportTo === null ? [] : [reportTo];
      return askToSend(before, { subject: report.subject, text: report.body }, to, false);
    }
    case 'k':
      return unlessPersonal(before, { subject: report.subject, text: report.body }, () =>
        turn(state, { kind: 'copy-report', report }),
      );
    case 'ä':
      return unlessPersonal(before, { subject: report.subject, text: '' }, () =>
        turn(state, { kind: 'copy-line', what: 'subject', text: report.subject }),
      );
    case 't':
      return copyAddress(state, report.to ?? '');
    case 's': {
      const { draftsFolder: folder } = state.context;
      return turn({ ...state, notice: { kind: 'saved-already', file: report.file, folder } });
    }
    case 'r':
      return hint(state, 'report-stays');
    case 'a': {
      const update = state.choices.findIndex(({ kind }) => kind === 'director-update');
      return turn({ ...state, listed: true, selected: Math.max(0, update), page: { step: 'choosing' } });
    }
    case 'escape':
      return left(state);
    case '?':
      return turn({ ...state, help: true });
    default:
      return isScrolling(key) ? turn(state) : pressOneOf(state, ['k', 's', 'a', 'Esc']);
  }
}

/** Does it, unless there is personal data in it; what is only a warning is done at the second press. */
function unlessPersonal(
  before: MessageState,
  text: Pick<ComposedMessage, 'subject' | 'text'>,
  go: () => Turn,
): Turn {
  const [worst] = foundIn([text.subject, text.text], guardOf(before));
  const isRead = before.notice?.kind === 'personal-data';
  if (!worst || (!isStrong(worst) && isRead)) return go();
  return turn({ ...before, notice: { kind: 'personal-data', strength: worst.strength } });
}

/** Whether there is anybody to send to, and a server to send by; then Enter sends, and any other key does not. */
function askToSend(
  before: MessageState,
  text: Pick<ComposedMessage, 'subject' | 'text'>,
  to: readonly string[],
  again: boolean,
): Turn {
  const state: MessageState = { ...before, notice: null };
  if (!state.context.sends) return hint(state, 'no-server');
  if (to.length === 0) return hint(state, 'nobody-to-send-to');
  return unlessPersonal(before, text, () => turn({ ...state, notice: { kind: 'confirm-send', to, again } }));
}

function sentBefore({ incident }: MessageState, { choice }: Reading): boolean {
  return incident.messages.some(
    ({ message, action, how }) => how === 'sent' && message === choice.kind && action === choice.action,
  );
}

function masked(state: MessageState, page: Reading): Turn {
  const { message } = page;
  const wording = withoutStrongIn(message, guardOf(state));
  if (isSameWording(wording, message)) return pressOneOf(state, keysOnMessage);
  return turn({ ...state, page: { ...page, message: { ...message, ...wording }, isEdited: true } });
}

function copyAddress(state: MessageState, text: string): Turn {
  return text === '' ? hint(state, 'nobody') : turn(state, { kind: 'copy-line', what: 'address', text });
}

function letterOf(key: Key): string {
  return key.kind === 'text' ? key.text.toLowerCase() : key.kind;
}
