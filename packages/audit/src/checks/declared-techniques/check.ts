import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { examples } from './examples.ts';

export const declaredTechniques = defineCheck({
  id: 'declared-techniques',
  version: 1,
  status: 'live',
  title: text('声明的技术类型与实际一致', 'Techniques as declared'),
  question: text(
    '日志里用到的技术类型，备案时都声明了吗？',
    'Was every kind of technique that the log shows declared in the filing?',
  ),
  advice: text(
    '要么办理变更备案，要么停用未声明的技术。',
    'Either file the change, or stop using what was not declared.',
  ),
  clauses: clausesOf('declared-techniques'),
  families: ['exposure', 'declaration'],
  needs: ['exposure.algorithm', 'declaration.techniques'],
  method: 'invariant',
  relation: `SELECT used.algorithm AS algorithm, used.technique AS technique, has(known.declared, used.technique) AS declared
FROM (
  SELECT algorithm, toString(kind) AS technique
  FROM (SELECT algorithm, technique AS kind FROM {{exposure}} AS shown WHERE algorithm != '' GROUP BY algorithm, kind) AS by_algorithm
) AS used
LEFT JOIN (
  SELECT algorithm, argMax(techniques, time) AS declared FROM {{declaration.history}} AS declarations
  WHERE notEmpty(techniques) GROUP BY algorithm
) AS known ON used.algorithm = known.algorithm`,
  parts: { row: "concat(algorithm, ' ', technique)", must: 'declared' },
  parameters: [],
  methodParameters: {},
  history: 'all',
  examples,
});
