/** A list of blocks of lines of which only some have room: the selected one is always wholly in view. */
import { type Line, line } from '../frame.ts';

/** `above` and `below` say how many blocks there are more. A selected block that is too tall is cut. */
export function windowed(
  blocks: readonly (readonly Line[])[],
  selected: number,
  rows: number,
  more: { readonly above: (count: number) => string; readonly below: (count: number) => string },
): Line[] {
  const last = blocks.length - 1;
  let from = Math.max(0, Math.min(last, selected));
  let to = from;
  const height = (first: number, end: number) =>
    blocks.slice(first, end + 1).reduce((sum, block) => sum + block.length, 0) +
    (first > 0 ? 1 : 0) +
    (end < last ? 1 : 0);
  const fits = (first: number, end: number) => first >= 0 && end <= last && height(first, end) <= rows;
  if (blocks.length === 0) return [];
  if (!fits(from, to)) return [...(blocks[from] ?? [])].slice(0, Math.max(0, rows));
  for (let grows = true; grows; ) {
    grows = false;
    if (fits(from, to + 1)) {
      to++;
      grows = true;
    }
    if (fits(from - 1, to)) {
      from--;
      grows = true;
    }
  }
  return [
    ...(from > 0 ? [line(more.above(from), 'quiet')] : []),
    ...blocks.slice(from, to + 1).flat(),
    ...(to < last ? [line(more.below(last - to), 'quiet')] : []),
  ];
}
