import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const at = (clock: string, day = '02'): string => `2026-03-${day}T${clock}+08:00`;
const declared = (time: string, ...words: readonly string[]) => ({ algorithm: 'home-feed', time, barred_tags: words });
const used = (request: string, time: string, ...tags: readonly string[]) => ({
  request,
  time,
  tags,
  algorithm: 'home-feed',
});

export const examples: readonly CheckExample[] = [
  {
    title: text('没有用到禁用词', 'no barred word is used'),
    records: {
      declaration: [declared(at('00:00:00'), 'gambling', 'hate')],
      exposure: [used('r1', at('10:00:00'), 'football'), used('r2', at('10:00:00'), 'tea', 'baking')],
    },
    verdict: 'pass',
    units: [{ by: { algorithm: 'home-feed' }, verdict: 'pass', values: { rows: 2 } }],
  },
  {
    title: text('用禁用词作标签', 'a barred word is used as a tag'),
    records: {
      declaration: [declared(at('00:00:00'), 'gambling', 'hate')],
      exposure: [used('r1', at('10:00:00'), 'football', 'gambling'), used('r2', at('10:00:00'), 'tea')],
    },
    verdict: 'fail',
    units: [{ by: { algorithm: 'home-feed' }, verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('另一算法声明的禁用词同样算', 'a word barred by the declaration of another algorithm counts too'),
    records: {
      declaration: [{ algorithm: 'search', time: at('00:00:00'), barred_tags: ['gambling'] }],
      exposure: [used('r1', at('10:00:00'), 'gambling')],
    },
    verdict: 'fail',
  },
  {
    title: text(
      '列入名单之前、移出名单之后的使用不算；中间的算',
      'use before a word is on the list or after it left it does not count; in between it does',
    ),
    records: {
      declaration: [
        declared(at('00:00:00'), 'hate'),
        declared(at('12:00:00'), 'hate', 'lottery'),
        declared(at('12:00:00', '03'), 'hate'),
      ],
      exposure: [
        used('r1', at('10:00:00'), 'lottery'),
        used('r2', at('13:00:00'), 'lottery'),
        used('r3', at('13:00:00', '03'), 'lottery'),
      ],
    },
    verdict: 'fail',
    units: [{ by: { algorithm: 'home-feed' }, verdict: 'fail', estimate: 1, values: { rows: 3 } }],
  },
  {
    title: text('声明没有给出禁用词', 'the declarations name no barred words'),
    records: { declaration: [declared(at('00:00:00'))], exposure: [used('r1', at('10:00:00'), 'football')] },
    verdict: 'not-applicable',
  },
];
