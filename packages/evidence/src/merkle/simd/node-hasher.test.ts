import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nodeHash } from '../hashing.ts';
import { NodeHasher } from './node-hasher.ts';
import { initialState, roundConstants } from './sha256.ts';

describe('the constants of SHA-256', () => {
  it('are those of the standard', () => {
    expect(initialState.map((word) => word.toString(16))).toEqual(
      '6a09e667 bb67ae85 3c6ef372 a54ff53a 510e527f 9b05688c 1f83d9ab 5be0cd19'.split(' '),
    );
    // Of 64 the first and the last, and the hash over all of them, computed apart in whole numbers.
    expect([roundConstants[0], roundConstants[63]]).toEqual([0x428a2f98, 0xc67178f2]);
    const bytes = Buffer.alloc(256);
    for (const [index, word] of roundConstants.entries()) bytes.writeUInt32BE(word, index * 4);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      'e4c62ae41929873b99fa3f871694451c9dbd0300448aba7ea4ff6d68a6b52d95',
    );
  });
});

describe('nodes hashed side by side', () => {
  const hasher = NodeHasher.create();
  const plain = (nodes: Buffer, count: number): Buffer => {
    let level = Array.from({ length: count }, (_, index) =>
      Uint8Array.from(nodes.subarray(index * 32, index * 32 + 32)),
    );
    for (let height = 0; height < 12; height += 1) {
      level = level.flatMap((left, index) => {
        if (index % 2 === 1) return [];
        const right = level[index + 1];
        return [Uint8Array.from(right === undefined ? left : nodeHash(left, right))];
      });
    }
    return Buffer.concat(level);
  };

  it('is there on this platform', () => {
    expect(hasher).toBeDefined();
  });

  it.each([...Array.from({ length: 40 }, (_, index) => index + 1), 255, 256, 257, 4095, 4096, 4097, 8193, 12_345])(
    'reduces %i digests as they are reduced one by one',
    (count) => {
      const nodes = randomBytes(count * 32);
      const before = Buffer.from(nodes);
      const roots = hasher?.reduce(nodes);
      expect(roots).toHaveLength(Math.ceil(count / 4096) * 32);
      expect(roots?.equals(plain(nodes, count))).toBe(true);
      expect(nodes.equals(before)).toBe(true);
    },
  );

  it('has every ending right', () => {
    for (let last = 0; last < 256; last += 1) {
      const nodes = randomBytes(64);
      nodes[63] = last;
      const expected = Buffer.from(nodeHash(nodes.subarray(0, 32), nodes.subarray(32)));
      expect(hasher?.reduce(nodes).equals(expected), `${last}`).toBe(true);
    }
  });
});
