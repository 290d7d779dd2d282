import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { exposureRow, labelledExposures } from '../common/labelled-exposures.ts';
import { examples } from './examples.ts';

export const elderlyFraud = defineCheck({
  id: 'elderly-fraud',
  version: 1,
  status: 'live',
  title: text('老年人接触涉诈信息', 'Fraud shown to older people'),
  question: text(
    '已识别为涉诈的内容，是否仍展示给老年人？',
    'Was content already recognised as fraudulent still shown to older people?',
  ),
  advice: text(
    '查看列出的展示：内容在展示时已带涉诈标记，却没有被拦下。多半是标记写入与展示读取之间脱节。只有当时已知为老年人的展示才会查到。',
    'Look at the exposures named: the item carried the label of fraud when it was shown and was let through. Usually the label is written where the serving path does not read it. Only exposures to people known to be older then are looked at.',
  ),
  clauses: clausesOf('elderly-fraud'),
  checklist: [22],
  families: ['exposure'],
  needs: ['exposure.audience', 'exposure.labels'],
  method: 'invariant',
  relation: labelledExposures('older'),
  parts: { row: exposureRow, must: 'NOT struck' },
  by: ['algorithm'],
  parameters: [
    {
      name: 'labels',
      value: ['fraud'],
      meaning: text('哪些标记表示涉诈。', 'Labels that mean fraud.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {},
  day: 'day',
  examples,
});
