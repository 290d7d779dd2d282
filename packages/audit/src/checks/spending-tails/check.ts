import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { audienceOf } from '../common/sessions.ts';
import { examples } from './examples.ts';

export const spendingTails = defineCheck({
  id: 'spending-tails',
  version: 1,
  status: 'live',
  title: text('过度消费', 'Excessive spending'),
  question: text(
    '各人群中，三十天内消费超出限度的人是否多于容许的比例？',
    'In any audience, do more people than is tolerable spend beyond a limit within thirty days?',
  ),
  advice: text(
    '每个消费过的人只算一次，看其最近一次消费为止的三十天。先排除企业采购、代购账号与退款未冲销；再看推荐是否对消费多的人推得更紧（限时、抽取、连续充值）。限度没有公布的来源，请按服务的性质确定并说明。未成年人另有更严的检查 minors-time，不在其中。',
    'Each person who spent counts once, with the thirty days up to their last spending. First rule out business accounts, buyers for others and refunds that were not taken off; then see whether recommendation presses those who spend most (limited offers, draws, topping up again and again). No source publishes limits: set them for the service and say so. Minors are held to stricter limits by minors-time and are not among them.',
  ),
  clauses: clausesOf('spending-tails'),
  families: ['engagement'],
  needs: ['engagement.amount'],
  method: 'invariant',
  relation: `SELECT user, ${audienceOf('max(audience_of_day)')} AS audience,
  arraySum(arrayMap(one -> if(one.1 > max(day) - 30, one.2, 0), groupArray((day, spent)))) AS total
FROM (
  SELECT provider, user, day, max(audience) AS audience_of_day, sum(assumeNotNull(amount)) AS spent
  FROM {{engagement}} AS every_act
  WHERE action = 'spend' AND isNotNull(amount) AND audience != 'minor'
  GROUP BY provider, user, day
) AS days_of_spending
GROUP BY provider, user`,
  parts: { row: "concat(user, ' ', toString(total))", must: 'total <= {{parameter.limit}}' },
  by: ['audience'],
  parameters: [
    {
      name: 'limit',
      value: 500000,
      meaning: text('三十天内消费超过多少分算过度。', 'Fen within thirty days beyond which spending is excessive.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'tolerance',
      value: 0.01,
      meaning: text('容许多大比例的人超出。', 'The share of people who may exceed it.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { tolerance: '{{parameter.tolerance}}' },
  examples,
});
