import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const at = (clock: string): string => `2026-03-02T${clock}+08:00`;
const act = {
  intervention: 'x-1',
  time: at('10:00:00'),
  starts: Date.parse(at('10:00:00')),
  ends: Date.parse(at('12:00:00')),
};

export const examples: readonly CheckExample[] = [
  {
    title: text('在期限之内', 'within its term'),
    records: { intervention: [act], exposure: [{ intervention: 'x-1', time: at('11:00:00') }, { request: 'r-2' }] },
    verdict: 'pass',
  },
  {
    title: text('到期后仍在展示', 'shown after its end'),
    records: { intervention: [act], exposure: [{ intervention: 'x-1', time: at('13:00:00') }] },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('续期后仍在期限之内', 'extended in time'),
    records: {
      intervention: [act, { ...act, ends: Date.parse(at('18:00:00')) }],
      exposure: [{ intervention: 'x-1', time: at('13:00:00') }],
    },
    verdict: 'pass',
  },
  {
    title: text('查不到记录的干预', 'a placement without a record'),
    records: { intervention: [act], exposure: [{ intervention: 'x-9', time: at('11:00:00') }] },
    verdict: 'fail',
  },
  {
    title: text('刚到期的请求在宽限之内', 'a request under way at the end is within the grace'),
    records: {
      intervention: [act],
      exposure: [
        { intervention: 'x-1', time: at('12:00:05') },
        { intervention: 'x-1', request: 'r-2', time: at('11:00:00') },
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('没有展示带有干预', 'no exposure was placed by hand'),
    records: { intervention: [act], exposure: [{}] },
    verdict: 'not-applicable',
  },
];
