/** What is opened over the list: the test of a telephone, and all keys. */
import { briefMomentText } from '../../domain/momentText.ts';
import { noteField } from '../../flow/desk/phoneTest.ts';
import type { DeskState, PhoneTestPanel } from '../../flow/desk/state.ts';
import * as words from '../../texts/desk.ts';
import { type Body, blank, fixed, stack, textField } from '../body.ts';
import { line, paragraph, type Size, scrolled } from '../frame.ts';
import { keyTable } from '../keyTable.ts';
import { alertLines } from './alerts.ts';

export function phoneTestBody(state: DeskState, panel: PhoneTestPanel, { columns, rows }: Size): Body {
  const { phone, result } = panel;
  const title = line(words.phoneTest.title, 'quiet');
  if (phone === null) return fixed([title, ...question(words.phoneTest.which, columns)]);
  const about = [
    title,
    ...paragraph(words.phoneTest.phone(phone), columns, 'plain', '  '),
    ...paragraph(latestText(state, phone), columns, 'quiet', '  '),
  ];
  if (result === null) return fixed([...about, ...question(words.phoneTest.works, columns)]);
  const above = [
    ...about,
    ...paragraph(words.phoneTest.result(result), columns, 'plain', '  '),
    ...question(words.phoneTest.note[result], columns),
  ];
  const field = noteField(state);
  return stack([above, ...(field ? [textField(field, columns, Math.max(1, rows - above.length))] : [])]);
}

function question(text: string, columns: number) {
  return paragraph(`▶ ${text}`, columns, 'strong', '', '  ');
}

function latestText({ work, now }: DeskState, phone: PhoneTestPanel['phone']): string {
  const latest = work.phones.find((test) => test.phone === phone)?.latest;
  if (!latest) return words.phoneTest.never;
  return words.phoneTest.latest(briefMomentText(latest.at, now), latest.by, latest.result);
}

/** All keys, and above them all that stands above the list, which may have had no room there. */
export function helpBody(state: DeskState, { columns, rows }: Size, scroll: number): Body {
  const alerts = alertLines(state, columns);
  const seen = scrolled(
    [
      ...(alerts.length > 0 ? [line(words.help.alerts, 'quiet'), ...alerts, blank] : []),
      line(words.help.title, 'quiet'),
      ...keyTable(words.help.keys, columns),
    ],
    scroll,
    rows,
  );
  return { ...fixed(seen.lines), scrollMax: seen.scrollMax };
}
