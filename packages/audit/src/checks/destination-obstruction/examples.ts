import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';
import { many } from '../common/many.ts';

const start = Date.parse('2026-03-02T09:00:00+08:00');

interface Way {
  readonly kind: string;
  readonly owner: 'own' | 'other';
  readonly number: number;
}

const redirects = (
  count: number,
  of: (way: Way) => { readonly succeeded: boolean; readonly duration?: number } | undefined,
) =>
  many(count, (number) => {
    const way: Way = {
      number,
      kind: number % 2 === 0 ? 'maps' : 'video',
      owner: Math.floor(number / 2) % 2 === 0 ? 'own' : 'other',
    };
    return {
      user: `u${number % 700}`,
      action: 'redirect',
      object: `${way.kind}-${way.owner}`,
      topic: way.kind,
      destination_owner: way.owner,
      time: start + number * 1000,
      ...of(way),
    };
  });

const usual = ({ kind, number }: Way): number => (kind === 'maps' ? 250 : 600) + ((number * 37) % 200);
const fails = ({ number }: Way): boolean => (number * 7919) % 101 < 2;

export const examples: readonly CheckExample[] = [
  {
    title: text('一视同仁', 'all alike'),
    records: { engagement: redirects(4000, (way) => ({ succeeded: !fails(way), duration: usual(way) })) },
    verdict: 'pass',
  },
  {
    title: text('去别家多等半秒', 'half a second more to others'),
    records: {
      engagement: redirects(4000, (way) => ({
        succeeded: !fails(way),
        duration: usual(way) + (way.owner === 'other' ? 500 : 0),
      })),
    },
    verdict: 'fail',
    units: [
      { by: { obstruction: 'failure' }, verdict: 'pass' },
      { by: { obstruction: 'wait' }, verdict: 'fail' },
    ],
  },
  {
    title: text('去别家百次多失败八次', 'eight failures more in a hundred on the way to others'),
    records: {
      engagement: redirects(4000, (way) => ({
        succeeded: !fails(way) && (way.owner === 'own' || (way.number * 13) % 100 >= 8),
        duration: usual(way),
      })),
    },
    verdict: 'fail',
    units: [
      { by: { obstruction: 'failure' }, verdict: 'fail' },
      { by: { obstruction: 'wait' }, verdict: 'pass' },
    ],
  },
  {
    title: text(
      '别家多是本来就慢的视频，自家多是地图',
      'others are mostly videos, which are slow, and own services mostly maps',
    ),
    records: {
      engagement: redirects(8000, (way) => ({
        succeeded: !fails(way),
        duration: usual(way) * (way.kind === 'video' ? 3 : 1),
      })).filter(
        (way, index) => index % 16 < 4 || (way['destination_owner'] === 'own') === (way['object'] === 'maps-own'),
      ),
    },
    verdict: 'pass',
  },
  {
    title: text('太少，不能断定', 'too few to tell'),
    records: { engagement: redirects(8, (way) => ({ succeeded: true, duration: usual(way) })) },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有记录跳转结果', 'results of redirects are not on record'),
    records: { engagement: redirects(8, () => undefined) },
    verdict: 'not-applicable',
  },
];
