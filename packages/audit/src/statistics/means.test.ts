import { expect, test } from 'vitest';
import { studentT } from './distributions.ts';
import { equalMeans, fiellerInterval, meanDifference, meanRatio } from './means.ts';
import { expectClose, known } from './testing/close.ts';

// Student's sleep data (1908), as R's t.test(extra ~ group, data = sleep) prints them.
const sleep = [
  { count: 10, mean: 0.75, variance: 3.2005555555555554 },
  { count: 10, mean: 2.33, variance: 4.009 },
] as const;

test("Welch's test on Student's sleep data", () => {
  const result = known(meanDifference(...sleep));
  expectClose(result.degreesOfFreedom, 17.776473516178488, 1e-12);
  expectClose(result.estimate / result.standardError, -1.8608134674868526, 1e-12);
  expectClose(result.pValue(0), 0.0793941401873583, 1e-10);
  const { low, high } = result.interval(0.95);
  expectClose(low, -3.3654832307117104, 1e-11);
  expectClose(high, 0.20548323071171137, 1e-10);
  expectClose(result.pValue(0, 'less'), 0.0793941401873583 / 2, 1e-10);
});

test('what cannot be known is said, not computed', () => {
  expect(meanDifference({ count: 0, mean: 0, variance: 0 }, sleep[1])).toMatchObject({
    known: false,
    reason: 'no-contrast',
  });
  expect(meanDifference({ count: 1, mean: 3, variance: 0 }, sleep[1])).toMatchObject({ reason: 'too-few-units' });
  const constant = { count: 50, mean: 3, variance: 0 };
  expect(meanDifference(constant, constant)).toEqual({ known: false, estimate: 0, reason: 'no-variance' });
  expect(meanRatio(sleep[0], { ...sleep[1], mean: -1 })).toMatchObject({ reason: 'zero-reference' });
});

test('the ratio of means is the delta method by hand', () => {
  const first = { count: 400, mean: 103, variance: 25 };
  const second = { count: 100, mean: 100, variance: 16 };
  const result = known(meanRatio(first, second));
  expectClose(result.standardError, Math.sqrt(25 / 400 / 103 ** 2 + 16 / 100 / 100 ** 2), 1e-13);
  expectClose(result.interval(0.9).low * result.interval(0.9).high, 1.03 ** 2, 1e-12);
});

test("Fieller's ends are the ratios that just differ from the data", () => {
  const numerator = { estimate: 5, standardError: 1.2 };
  const denominator = { estimate: 8, standardError: 0.9 };
  const covariance = 0.3;
  const interval = fiellerInterval(numerator, denominator, covariance, 12, 0.95);
  if (interval === undefined) throw new Error('no interval');
  const t = studentT(12).upperQuantile(0.025);
  for (const ratio of [interval.low, interval.high]) {
    const square = 1.2 ** 2 - 2 * ratio * covariance + ratio ** 2 * 0.9 ** 2;
    expectClose(Math.abs(5 - ratio * 8) / Math.sqrt(square), t, 1e-10);
  }
  expect(fiellerInterval(numerator, { estimate: 1, standardError: 0.9 }, 0, 12, 0.95)).toBeUndefined();
});

test("Welch's F against scipy's f_oneway(equal_var=False)", () => {
  const result = equalMeans([
    { count: 4, mean: 5.275, variance: 0.7625 },
    { count: 5, mean: 8.4, variance: 3.275 },
    { count: 3, mean: 3.4333333333333336, variance: 1.703333333333333 },
  ]);
  expectClose(result?.statistic, 9.093290553849732, 1e-11);
  expectClose(result?.p, 0.021564596414343266, 1e-10);
});
