/**
 * The few instructions of WebAssembly that hashing needs, as bytes. A program is put together from them at start, so that what runs can be read here
 * instead of lying in the repository as a binary.
 */
export type Code = readonly number[];

/** Pieces of code one after the other. */
export const code = (...pieces: readonly Code[]): Code => pieces.flat();

const unsigned = (value: number): Code => {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return bytes;
};

const signed = (value: number): Code => {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
};

const simd = (opcode: number, ...operands: Code): Code => [0xfd, ...unsigned(opcode), ...operands];

/** Alignment is only a hint; none is promised. */
const at = (offset: number): Code => [0, ...unsigned(offset)];

export const types = { i32: 0x7f, v128: 0x7b } as const;
export type ValueType = keyof typeof types;

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number): Code => [0x21, ...unsigned(local)];
export const tee = (local: number): Code => [0x22, ...unsigned(local)];

/** Runs the body again as long as it leaves something other than 0. */
export const repeat = (body: Code): Code => [0x03, 0x40, ...body, 0x0d, 0x00, 0x0b];

export const i32 = {
  constant: (value: number): Code => [0x41, ...signed(value)],
  load: (offset: number): Code => [0x28, ...at(offset)],
  loadByte: (offset: number): Code => [0x2d, ...at(offset)],
  store: (offset: number): Code => [0x36, ...at(offset)],
  add: [0x6a] as Code,
  subtract: [0x6b] as Code,
  and: [0x71] as Code,
  or: [0x72] as Code,
  xor: [0x73] as Code,
  shiftLeft: [0x74] as Code,
  shiftRight: [0x76] as Code,
  rotateRight: [0x78] as Code,
} as const;

/** Four 32-bit words side by side. */
export const i32x4 = {
  /** The same word four times. */
  constant: (value: number): Code => {
    const word = [value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24];
    return simd(0x0c, ...word, ...word, ...word, ...word);
  },
  load: (offset: number): Code => simd(0x00, ...at(offset)),
  store: (offset: number): Code => simd(0x0b, ...at(offset)),
  /** Takes 16 bytes out of the two vectors on the stack: 0 to 15 of the first, 16 to 31 of the second. */
  shuffle: (bytes: Code): Code => simd(0x0d, ...bytes),
  add: simd(0xae),
  and: simd(0x4e),
  or: simd(0x50),
  xor: simd(0x51),
  shiftLeft: simd(0xab),
  shiftRight: simd(0xad),
} as const;

/** Hands out locals in the order they are asked for, after the parameters. */
export class Locals {
  readonly #parameters: number;
  readonly #types: ValueType[] = [];

  constructor(parameters: number) {
    this.#parameters = parameters;
  }

  one(type: ValueType): number {
    this.#types.push(type);
    return this.#parameters + this.#types.length - 1;
  }

  many(type: ValueType, count: number): readonly number[] {
    return Array.from({ length: count }, () => this.one(type));
  }

  declared(): Code {
    return [...unsigned(this.#types.length), ...this.#types.flatMap((type) => [1, types[type]])];
  }
}

const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];
const nameOf = (value: string): Code => [value.length, ...Buffer.from(value, 'latin1')];

/** The name of the format and its version. */
const HEADER: Code = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** A module with one memory, `memory`, and one function, `run`, of 32-bit parameters and no result. */
export function moduleOf(parameters: number, locals: Locals, body: Code, pages: number): Uint8Array {
  const content = [...locals.declared(), ...body, 0x0b];
  return Uint8Array.from([
    ...HEADER,
    ...section(1, [1, 0x60, parameters, ...Array.from({ length: parameters }, () => types.i32), 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0x00, ...unsigned(pages)]),
    ...section(7, [2, ...nameOf('memory'), 0x02, 0, ...nameOf('run'), 0x00, 0]),
    ...section(10, [1, ...unsigned(content.length), ...content]),
  ]);
}
