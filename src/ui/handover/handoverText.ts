/** What is read on the handover: the page, what was signed with what has changed since, and what became of it. */
import type { SignedHandover } from '../../domain/deskLog.ts';
import type { HandoverPage } from '../../domain/handover.ts';
import { changesSince } from '../../domain/handoverChanges.ts';
import { shortMomentText } from '../../domain/momentText.ts';
import { cleanText } from '../../domain/text.ts';
import * as words from '../../texts/handover.ts';
import { blank } from '../body.ts';
import { type Line, line, paragraph, type Tone } from '../frame.ts';

const shown = new WeakMap<readonly string[], { readonly columns: number; readonly lines: readonly Line[] }>();

/** A page as it is shown. A long one takes longer to break than a key may take, so that is done once for a width. */
export function pageLines(page: readonly string[], columns: number): readonly Line[] {
  const before = shown.get(page);
  if (before?.columns === columns) return before.lines;
  const lines = page.flatMap((text) => pageLine(cleanText(text), columns));
  shown.set(page, { columns, lines });
  return lines;
}

/** A handover that waits to be acknowledged: who signed it, the note, what has changed since, and then the page. */
export function waitingLines(signed: SignedHandover, now: HandoverPage, columns: number): Line[] {
  const { by, at, note, page } = signed;
  const changes = changeTexts(signed, now);
  const { title, none } = words.state.changes;
  return [
    ...paragraph(`${words.state.signed(by, shortMomentText(at))} ${words.screen.read}`, columns, 'strong'),
    ...(note === '' ? [] : paragraph(words.state.note(cleanText(note)), columns)),
    ...(changes.length === 0
      ? paragraph(none, columns)
      : [
          line(title, 'warning'),
          ...changes.flatMap((text) => paragraph(text, columns, 'plain', '  ', '  ')),
        ]),
    blank,
    ...paragraph(words.state.asSigned, columns, 'quiet'),
    ...pageLines(page, columns),
  ];
}

/** What has changed since the handover was signed, one incident each. */
export function changeTexts(signed: SignedHandover, now: HandoverPage): string[] {
  const changes = changesSince(signed, now);
  return [
    ...changes.new.map(words.state.changes.new),
    ...changes.changed.map(words.state.changes.changed),
    ...changes.closed.map(words.state.changes.closed),
  ];
}

/** Who signed and who acknowledged last. */
export function latestText(handover: SignedHandover | null): string {
  if (!handover) return words.state.none;
  const { by, at, acknowledged } = handover;
  return acknowledged
    ? words.state.acknowledged(by, shortMomentText(at), acknowledged.by, shortMomentText(acknowledged.at))
    : words.state.signed(by, shortMomentText(at));
}

function pageLine(text: string, columns: number): Line[] {
  if (text === '') return [blank];
  const [indent = ''] = /^ */.exec(text) ?? [];
  return paragraph(text.slice(indent.length), columns, toneOf(text, indent), indent, '  ');
}

/** Titles stand out; the words say the same. */
function toneOf(text: string, indent: string): Tone {
  if (text.trimStart() === words.page.overdue) return 'alarm';
  return indent === '' ? 'strong' : 'plain';
}
