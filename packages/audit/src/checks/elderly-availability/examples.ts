import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const people = (count: number) => Array.from({ length: count }, (_, person) => `u${person}`);
const shown = (audience: string) => (user: string) => ({ user, audience, request: `r-${user}` });
const on = (user: string) => ({ user, action: 'elder-mode-on' });

export const examples: readonly CheckExample[] = [
  {
    title: text('三成老年用户用上了适老模式', 'three in ten older users have it on'),
    records: { exposure: people(100).map(shown('older')), control: people(30).map(on) },
    verdict: 'pass',
    units: [{ verdict: 'pass', values: { rows: 100, broken: 70 } }],
  },
  {
    title: text('一千名老年用户无一用上', 'of a thousand older users nobody has'),
    records: { exposure: people(1000).map(shown('older')), control: [{ user: 'ann', action: 'opt-out' }] },
    verdict: 'fail',
    units: [{ verdict: 'fail', values: { rows: 1000, broken: 1000 } }],
  },
  {
    title: text('只有别的人群在用，不算老年人用得上', 'others have it on, older people do not'),
    records: {
      exposure: [...people(1000).map(shown('older')), shown('adult')('ann')],
      control: [on('ann')],
    },
    verdict: 'fail',
  },
  {
    title: text('老年用户太少', 'too few older users'),
    records: { exposure: people(10).map(shown('older')), control: [on('ann')] },
    verdict: 'not-enough-data',
  },
  {
    title: text('日志从不记录人群', 'the log never says who people are'),
    records: { exposure: [{ user: 'ann' }], control: [on('ann')] },
    verdict: 'not-applicable',
  },
];
