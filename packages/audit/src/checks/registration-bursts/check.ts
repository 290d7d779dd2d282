import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const registrationBursts = defineCheck({
  id: 'registration-bursts',
  version: 1,
  status: 'live',
  title: text('集中注册', 'Registrations in bursts'),
  question: text('有没有账号在很短时间里成批注册？', 'Were accounts registered in batches within a short time?'),
  advice: text(
    '核查列出时段注册的账号：设备、实名、此后的行为是否相近。有据可查的推广活动能解释突增；已被平台处理的账号不计。',
    'Look into the accounts registered in the windows named: do devices, holders and later acts agree? A campaign with papers may explain them; accounts that were sanctioned or closed already are not counted.',
  ),
  clauses: clausesOf('registration-bursts'),
  families: ['account'],
  needs: [],
  method: 'burst',
  relation: `SELECT if(channel = '', '(none)', toString(channel)) AS way, time FROM {{account}} AS entries
WHERE event = 'registered' AND user NOT IN (
  SELECT user FROM {{account.history}} AS handled WHERE event IN ('sanctioned', 'closed')
)`,
  parts: { object: 'way', time: 'time' },
  parameters: [
    {
      name: 'window',
      value: 600000,
      meaning: text('以多少毫秒为一个时段。', 'How many milliseconds a window lasts.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'atLeast',
      value: 20,
      meaning: text('一个时段内注册多少个起才算一批。', 'How many registrations in a window make a batch at least.'),
      source: { kind: 'policy default' },
    },
    {
      name: 'materiality',
      value: 4,
      meaning: text(
        '超出平常几倍算突增（4 即平常的五倍）。',
        'How many times the usual level on top of it make a burst.',
      ),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {
    window: '{{parameter.window}}',
    atLeast: '{{parameter.atLeast}}',
    materiality: '{{parameter.materiality}}',
    baseline: 'seasonal',
  },
  history: 'all',
  examples,
});
