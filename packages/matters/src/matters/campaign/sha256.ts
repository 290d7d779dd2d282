/*
 * SHA-256 (FIPS 180-4) over UTF-8 text. A matter is pure and also runs in browsers, where there is no synchronous digest; inputs here are a few
 * lines long.
 */

const primes = (count: number): readonly number[] => {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  return found;
};

/** The first 32 bits of the fractional part. */
const fraction = (value: number): number => Math.floor((value - Math.floor(value)) * 2 ** 32) >>> 0;

const roundConstants = Uint32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)));
const initial = Uint32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)));

const rotated = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

const paddedBlocks = (message: Uint8Array): DataView => {
  const length = Math.ceil((message.length + 9) / 64) * 64;
  const bytes = new Uint8Array(length);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(length - 8, Math.floor((message.length * 8) / 2 ** 32));
  view.setUint32(length - 4, (message.length * 8) >>> 0);
  return view;
};

const wordAt = (words: Uint32Array, index: number): number => words[index] ?? 0;

const schedule = (view: DataView, offset: number): Uint32Array => {
  const words = new Uint32Array(64);
  for (let index = 0; index < 16; index += 1) words[index] = view.getUint32(offset + 4 * index);
  for (let index = 16; index < 64; index += 1) {
    const near = wordAt(words, index - 15);
    const far = wordAt(words, index - 2);
    const first = rotated(near, 7) ^ rotated(near, 18) ^ (near >>> 3);
    const second = rotated(far, 17) ^ rotated(far, 19) ^ (far >>> 10);
    words[index] = wordAt(words, index - 16) + first + wordAt(words, index - 7) + second;
  }
  return words;
};

/** @returns 64 hexadecimal digits, as `sha256sum` prints them. */
export const sha256 = (text: string): string => {
  const view = paddedBlocks(new TextEncoder().encode(text));
  const sum = Uint32Array.from(initial);
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    const words = schedule(view, offset);
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = sum;
    for (let index = 0; index < 64; index += 1) {
      const mixed = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
      const chosen = (e & f) ^ (~e & g);
      const one = (h + mixed + chosen + wordAt(roundConstants, index) + wordAt(words, index)) >>> 0;
      const turned = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const two = (turned + majority) >>> 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) >>> 0, c, b, a, (one + two) >>> 0];
    }
    for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) sum[index] = wordAt(sum, index) + word;
  }
  return Array.from(sum, (word) => word.toString(16).padStart(8, '0')).join('');
};
