/** The menus of the log: the filters and what each can be set to, and the page of all keys. */
import { cleanLine } from '../../domain/text.ts';
import { choicesFor, chosenText } from '../../flow/log/filters.ts';
import { filterIds, type LogState, type Menu } from '../../flow/log/state.ts';
import { help, filters as words } from '../../texts/log.ts';
import { type Body, blank, fixed, stack, textField } from '../body.ts';
import { inColumns } from '../columns.ts';
import { type Line, line, paragraph, type Size, scrolled } from '../frame.ts';
import { keyTable, widestKey } from '../keyTable.ts';
import { window } from '../textLayout.ts';

export function menuBody(state: LogState, menu: Menu, size: Size): Body {
  return menu.kind === 'filters'
    ? filterBody(state, menu.selected, size.rows)
    : choiceBody(state, menu, size);
}

function filterBody({ filter }: LogState, selected: number, rows: number): Body {
  const chosen = filterIds.map((id) => chosenText(filter, id));
  const texts = inColumns(
    filterIds.map((id, index) => [words.names[id], cleanLine(chosen[index] ?? words.all)]),
  );
  const lines = texts.map((text, index) => row(text, index === selected, chosen[index] !== null));
  return fixed([line(words.title, 'quiet'), ...window(lines, selected, rows - 1).lines]);
}

function choiceBody(
  state: LogState,
  menu: Extract<Menu, { kind: 'choices' }>,
  { columns, rows }: Size,
): Body {
  const choices = choicesFor(state, menu.of, menu.typed.text);
  const hint = menu.of === 'days' ? words.typedDays : words.typed;
  const above = [line(words.names[menu.of], 'strong'), ...paragraph(hint, columns, 'quiet')];
  const field = textField(menu.typed, columns, 1);
  const lines = choices.map(({ label }, index) => row(cleanLine(label), index === menu.selected, false));
  const room = Math.max(1, rows - above.length - 2);
  const none = paragraph(words.none, columns, 'warning', '  ');
  return stack([above, field, [blank], lines.length > 0 ? window(lines, menu.selected, room).lines : none]);
}

function row(text: string, isSelected: boolean, isSet: boolean): Line {
  return line(`${isSelected ? '▶' : ' '} ${text}`, isSelected ? 'strong' : isSet ? 'good' : 'plain');
}

/** Every key of the log. */
export function helpBody({ columns, rows }: Size, scroll: number): Body {
  const widest = widestKey(help.flatMap(({ keys }) => keys));
  const lines = help.flatMap(({ title, keys }, index) => [
    ...(index === 0 ? [] : [blank]),
    line(title, 'strong'),
    ...keyTable(keys, columns, widest),
  ]);
  const seen = scrolled(lines, scroll, rows);
  return { ...fixed(seen.lines), scrollMax: seen.scrollMax };
}
