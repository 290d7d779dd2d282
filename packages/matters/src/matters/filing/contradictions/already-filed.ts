import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { sameName } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

const over: ReadonlySet<string> = new Set(['refused', 'withdrawn', 'cancelled', 'revoked']);

export const alreadyFiled: ContradictionRule = {
  name: 'already-filed',
  title: text('同名算法已经备案或正在办理', 'An algorithm of that name is filed or under way'),
  grade: 'blocking',
  find: ({ algorithmName = '' }, { otherFilings }) =>
    otherFilings
      .filter(
        ({ title, status }) =>
          algorithmName.trim() !== '' && status !== 'draft' && !over.has(status) && sameName(title, algorithmName),
      )
      .map(({ title, number }) => ({
        pointers: ['/form/algorithmName'] as const,
        clause: 'final/24.2',
        text:
          number === undefined
            ? text(
                `本单位的「${title}」正在办理备案，不要重复提交。`,
                `Your “${title}” is being filed already; do not file it twice.`,
              )
            : text(
                `本单位的「${title}」已备案（${number}），有变化请办理变更。`,
                `Your “${title}” is filed already (${number}); if it has changed, file a change.`,
              ),
      })),
  examples: [
    { title: 'no other filing', form: exampleRecommender, expect: [] },
    {
      title: 'filed already',
      form: exampleRecommender,
      facts: { otherFilings: [{ title: '云岭阅读文章推荐算法', status: 'filed', number: '1' }] },
      expect: ['/form/algorithmName'],
    },
    {
      title: 'an earlier one was withdrawn',
      form: exampleRecommender,
      facts: { otherFilings: [{ title: '云岭阅读文章推荐算法', status: 'withdrawn' }] },
      expect: [],
    },
    {
      title: 'another name',
      form: exampleRecommender,
      facts: { otherFilings: [{ title: '云岭短视频排序算法', status: 'filed' }] },
      expect: [],
    },
  ],
};
