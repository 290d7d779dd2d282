import { text } from '@suanjian/rulebook';
import { riskScore } from '../score.ts';
import type { GapRule } from './rule.ts';

/** A high risk that remains, or measures after which it is greater than before, beside the word that all is under control. */
export const riskRemains: GapRule = {
  name: 'risk-remains',
  title: text('剩余风险与结论不符', 'What remains does not fit the outcome'),
  grade: 'lesser',
  find: ({ risks = [], outcome }) =>
    risks.flatMap((row, index) => {
      const score = riskScore(row);
      if (score?.before === undefined || score.after === undefined) return [];
      const grew = score.after.points > score.before.points;
      if (!grew && !(score.after.band === 'high' && outcome === 'under-control')) return [];
      const number = index + 1;
      return [
        {
          subject: String(number),
          pointers: [`/form/risks/${index}/remainingLikelihood`, '/form/outcome'] as const,
          text: grew
            ? text(
                `第 ${number} 行措施之后的得分（${score.after.points}）高于之前（${score.before.points}）。`,
                `Row ${number} scores higher after the measures (${score.after.points}) than before (${score.before.points}).`,
              )
            : text(
                `第 ${number} 行剩余风险仍为高（${score.after.points} 分），结论却是风险可控。`,
                `Row ${number} remains high (${score.after.points}), yet risks are said to be under control.`,
              ),
        },
      ];
    }),
};
