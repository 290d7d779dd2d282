import { measureWords, text, type Measure } from '@suanjian/rulebook';
import type { FormDefinition, FormValues } from '../../../engine/form.ts';
import { choice, choices, count, fieldsOf, long, short, yesNo } from '../../common/fields.ts';
import { caseForm, type Words } from './lead.ts';

/** What can be imposed; "under other laws" is no penalty but a reference to one. */
export const measures = [
  'warning',
  'public-criticism',
  'order-to-correct',
  'suspend-updates',
  'fine',
  'revoke-filing',
  'cancel-filing',
] as const satisfies readonly Measure[];

const options = measures.map((value) => ({ value, label: measureWords[value] }));
const ranks = [
  { value: 'law', label: text('法律', 'Law') },
  { value: 'administrative-regulation', label: text('行政法规', 'Administrative regulation') },
  { value: 'departmental-rule', label: text('部门规章', 'Departmental rule') },
] as const;

const fined = ({ measures: chosen }: FormValues): boolean => Array.isArray(chosen) && chosen.includes('fine');
const usesOther = ({ other }: FormValues): boolean => other === true;
const finedByOther = (form: FormValues): boolean => usesOther(form) && fined(form);
const yuan = text('元', 'yuan');

/** A penalty with its reasons: what is intended, or what is decided. */
const penaltyForm = (name: string, title: Words, intro: Words, more: FormDefinition['fields'] = {}): FormDefinition => {
  const open = fieldsOf(name, 'public');
  const sealed = fieldsOf(name, 'confidential');
  return caseForm(name, title, intro, {
    measures: open(
      ['处罚', 'Penalties'],
      [
        '罚款须和责令暂停信息更新一并作出，并且只在拒不改正或者情节严重时。没有改正的一并责令改正。',
        'A fine comes with the suspension of updates, and only on refusal or gravity. Correction is ordered with every penalty until it is put right.',
      ],
      choices(options),
    ),
    fine: open(
      ['罚款金额', 'Amount of the fine'],
      ['在所依据条款的幅度之内。', 'Within the bounds of the rule it rests on.'],
      count(yuan),
      { shown: fined },
    ),
    other: open(
      ['依据其他法律、法规、规章', 'Under another law or rule'],
      ['本规定没有设处罚的条款，须写明另外的依据。', 'Needed where this regulation sets no penalty for the clause.'],
      yesNo,
    ),
    otherLaw: open(['名称', 'Its name'], ['写全称。', 'In full.'], short(200), { shown: usesOther }),
    otherArticle: open(
      ['条款', 'Article'],
      ['例如「第四条第一款」。', 'For example “article 4, paragraph 1”.'],
      short(60),
      {
        shown: usesOther,
      },
    ),
    otherRank: open(
      ['效力', 'Rank'],
      ['法律、行政法规或者规章。', 'Law, administrative regulation or rule.'],
      choice(ranks),
      {
        shown: usesOther,
      },
    ),
    otherLeast: open(['最低金额', 'Lowest amount'], ['该条款的最低罚款。', 'Of that article.'], count(yuan), {
      shown: finedByOther,
    }),
    otherMost: open(['最高金额', 'Highest amount'], ['该条款的最高罚款。', 'Of that article.'], count(yuan), {
      shown: finedByOther,
    }),
    reasons: sealed(
      ['事实、理由和依据', 'Facts, reasons and basis'],
      ['写给企业看，让它能够逐项回应。', 'For the company to answer point by point.'],
      long(10_000, 10),
    ),
    ...more,
  });
};

export const noticeForm = penaltyForm(
  'notice',
  ['拟处罚告知', 'Notice of the intended penalty'],
  [
    '告知拟作出的处罚、事实、理由、依据，以及陈述、申辩和要求听证的权利。',
    'What is intended, on which facts, reasons and basis, and the rights to state, to defend and to ask for a hearing.',
  ],
);

const decided = fieldsOf('decision', 'public');
export const decisionForm = penaltyForm(
  'decision',
  ['处罚决定', 'Decision'],
  [
    '不能比告知的更重；加重须有新的事实并重新告知。',
    'Never heavier than the notice; that would take new facts and a new notice.',
  ],
  {
    departure: decided(
      ['为什么偏离裁量基准', 'Why it departs from the standard'],
      [
        '金额不在本机关公布的裁量基准之内时填写。',
        'Where the amount is outside your office’s published standard of discretion.',
      ],
      long(2000, 3),
      { shown: fined, required: false, clause: 'penalty-law/34' },
    ),
    comply: decided(
      ['怎样履行、到何时', 'How to comply and by when'],
      ['包括缴款的银行。', 'With the bank to pay to.'],
      long(2000, 3),
    ),
    remedies: decided(
      ['复议和诉讼的途径、期限', 'Review and litigation'],
      ['向谁、在多少日内提出。', 'With whom, and within how many days.'],
      long(1000, 3),
    ),
  },
);
