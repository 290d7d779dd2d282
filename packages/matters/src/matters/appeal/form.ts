import { text } from '@suanjian/rulebook';
import type { FieldDefinition, FormDefinition, FormValues } from '../../engine/form.ts';
import { colleague } from '../common/fields.ts';
import { aboutFields } from '../common/redress/about.ts';
import { evidenceField, isAnonymous, isShared, personFields, unlessShared } from '../common/redress/person.ts';
import { sentencesField } from '../common/redress/sentences.ts';

export const appealSubjects = [
  {
    value: 'decision',
    label: text('一次推荐、排序、价格或派单', 'A recommendation, a ranking, a price or a dispatch'),
  },
  { value: 'label', label: text('给账号或内容加的标记', 'A label on an account or an item') },
  { value: 'removal', label: text('删除、限制或屏蔽', 'A removal, a limit, a block') },
  { value: 'worker-penalty', label: text('对劳动者的处罚', 'A penalty on a worker') },
] as const;

/** What it is about tells the company who it is; a worker, and whoever stays anonymous, decides whether it may. */
const tellsWho = (form: FormValues): boolean => form['against'] === 'worker-penalty' || isAnonymous(form);

const words = (
  label: readonly [string, string],
  help: readonly [string, string],
  control: FieldDefinition['control'],
  more: Partial<FieldDefinition> = {},
): FieldDefinition => ({
  label: text(...label),
  help: text(...help),
  control,
  secrecy: 'confidential',
  step: 'what',
  ...more,
});

export const appealForm: FormDefinition = {
  name: 'appeal',
  steps: [
    {
      name: 'about',
      title: text('对谁的决定', 'Whose decision'),
      intro: text(
        '公司、产品、算法、备案编号，至少写一项。',
        'Name the company, the product, the algorithm or the filing number: one is enough.',
      ),
    },
    {
      name: 'what',
      title: text('哪个决定，为什么不对', 'Which decision, and why it is wrong'),
      intro: text('由没有参与原决定的人重新看。', 'Somebody who had no part in the decision looks at it again.'),
    },
    {
      name: 'person',
      title: text('你是谁', 'Who you are'),
      intro: text(
        '撤销对你的处罚、标记，公司要知道你是谁；要不要让它知道，由你决定。',
        'To lift a penalty or a label from you the company has to know who you are. Whether it may is for you to say.',
      ),
    },
  ],
  fields: {
    against: {
      label: text('申诉什么', 'What you appeal against'),
      help: text('选择最接近的一类。', 'Choose what comes closest.'),
      control: { kind: 'choice', options: appealSubjects },
      secrecy: 'public',
      clause: 'final/22',
      step: 'about',
    },
    ...aboutFields('about'),
    reference: words(
      ['决定的编号', 'Id of the decision'],
      [
        '请求编号、订单号、内容编号或通知编号。劳动者的处罚和匿名申诉，只有你同意时公司才能看到。',
        'Of the request, the order, the item or the notice. For a penalty on a worker, or an anonymous appeal, the company sees it only with your consent.',
      ],
      { kind: 'text', longest: 128 },
      { hiddenFrom: (form) => (tellsWho(form) && !isShared(form) ? ['provider'] : []) },
    ),
    day: words(
      ['什么时候', 'When'],
      ['作出决定的日期。不记得可以不填。', 'The day it was made; leave it out if you do not remember.'],
      { kind: 'date' },
      { required: false },
    ),
    why: words(['为什么不对', 'Why it is wrong'], ['写明事实和理由。', 'Say the facts and the reasons.'], {
      kind: 'text',
      longest: 5000,
      lines: 8,
    }),
    wanted: words(
      ['你希望怎样', 'What you want'],
      [
        '例如取消扣罚、恢复内容、更正标记。',
        'For example the penalty lifted, the content restored, the label put right.',
      ],
      { kind: 'text', longest: 1000, lines: 3 },
    ),
    explanation: words(
      ['说明请求的编号', 'Id of your request for an explanation'],
      ['如果已经请公司说明过。可以不填。', 'If you have asked for one already. May be left out.'],
      { kind: 'text', longest: 64 },
      { required: false },
    ),
    ...personFields('person'),
    identity: {
      label: text('你的姓名和账号', 'Your name and account'),
      help: text('用来确认决定针对的是你。加密保存。', 'To make sure that the decision is about you. Kept sealed.'),
      control: { kind: 'text', longest: 200 },
      secrecy: 'personal',
      step: 'person',
      shown: (form) => !isAnonymous(form),
      hiddenFrom: unlessShared(),
    },
    evidence: evidenceField('person'),
  },
};

const oneStep = (name: string, zh: string, en: string, fields: FormDefinition['fields']): FormDefinition => ({
  name,
  steps: [{ name: 'words', title: text(zh, en), intro: text(zh, en) }],
  fields,
});

const said = (
  zh: string,
  en: string,
  helpZh: string,
  helpEn: string,
  more: Partial<FieldDefinition> = {},
): FieldDefinition => ({
  label: text(zh, en),
  help: text(helpZh, helpEn),
  control: { kind: 'text', longest: 5000, lines: 6 },
  secrecy: 'confidential',
  step: 'words',
  ...more,
});

/** Who made the decision that is appealed against. */
export const deciderForm = oneStep('appeal-decider', '原决定由谁作出', 'Who decided first', {
  decidedBy: {
    ...said('由谁作出', 'By whom', '算法自动作出，还是有人作出。', 'By the algorithm alone, or by somebody.'),
    control: {
      kind: 'choice',
      options: [
        { value: 'algorithm', label: text('算法自动作出', 'The algorithm alone') },
        { value: 'person', label: text('工作人员作出', 'Somebody on the staff') },
      ],
    },
  },
  account: {
    ...said(
      '作出决定的账号',
      'Account of who decided',
      '本单位的账号；此人不能办理这件申诉。',
      'An account of yours; they will not decide this appeal.',
    ),
    control: colleague,
    shown: (form) => form['decidedBy'] === 'person',
  },
});

export const appealAnswerForm = oneStep('appeal-answer', '办理结果', 'Outcome', {
  outcome: {
    ...said('结果', 'Outcome', '理由另写。', 'The reason is written apart.'),
    control: {
      kind: 'choice',
      options: [
        { value: 'remedied', label: text('改正或者补救', 'Put right') },
        { value: 'upheld', label: text('维持原决定', 'The decision stands') },
        { value: 'refused', label: text('不予受理', 'Not taken up') },
      ],
    },
  },
  words: said(
    '答复',
    'Answer',
    '用平常的话说明重新看了什么、结论是什么。',
    'In plain words: what was looked at again, and what came of it.',
  ),
  remedy: said('补救', 'Remedy', '做了什么、什么时候生效。', 'What was done, and from when.', {
    shown: (form) => form['outcome'] === 'remedied',
  }),
  explanation: sentencesField(false),
});

export const appealRulingForm = oneStep('appeal-ruling', '处理决定', 'Decision', {
  ruling: {
    ...said('结论', 'Finding', '理由另写。', 'The reason is written apart.'),
    control: {
      kind: 'choice',
      options: [
        { value: 'founded', label: text('申诉成立', 'Founded') },
        { value: 'unfounded', label: text('申诉不成立', 'Unfounded') },
      ],
    },
  },
  clause: {
    ...said('依据的条款', 'Clause', '例如 final/22。', 'For example final/22.'),
    control: { kind: 'text', longest: 40 },
    secrecy: 'public',
  },
  words: said(
    '告诉申请人',
    'For the person',
    '用平常的话说明结论和接下来怎样。',
    'In plain words: what was found, and what comes next.',
  ),
});
