import { text } from '@suanjian/rulebook';
import type { GapRule } from './rule.ts';

export const assessorDependent: GapRule = {
  name: 'assessor-dependent',
  title: text('第三方机构不独立', 'The third party is not independent'),
  grade: 'blocking',
  find: ({ kind, independent }) =>
    kind === 'third-party' && independent === false
      ? [
          {
            subject: 'assessor',
            pointers: ['/form/independent'] as const,
            clause: 'safety-2018/4',
            text: text(
              '机构与本单位有关联，不能算第三方评估。请换机构，或者改为自行评估。',
              'An assessor with such ties is no third party. Choose another, or make it an assessment of your own.',
            ),
          },
        ]
      : [],
};
