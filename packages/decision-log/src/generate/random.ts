/*
 * Randomness of the generator. Nothing is random but the seed: a number is drawn either
 * - by key (`Stream`): MurmurHash3's mixing over the seed, the stream's name and up to four keys. The draw for "user 7 on day 3" does not
 *   depend on what else was drawn, which is what keeps a planted violation from changing anything it does not speak of; or
 * - in sequence (`Draws`): xoshiro128** (Blackman and Vigna, 2018), started afresh from a stream for every person and day.
 */

const mix = (hash: number, key: number): number => {
  let scrambled = Math.imul(key, 0xcc9e2d51);
  scrambled = (scrambled << 15) | (scrambled >>> 17);
  const mixed = hash ^ Math.imul(scrambled, 0x1b873593);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
};

const finish = (hash: number): number => {
  let value = hash ^ (hash >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
};

/** FNV-1a over the text's UTF-16 units. */
export const hashOfText = (words: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index++) hash = Math.imul(hash ^ words.charCodeAt(index), 0x01000193);
  return hash | 0;
};

const SCALE = 2 ** -32;

/** The standard normal quantile at `unit` (Acklam's rational approximation, relative error below 1.2e-9), for skewed sizes. */
export const normalAt = (unit: number): number => {
  const probability = Math.min(Math.max(unit, 1e-12), 1 - 1e-12);
  if (probability < 0.02425 || probability > 1 - 0.02425) {
    const tail = Math.sqrt(-2 * Math.log(Math.min(probability, 1 - probability)));
    const value =
      (((((-7.784894002430293e-3 * tail - 0.3223964580411365) * tail - 2.400758277161838) * tail - 2.549732539343734) *
        tail +
        4.374664141464968) *
        tail +
        2.938163982698783) /
      ((((7.784695709041462e-3 * tail + 0.3224671290700398) * tail + 2.445134137142996) * tail + 3.754408661907416) *
        tail +
        1);
    return probability < 0.5 ? value : -value;
  }
  const centred = probability - 0.5;
  const square = centred * centred;
  return (
    ((((((-39.69683028665376 * square + 220.9460984245205) * square - 275.9285104469687) * square + 138.357751867269) *
      square -
      30.66479806614716) *
      square +
      2.506628277459239) *
      centred) /
    (((((-54.47609879822406 * square + 161.5858368580409) * square - 155.6989798598866) * square + 66.80131188771972) *
      square -
      13.28068155288572) *
      square +
      1)
  );
};

/** Draws by key. */
export class Stream {
  readonly #low: number;
  readonly #high: number;

  constructor(seed: number, name: string) {
    const named = mix(mix(hashOfText(name), seed | 0), Math.floor(seed / 2 ** 32) | 0);
    this.#low = finish(named);
    this.#high = finish(mix(named, 0x9e3779b9));
  }

  /** 32 bits. */
  bits(a: number, b = 0, c = 0, d = 0): number {
    return finish(mix(mix(mix(mix(this.#low, a), b), c), d) ^ 16);
  }

  /** 32 more bits of the same keys. */
  moreBits(a: number, b = 0, c = 0, d = 0): number {
    return finish(mix(mix(mix(mix(this.#high, a), b), c), d) ^ 16);
  }

  /** From 0 (included) to 1 (excluded). */
  unit(a: number, b = 0, c = 0, d = 0): number {
    return this.bits(a, b, c, d) * SCALE;
  }

  /** A whole number from 0 to `size - 1`. */
  below(size: number, a: number, b = 0, c = 0, d = 0): number {
    return Math.floor(this.unit(a, b, c, d) * size);
  }

  normal(a: number, b = 0, c = 0, d = 0): number {
    return normalAt(this.unit(a, b, c, d));
  }

  /** Whether something that happens with probability `share` happens to what is called `name`. */
  strikes(share: number, name: string, part = 0): boolean {
    return this.unit(hashOfText(name), part) < share;
  }
}

/** Draws in sequence. */
export class Draws {
  #a = 1;
  #b = 2;
  #c = 3;
  #d = 4;

  /** Begins the sequence that belongs to these keys. */
  begin(stream: Stream, a: number, b = 0, c = 0): this {
    this.#a = stream.bits(a, b, c, 1);
    this.#b = stream.moreBits(a, b, c, 1);
    this.#c = stream.bits(a, b, c, 2);
    this.#d = stream.moreBits(a, b, c, 2) | 1;
    return this;
  }

  bits(): number {
    const times5 = Math.imul(this.#b, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result;
  }

  unit(): number {
    return this.bits() * SCALE;
  }

  below(size: number): number {
    return Math.floor(this.unit() * size);
  }

  chance(share: number): boolean {
    return this.unit() < share;
  }

  normal(): number {
    return normalAt(this.unit());
  }
}
