import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

export const examples: readonly CheckExample[] = [
  {
    title: text('全自动，确实没有人工', 'declared automatic, and it is'),
    records: {
      declaration: [{ algorithm: 'feed', automated: true }],
      exposure: [{ algorithm: 'feed', automated: true }],
    },
    verdict: 'pass',
  },
  {
    title: text('声明全自动，却有人工干预', 'declared automatic, with a human hand'),
    records: {
      declaration: [{ algorithm: 'feed', automated: true }],
      exposure: [
        { algorithm: 'feed', automated: true },
        { algorithm: 'feed', automated: true, intervention: 'x-1', request: 'r-2' },
      ],
    },
    verdict: 'fail',
  },
  {
    title: text('填反了：声明有人工，却从来没有', 'inverted: declared with people, never any'),
    records: {
      declaration: [{ algorithm: 'feed', automated: false }],
      exposure: [{ algorithm: 'feed', automated: true }],
    },
    verdict: 'fail',
  },
  {
    title: text('声明有人工，确实有', 'declared with people, and there are'),
    records: {
      declaration: [{ algorithm: 'feed', automated: false }],
      exposure: [
        { algorithm: 'feed', automated: true },
        { algorithm: 'feed', automated: false, request: 'r-2' },
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('没有声明', 'nothing is declared'),
    records: { exposure: [{ algorithm: 'feed', automated: true }] },
    verdict: 'not-applicable',
  },
];
