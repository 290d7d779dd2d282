import type { FormValues } from '../../engine/form.ts';

export const exampleRequest: FormValues = {
  company: '云岭科技有限公司',
  request: 'r-42',
  effect: '求职信息排在最后，几乎看不到。',
  reached: 'contact',
  contact: 'asker@example.org',
  share: false,
};

export const exampleSentences: FormValues = {
  sentences: [
    {
      zh: '结果依据你的标签 football 产生。',
      en: 'It was made from your tag football.',
      source: 'exposure 2026-03-01/b-1/0 leaf 4',
    },
  ],
};
