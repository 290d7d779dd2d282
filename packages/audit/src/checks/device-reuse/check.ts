import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const deviceReuse = defineCheck({
  id: 'device-reuse',
  version: 1,
  status: 'live',
  title: text('一台设备多个账号', 'Devices shared by many accounts'),
  question: text('有没有一台设备注册、登录了大量账号？', 'Did one device register or carry a great many accounts?'),
  advice: text(
    '查看列出的设备：家人合用一般不过几个账号；成批的多半是假账号。',
    'Look at the devices named: families share a few accounts, farms many.',
  ),
  clauses: clausesOf('device-reuse'),
  families: ['account'],
  needs: ['account.device'],
  method: 'invariant',
  relation: `SELECT device, accounts <= {{parameter.atMost}} AS few FROM (
  SELECT device, uniqExact(user) AS accounts FROM {{account.history}} AS entries WHERE device != '' GROUP BY device
) AS devices`,
  parts: { row: 'device', must: 'few' },
  parameters: [
    {
      name: 'atMost',
      value: 5,
      meaning: text('一台设备上的账号数上限。', 'The most accounts on one device.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {},
  history: 'all',
  examples,
});
