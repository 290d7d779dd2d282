import { text } from '@suanjian/rulebook';
import type { MethodExample } from '../../engine/method.ts';

/** `count` times the same value. */
const times = <Value>(count: number, value: Value): readonly Value[] => Array.from({ length: count }, () => value);

/** Columns of a table of counts: one row for each group and outcome, as often as it was seen. */
const counted = (
  cells: readonly { readonly group: string; readonly stratum?: string; readonly yes: number; readonly no: number }[],
) => ({
  group: cells.flatMap(({ group, yes, no }) => times(yes + no, group)),
  stratum: cells.flatMap(({ stratum, yes, no }) => times(yes + no, stratum ?? '')),
  accepted: cells.flatMap(({ yes, no }) => [...times(yes, true), ...times(no, false)]),
});

const parts = { group: 'group', outcome: 'accepted' };

export const examples: readonly MethodExample[] = [
  {
    title: text('两组的通过率相同', 'Two groups are accepted at one rate'),
    table: counted([
      { group: 'a', yes: 1500, no: 4500 },
      { group: 'b', yes: 1500, no: 4500 },
    ]),
    parts,
    expect: [{ verdict: 'pass', estimate: 0 }],
  },
  {
    title: text('一组的通过率低一半', 'One group is accepted half as often'),
    table: counted([
      { group: 'a', yes: 200, no: 800 },
      { group: 'b', yes: 100, no: 900 },
    ]),
    parts,
    expect: [
      {
        verdict: 'fail',
        estimate: -0.1,
        values: {
          groups: {
            a: { n: 1000, successes: 200, rate: 0.2 },
            b: { n: 1000, successes: 100, rate: 0.1 },
          },
        },
      },
    ],
  },
  {
    title: text('每组只有四行，看不出什么', 'Four rows a group say nothing'),
    table: counted([
      { group: 'a', yes: 3, no: 1 },
      { group: 'b', yes: 1, no: 3 },
    ]),
    parts,
    expect: [{ verdict: 'not-enough-data', estimate: -0.5 }],
  },
  {
    title: text(
      '辛普森悖论：合计的差距来自各组申请了不同的部门，部门内部没有差距',
      'Simpson’s paradox: the pooled gap comes from what was applied for, within each department there is none',
    ),
    table: counted([
      { group: 'a', stratum: 'easy', yes: 4800, no: 1200 },
      { group: 'b', stratum: 'easy', yes: 1600, no: 400 },
      { group: 'a', stratum: 'hard', yes: 400, no: 1600 },
      { group: 'b', stratum: 'hard', yes: 1200, no: 4800 },
    ]),
    parts,
    strata: ['stratum'],
    expect: [{ verdict: 'pass', estimate: 0 }],
  },
  {
    title: text('同样的数据不分层，就会把混杂当作差距', 'The same data without strata take the confounding for a gap'),
    table: counted([
      { group: 'a', stratum: 'easy', yes: 4800, no: 1200 },
      { group: 'b', stratum: 'easy', yes: 1600, no: 400 },
      { group: 'a', stratum: 'hard', yes: 400, no: 1600 },
      { group: 'b', stratum: 'hard', yes: 1200, no: 4800 },
    ]),
    parts,
    expect: [{ verdict: 'fail', estimate: -0.3 }],
  },
  {
    title: text(
      '五分之四规则：三组中一组的入选率只有最高组的一半',
      'Four-fifths rule: one of three groups is chosen half as often as the most favoured',
    ),
    table: counted([
      { group: 'a', yes: 600, no: 400 },
      { group: 'b', yes: 560, no: 440 },
      { group: 'c', yes: 300, no: 700 },
    ]),
    parts,
    parameters: { measure: 'four-fifths' },
    expect: [{ verdict: 'fail', estimate: 0.5, values: { group: 'c', reference: 'a' } }],
  },
  {
    title: text('只有一个组', 'One group only'),
    table: counted([{ group: 'a', yes: 30, no: 70 }]),
    parts,
    expect: [{ verdict: 'not-enough-data' }],
  },
  {
    title: text('表是空的', 'The table is empty'),
    table: { group: [], accepted: [] },
    parts,
    expect: [{ verdict: 'not-enough-data' }],
  },
  {
    title: text(
      '两千行只来自四个用户：行数再多，独立的只有四个',
      'Two thousand rows of four users: however many rows, only four are independent',
    ),
    table: {
      group: [...times(1000, 'a'), ...times(1000, 'b')],
      user: [...times(500, 'u1'), ...times(500, 'u2'), ...times(500, 'u3'), ...times(500, 'u4')],
      accepted: [...times(400, true), ...times(600, false), ...times(250, true), ...times(750, false)],
    },
    parts: { ...parts, cluster: 'user' },
    expect: [{ verdict: 'not-enough-data', estimate: -0.15 }],
  },
  {
    title: text(
      '同一时刻同一商品内部比较：差别只出现在配对之间',
      'Compared inside one moment: the difference is only between matches',
    ),
    table: {
      group: [...times(40, 'a'), ...times(20, 'b'), ...times(20, 'a'), ...times(40, 'b')].concat(
        Array.from({ length: 12_000 }, (_, row) => (row % 2 === 0 ? 'a' : 'b')),
      ),
      moment: [...times(60, 'm1'), ...times(60, 'm2')].concat(
        Array.from({ length: 12_000 }, (_, row) => `n${row >> 2}`),
      ),
      accepted: [...times(60, true), ...times(60, false)].concat(
        Array.from({ length: 12_000 }, (_, row) => ((row >> 2) % 3 === 0 ? row % 4 < 2 : row % 4 >= 2)),
      ),
    },
    parts: { ...parts, match: 'moment' },
    expect: [{ verdict: 'pass', estimate: 0 }],
  },
];
