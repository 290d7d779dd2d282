import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { localTime } from '../common/sessions.ts';
import { everSwitched, person, switchChanges } from '../common/switch-changes.ts';
import { examples } from './examples.ts';

const steps = `SELECT 'steps' AS kind, concat(user, ' ', ${localTime('time')}, ' ', toString(steps), ' steps') AS row,
  steps <= {{parameter.steps}} AS kept
FROM {{control}} AS every_opt_out
WHERE action = 'opt-out' AND origin != 'key-epoch'`;

/** The most prompts within thirty days that each person who ever switched off was shown while it was off, counted up to prompts of the period. */
const prompts = `SELECT 'prompts' AS kind, concat(people.name, ' ', toString(shown.most), ' prompts') AS row, shown.most <= {{parameter.prompts}} AS kept
FROM (
  SELECT ${person}, any(user) AS name FROM {{control.history}} AS opted_out WHERE action = 'opt-out' GROUP BY person
) AS people
LEFT JOIN (
  SELECT person,
    arrayMax(arrayMap(one -> if(one.2, arrayCount(other -> other.1 <= one.1 AND dateDiff('second', other.1, one.1) < 2592000, times), 0), times)) AS most
  FROM (
    SELECT prompt.person AS person, groupArray((prompt.time, prompt.asked_for)) AS times
    FROM (
      SELECT ${person}, time, day IN (SELECT day FROM {{control}} AS days_asked_for WHERE action = 'prompt-shown') AS asked_for
      FROM {{control.history}} AS every_prompt
      WHERE action = 'prompt-shown' AND user IN (${everSwitched('opt-out')})
    ) AS prompt
    ASOF JOIN (${switchChanges('opt-out', 'opt-in')}) AS switched
      ON prompt.person = switched.person AND prompt.time >= switched.changed
    WHERE switched.holds = 1
    GROUP BY prompt.person
  ) AS prompted
) AS shown ON people.person = shown.person`;

export const optOutReachable = defineCheck({
  id: 'opt-out-reachable',
  version: 1,
  status: 'live',
  title: text('关闭入口便捷、不反复弹窗', 'Opt-out easy to reach, no nagging'),
  question: text(
    '关闭个性化要点几次才能找到？关闭之后是否反复弹窗劝人重新开启？',
    'How many clicks does it take to switch personalisation off? Are people nagged to switch it on again?',
  ),
  advice: text(
    '两项分别给出结论：steps（到达开关的点击次数）与 prompts（关闭期间三十天内的弹窗次数）。点击次数的限度借用应用程序中隐私政策的认定标准；弹窗的限度没有公布的来源，缺省为三十天内一次。与个性化无关的弹窗不应记为 prompt-shown。',
    'Two verdicts: steps (clicks to reach the switch) and prompts (within thirty days while it is off). The limit of clicks is borrowed from the rule by which an app’s privacy policy counts as hard to reach; no source publishes one for prompts, once in thirty days is the default. Pop-ups about anything else should not be recorded as prompt-shown.',
  ),
  clauses: clausesOf('opt-out-reachable'),
  checklist: [4],
  families: ['control'],
  needs: ['control.steps'],
  method: 'invariant',
  relation: `${steps}
UNION ALL
${prompts}`,
  parts: { row: 'row', must: 'kept' },
  by: ['kind'],
  parameters: [
    {
      name: 'steps',
      value: 4,
      meaning: text('到达开关至多点击几次。', 'Clicks to the switch at most.'),
      source: { kind: 'published', reference: 'apps-2019' },
    },
    {
      name: 'prompts',
      value: 1,
      meaning: text('关闭期间任意三十天内至多提示几次。', 'Prompts within any thirty days while it is off, at most.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {},
  history: 'all',
  references: [
    {
      id: 'apps-2019',
      citation:
        '国家网信办等四部门，《App违法违规收集使用个人信息行为认定方法》（国信办秘字〔2019〕191号）第一条第三项 (Method for establishing unlawful collection of personal data by apps, 2019: more than four clicks to the privacy policy counts as hard to reach).',
    },
  ],
  examples,
});
