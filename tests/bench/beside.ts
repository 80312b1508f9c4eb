/** Measuring one thing beside another. */
import { type Summary, summarise } from './statistics.ts';
import type { Limit, Line } from './table.ts';

/** By turns, each round beginning with another, so that what disturbs the machine disturbs all. The first is warm-up. */
export async function byTurns<T, R>(what: readonly T[], rounds: number, measure: (each: T) => Promise<R>) {
  const results = new Map<T, R[]>(what.map((each) => [each, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const first = round % what.length;
    for (const each of [...what.slice(first), ...what.slice(0, first)]) {
      const result = await measure(each);
      if (round > 0) results.get(each)?.push(result);
    }
  }
  return (each: T) => results.get(each) ?? [];
}

/** One thing and what it is held against. */
export function besideOne(
  [who, bare]: readonly [string, string],
  of: { readonly own: readonly number[]; readonly bare: readonly number[] },
  limitsOf: (own: Summary, bare: Summary) => Limit[] = () => [],
): Line[] {
  const [own, base] = [summarise(of.own), summarise(of.bare)];
  return [
    { who, summary: own, ratio: own.median / base.median, limits: limitsOf(own, base) },
    { who: bare, summary: base, ratio: null, limits: [] },
  ];
}

export function atMost(text: string, value: number, limit: number): Limit {
  return { text, met: value <= limit };
}
