import { text } from '@suanjian/rulebook';
import { exampleModelNumber, exampleRecommender } from '../examples.ts';
import type { ContradictionRule } from './rule.ts';

const fields = [
  'disclosurePrinciple',
  'disclosureMechanism',
  'disclosureScenario',
  'disclosurePurpose',
  'scenario',
  'purpose',
  'introduction',
] as const;

export const foreignNumberInText: ContradictionRule = {
  name: 'foreign-number-in-text',
  title: text('文字里写了别的备案编号', 'The text states the number of another filing'),
  grade: 'blocking',
  find: (form, { number }) =>
    fields.flatMap((field) =>
      [...(form[field] ?? '').normalize('NFKC').matchAll(/(?<!\d)\d{21}(?!\d)/g)]
        .map(([digits]) => digits)
        .filter((digits) => digits !== number)
        .map((digits) => ({
          pointers: [`/form/${field}`] as const,
          clause: 'final/26',
          text: text(
            `文字里写了编号 ${digits}，它不是本算法的编号，请删除。`,
            `The text states the number ${digits}, which is not this algorithm's. Take it out.`,
          ),
        })),
    ),
  examples: [
    { title: 'no number', form: exampleRecommender, expect: [] },
    {
      title: "another filing's number",
      form: { ...exampleRecommender, disclosurePrinciple: `备案编号：网信算备${exampleModelNumber}号。` },
      expect: ['/form/disclosurePrinciple'],
    },
    {
      title: 'its own number, in a change',
      form: { ...exampleRecommender, disclosurePrinciple: `备案编号：${exampleModelNumber}。` },
      facts: { number: exampleModelNumber },
      expect: [],
    },
  ],
};
