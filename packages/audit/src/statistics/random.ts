import { normal as standardNormal } from './distributions.ts';

/**
 * Seeded random numbers: xoshiro128** of Blackman and Vigna (2021, "Scrambled linear pseudorandom number generators", ACM TOMS 47),
 * period 2^128 − 1, its state filled from the seed by splitmix32. The same seed gives the same numbers on every machine. Not for secrets.
 */
export interface Random {
  /** A whole number from 0 to 2^32 − 1. */
  next32(): number;
  /** A number in [0, 1) with 53 bits. */
  uniform(): number;
  /** A whole number in [0, limit), every one as likely; limit from 1 to 2^32. */
  below(limit: number): number;
  /** A standard normal number (by its quantile, one uniform each). */
  normal(): number;
  /** Puts numbers into a random order in place (Fisher and Yates). */
  shuffle<Items extends number[] | Uint32Array | Float64Array>(items: Items): Items;
}

type State = [number, number, number, number];

/** A generator from a whole seed; the low 53 bits count. */
export function seededRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`a seed is a whole number, not ${seed}`);
  let mixed = (seed ^ Math.imul(Math.floor(seed / 2 ** 32), 0x9e3779b1)) >>> 0;
  const splitmix = () => {
    mixed = (mixed + 0x9e3779b9) >>> 0;
    let z = mixed;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  return randomFromState([splitmix(), splitmix(), splitmix(), splitmix()]);
}

/** A generator from its four words of state, not all zero. */
export function randomFromState(state: Readonly<State>): Random {
  let [a, b, c, d] = state;
  const next32 = () => {
    const scrambled = Math.imul(b, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  const uniform = () => ((next32() >>> 5) * 2 ** 26 + (next32() >>> 6)) / 2 ** 53;
  const below = (limit: number) => {
    if (!Number.isInteger(limit) || limit < 1 || limit > 2 ** 32) throw new RangeError(`no number below ${limit}`);
    const fair = 2 ** 32 - (2 ** 32 % limit);
    for (;;) {
      const drawn = next32();
      if (drawn < fair) return drawn % limit;
    }
  };
  return {
    next32,
    uniform,
    below,
    normal: () => standardNormal.quantile(uniform() + 2 ** -54),
    shuffle: (items) => {
      for (let last = items.length - 1; last > 0; last--) {
        const other = below(last + 1);
        const kept = items[last] ?? 0;
        items[last] = items[other] ?? 0;
        items[other] = kept;
      }
      return items;
    },
  };
}
