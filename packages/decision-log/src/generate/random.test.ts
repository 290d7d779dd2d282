import { describe, expect, test } from 'vitest';
import { Draws, hashOfText, normalAt, Stream } from './random.ts';

const chiSquare = (counts: readonly number[]): number => {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
};

describe('draws by key', () => {
  test('are even over every key', () => {
    const stream = new Stream(7, 'test');
    for (const draw of [
      (index: number) => stream.unit(index),
      (index: number) => stream.unit(3, index),
      (index: number) => stream.unit(3, 4, index),
      (index: number) => stream.unit(3, 4, 5, index),
    ]) {
      const counts = Array.from({ length: 64 }, () => 0);
      for (let index = 0; index < 64_000; index++) {
        const bin = Math.floor(draw(index) * 64);
        counts[bin] = (counts[bin] ?? 0) + 1;
      }
      // 63 degrees of freedom: 1 in 10,000 lies above 111.
      expect(chiSquare(counts)).toBeLessThan(111);
    }
  });

  test('of two streams, seeds or neighbouring keys do not go together', () => {
    const one = new Stream(7, 'one');
    for (const other of [
      (index: number) => new Stream(7, 'two').unit(index),
      (index: number) => new Stream(8, 'one').unit(index),
      (index: number) => one.unit(index + 1),
      (index: number) => one.unit(index, 1),
      (index: number) => one.moreBits(index) / 2 ** 32,
    ]) {
      let sum = 0;
      for (let index = 0; index < 5000; index++) sum += (one.unit(index) - 0.5) * (other(index) - 0.5) * 12;
      // A mean of 5,000 products of variance 1.
      expect(Math.abs(sum / 5000)).toBeLessThan(4 / Math.sqrt(5000));
    }
  });

  test('strike what has a name with the share asked for', () => {
    const stream = new Stream(7, 'strikes');
    let struck = 0;
    for (let index = 0; index < 40_000; index++) if (stream.strikes(0.1, `r0-${index.toString(36)}-0`)) struck++;
    expect(Math.abs(struck / 40_000 - 0.1)).toBeLessThan(4 * Math.sqrt((0.1 * 0.9) / 40_000));
  });

  test('tell names apart that differ in one letter', () => {
    expect(new Set(Array.from({ length: 5000 }, (_, index) => hashOfText(`s${index}`))).size).toBe(5000);
  });
});

describe('draws in sequence', () => {
  test('begin anew with their keys, and are even', () => {
    const stream = new Stream(7, 'sequence');
    const draws = new Draws();
    const first = Array.from({ length: 5 }, () => draws.begin(stream, 1, 2).unit());
    expect(new Set(first).size).toBe(1);
    const counts = Array.from({ length: 64 }, () => 0);
    draws.begin(stream, 1, 2);
    for (let index = 0; index < 64_000; index++) {
      const bin = draws.below(64);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    expect(chiSquare(counts)).toBeLessThan(111);
  });

  test('the normal quantile has its known values', () => {
    expect(normalAt(0.5)).toBeCloseTo(0, 9);
    expect(normalAt(0.975)).toBeCloseTo(1.959963985, 7);
    expect(normalAt(0.001)).toBeCloseTo(-3.090232306, 7);
    expect(normalAt(0.999999)).toBeCloseTo(4.753424309, 6);
  });
});
