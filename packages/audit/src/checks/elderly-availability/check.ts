import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const elderlyAvailability = defineCheck({
  id: 'elderly-availability',
  version: 1,
  status: 'live',
  title: text('适老服务可用', 'Services for older people available'),
  question: text(
    '老年用户中，是否有人用上了适老模式？若几乎没有人用上，它多半找不到或开不了。',
    'Does anybody among the older users have the mode made for older people on? Where hardly anybody does, it can hardly be found or switched on.',
  ),
  advice: text(
    '日志只看得到有没有人用上，看不到是否好用：请一位老年人亲自试一次出行、就医、购物、办事。也可能是模式的开启没有写入日志（elder-mode-on），或换密钥后没有重述。每人只算一次。',
    'A log shows whether people have it, not whether it serves them: let an older person try travel, medical care, shopping and public business. Perhaps switching it on is not logged (elder-mode-on), or was not restated under a new key. Each person counts once.',
  ),
  clauses: clausesOf('elderly-availability'),
  checklist: [22],
  families: ['control', 'exposure'],
  needs: ['exposure.audience'],
  method: 'invariant',
  relation: `SELECT older.user AS user, chosen.user != '' AS available
FROM (
  SELECT provider, user FROM {{exposure}} AS every_exposure WHERE audience = 'older' GROUP BY provider, user
) AS older
LEFT JOIN (
  SELECT provider, user FROM {{control.history}} AS every_choice WHERE action = 'elder-mode-on' GROUP BY provider, user
) AS chosen ON older.provider = chosen.provider AND older.user = chosen.user`,
  parts: { row: 'user', must: 'available' },
  parameters: [
    {
      name: 'without',
      value: 0.99,
      meaning: text(
        '至多多大比例的老年用户可以没有用上；再高就说明用不上。',
        'The share of older users who may go without; beyond it the mode is not available.',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { tolerance: '{{parameter.without}}' },
  history: 'all',
  examples,
});
