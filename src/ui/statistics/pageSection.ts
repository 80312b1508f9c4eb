/** A part of the page: its heading, its picture, and the numbers of it in a table. */
import { html, type Markup } from './markup.ts';

/** `note` says what the picture leaves out or how to read it; blank for nothing. */
export function section(heading: string, chart: Markup, numbers: Markup, note = ''): Markup {
  return html`<section>
<h2>${heading}</h2>
${note === '' ? html`` : html`<p class="quiet">${note}</p>`}
<figure>${chart}</figure>
${numbers}
</section>`;
}

interface TableWords {
  readonly caption: string;
  /** The first is the rows'. */
  readonly columns: readonly string[];
}

/** A table that every screen has room for. Of each row the first cell is what the others are about. */
export function table(tableWords: TableWords, rows: readonly (readonly string[])[]): Markup {
  return html`<div class="table">${tableOf(tableWords, rows)}</div>`;
}

/** A table that a narrow screen may have to scroll sideways, which somebody without a mouse must be able to do. */
export function wideTable(tableWords: TableWords, rows: readonly (readonly string[])[]): Markup {
  return html`<div class="table" tabindex="0" role="region" aria-label="${tableWords.caption}">${tableOf(tableWords, rows)}</div>`;
}

function tableOf({ caption, columns: names }: TableWords, rows: readonly (readonly string[])[]): Markup {
  return html`<table>
<caption>${caption}</caption>
<thead><tr>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([name = '', ...cells]) =>
    html`<tr><th scope="row"><bdi>${name}</bdi></th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
)}</tbody>
</table>`;
}
