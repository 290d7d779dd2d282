import { text } from '@suanjian/rulebook';
import type { MethodExample } from '../../engine/method.ts';

const rows = <Value>(count: number, value: (row: number) => Value): readonly Value[] =>
  Array.from({ length: count }, (_, row) => value(row));

const parts = { asker: 'kind', result: 'list', match: 'minute' };

/** A number that looks random, the same for the same input. */
const mixed = (input: number): number => {
  let value = Math.imul(input + 1, 0x9e3779b1) >>> 0;
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b) >>> 0;
  return (value ^ (value >>> 13)) >>> 0;
};

export const examples: readonly MethodExample[] = [
  {
    title: text(
      '同一分钟人人看到同一列表，列表逐分钟变化',
      'Everybody sees one list in a minute, and it changes by the minute',
    ),
    table: {
      kind: rows(4000, (row) => (row % 2 === 0 ? 'heavy' : 'light')),
      minute: rows(4000, (row) => `m${row >> 3}`),
      list: rows(4000, (row) => `l${mixed(row >> 3) % 9}`),
    },
    parts,
    expect: [{ verdict: 'pass', estimate: 0, values: { agreeWithin: 1, agreeBetween: 1 } }],
  },
  {
    title: text('列表每次随机，但与提问者的类别无关', 'Lists are drawn at random, whoever asks'),
    table: {
      kind: rows(16_000, (row) => (mixed(row) % 5 < 2 ? 'heavy' : 'light')),
      minute: rows(16_000, (row) => `m${row >> 4}`),
      list: rows(16_000, (row) => `l${mixed(row + 77_777) % 4}`),
    },
    parts,
    expect: [{ verdict: 'pass' }],
  },
  {
    title: text('三成请求按提问者类别给出不同列表', 'In three requests of ten the list goes by the kind of asker'),
    table: {
      kind: rows(8000, (row) => (row % 2 === 0 ? 'heavy' : 'light')),
      minute: rows(8000, (row) => `m${row >> 3}`),
      list: rows(8000, (row) => (mixed(row) % 10 < 3 ? `p${row % 2}` : `l${(row >> 3) % 7}`)),
    },
    parts,
    expect: [{ verdict: 'fail' }],
  },
  {
    title: text('只有一分钟的六次请求', 'Six requests of one minute only'),
    table: {
      kind: ['a', 'a', 'a', 'b', 'b', 'b'],
      minute: rows(6, () => 'm'),
      list: ['x', 'x', 'y', 'y', 'x', 'y'],
    },
    parts,
    expect: [{ verdict: 'not-enough-data' }],
  },
  {
    title: text(
      '混杂：两类人活跃在不同时段，列表随时段变化；同一分钟内没有差别',
      'Confounding: kinds of people come at different hours and lists change by the hour; inside a minute there is no difference',
    ),
    table: {
      kind: rows(8000, (row) => (row % 8 < (row < 4000 ? 6 : 2) ? 'heavy' : 'light')),
      minute: rows(8000, (row) => `m${row >> 3}`),
      list: rows(8000, (row) => (row < 4000 ? 'day' : 'night')),
    },
    parts,
    expect: [{ verdict: 'pass' }],
  },
  {
    title: text(
      '同样的数据不给 match，就会把时段当作提问者',
      'The same data without a match take the hour for the asker',
    ),
    table: {
      kind: rows(8000, (row) => (row % 8 < (row < 4000 ? 6 : 2) ? 'heavy' : 'light')),
      list: rows(8000, (row) => (row < 4000 ? 'day' : 'night')),
    },
    parts: { asker: 'kind', result: 'list' },
    expect: [{ verdict: 'fail' }],
  },
  {
    title: text('每人只问一次：没有同一提问者的两行', 'Everybody asks once: no two rows of one asker'),
    table: {
      person: rows(40, (row) => `p${row}`),
      list: rows(40, (row) => `l${row % 3}`),
    },
    parts: { asker: 'person', result: 'list' },
    expect: [{ verdict: 'not-enough-data' }],
  },
];
