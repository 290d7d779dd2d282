import { choice, date, list, long, short, yesNo } from '../common/fields.ts';
import { asKept, formOf, open, person, sealed } from './form-parts.ts';
import { outcomes } from '../common/following.ts';
import { refusalKinds } from './options.ts';

export const recordForm = formOf(
  'record',
  ['制作检查记录', 'Draw the record'],
  [
    '汇总检查经过，定下企业签字的日期。由另一名成员会签后送给企业。',
    'What was done, and the day by which the company signs. It goes to the company once another member has signed it too.',
  ],
  {
    summary: sealed(['检查经过', 'What was done'], ['何时、何地、查了什么。', 'When, where and what.'], long(5000, 8)),
    signBy: open(['签字日期', 'To be signed by'], ['以后的一个工作日。', 'A working day to come.'], date),
  },
);

export const signatureForm = formOf(
  'signature',
  ['签字', 'Sign the record'],
  [
    '签字表示收到并核对过记录，有异议可以写明。',
    'Signing says that the record was received and gone through; what you do not accept can be written beside it.',
  ],
  {
    signer: person(['签字人', 'Signed by'], ['姓名。', 'The name.'], short(60), { person: 'signer' }),
    capacity: open(['职务', 'Capacity'], ['在企业的职务。', 'What the person does there.'], short(60)),
    accepts: open(['没有异议', 'Nothing to object'], ['有异议的选“否”。', 'No where there is an objection.'], yesNo),
    objection: sealed(['异议', 'Objection'], ['逐条写明。', 'One by one.'], long(3000), {
      shown: ({ accepts }) => accepts === false,
    }),
  },
);

export const refusalForm = formOf(
  'refusal',
  ['记录拒绝签字', 'Record that it is not signed'],
  ['由两名见证人在场。', 'In the presence of two witnesses.'],
  {
    kind: open(
      ['情形', 'How'],
      ['明确拒绝，或者过期没有签。', 'Expressly, or by letting the day pass.'],
      choice(refusalKinds),
    ),
    note: sealed(['情况', 'What happened'], ['何时、何地、怎样说的。', 'When, where and how.'], long(2000)),
    witnesses: person(
      ['见证人', 'Witnesses'],
      ['两名不是工作组成员的人。', 'Two people who are not of the team.'],
      list(
        {
          name: person(['姓名', 'Name'], ['加密保存。', 'Kept sealed.'], short(60)),
          of: person(['单位', 'Of'], ['在哪里工作。', 'Where they work.'], short(100)),
        },
        2,
        2,
      ),
      { person: 'witnesses' },
    ),
  },
);

export const reportForm = formOf(
  'report',
  ['检查报告', 'Report'],
  ['写明结论和建议怎样处理。由另一名负责人办结。', 'What it came to and what should follow. Another head closes it.'],
  {
    conclusion: sealed(
      ['结论', 'Conclusion'],
      ['办结后企业能看到。', 'The company reads it once it is closed.'],
      long(5000, 8),
    ),
    outcome: open(
      ['处理建议', 'What should follow'],
      ['按没有撤销的问题选择。', 'By the findings that stand.'],
      choice(outcomes),
    ),
  },
);

export const askedRecusalForm = formOf(
  'asked-recusal',
  ['申请检查人员回避', 'Ask an officer to stand aside'],
  [
    '与企业有利害关系或者其他可能影响公正的关系的，可以申请回避；理由写在下面。',
    'Where an officer has an interest or a tie that could sway them. The reason is written below.',
  ],
  {
    officer: open(
      ['第几名', 'Which officer'],
      ['按出示证件的先后，第一名写 1。', 'In the order in which identity was shown; 1 for the first.'],
      { kind: 'number', atLeast: 1, atMost: 20 },
    ),
  },
);

export const decidedRecusalForm = formOf(
  'decided-recusal',
  ['决定回避', 'Decide on standing aside'],
  ['理由写在下面，企业能看到。', 'The reason is written below, and the company reads it.'],
  { granted: open(['同意回避', 'Granted'], ['不同意的选“否”。', 'No where it is declined.'], yesNo) },
);

export const keptRecordForm = asKept(recordForm, ['检查记录', 'Record']);
export const keptSignatureForm = asKept(signatureForm, ['企业签字', 'Signature of the company']);
export const keptRefusalForm = asKept(refusalForm, ['没有签字的见证', 'Not signed, and witnessed']);
