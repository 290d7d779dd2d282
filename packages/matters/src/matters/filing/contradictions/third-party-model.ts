import { text } from '@suanjian/rulebook';
import { exampleGenerator, exampleModelNumber, exampleRecommender } from '../examples.ts';
import { parseFilingNumber } from '@suanjian/register';
import { entries, isBlank } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const thirdPartyModel: ContradictionRule = {
  name: 'third-party-model',
  title: text('第三方模型缺少编号或协议', "Another party's model lacks its number or contract"),
  grade: 'blocking',
  find: ({ models }, { numberPrefixes }) =>
    entries(models).flatMap(([index, { source, name = '', filingNumber, contract = [] }]) => {
      if (source !== 'third-party') return [];
      const at = `/form/models/${index}`;
      const reading = parseFilingNumber(filingNumber ?? '', { prefixes: numberPrefixes });
      return [
        ...(isBlank(filingNumber)
          ? [
              {
                pointers: [`${at}/filingNumber`] as const,
                text: text(`第三方模型「${name}」没有填写它的备案编号。`, `The filing number of “${name}” is missing.`),
              },
            ]
          : reading.ok
            ? []
            : [
                {
                  pointers: [`${at}/filingNumber`] as const,
                  text: text(
                    `第三方模型「${name}」的备案编号不对：${reading.faults.map(({ message }) => message.zh).join('')}`,
                    `The filing number of “${name}” is wrong: ${reading.faults.map(({ message }) => message.en).join(' ')}`,
                  ),
                },
              ]),
        ...(contract.length === 0
          ? [
              {
                pointers: [`${at}/contract`] as const,
                text: text(`第三方模型「${name}」没有上传合作协议。`, `The contract for “${name}” is missing.`),
              },
            ]
          : []),
      ];
    }),
  examples: [
    { title: 'number and contract are there', form: exampleGenerator, expect: [] },
    { title: 'an own model needs neither', form: exampleRecommender, expect: [] },
    {
      title: 'neither is there',
      form: { ...exampleGenerator, models: [{ name: '某模型', source: 'third-party' }] },
      expect: ['/form/models/0/filingNumber', '/form/models/0/contract'],
    },
    {
      title: "the demonstration's prefix",
      form: {
        ...exampleGenerator,
        models: [{ ...exampleGenerator.models?.[0], filingNumber: `示例算备${exampleModelNumber}号` }],
      },
      facts: { numberPrefixes: ['示例算备'] },
      expect: [],
    },
    {
      title: 'one digit is wrong',
      form: {
        ...exampleGenerator,
        models: [{ ...exampleGenerator.models?.[0], filingNumber: '网信算备110108765432101250032号' }],
      },
      expect: ['/form/models/0/filingNumber'],
    },
  ],
};
