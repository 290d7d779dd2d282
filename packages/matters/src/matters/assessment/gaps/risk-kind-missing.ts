import { text } from '@suanjian/rulebook';
import { riskKindOptions } from '../options.ts';
import type { GapRule } from './rule.ts';

export const riskKindMissing: GapRule = {
  name: 'risk-kind-missing',
  title: text('风险矩阵缺一种', 'A kind of risk is missing'),
  grade: 'blocking',
  find: ({ risks = [] }) =>
    riskKindOptions
      .filter(({ value }) => risks.every(({ kind }) => kind !== value))
      .map(({ value, label }) => ({
        subject: value,
        pointers: ['/form/risks'] as const,
        clause: 'final/8',
        text: text(
          `风险矩阵没有「${label.zh}」。不存在的也要列一行并写明理由。`,
          `The matrix has no row for “${label.en}”. Where it does not exist, give it a row that says why.`,
        ),
      })),
};
