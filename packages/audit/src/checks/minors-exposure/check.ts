import { text } from '@suanjian/rulebook';
import { defineCheck } from '../../engine/check.ts';
import { clausesOf } from '../common/clauses.ts';
import { exposureRow, labelledExposures } from '../common/labelled-exposures.ts';
import { examples } from './examples.ts';

export const minorsExposure = defineCheck({
  id: 'minors-exposure',
  version: 1,
  status: 'live',
  title: text('未成年人接触受限内容', 'Restricted content shown to minors'),
  question: text(
    '提供者知道是未成年人的人，是否被展示了不适合未成年人的内容？',
    'Were people whom the provider knew to be minors shown content that is not fit for minors?',
  ),
  advice: text(
    '查看列出的展示：内容带着受限标记仍到了未成年人面前，说明这个版面没有按人群过滤。只有当时已知为未成年人的展示才会查到；没有写 audience 的人不在其中。',
    'Look at the exposures named: an item that carried the label and still reached a minor shows a page position that does not filter by audience. Only exposures to people known to be minors then are looked at; those without an audience are not.',
  ),
  clauses: clausesOf('minors-exposure'),
  checklist: [21],
  families: ['exposure'],
  needs: ['exposure.audience', 'exposure.labels'],
  method: 'invariant',
  relation: labelledExposures('minor'),
  parts: { row: exposureRow, must: 'NOT struck' },
  by: ['algorithm'],
  parameters: [
    {
      name: 'labels',
      value: ['restricted-minors'],
      meaning: text('哪些标记的内容不得展示给未成年人。', 'Labels of items that minors may not be shown.'),
      source: { kind: 'policy default' },
    },
  ],
  methodParameters: {},
  day: 'day',
  examples,
});
