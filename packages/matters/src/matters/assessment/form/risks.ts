import type { FormValues } from '../../../engine/form.ts';
import { choice, fieldsOf, list, long, short, yesNo, type ValuesOf } from '../../common/fields.ts';
import { effectOptions, likelihoodOptions, riskKindOptions } from '../options.ts';

const risk = fieldsOf('risks', 'confidential', 'final/8');
const present = ({ present: there }: FormValues): boolean => there !== false;
const absent = (form: FormValues): boolean => !present(form);

const riskFields = {
  kind: risk(['种类', 'Kind'], ['哪一种风险。', 'Which kind of risk.'], choice(riskKindOptions)),
  present: risk(
    ['存在这种风险', 'It exists here'],
    ['不存在的选“否”并说明理由，不再打分。', 'Where it does not, say no and why; it is not scored then.'],
    yesNo,
  ),
  whyAbsent: risk(['为什么不存在', 'Why it does not'], ['写明理由。', 'The reasons.'], long(1000), { shown: absent }),
  description: risk(['风险', 'The risk'], ['可能发生什么、影响谁。', 'What may happen, and to whom.'], long(2000), {
    shown: present,
  }),
  likelihood: risk(['可能性', 'Likelihood'], ['采取措施之前。', 'Before any measure.'], choice(likelihoodOptions), {
    shown: present,
  }),
  effect: risk(['影响', 'Effect'], ['采取措施之前。', 'Before any measure.'], choice(effectOptions), {
    shown: present,
  }),
  measures: risk(['措施', 'Measures'], ['已经采取的措施。', 'What is done about it.'], long(2000), { shown: present }),
  remainingLikelihood: risk(
    ['剩余可能性', 'Likelihood that remains'],
    ['采取措施之后。', 'After the measures.'],
    choice(likelihoodOptions),
    { shown: present },
  ),
  remainingEffect: risk(
    ['剩余影响', 'Effect that remains'],
    ['采取措施之后。', 'After the measures.'],
    choice(effectOptions),
    { shown: present },
  ),
  post: risk(['负责岗位', 'Post in charge'], ['写岗位，不写姓名。', 'The post, no name.'], short(80), {
    shown: present,
  }),
} as const;

export type RiskRow = ValuesOf<typeof riskFields>;

export const riskMatrix = {
  risks: risk(
    ['风险矩阵', 'Risk matrix'],
    [
      '五种风险每种至少一行。得分为可能性乘影响，分级界线是本平台的默认政策。',
      'Each of the five kinds at least once. The score is likelihood times effect; the lines between bands are this platform’s default policy.',
    ],
    list(riskFields, 1, 60),
  ),
} as const;
