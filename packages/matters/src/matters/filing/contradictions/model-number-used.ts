import { text } from '@suanjian/rulebook';
import { parseFilingNumber } from '@suanjian/register';
import { exampleGenerator, exampleModelNumber } from '../examples.ts';
import { entries, sameName } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const modelNumberUsed: ContradictionRule = {
  name: 'model-number-used',
  title: text('编号已经用在别处', 'A number is in use elsewhere'),
  grade: 'blocking',
  find: ({ models }, { number, otherFilings, numberPrefixes }) => {
    const seen = new Map<string, string>();
    return entries(models).flatMap(([index, { name = '', supplier = '', filingNumber = '' }]) => {
      const reading = parseFilingNumber(filingNumber, { prefixes: numberPrefixes });
      if (!reading.ok) return [];
      const pointers = [`/form/models/${index}/filingNumber`] as const;
      const earlier = seen.get(reading.number);
      seen.set(reading.number, supplier);
      if (reading.number === number)
        return [
          {
            pointers,
            text: text(
              `「${name}」填的是本算法自己的编号，应填模型提供方的编号。`,
              `“${name}” carries this algorithm's own number; give the supplier's.`,
            ),
          },
        ];
      const own = otherFilings.find((filing) => filing.number === reading.number);
      if (own !== undefined)
        return [
          {
            pointers,
            text: text(
              `「${name}」填的编号属于本单位的「${own.title}」，不是第三方模型的。`,
              `The number of “${name}” belongs to your own “${own.title}”, not to another party's model.`,
            ),
          },
        ];
      return earlier !== undefined && !sameName(earlier, supplier)
        ? [
            {
              pointers,
              text: text(
                `「${name}」与「${earlier}」的模型用了同一个编号，提供方却不同。`,
                `“${name}” has the same number as a model of “${earlier}”, but another supplier.`,
              ),
            },
          ]
        : [];
    });
  },
  examples: [
    { title: "the supplier's number", form: exampleGenerator, expect: [] },
    {
      title: 'the own number',
      form: exampleGenerator,
      facts: { number: exampleModelNumber },
      expect: ['/form/models/0/filingNumber'],
    },
    {
      title: 'the number of an own filing',
      form: exampleGenerator,
      facts: { otherFilings: [{ title: '云岭语言模型', status: 'filed', number: exampleModelNumber }] },
      expect: ['/form/models/0/filingNumber'],
    },
    {
      title: 'one number, two suppliers',
      form: {
        ...exampleGenerator,
        models: [...(exampleGenerator.models ?? []), { ...exampleGenerator.models?.[0], supplier: '近水示例公司' }],
      },
      expect: ['/form/models/1/filingNumber'],
    },
    {
      title: 'two models of one supplier under one number',
      form: { ...exampleGenerator, models: [...(exampleGenerator.models ?? []), ...(exampleGenerator.models ?? [])] },
      expect: [],
    },
  ],
};
