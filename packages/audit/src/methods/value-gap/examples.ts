import { text } from '@suanjian/rulebook';
import type { MethodExample } from '../../engine/method.ts';

const rows = <Value>(count: number, value: (row: number) => Value): readonly Value[] =>
  Array.from({ length: count }, (_, row) => value(row));

/** Deviations that look random and sum to zero over each 101 rows. */
const noise = (row: number): number => ((row * 37) % 101) - 50;

const parts = { group: 'device', value: 'price' };

export const examples: readonly MethodExample[] = [
  {
    title: text(
      '同一商品同一时刻，两种设备看到的价格相同',
      'The same item at the same moment costs both devices the same',
    ),
    table: {
      device: rows(4000, (row) => (row % 2 === 0 ? 'ios' : 'android')),
      moment: rows(4000, (row) => `m${row >> 1}`),
      price: rows(4000, (row) => 1000 + ((row >> 1) % 50) * 20),
    },
    parts: { ...parts, match: 'moment' },
    expect: [{ verdict: 'pass', estimate: 0 }],
  },
  {
    title: text('一种设备看到的价格高 4%', 'One device is asked 4 % more'),
    table: {
      device: rows(4000, (row) => (row % 2 === 0 ? 'ios' : 'android')),
      moment: rows(4000, (row) => `m${row >> 1}`),
      price: rows(4000, (row) => (1000 + ((row >> 1) % 50) * 20) * (row % 2 === 0 ? 1.04 : 1)),
    },
    parts: { ...parts, match: 'moment' },
    expect: [{ verdict: 'fail', estimate: 0.04, values: { group: 'ios', reference: 'android' } }],
  },
  {
    title: text('每种设备只有三行', 'Three rows a device say nothing'),
    table: { device: ['a', 'a', 'a', 'b', 'b', 'b'], price: [10, 12, 14, 13, 11, 17] },
    parts,
    expect: [
      { verdict: 'not-enough-data', values: { groups: { a: { n: 3, mean: 12, median: 12, min: 10, max: 14 } } } },
    ],
  },
  {
    title: text(
      '混杂：一种设备的用户买的是更贵的商品，同一商品内部没有差别',
      'Confounding: one device’s users look at dearer items, within an item there is no difference',
    ),
    table: {
      device: rows(4040, (row) => (row < 2020 ? (row % 10 < 8 ? 'ios' : 'android') : row % 10 < 2 ? 'ios' : 'android')),
      item: rows(4040, (row) => (row < 2020 ? 'dear' : 'cheap')),
      price: rows(4040, (row) => (row < 2020 ? 2000 : 1000) + noise(row)),
    },
    parts,
    strata: ['item'],
    expect: [{ verdict: 'pass' }],
  },
  {
    title: text('同样的数据不分层，就会把混杂当作差距', 'The same data without strata take the confounding for a gap'),
    table: {
      device: rows(4040, (row) => (row < 2020 ? (row % 10 < 8 ? 'ios' : 'android') : row % 10 < 2 ? 'ios' : 'android')),
      item: rows(4040, (row) => (row < 2020 ? 'dear' : 'cheap')),
      price: rows(4040, (row) => (row < 2020 ? 2000 : 1000) + noise(row)),
    },
    parts,
    expect: [{ verdict: 'fail' }],
  },
  {
    title: text('所有价格都相同，而且没有配对', 'All prices are equal, and there is no match'),
    table: { device: rows(100, (row) => (row % 2 === 0 ? 'a' : 'b')), price: rows(100, () => 5) },
    parts,
    expect: [{ verdict: 'not-enough-data' }],
  },
  {
    title: text('组是一个数：注册越久价格越高', 'The group is a number: the longer registered, the dearer'),
    table: {
      days: rows(2020, (row) => row % 1000),
      price: rows(2020, (row) => 1000 + (row % 1000) * 0.5 + noise(row)),
    },
    parts: { group: 'days', value: 'price' },
    parameters: { measure: 'difference', materiality: 0.1 },
    expect: [{ verdict: 'fail' }],
  },
  {
    title: text(
      '中位数之比：一组的中位数是另一组的一倍半',
      'Ratio of medians: one group’s median is half as high again',
    ),
    table: {
      device: rows(404, (row) => (row % 2 === 0 ? 'a' : 'b')),
      price: rows(404, (row) => (row % 2 === 0 ? 300 : 200) + (((row >> 1) * 37) % 101) - 50),
    },
    parts: { ...parts },
    parameters: { measure: 'ratio of medians', reference: 'b', materiality: 0.1 },
    expect: [{ verdict: 'fail', estimate: 1.5 }],
  },
  {
    title: text(
      '一次实验分到八个城市，城市之间本来就有高低：八个城市不足以下结论',
      'A trial over eight cities that differ anyhow: eight cities cannot tell',
    ),
    table: {
      device: rows(1616, (row) => (row % 8 < 4 ? 'a' : 'b')),
      city: rows(1616, (row) => `c${row % 8}`),
      price: rows(1616, (row) => 1000 + (((row % 8) * 37) % 80) + noise(row)),
    },
    parts: { ...parts, cluster: 'city' },
    expect: [{ verdict: 'not-enough-data' }],
  },
  {
    title: text('表是空的', 'The table is empty'),
    table: { device: [], price: [] },
    parts: { group: 'device', value: 'toFloat64(length(price))' },
    expect: [{ verdict: 'not-enough-data' }],
  },
];
