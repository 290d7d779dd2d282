import { text } from '@suanjian/rulebook';
import type { MethodExample } from '../../engine/method.ts';

const hour = 3_600_000;
/** Monday, 5 January 2026, 00:00 in Shanghai. */
const start = 1_767_542_400_000;

interface Cell {
  readonly object: string;
  readonly hour: number;
  readonly count: number;
  /** Different accounts behind it; each acts once if absent. */
  readonly accounts?: number;
}

const tableOf = (cells: readonly Cell[]) => {
  const rows = cells.flatMap((cell, index) =>
    Array.from({ length: cell.count }, (_, event) => ({
      object: cell.object,
      time: start + cell.hour * hour + event * 1000,
      account: `u-${index}-${event % (cell.accounts ?? cell.count)}`,
    })),
  );
  return {
    object: rows.map(({ object }) => object),
    time: rows.map(({ time }) => time),
    account: rows.map(({ account }) => account),
  };
};

/** Ten items over three days, busier by day than by night, each a little different. */
const usual: readonly Cell[] = Array.from({ length: 720 }, (_, index) => {
  const [item, at] = [index % 10, Math.floor(index / 10)];
  const day = at % 24 >= 8 && at % 24 < 23;
  return { object: `i-${item}`, hour: at, count: (day ? 8 : 2) + ((item * 7 + at * 5) % 4) };
});

const parts = { object: 'object', time: 'time' };

export const examples: readonly MethodExample[] = [
  {
    title: text('白天多、夜里少，没有突增', 'Busy days and quiet nights, and no burst'),
    table: tableOf(usual),
    parts,
    parameters: { atLeast: 10 },
    expect: [{ verdict: 'pass' }],
  },
  {
    title: text('一件内容在凌晨涌入 120 次', 'One item receives 120 in an hour of the night'),
    table: tableOf([...usual, { object: 'i-3', hour: 28, count: 120, accounts: 6 }]),
    parts: { ...parts, account: 'account' },
    expect: [{ verdict: 'fail', values: { broadBursts: [] } }],
  },
  {
    title: text('同样的涌入，但来自 120 个不同的账号', 'The same rush, but from 120 different accounts'),
    table: tableOf([...usual, { object: 'i-3', hour: 28, count: 120 }]),
    parts: { ...parts, account: 'account' },
    expect: [{ verdict: 'pass' }],
  },
  {
    title: text('整个平台的高峰不是某个对象的突增', 'A peak of the whole platform is no burst of one object'),
    table: tableOf(usual.map((cell) => (cell.hour === 30 ? { ...cell, count: cell.count * 10 } : cell))),
    parts,
    expect: [{ verdict: 'pass' }],
  },
  {
    title: text('总共只有几次', 'Only a few in all'),
    table: tableOf([
      { object: 'a', hour: 1, count: 5 },
      { object: 'b', hour: 7, count: 4 },
    ]),
    parts,
    expect: [{ verdict: 'not-enough-data' }],
  },
  {
    title: text('只有一个对象，却要与其他对象相比', 'One object only, to be compared with others'),
    table: tableOf(usual.filter(({ object }) => object === 'i-1')),
    parts,
    expect: [{ verdict: 'not-applicable' }],
  },
  {
    title: text('注册量：与其他周的同一时刻相比', 'Registrations: against the same hour of other days'),
    table: tableOf([...usual.filter(({ object }) => object === 'i-1'), { object: 'i-1', hour: 51, count: 200 }]),
    parts: { ...parts, object: "'registrations'" },
    parameters: { baseline: 'seasonal' },
    expect: [{ verdict: 'fail' }],
  },
];
