import { text } from '@suanjian/rulebook';
import { exampleFile, exampleRecommender } from '../examples.ts';
import { essence } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

const named = ['assessmentReport', 'disclosureText'] as const;

export const attachmentName: ContradictionRule = {
  name: 'attachment-name',
  title: text('附件文件名与算法名称不符', 'File names do not carry the name of the algorithm'),
  grade: 'warning',
  find: (form, { otherFilings }) => {
    const own = essence(form.algorithmName ?? '');
    if (own === '') return [];
    return named.flatMap((field) =>
      (form[field] ?? []).flatMap(({ name }, index) => {
        const file = essence(name);
        if (file.includes(own)) return [];
        const other = otherFilings.find(({ title }) => essence(title) !== '' && file.includes(essence(title)));
        return [
          {
            pointers: [`/form/${field}/${index}`, '/form/algorithmName'] as const,
            text:
              other === undefined
                ? text(
                    `文件「${name}」的文件名没有写本算法的名称，请核对是不是传错了。`,
                    `The file “${name}” does not carry the name of this algorithm. Is it the right one?`,
                  )
                : text(
                    `文件「${name}」写的是另一个算法「${other.title}」。`,
                    `The file “${name}” carries the name of another algorithm, “${other.title}”.`,
                  ),
          },
        ];
      }),
    );
  },
  examples: [
    { title: 'both carry the name', form: exampleRecommender, expect: [] },
    {
      title: 'a report without a name',
      form: { ...exampleRecommender, assessmentReport: [exampleFile('报告终稿.pdf')] },
      expect: ['/form/assessmentReport/0'],
    },
    {
      title: "another filing's text",
      form: { ...exampleRecommender, disclosureText: [exampleFile('云岭短视频排序算法-拟公示内容.pdf')] },
      facts: { otherFilings: [{ title: '云岭短视频排序算法', status: 'filed' }] },
      expect: ['/form/disclosureText/0'],
    },
  ],
};
