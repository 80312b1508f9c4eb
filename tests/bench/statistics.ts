/** Figures from samples. */

export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Throws RangeError when there are no samples. */
export function summarise(samples: readonly number[]): Summary {
  return { median: quantile(samples, 0.5), min: quantile(samples, 0), max: quantile(samples, 1) };
}

/** The smallest sample that at least `share` (0–1) of the samples do not exceed. Throws RangeError without samples. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('no samples');
  return value;
}

/**
 * By how much values that were taken at equal intervals grow from the first to the last: the median of the slopes
 * between all pairs (Theil–Sen), which a few odd values do not move, times the number of intervals. Throws RangeError
 * when there are fewer than two.
 */
export function growth(values: readonly number[]): number {
  const slopes = values.flatMap((from, start) =>
    values.slice(start + 1).map((to, steps) => (to - from) / (steps + 1)),
  );
  return quantile(slopes, 0.5) * (values.length - 1);
}
