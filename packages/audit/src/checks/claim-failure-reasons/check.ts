import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const claimFailureReasons = defineCheck({
  id: 'claim-failure-reasons',
  version: 1,
  status: 'live',
  title: text('领取失败原因真实', 'True reasons for failed claims'),
  question: text(
    '领取优惠失败时，人看到的是真实原因，还是含糊的托词？',
    'When a claim failed, did the person see the true reason, or a vague excuse?',
  ),
  advice: text(
    '把真实原因写给人看：已领完、不符合条件、已领过。',
    'Tell people the true reason: all gone, not eligible, claimed already.',
  ),
  clauses: clausesOf('claim-failure-reasons'),
  families: ['engagement'],
  needs: ['engagement.reason'],
  method: 'invariant',
  relation: `SELECT user, object, time, day, reason != '' AND shown_reason = reason AND NOT has({{parameter.vague}}, toString(shown_reason)) AS honest FROM {{engagement}} AS acts WHERE action = 'claim' AND NOT succeeded`,
  parts: { row: "concat(user, ' ', object, ' ', toString(time))", must: 'honest' },
  parameters: [
    {
      name: 'vague',
      value: ['too-late', 'missed', 'try-again', 'busy', 'unknown', 'other'],
      meaning: text('算作含糊的说法。', 'Reasons that count as vague.'),
      source: { kind: 'clause', clause: 'checklist/20' },
    },
  ],
  methodParameters: {},
  day: 'day',
  examples,
});
