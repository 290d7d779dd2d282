import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const whole = {
  intervention: 'x-1',
  owner: 'editor-3',
  reason: '公共服务提示',
  starts: 1_767_225_600_000,
  ends: 1_767_312_000_000,
};

export const examples: readonly CheckExample[] = [
  {
    title: text('责任人、理由、期限齐全', 'owner, reason and term are all there'),
    records: { intervention: [whole] },
    verdict: 'pass',
  },
  {
    title: text('没有责任人', 'no owner'),
    records: { intervention: [whole, { ...whole, intervention: 'x-2', owner: undefined }] },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('没有理由的和没有期限的', 'one without a reason and one without a term'),
    records: {
      intervention: [
        { ...whole, reason: undefined },
        { ...whole, intervention: 'x-2', ends: undefined },
      ],
    },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 2 }],
  },
  {
    title: text('还没生效就已失效', 'a term that ends before it begins'),
    records: { intervention: [{ ...whole, ends: 1_767_225_599_999 }] },
    verdict: 'fail',
  },
  {
    title: text('没有人工干预的记录', 'no intervention is on record'),
    records: { exposure: [{}] },
    verdict: 'not-applicable',
  },
];
