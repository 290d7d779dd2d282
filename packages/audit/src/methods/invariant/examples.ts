import { text } from '@suanjian/rulebook';
import type { MethodExample } from '../../engine/method.ts';

const parts = { row: 'request', must: 'NOT (opted_out AND personalised)' };
const requests = (count: number) => Array.from({ length: count }, (_, index) => `r-${index + 1}`);
const repeated = <Value>(value: Value, count: number): Value[] => Array.from({ length: count }, () => value);

export const examples: readonly MethodExample[] = [
  {
    title: text('关闭后再没有个性化结果', 'Nothing personalised after opting out'),
    table: {
      request: requests(4),
      opted_out: [false, true, true, false],
      personalised: [true, false, false, true],
    },
    parts,
    expect: [{ verdict: 'pass', estimate: 0, values: { rows: 4, broken: 0 } }],
  },
  {
    title: text('一次请求仍是个性化的', 'One request was still personalised'),
    table: { request: requests(4), opted_out: [false, true, true, false], personalised: [true, false, true, true] },
    parts,
    expect: [{ verdict: 'fail', estimate: 1, values: { rows: 4, broken: 1, share: 0.25 } }],
  },
  {
    title: text('没有符合范围的行', 'No row is left to judge'),
    table: { request: requests(2), opted_out: [true, true], personalised: [false, true] },
    where: 'NOT opted_out',
    parts,
    expect: [{ verdict: 'not-enough-data' }],
  },
  {
    title: text('有一行说不清', 'One row cannot be told'),
    table: { request: requests(3), opted_out: [true, true, false], personalised: [false, null, true] },
    parts,
    expect: [{ verdict: 'not-enough-data', estimate: 0, values: { unknown: 1 } }],
  },
  {
    title: text('关闭后 3 秒内的请求还在途中', 'A request within 3 seconds of opting out was in flight'),
    table: {
      request: requests(3),
      opted_out: [true, true, true],
      personalised: [true, false, false],
      since: [1200, 4000, 90000],
    },
    parts: { ...parts, elapsed: 'since' },
    parameters: { grace: '3s' },
    expect: [{ verdict: 'pass', estimate: 0, values: { rows: 2 } }],
  },
  {
    title: text('两次违反，最晚的在一天半之后', 'Broken twice, the last time after a day and a half'),
    table: {
      request: requests(3),
      opted_out: [true, true, true],
      personalised: [true, true, false],
      since: [70_000, 129_600_000, 200_000_000],
    },
    parts: { ...parts, elapsed: 'since' },
    expect: [
      {
        verdict: 'fail',
        estimate: 2,
        values: {
          longestElapsed: 129_600_000,
          brokenByElapsed: {
            'under 10 s': 0,
            'under 1 min': 0,
            'under 10 min': 1,
            'under 1 h': 0,
            'under 1 d': 0,
            '1 d or more': 1,
          },
        },
      },
    ],
  },
  {
    title: text('允许 1%，实际 10%', 'One per cent is allowed, ten per cent break it'),
    table: {
      request: requests(200),
      opted_out: repeated(true, 200),
      personalised: [...repeated(true, 20), ...repeated(false, 180)],
    },
    parts,
    parameters: { tolerance: 0.01 },
    expect: [{ verdict: 'fail', estimate: 0.09, values: { share: 0.1 } }],
  },
  {
    title: text('允许 1%，十行太少', 'One per cent is allowed, ten rows are too few'),
    table: { request: requests(10), opted_out: repeated(true, 10), personalised: repeated(false, 10) },
    parts,
    parameters: { tolerance: 0.01 },
    expect: [{ verdict: 'not-enough-data', values: { share: 0 } }],
  },
];
