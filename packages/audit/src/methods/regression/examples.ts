import { text } from '@suanjian/rulebook';
import type { MethodExample } from '../../engine/method.ts';

const rows = <Value>(count: number, value: (row: number) => Value): readonly Value[] =>
  Array.from({ length: count }, (_, row) => value(row));

/** Deviations that look random and sum to zero over each 101 rows. */
const noise = (row: number): number => ((row * 37) % 101) - 50;

/** Long-registered users are group `old`; they order dearer goods, which the size of the basket says. */
const old = (row: number): boolean => (row * 7) % 10 < 5;
const basket = (row: number): number => ((row * 13) % 17) + (old(row) ? 6 : 0);

export const examples: readonly MethodExample[] = [
  {
    title: text('价格只随购物篮大小变化，与组无关', 'The price follows the size of the basket, whoever asks'),
    table: {
      group: rows(8080, (row) => (old(row) ? 'old' : 'new')),
      basket: rows(8080, basket),
      price: rows(8080, (row) => 1000 + 40 * basket(row) + noise(row)),
    },
    parts: { group: 'group', value: 'price' },
    controls: ['basket'],
    parameters: { materiality: 10 },
    expect: [{ verdict: 'pass' }],
  },
  {
    title: text('购物篮相同时，老用户仍贵 30', 'With the same basket long-registered users still pay 30 more'),
    table: {
      group: rows(8080, (row) => (old(row) ? 'old' : 'new')),
      basket: rows(8080, basket),
      price: rows(8080, (row) => 1000 + 40 * basket(row) + (old(row) ? 30 : 0) + noise(row)),
    },
    parts: { group: 'group', value: 'price' },
    controls: ['basket'],
    parameters: { materiality: 10 },
    expect: [{ verdict: 'fail', values: { group: 'old', reference: 'new' } }],
  },
  {
    title: text('不控制购物篮，就会把混杂当作差别', 'Without the basket the confounding is taken for a difference'),
    table: {
      group: rows(8080, (row) => (old(row) ? 'old' : 'new')),
      price: rows(8080, (row) => 1000 + 40 * basket(row) + noise(row)),
    },
    parts: { group: 'group', value: 'price' },
    parameters: { materiality: 10 },
    expect: [{ verdict: 'fail' }],
  },
  {
    title: text(
      '一条没有误差的直线：系数可知，误差未知',
      'A line without error: coefficients are known, their errors are not',
    ),
    table: { x: [1, 2, 3, 4, 5, 6], y: [5, 8, 11, 14, 17, 20] },
    parts: { group: 'x', value: 'y' },
    expect: [
      {
        verdict: 'not-enough-data',
        estimate: 3,
        values: { coefficients: { intercept: { estimate: 2 }, group: { estimate: 3 } }, rSquared: 1 },
      },
    ],
  },
  {
    title: text('只有六行', 'Six rows only'),
    table: { group: ['a', 'b', 'a', 'b', 'a', 'b'], control: [1, 2, 3, 4, 5, 6], y: [3, 1, 4, 1, 5, 9] },
    parts: { group: 'group', value: 'y' },
    controls: ['control'],
    expect: [{ verdict: 'not-enough-data' }],
  },
  {
    title: text('组由控制变量完全决定，无法区分', 'The group is decided by a control, so the two cannot be told apart'),
    table: {
      group: rows(200, (row) => row % 2),
      copy: rows(200, (row) => 1 - (row % 2)),
      y: rows(200, noise),
    },
    parts: { group: 'group', value: 'y' },
    controls: ['copy'],
    expect: [{ verdict: 'not-enough-data' }],
  },
  {
    title: text('表是空的', 'The table is empty'),
    table: { group: [], y: [] },
    parts: { group: 'group', value: 'toFloat64(length(y))' },
    expect: [{ verdict: 'not-enough-data' }],
  },
];
