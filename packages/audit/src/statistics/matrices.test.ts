import { expect, test } from 'vitest';
import { choleskyInOrder, dot, symmetricEigen, times } from './matrices.ts';
import { seededRandom } from './random.ts';
import { CompensatedSum, preciseDot, sum } from './summation.ts';
import { expectClose } from './testing/close.ts';

const random = seededRandom(17);
const columns = Array.from({ length: 6 }, () => Array.from({ length: 12 }, () => random.normal()));
const gram = columns.map((left) => columns.map((right) => dot(left, right)));

test('the root of the inverse, and columns in any order', () => {
  const order = [4, 0, 2, 5, 1, 3];
  const { kept, collinear, inverseRoot } = choleskyInOrder(gram, order);
  expect(kept).toEqual(order);
  expect(collinear).toEqual([]);
  for (const [row, own] of order.entries()) {
    for (const [column, other] of order.entries()) {
      // R R′ times the matrix is the identity.
      const entry = order.reduce(
        (total, middle, k) => total + dot(inverseRoot[row] ?? [], inverseRoot[k] ?? []) * (gram[middle]?.[other] ?? 0),
        0,
      );
      expect(Math.abs(entry - (own === other ? 1 : 0)), `${row}, ${column}`).toBeLessThan(1e-12);
    }
  }
});

test('eigenvalues and eigenvectors put the matrix together again', () => {
  const { values, vectors } = symmetricEigen(gram);
  expectClose(
    sum(values),
    gram.reduce((total, row, index) => total + (row[index] ?? 0), 0),
    1e-13,
  );
  for (const [index, vector] of vectors.entries()) {
    const image = times(gram, vector);
    for (const [place, value] of image.entries()) {
      expect(Math.abs(value - (values[index] ?? 0) * (vector[place] ?? 0))).toBeLessThan(1e-11);
    }
    expectClose(dot(vector, vector), 1, 1e-13);
  }
});

test('compensated sums keep what plain ones lose', () => {
  expect(sum([1, 1e100, 1, -1e100])).toBe(2);
  expect(Array.from({ length: 10 }, () => 0.1).reduce((total, value) => total + value, 0)).not.toBe(1);
  expect(sum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  expect(new CompensatedSum().add(Number.POSITIVE_INFINITY).add(1).value).toBe(Number.POSITIVE_INFINITY);
  // (2^27 + 1)² − 2^54 = 2^28 + 1, of which a plain product keeps 2^28.
  expect(preciseDot([2 ** 27 + 1], [2 ** 27 + 1], -(2 ** 54))).toBe(2 ** 28 + 1);
});
