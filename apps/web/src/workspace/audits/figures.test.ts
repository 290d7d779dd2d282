import { expect, test } from 'vitest';
import { formatFigure } from './figures.ts';

test.each([
  [0.00234, 'share', '0.234%'],
  [-0.12, 'relative', '-12%'],
  [0.0301, 'difference', '0.0301'],
  [1.25, 'ratio', '1.25'],
  [12_340, 'count', '12,300'],
  [0, 'share', '0%'],
] as const)('%s as a %s is %s', (value, scale, written) => {
  expect(formatFigure(value, scale, 'en')).toBe(written);
});
