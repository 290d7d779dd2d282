import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const at = (clock: string): string => `2026-03-02T${clock}+08:00`;

export const examples: readonly CheckExample[] = [
  {
    title: text('处置后不再展示', 'nothing is shown after it was stopped'),
    records: {
      disposal: [{ item: 'bad', action: 'stop', time: at('10:00:00') }],
      exposure: [
        { item: 'bad', request: 'r1', time: at('09:59:59') },
        { item: 'good', request: 'r2', time: at('11:00:00') },
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('处置一小时后还在展示', 'it is shown an hour later'),
    records: {
      disposal: [{ item: 'bad', action: 'stop', time: at('10:00:00') }],
      exposure: [
        { item: 'bad', request: 'r1', time: at('09:59:59') },
        { item: 'bad', request: 'r2', time: at('11:00:00') },
      ],
    },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('在途中的请求在宽限之内', 'a request under way is within the grace'),
    records: {
      disposal: [{ item: 'bad', action: 'stop', time: at('10:00:00') }],
      exposure: [
        { item: 'bad', request: 'r1', time: at('09:00:00') },
        { item: 'bad', request: 'r2', time: at('10:00:10') },
      ],
    },
    verdict: 'pass',
  },
  {
    title: text(
      '恢复之后可以展示，同一时刻停止与恢复按停止算',
      'after a restoration it may be shown; a stop and a restoration of one moment count as a stop',
    ),
    records: {
      disposal: [
        { item: 'bad', action: 'stop', time: at('10:00:00') },
        { item: 'bad', action: 'restore', time: at('12:00:00') },
        { item: 'worse', action: 'stop', time: at('10:00:00') },
        { item: 'worse', action: 'restore', time: at('10:00:00') },
      ],
      exposure: [
        { item: 'bad', request: 'r1', time: at('12:30:00') },
        { item: 'worse', request: 'r2', time: at('12:30:00') },
      ],
    },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('没有处置记录', 'no disposal is on record'),
    records: { exposure: [{ item: 'good' }] },
    verdict: 'not-applicable',
  },
];
