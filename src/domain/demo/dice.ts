/** Chance that can be repeated: the same seed throws the same dice. */

export interface Dice {
  /** At least 0 and below 1. */
  next(): number;
  /** Whole, from `least` to `most`. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  /** One of them; each has the same chance unless `weight` says otherwise. Throws RangeError when there are none. */
  pick<T>(items: readonly T[], weight?: (item: T) => number): T;
}

/** Mulberry32 by Tommy Ettinger, in the public domain: 32 bits of state, good enough to look like chance. */
export function diceOf(seed: number): Dice {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick(items, weight) {
      let left = weight ? next() * items.reduce((sum, item) => sum + weight(item), 0) : 0;
      const index = weight
        ? items.findIndex((item) => {
            left -= weight(item);
            return left < 0;
          })
        : Math.floor(next() * items.length);
      const item = items.at(index);
      if (item === undefined) throw new RangeError('nothing to pick');
      return item;
    },
  };
}

/** A UUIDv7 (RFC 9562, section 5.7) of that millisecond, by the dice. */
export function idBy(dice: Dice, epochMilliseconds: number): string {
  const digits = (bits: number, fixed = 0) => hex(fixed + Math.floor(dice.next() * 2 ** bits), 4);
  const seconds = hex(Math.floor(epochMilliseconds / 2 ** 16), 8);
  const rest = hex(epochMilliseconds % 2 ** 16, 4);
  // The version, and the variant.
  return `${seconds}-${rest}-${digits(12, 0x7000)}-${digits(14, 0x8000)}-${digits(16)}${digits(16)}${digits(16)}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
