import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';
import { many } from '../common/many.ts';

const item = [{ item: 'made', synthetic: true, time: '2026-03-01T08:00:00+08:00' }];

const shown = (count: number, unlabelled: (index: number) => boolean, more: Readonly<Record<string, unknown>> = {}) =>
  many(count, (index) => ({
    item: 'made',
    request: `r${index}`,
    time: '2026-03-02T08:00:00+08:00',
    labels: unlabelled(index) ? ['synthetic'] : ['synthetic', 'synthetic-label-shown'],
    ...more,
  }));

export const examples: readonly CheckExample[] = [
  {
    title: text('都有标识', 'all labelled'),
    records: { item, exposure: shown(800, () => false) },
    verdict: 'pass',
  },
  {
    title: text('弹窗里漏了一成', 'a tenth is missing in pop-ups'),
    records: {
      item,
      exposure: [
        ...shown(800, () => false),
        ...shown(800, (index) => index % 10 === 0, { surface: 'popup' }).map((row, index) => ({
          ...row,
          request: `p${index}`,
        })),
      ],
    },
    verdict: 'fail',
    units: [
      { by: { surface: 'feed' }, verdict: 'pass' },
      { by: { surface: 'popup' }, verdict: 'fail' },
    ],
  },
  {
    title: text(
      '展示时不知道，内容族里写明是生成合成',
      'not marked when shown, though the item is known to be synthetic',
    ),
    records: { item, exposure: shown(800, () => true, { labels: ['quality'] }) },
    verdict: 'fail',
  },
  {
    title: text('得知之前的展示不计', 'showings before it was known do not count'),
    records: {
      item,
      exposure: [
        ...shown(800, () => false),
        ...shown(400, () => true, { labels: ['quality'], time: '2026-02-28T08:00:00+08:00' }).map((row, index) => ({
          ...row,
          request: `b${index}`,
        })),
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('太少，不能断定', 'too few to tell'),
    records: { item, exposure: shown(20, () => false) },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有记录是否生成合成', 'whether items are synthetic is not on record'),
    records: { item: [{ item: 'made' }], exposure: shown(20, () => false) },
    verdict: 'not-applicable',
  },
];
