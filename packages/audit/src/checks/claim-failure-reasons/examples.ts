import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const refused = (reason: string | undefined, shown: string | undefined): Readonly<Record<string, unknown>> => ({
  action: 'claim',
  object: 'c-1',
  succeeded: false,
  reason,
  shown_reason: shown,
});

export const examples: readonly CheckExample[] = [
  {
    title: text('说的是真实原因', 'the true reason'),
    records: { engagement: [refused('sold-out', 'sold-out')] },
    verdict: 'pass',
  },
  {
    title: text('说的不是真实原因', 'another reason'),
    records: { engagement: [refused('not-eligible', 'sold-out')] },
    verdict: 'fail',
  },
  {
    title: text('含糊的说法，即使记录里也这样写', 'a vague one, even when the record agrees'),
    records: { engagement: [refused('busy', 'busy')] },
    verdict: 'fail',
  },
  {
    title: text('什么也没说', 'nothing was said'),
    records: { engagement: [refused('sold-out', undefined), refused('sold-out', 'sold-out')] },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('没有记录原因', 'reasons are not on record'),
    records: { engagement: [refused(undefined, undefined)] },
    verdict: 'not-applicable',
  },
];
