import { text } from '@suanjian/rulebook';
import type { FieldDefinition, FormDefinition, FormValues } from '../../engine/form.ts';
import { entriesOf } from '../common/part.ts';
import { sentencesField } from '../common/redress/sentences.ts';

const words = (
  label: readonly [string, string],
  help: readonly [string, string],
  more: Partial<FieldDefinition> = {},
): FieldDefinition => ({
  label: text(...label),
  help: text(...help),
  control: { kind: 'text', longest: 5000, lines: 6 },
  secrecy: 'confidential',
  step: 'words',
  ...more,
});

const steps = (zh: string, en: string): FormDefinition['steps'] => [
  { name: 'words', title: text(zh, en), intro: text(zh, en) },
];

const shared = words(
  ['告诉合并的其他投诉人', 'For everybody whose complaint was merged into this one'],
  [
    '只写结果和理由，不写任何人的个人信息。有合并的投诉时必填。',
    'What came of it and why, and nothing about any person. Needed where complaints were merged into this one.',
  ],
  { required: false },
);

const explanation = sentencesField(false);

const outcome: FieldDefinition = {
  label: text('办理结果', 'Outcome'),
  help: text(
    '补救了、作了说明，还是不同意。不同意要写理由。',
    'Put right, explained, or refused. A refusal wants its reason.',
  ),
  control: {
    kind: 'choice',
    options: [
      { value: 'remedied', label: text('已经补救', 'Put right') },
      { value: 'explained', label: text('作了说明', 'Explained') },
      { value: 'refused', label: text('不同意', 'Refused') },
    ],
  },
  secrecy: 'confidential',
  step: 'words',
};

/** What an answer of the provider asks for. */
export const answerForm: FormDefinition = {
  name: 'complaint-answer',
  steps: steps('答复', 'Answer'),
  fields: {
    outcome,
    words: words(
      ['答复', 'Answer'],
      ['用平常的话说明查到了什么、为什么。', 'In plain words: what was found, and why.'],
    ),
    remedy: words(['补救', 'Remedy'], ['做了什么、什么时候生效。', 'What was done, and from when.'], {
      shown: (form) => form['outcome'] === 'remedied',
    }),
    explanation,
    shared,
  },
};

/** What a decision of the office asks for. */
export const rulingForm: FormDefinition = {
  name: 'complaint-ruling',
  steps: steps('处理决定', 'Decision'),
  fields: {
    ruling: {
      label: text('结论', 'Finding'),
      help: text('理由另写。', 'The reason is written apart.'),
      control: {
        kind: 'choice',
        options: [
          { value: 'founded', label: text('属实', 'Founded') },
          { value: 'unfounded', label: text('不属实', 'Unfounded') },
          { value: 'transferred', label: text('移送其他部门', 'Passed to another department') },
        ],
      },
      secrecy: 'confidential',
      step: 'words',
    },
    basis: {
      label: text('依据的条款', 'Clauses'),
      help: text('例如 final/21。', 'For example final/21.'),
      control: {
        kind: 'list',
        atLeast: 1,
        atMost: 20,
        of: {
          clause: {
            label: text('条款', 'Clause'),
            help: text('例如 final/21。', 'For example final/21.'),
            control: { kind: 'text', longest: 40 },
            secrecy: 'public',
            step: 'words',
          },
        },
      },
      secrecy: 'public',
      step: 'words',
    },
    elsewhere: words(['移送到哪里', 'Passed to'], ['部门的名称。', 'The name of the department.'], {
      control: { kind: 'text', longest: 200 },
      shown: (form) => form['ruling'] === 'transferred',
    }),
    words: words(
      ['告诉申请人', 'For the person'],
      ['用平常的话说明查到了什么、接下来怎样。', 'In plain words: what was found, and what comes next.'],
    ),
    shared,
  },
};

const kept = (name: string, zh: string, en: string, of: Readonly<Record<string, FieldDefinition>>): FormDefinition => ({
  name,
  steps: steps(zh, en),
  fields: {
    entries: {
      label: text(zh, en),
      help: text('按时间先后排列，先前的会保留。', 'Oldest first; earlier ones are kept.'),
      control: { kind: 'list', atLeast: 0, atMost: 200, of },
      secrecy: 'confidential',
      step: 'words',
      required: false,
    },
  },
});

const inList = ({ shown: _shown, ...field }: FieldDefinition): FieldDefinition => ({ ...field, required: false });

export const answersForm = kept('complaint-answers', '公司的答复', 'Answers of the company', {
  outcome: inList(outcome),
  words: inList(words(['答复', 'Answer'], ['公司的答复。', 'What the company answered.'])),
  remedy: inList(words(['补救', 'Remedy'], ['公司做了什么。', 'What the company did.'])),
  explanation: inList(explanation),
  shared: inList(shared),
});

export const decisionsForm = kept('complaint-decisions', '主管部门的决定', 'Decisions of the office', {
  elsewhere: inList(words(['移送到哪里', 'Passed to'], ['部门的名称。', 'The name of the department.'])),
  words: inList(words(['决定', 'Decision'], ['主管部门的说明。', 'What the office said.'])),
  shared: inList(shared),
});

export const newsForm = kept('complaint-news', '合并办理的结果', 'What came of the one it was merged into', {
  words: inList(words(['结果', 'Outcome'], ['合并办理的结果。', 'What came of it.'])),
});

/** A list of what was said, one longer. What has not been said leaves no empty place. */
export const withEntry = (values: FormValues, entry: FormValues): FormValues => ({
  entries: [
    ...entriesOf(values, 'entries'),
    Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined && value !== '')),
  ],
});
