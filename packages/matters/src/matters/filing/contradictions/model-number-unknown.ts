import { text } from '@suanjian/rulebook';
import { parseFilingNumber } from '@suanjian/register';
import { exampleGenerator, exampleModelNumber } from '../examples.ts';
import { entries } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const modelNumberUnknown: ContradictionRule = {
  name: 'model-number-unknown',
  title: text('登记册中查不到第三方模型的编号', 'The register does not know the number of a model'),
  grade: 'warning',
  find: ({ models }, { unknownNumbers, numberPrefixes }) =>
    entries(models).flatMap(([index, { name = '', filingNumber = '' }]) => {
      const reading = parseFilingNumber(filingNumber, { prefixes: numberPrefixes });
      return reading.ok && unknownNumbers.includes(reading.number)
        ? [
            {
              pointers: [`/form/models/${index}/filingNumber`] as const,
              text: text(
                `登记册中没有「${name}」的这个编号；可能尚未导入，请核对。`,
                `The register holds no such number for “${name}”; it may not be imported yet. Check it.`,
              ),
            },
          ]
        : [];
    }),
  examples: [
    { title: 'known', form: exampleGenerator, expect: [] },
    {
      title: 'unknown',
      form: exampleGenerator,
      facts: { unknownNumbers: [exampleModelNumber] },
      expect: ['/form/models/0/filingNumber'],
    },
  ],
};
