import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BodyCollector } from './body-collector.ts';
import { SharedMemory } from './shared-memory.ts';

const most = 10;

/** What should come out, the plain way. */
const expected = (content: string): { readonly body: string; readonly tooLong: readonly number[] } => {
  const lines = content.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const tooLong = lines.flatMap((line, index) => (line.length > most ? [index + 1] : []));
  return {
    body: lines
      .filter(({ length }) => length <= most)
      .map((line) => `${line}\n`)
      .join(''),
    tooLong,
  };
};

test('lines that are too long are dropped however the body is cut into pieces', () => {
  const contents = fc
    .array(fc.constantFrom('a', 'b', 'cccc', '\n', 'ddddddddddd'), { maxLength: 40 })
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(contents, fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (content, sizes) => {
      const collector = new BodyCollector(1, most, new SharedMemory(2 ** 24));
      const bytes = Buffer.from(content);
      for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
        const size = sizes[turn % sizes.length] ?? 1;
        collector.add(bytes.subarray(at, at + size));
        at += size;
      }
      const { body, tooLong } = collector.finish();
      expect({ body: Buffer.from(body).toString(), tooLong }).toEqual(expected(content));
      expect(collector.received).toBe(bytes.length);
    }),
    { numRuns: 500 },
  );
});

test('memory is used again, the smallest that will do', () => {
  const pool = new SharedMemory(2 ** 22);
  const large = pool.take(2 ** 21);
  const small = pool.take(10);
  pool.giveBack(large);
  pool.giveBack(small.subarray(3, 4));
  expect(pool.take(5).buffer).toBe(small.buffer);
  expect(pool.take(2 ** 20 + 1).buffer).toBe(large.buffer);
  pool.giveBack(new Uint8Array(5));
});
