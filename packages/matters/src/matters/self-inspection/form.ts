import { text } from '@suanjian/rulebook';
import type { FormValues } from '../../engine/form.ts';
import { answerOptions, presetOptions } from '../common/campaign-presets.ts';
import { choice, date, fieldsOf, files, list, long, pickBundle, short, yesNo } from '../common/fields.ts';
import { oneStepForms } from '../common/one-step-form.ts';

const step = 'self-inspection';
const open = fieldsOf(step, 'public', 'campaign/2.1');
const sealed = fieldsOf(step, 'confidential', 'campaign/2.1');

const formOf = oneStepForms('self-inspection-', step);

/** More clauses than any notice asks about. */
export const mostItems = 60;

export const requestForm = formOf(
  'request',
  ['要求自查', 'Ask for a self-inspection'],
  [
    '一次一家。在专项行动上发起的，对象须在名单上，任务随行动而定。',
    'One company at a time. On a campaign it is one of the list, and the tasks are the campaign’s.',
  ],
  {
    provider: open(
      ['企业全称或备案编号', 'Name in full, or filing number'],
      ['在专项行动上发起的，与名单写法一致。', 'On a campaign, as the list has it.'],
      short(320),
    ),
    preset: open(
      ['任务', 'Tasks'],
      ['单独发起时选择；在专项行动上发起的不填。', 'Where it stands alone; on a campaign leave it empty.'],
      choice(presetOptions),
      { required: false },
    ),
    by: open(['完成日期', 'Due on'], ['须是工作日。', 'A working day.'], date),
    words: open(['说明', 'To the company'], ['要特别注意什么。', 'What to look at especially.'], long(2000), {
      required: false,
    }),
  },
);

export const bundleForm = formOf(
  'bundle',
  ['从结果包预填', 'Fill in from a bundle'],
  [
    '用最近一次核验通过的结果包填写与检查有关的条款；你们已经填写的不改。',
    'The clauses that checks speak to are filled in from your latest verified bundle; what you have written stays.',
  ],
  { bundle: open(['结果包', 'Bundle'], ['一般选最近的。', 'Usually the latest.'], pickBundle) },
);

export const results = [
  { value: 'met', label: text('符合', 'Met') },
  { value: 'unmet', label: text('不符合', 'Not met') },
  { value: 'not-applicable', label: text('不适用', 'Does not apply') },
] as const;

const isUnmet = ({ result }: FormValues): boolean => result === 'unmet';

const itemFields = {
  clause: sealed(['条款', 'Clause'], ['任务里的条款。', 'One of the tasks.'], choice(answerOptions)),
  result: sealed(['结果', 'Result'], ['如实填写。', 'As it is.'], choice(results)),
  account: sealed(
    ['怎样自查的', 'How it was looked at'],
    [
      '看了什么、凭什么这样说；不适用的写明为什么。',
      'What was looked at and what shows it; why, where it does not apply.',
    ],
    long(3000),
  ),
  measure: sealed(['整改措施', 'What is done about it'], ['怎样改。', 'How it is put right.'], long(2000), {
    shown: isUnmet,
    clause: 'checklist/plan.1',
  }),
  fixedBy: sealed(['改完日期', 'Put right by'], ['哪天改完。', 'The day.'], date, {
    shown: isUnmet,
    clause: 'checklist/plan.1',
  }),
} as const;

export const itemForm = formOf(
  'item',
  ['填写一条', 'Answer a clause'],
  ['逐条填写；再填一次，以后一次为准。', 'Clause by clause; answered again, the last one counts.'],
  {
    ...itemFields,
    papers: sealed(['材料', 'Papers'], ['没有可以不附。', 'If there are any.'], files(), { required: false }),
  },
);

/** Everything that was answered. */
export const checklistForm = formOf('checklist', ['自查清单', 'Checklist'], ['按条款。', 'Clause by clause.'], {
  items: sealed(
    ['各条', 'Clauses'],
    ['逐条的结果和依据。', 'Result and grounds of each.'],
    list(
      {
        ...itemForm.fields,
        checks: sealed(['检查结果', 'What checks found'], ['出自结果包。', 'From the bundle.'], long(4000), {
          required: false,
        }),
        prefilled: sealed(['预填', 'Filled in'], ['由结果包填写。', 'From the bundle.'], yesNo, { required: false }),
      },
      0,
      mostItems,
    ),
    { required: false },
  ),
});

export const submitForm = formOf(
  'submit',
  ['提交自查', 'Submit'],
  ['由算法安全负责人提交。', 'By the responsible officer.'],
  { truthful: open(['如实', 'Truthful'], ['以上如实、完整。', 'It is true and complete.'], yesNo) },
);

export const returnForm = formOf(
  'return',
  ['退回', 'Send back'],
  ['写明理由和新的日期。', 'With a reason and a new day.'],
  { by: open(['重新提交的日期', 'Due again on'], ['须是工作日。', 'A working day.'], date) },
);
