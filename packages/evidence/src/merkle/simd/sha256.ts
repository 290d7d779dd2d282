import { code, get, i32, i32x4, set, tee, type Code, type Locals, type ValueType } from './assembler.ts';

/** FIPS 180-4, 4.2.2: the cube roots of the first 64 primes. */
export const roundConstants: readonly number[] = fractions(Math.cbrt, 64);
/** FIPS 180-4, 5.3.3: the square roots of the first eight primes. */
export const initialState: readonly number[] = fractions(Math.sqrt, 8);

/** The first 32 bits of the fractional parts of a root of the first primes. */
function fractions(root: (prime: number) => number, count: number): readonly number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes.map((prime) => Math.floor((root(prime) % 1) * 2 ** 32));
}

/** SHA-256 over words of one kind: single ones, or four side by side. */
export interface Words {
  readonly type: ValueType;
  readonly constant: (value: number) => Code;
  readonly add: Code;
  readonly and: Code;
  readonly xor: Code;
  readonly shiftRight: Code;
  readonly rotateRight: (local: number, bits: number) => Code;
}

export const singleWords: Words = {
  type: 'i32',
  constant: i32.constant,
  add: i32.add,
  and: i32.and,
  xor: i32.xor,
  shiftRight: i32.shiftRight,
  rotateRight: (local, bits) => code(get(local), i32.constant(bits), i32.rotateRight),
};

export const fourWords: Words = {
  type: 'v128',
  constant: i32x4.constant,
  add: i32x4.add,
  and: i32x4.and,
  xor: i32x4.xor,
  shiftRight: i32x4.shiftRight,
  // There is no rotation for vectors.
  rotateRight: (local, bits) =>
    code(
      code(get(local), i32.constant(bits), i32x4.shiftRight),
      code(get(local), i32.constant(32 - bits), i32x4.shiftLeft),
      i32x4.or,
    ),
};

/** The compression function (FIPS 180-4, 6.2.2) as code, one round at a time, so that two of them can be woven into one another. */
export class Compression {
  readonly words: Words;
  readonly state: readonly number[];
  readonly schedule: readonly number[];
  readonly #before: readonly number[];
  readonly #first: number;
  readonly #differs: number;
  readonly #differed: number;

  constructor(words: Words, locals: Locals) {
    this.words = words;
    this.state = locals.many(words.type, 8);
    this.schedule = locals.many(words.type, 16);
    this.#before = locals.many(words.type, 8);
    this.#first = locals.one(words.type);
    this.#differs = locals.one(words.type);
    this.#differed = locals.one(words.type);
  }

  /** Sets the state a message begins with. */
  begin(): Code {
    const values = initialState.map((value, index) =>
      code(this.words.constant(value), tee(this.#at(this.#before, index)), set(this.#at(this.state, index))),
    );
    return code(...values, this.#prepare());
  }

  /** Adds the state before the block to the state after it, and makes it the state before the next. */
  finishBlock(): Code {
    const sums = this.state.map((word, index) => {
      const before = this.#at(this.#before, index);
      return code(get(word), get(before), this.words.add, tee(word), set(before));
    });
    return code(...sums, this.#prepare());
  }

  /** One round; `key` puts the sum of the round's constant and its word of the schedule on the stack. After eight rounds the names fit again. */
  round(number: number, key: Code): Code {
    const { add, and, xor } = this.words;
    const name = (index: number): number => this.#at(this.state, (index + 8 - (number % 8)) % 8);
    const [a, b, d, e, f, g, h] = [name(0), name(1), name(3), name(4), name(5), name(6), name(7)];
    // Choice as g ^ (e & (f ^ g)); majority as b ^ ((a ^ b) & (b ^ c)), where the last is the first difference of the round before.
    const choice = code(get(g), get(f), get(g), xor, get(e), and, xor);
    const majority = code(get(a), get(b), xor, tee(this.#differs), get(this.#differed), and, get(b), xor);
    return code(
      code(get(h), key, add, choice, add, this.#rotations(e, [6, 11, 25]), add, tee(this.#first)),
      code(get(d), add, set(d)),
      code(majority, get(this.#first), add, this.#rotations(a, [2, 13, 22]), add, set(h)),
      code(get(this.#differs), set(this.#differed)),
    );
  }

  /** Word `number` of the schedule put in place of the one sixteen before it. */
  extend(number: number): Code {
    const { add } = this.words;
    const word = (back: number): number => this.#at(this.schedule, (number + 16 - back) % 16);
    return code(
      code(get(word(16)), this.#mixed(word(15), [7, 18], 3), add, get(word(7)), add),
      code(this.#mixed(word(2), [17, 19], 10), add, set(word(16))),
    );
  }

  #prepare(): Code {
    return code(get(this.#at(this.state, 1)), get(this.#at(this.state, 2)), this.words.xor, set(this.#differed));
  }

  #rotations(word: number, [first, ...rest]: readonly [number, ...number[]]): Code {
    const { rotateRight, xor } = this.words;
    return code(rotateRight(word, first), ...rest.map((bits) => code(rotateRight(word, bits), xor)));
  }

  #mixed(word: number, rotations: readonly [number, number], shift: number): Code {
    const { shiftRight, xor } = this.words;
    return code(this.#rotations(word, rotations), get(word), i32.constant(shift), shiftRight, xor);
  }

  #at(locals: readonly number[], index: number): number {
    const local = locals[index];
    if (local === undefined) throw new RangeError(`SHA-256 has no word ${index}`);
    return local;
  }
}
