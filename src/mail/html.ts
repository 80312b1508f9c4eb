/** A mail's text as HTML, for a reader that shows it: the same words, in their order, and nothing else. */
import { unwrapText } from '../domain/messageLines.ts';
import { cleanLine, cleanText } from '../domain/text.ts';

/**
 * A whole page in Swedish of headings, paragraphs and lists, for any screen and any reader: no pictures, no styles but
 * the reader's own letters, nothing that is fetched. `text` is wrapped as `mailBody` leaves it.
 */
export function htmlBody(text: string, subject: string): string {
  const blocks = unwrapText(cleanText(text).trimEnd()).split(/\n{2,}/);
  return [
    '<!DOCTYPE html>',
    '<html lang="sv">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${escaped(cleanLine(subject))}</title>`,
    '</head>',
    '<body>',
    ...blocks.flatMap(blockHtml),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** A line in capitals first is a heading; lines with a dash are a list. */
function blockHtml(block: string): string[] {
  const [first = '', ...others] = block.split('\n');
  const isHeading = /\p{Lu}{2}/u.test(first) && !/\p{Ll}|\d/u.test(first);
  const lines = isHeading ? others : [first, ...others];
  const runs: { readonly isList: boolean; readonly lines: string[] }[] = [];
  for (const line of lines) {
    const isList = line.startsWith('- ');
    const last = runs.at(-1);
    if (last?.isList === isList) last.lines.push(line);
    else runs.push({ isList, lines: [line] });
  }
  return [
    ...(isHeading ? [`<h2>${escaped(first)}</h2>`] : []),
    ...runs.map((run) =>
      run.isList
        ? ['<ul>', ...run.lines.map((line) => `<li>${escaped(line.slice(2))}</li>`), '</ul>'].join('\n')
        : `<p>${run.lines.map(escaped).join('<br>\n')}</p>`,
    ),
  ];
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
