import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const accountHandover = defineCheck({
  id: 'account-handover',
  version: 1,
  status: 'live',
  title: text('账号易主', 'Accounts that change hands'),
  question: text(
    '有没有账号先后由不同的人实名持有？',
    'Did any account have different verified holders one after the other?',
  ),
  advice: text(
    '核实列出的账号：改名、亲属继承有手续；没有手续的多半是买卖。',
    'Verify the accounts named: a change of name or an inheritance has papers; the others were most likely sold.',
  ),
  clauses: clausesOf('account-handover'),
  families: ['account'],
  needs: ['account.holder'],
  method: 'invariant',
  relation: `SELECT user, holders = 1 AS one FROM (
  SELECT user, uniqExact(holder) AS holders FROM {{account.history}} AS entries WHERE holder != '' GROUP BY user
) AS accounts`,
  parts: { row: 'user', must: 'one' },
  parameters: [
    {
      name: 'tolerance',
      value: 0.001,
      meaning: text('允许有正当手续的易主账号的份额。', 'The share of accounts that may change hands, with papers.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: { tolerance: '{{parameter.tolerance}}' },
  history: 'all',
  examples,
});
