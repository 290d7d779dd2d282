import { Stream } from '../random.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const pairs: readonly string[] = Array.from(
  { length: 4096 },
  (_, value) => `${alphabet[value >> 6] ?? ''}${alphabet[value & 63] ?? ''}`,
);

/** Two letters from 12 bits of a draw. */
const high = (bits: number): string => pairs[bits >>> 20] ?? '';
const low = (bits: number): string => pairs[(bits >>> 8) & 4095] ?? '';

const kinds = ['user', 'device', 'holder', 'worker', 'planted'] as const;
export type Pseudonymous = (typeof kinds)[number];

/**
 * Pseudonyms in the log's form: 128 bits as 22 letters of base64url. Nobody's id is behind them, so they are drawn instead of
 * hashed under a key.
 */
export class Pseudonyms {
  readonly #streams: Readonly<Record<Pseudonymous, Stream>>;

  constructor(seed: number) {
    const stream = (kind: Pseudonymous): Stream => new Stream(seed, `pseudonym/${kind}`);
    this.#streams = {
      user: stream('user'),
      device: stream('device'),
      holder: stream('holder'),
      worker: stream('worker'),
      planted: stream('planted'),
    };
  }

  of(kind: Pseudonymous, index: number): string {
    const stream = this.#streams[kind];
    const one = stream.bits(index, 1);
    const two = stream.moreBits(index, 1);
    const three = stream.bits(index, 2);
    const four = stream.moreBits(index, 2);
    const five = stream.bits(index, 3);
    // 21 letters carry six bits each; the last one carries two, and its other bits are zero.
    const last = (alphabet[one & 63] ?? '') + ('AQgw'[two & 3] ?? '');
    return `p1_${high(one)}${low(one)}${high(two)}${low(two)}${high(three)}${low(three)}${high(four)}${low(four)}${high(
      five,
    )}${low(five)}${last}`;
  }
}
