import { text } from '@suanjian/rulebook';
import type { FieldDefinition, FormDefinition, FormValues } from '../../../engine/form.ts';
import { violatedClausesIn } from '../../common/clause-list.ts';
import { choice, colleague, date, fieldsOf, long, short, yesNo } from '../../common/fields.ts';

export type Words = readonly [zh: string, en: string];

/** A form of one step, named after it. */
export const caseForm = (
  name: string,
  title: Words,
  intro: Words,
  fields: Readonly<Record<string, FieldDefinition>>,
): FormDefinition => ({
  name: `case-${name}`,
  steps: [{ name, title: text(...title), intro: text(...intro) }],
  fields,
});

/** Where a case comes from (opinions/11). */
export const sources = [
  { value: 'monitoring', label: text('日常监测', 'Monitoring') },
  { value: 'assessment', label: text('安全评估', 'Assessment') },
  { value: 'filing', label: text('备案', 'Filing') },
  { value: 'inspection', label: text('监督检查', 'Inspection') },
  { value: 'complaint', label: text('投诉举报', 'Complaint or report') },
  { value: 'rectification', label: text('限期整改', 'Rectification') },
  { value: 'transferred', label: text('其他部门移送', 'Handed over by another department') },
] as const;

const ended = ({ goesOn }: FormValues): boolean => goesOn !== true;

const lead = fieldsOf('lead', 'confidential');
export const leadForm = caseForm(
  'lead',
  ['违法线索', 'Lead'],
  [
    '从监测、评估、备案、检查或者投诉中发现的问题；依据由违反的条款提出。企业看不到线索。',
    'What monitoring, assessment, filing, inspection or a complaint has shown; the legal basis is proposed from the clauses. The company does not see a lead.',
  ],
  {
    provider: lead(
      ['提供者', 'Provider'],
      [
        '登记的全称或者备案编号；从其他事项发起的，不用填写。',
        'Its registered name in full or a filing number. Leave empty where it is opened on another matter.',
      ],
      short(200),
      { required: false, secrecy: 'public' },
    ),
    source: lead(['来源', 'Source'], ['线索从哪里来。', 'Where it comes from.'], choice(sources), {
      secrecy: 'public',
    }),
    clauses: lead(['涉嫌违反的条款', 'Clauses'], ['逐条选择。', 'Choose each of them.'], violatedClausesIn('lead'), {
      secrecy: 'public',
    }),
    from: lead(['行为开始', 'Began on'], ['已知的第一天。', 'The first day that is known.'], date, {
      secrecy: 'public',
    }),
    goesOn: lead(['仍在继续', 'Still goes on'], ['行为还没有停止。', 'It has not stopped.'], yesNo, {
      secrecy: 'public',
    }),
    until: lead(
      ['行为结束', 'Ended on'],
      ['最后一天，追究时效从这一天起算。', 'Its last day: the limitation is counted from it.'],
      date,
      { shown: ended, secrecy: 'public' },
    ),
    discovered: lead(
      ['发现日期', 'Learnt on'],
      [
        '有关部门看到或者收到举报的日期；不填为今天。',
        'The day on which an authority saw it or had a report of it; today where left empty.',
      ],
      date,
      { required: false, secrecy: 'public' },
    ),
    graveHarm: lead(
      ['危害生命健康或金融安全', 'Life, health or financial safety harmed'],
      ['有危害后果的，时效为五年。', 'With such harm the limitation is five years.'],
      yesNo,
      { secrecy: 'public' },
    ),
    facts: lead(
      ['线索内容', 'What is known'],
      ['写明看到了什么、怎样看到的。', 'What was seen, and how.'],
      long(8000, 8),
    ),
  },
);

const officers = fieldsOf('officers', 'public');
export const officersForm = caseForm(
  'officers',
  ['办案人员', 'Officers'],
  [
    '指定两名不同的执法人员；与企业有利害关系的不能办。',
    'Name two different officers; nobody with an interest in the company.',
  ],
  {
    first: officers(['第一名', 'First'], ['审核人员或负责人。', 'A reviewer or supervisor.'], colleague),
    second: officers(['第二名', 'Second'], ['另一名。', 'Another one.'], colleague),
  },
);

const recusal = fieldsOf('recusal', 'confidential');
export const recusalForm = caseForm(
  'recusal',
  ['申请回避', 'Ask an officer to stand aside'],
  [
    '写明哪一名办案人员和案件有什么利害关系。负责人决定之前，调查不停止。',
    'Say which officer has what interest in the case. Until the head decides, the investigation goes on.',
  ],
  {
    officer: recusal(
      ['哪一名', 'Which officer'],
      ['按告知的顺序。', 'In the order in which you were told of them.'],
      choice([
        { value: '1', label: text('第一名', 'The first') },
        { value: '2', label: text('第二名', 'The second') },
      ]),
      { secrecy: 'public' },
    ),
  },
);

const answering = fieldsOf('answering', 'public');
export const recusalAnswerForm = caseForm(
  'answering',
  ['决定回避', 'Decide on standing aside'],
  ['同意的，指定接替的人员。', 'Where granted, name who takes the place.'],
  {
    granted: answering(['同意回避', 'Granted'], ['理由写在下面。', 'The reason is written below.'], yesNo),
    replacement: answering(['接替人员', 'In their place'], ['另一名执法人员。', 'Another officer.'], colleague, {
      shown: ({ granted }) => granted === true,
    }),
  },
);
