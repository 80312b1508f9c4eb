/** HTML in which whatever is put in is text: cleaned, escaped, and nothing that a browser acts on. */
import { cleanText } from '../../domain/text.ts';

/** HTML that was put together here, and goes in as it is. */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | string | readonly Part[];

/** The template as HTML. Text in it may stand between tags and within quoted attributes, and nowhere else. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: String.raw({ raw: template }, ...parts.map(textOf)) };
}

/** HTML from somebody who escapes what they are given. */
export function trusted(markup: string): Markup {
  return { markup };
}

function textOf(part: Part): string {
  if (typeof part === 'string') return escaped(part);
  return 'markup' in part ? part.markup : part.map(textOf).join('');
}

/** What HTML has a meaning for, between tags and within quotes. */
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (sign) => references[sign] ?? '');
}
