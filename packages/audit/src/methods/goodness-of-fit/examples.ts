import { text } from '@suanjian/rulebook';
import type { MethodExample } from '../../engine/method.ts';

const rows = <Value>(count: number, value: (row: number) => Value): readonly Value[] =>
  Array.from({ length: count }, (_, row) => value(row));

const parts = { level: 'item' };

export const examples: readonly MethodExample[] = [
  {
    title: text('十个商品轮流展示', 'Ten items are shown in turn'),
    table: { item: rows(10_000, (row) => `i${(row * 7) % 10}`) },
    parts,
    expect: [{ verdict: 'pass', estimate: 0, values: { chiSquare: 0, totalVariation: 0 } }],
  },
  {
    title: text('一个商品占了一半', 'One item takes half'),
    table: { item: rows(10_000, (row) => (row % 2 === 0 ? 'i0' : `i${1 + ((row * 7) % 9)}`)) },
    parts,
    expect: [{ verdict: 'fail' }],
  },
  {
    title: text('与声明的 70% 与 30% 相符', 'The declared 70 and 30 per cent hold'),
    table: { item: rows(8000, (row) => (row % 10 < 7 ? 'a' : 'b')) },
    parts,
    parameters: { shares: { a: 0.7, b: 0.3 } },
    expect: [{ verdict: 'pass', estimate: 0 }],
  },
  {
    title: text('声明三种各占三分之一，其中一种从未出现', 'Of three that were declared alike, one never occurs'),
    table: { item: rows(900, (row) => (row % 2 === 0 ? 'a' : 'b')), share: rows(900, () => 1 / 3) },
    parts: { ...parts, expected: 'share' },
    expect: [{ verdict: 'fail', values: { levels: { '(unseen)': { n: 0 } } } }],
  },
  {
    title: text('只有十二行', 'Twelve rows only'),
    table: { item: rows(12, (row) => (row < 7 ? 'a' : 'b')) },
    parts,
    expect: [{ verdict: 'not-enough-data' }],
  },
  {
    title: text(
      '混杂：每个用户只看一种，行数再多，独立的也只有二十人',
      'Confounded: each user sees one kind only, and there are only twenty users however many rows',
    ),
    table: {
      item: rows(4000, (row) => (((row % 20) * 7) % 20 < 13 ? 'a' : 'b')),
      user: rows(4000, (row) => `u${row % 20}`),
    },
    parts: { ...parts, cluster: 'user' },
    expect: [{ verdict: 'not-enough-data' }],
  },
  {
    title: text('只有一个水平', 'One level only'),
    table: { item: rows(50, () => 'a') },
    parts,
    expect: [{ verdict: 'not-enough-data' }],
  },
];
