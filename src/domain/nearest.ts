/** The word that a misspelt one was probably meant to be. */

/** Longer words are not looked at: nobody misspells one word for that long. */
const longest = 40;

/**
 * The known word with the fewest letters to add, take away, change or swap with the one beside it; null when more than
 * a third of the letters would have to change. Case and accents do not count: `händelse` is `handelse`.
 */
export function nearest(word: string, known: readonly string[]): string | null {
  if (word.length > longest) return null;
  const written = folded(word);
  let best: { readonly word: string; readonly changes: number } | null = null;
  for (const each of known) {
    const changes = changesBetween(written, folded(each));
    const limit = Math.floor(Math.max(written.length, each.length) / 3);
    if (changes <= limit && (best === null || changes < best.changes)) best = { word: each, changes };
  }
  return best?.word ?? null;
}

function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The optimal string alignment distance, row by row. */
function changesBetween(a: string, b: string): number {
  let earlier: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = at(above, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? at(earlier, j - 2) + 1 : changed;
      row.push(Math.min(changed, swapped, at(above, j) + 1, at(row, j - 1) + 1));
    }
    earlier = above;
    above = row;
  }
  return at(above, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
