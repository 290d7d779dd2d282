import { text } from '@suanjian/rulebook';
import { defineCheck, type Check } from '../check.ts';

/** Whether more than a hundredth of what each surface shows is personalised: no clause asks it, everything about it is easy to see. */
export const shareCheck: Check = defineCheck({
  id: 'test-share',
  version: 1,
  status: 'live',
  title: text('个性化比例', 'Personalised share'),
  question: text('个性化的结果多吗？', 'How much of it is personalised?'),
  advice: text('看一看。', 'Have a look.'),
  clauses: [{ clause: 'final/17.1', severity: 'duty' }],
  families: ['exposure', 'control'],
  needs: [],
  method: 'test-share',
  relation:
    'SELECT day, row_no, surface, personalised FROM {{exposure}} WHERE user NOT IN (SELECT user FROM {{control.history}} WHERE false) AND position <= {{parameter.places}}',
  parts: { outcome: 'personalised' },
  by: ['surface'],
  parameters: [
    {
      name: 'materiality',
      value: 0.01,
      meaning: text('实质大小', 'size that matters'),
      source: { kind: 'policy default' },
    },
    { name: 'places', value: 100, meaning: text('前几位', 'so many places'), source: { kind: 'policy default' } },
  ],
  methodParameters: { materiality: '{{parameter.materiality}}' },
  day: 'day',
  history: 'all',
  examples: [],
});
