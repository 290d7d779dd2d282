import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const declaredData = defineCheck({
  id: 'declared-data',
  version: 1,
  status: 'live',
  title: text('声明的数据类别与实际一致', 'Kinds of data as declared'),
  question: text(
    '日志里用到的个人信息类别，备案时都声明了吗？',
    'Was every kind of personal data that the log shows declared in the filing?',
  ),
  advice: text(
    '要么停用，要么办理变更备案并重新告知、取得同意。',
    'Either stop using it, or file the change, tell people and ask their consent anew.',
  ),
  clauses: clausesOf('declared-data'),
  families: ['exposure', 'declaration'],
  needs: ['exposure.algorithm', 'exposure.data_used', 'declaration.data_used'],
  method: 'invariant',
  relation: `SELECT used.algorithm AS algorithm, used.kind AS kind, has(known.declared, used.kind) AS declared
FROM (
  SELECT algorithm, toString(arrayJoin(kinds)) AS kind
  FROM (SELECT algorithm, groupUniqArrayArray(data_used) AS kinds FROM {{exposure}} AS shown WHERE algorithm != '' GROUP BY algorithm) AS by_algorithm
) AS used
LEFT JOIN (
  SELECT algorithm, argMax(data_used, time) AS declared FROM {{declaration.history}} AS declarations
  WHERE notEmpty(data_used) GROUP BY algorithm
) AS known ON used.algorithm = known.algorithm`,
  parts: { row: "concat(algorithm, ' ', kind)", must: 'declared' },
  parameters: [],
  methodParameters: {},
  history: 'all',
  examples,
});
