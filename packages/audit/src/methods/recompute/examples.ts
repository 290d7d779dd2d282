import { text } from '@suanjian/rulebook';
import type { MethodExample } from '../../engine/method.ts';

const parts = { row: 'entry', shown: 'heat', computed: '0.7 * searches + 3 * comments' };

export const examples: readonly MethodExample[] = [
  {
    title: text('热度与输入相符', 'The heat follows from its inputs'),
    table: { entry: ['e-1', 'e-2', 'e-3'], heat: [100.1, 7, 0], searches: [143, 10, 0], comments: [0, 0, 0] },
    parts,
    expect: [{ verdict: 'pass', estimate: 0, values: { rows: 3, differing: 0 } }],
  },
  {
    title: text('一个条目被加了热度', 'One entry was given more heat'),
    table: { entry: ['e-1', 'e-2', 'e-3'], heat: [100.1, 57, 0], searches: [143, 10, 0], comments: [0, 0, 0] },
    parts,
    expect: [{ verdict: 'fail', estimate: 1, values: { furthest: 50, share: 1 / 3 } }],
  },
  {
    title: text('一个条目没有记下输入', 'The inputs of one entry were not logged'),
    table: { entry: ['e-1', 'e-2'], heat: [100.1, 7], searches: [143, null], comments: [0, 0] },
    parts,
    expect: [{ verdict: 'not-enough-data', estimate: 0, values: { uncomputed: 1 } }],
  },
  {
    title: text('展示值取整，允许相差半个单位', 'Shown as a whole number: half a unit apart is allowed'),
    table: { entry: ['e-1', 'e-2'], heat: [100, 7], searches: [143, 10], comments: [0, 0] },
    parts,
    parameters: { tolerance: 0.5 },
    expect: [{ verdict: 'pass', values: { furthest: 0.1 } }],
  },
  {
    title: text('没有一个条目展示热度', 'No entry shows its heat'),
    table: { entry: ['e-1', 'e-2'], heat: [1, 2], searches: [1, 1], comments: [0, 0] },
    parts: { ...parts, shown: 'if(heat > 5, heat, NULL)' },
    expect: [{ verdict: 'not-enough-data' }],
  },
];
