import { expect, test } from 'vitest';
import type { Expression } from '../../engine/method.ts';
import { parseStatistic } from './statistic.ts';

const part = (type: string): Expression => ({ sql: 'x', label: 'x', type });
const parts = { price: part('Int64'), 'black-share': part('Float64'), 名称: part('String') };
const parsed = (source: string) => parseStatistic(source, source, parts);

test('statistics are read with their parts and numbers', () => {
  expect(parsed(' quantile( price , 0.9 ) ')).toMatchObject({
    statistic: { kind: 'quantile', of: ['price'], number: 0.9 },
  });
  expect(parsed('pearson(price, black-share)')).toMatchObject({ statistic: { of: ['price', 'black-share'] } });
  expect(parsed('quantile-shares(price, black-share)')).toMatchObject({ statistic: { number: 5 } });
  expect(parsed('count')).toMatchObject({ statistic: { kind: 'count', of: [] } });
  expect(parsed('count(名称)')).toMatchObject({ statistic: { kind: 'count of', of: ['名称'] } });
});

test('what is wrong is said, and what there is', () => {
  for (const [source, words] of [
    ['average(price)', 'There are: count'],
    ['count of(price)', 'There is no statistic'],
    ['mean()', 'wrong number of arguments'],
    ['mean(price, price)', 'wrong number of arguments'],
    ['quantile(price)', 'wrong number of arguments'],
    ['quantile(price, 2)', 'out of range'],
    ['quantile(price, x)', 'out of range'],
    ['mean(nothing)', 'none of the parts: price'],
    ['mean(名称)', 'wants a number'],
    ['mean(price', 'There is no statistic'],
  ] as const) {
    const result = parsed(source);
    expect(result).toHaveProperty('fault');
    if ('fault' in result) expect(result.fault.en).toContain(words);
  }
});
