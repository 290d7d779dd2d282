import { text } from '@suanjian/rulebook';
import type { FieldDefinition, FormDefinition, FormValues } from '../../engine/form.ts';
import { violatedClausesIn } from '../common/clause-list.ts';
import {
  choice,
  date,
  fieldsOf,
  files,
  list,
  long,
  pickBundle,
  pickMatter,
  pickResult,
  short,
  yesNo,
} from '../common/fields.ts';
import { ownDeclaration } from '../common/team/form.ts';
import { bases, evidenceKinds, gravities, outcomes, refusalKinds, results, ways } from './options.ts';

/** More than fits any record. */
export const mostFindings = 60;
export const mostItems = 20;

const step = 'inspection';

const formOf = (
  name: string,
  title: readonly [string, string],
  intro: readonly [string, string],
  fields: Readonly<Record<string, FieldDefinition>>,
): FormDefinition => ({
  name: `inspection-${name}`,
  steps: [{ name: step, title: text(...title), intro: text(...intro) }],
  fields,
});

const open = fieldsOf(step, 'public', 'final/28.1');
const sealed = fieldsOf(step, 'confidential', 'final/28.1');
const person = fieldsOf(step, 'personal', 'final/28.1');

const announced = ({ way }: FormValues): boolean => way === 'announced';
const datesFields = {
  visitOn: open(['检查日期', 'Day of the visit'], ['以后的一个工作日。', 'A working day to come.'], date),
  tellOn: open(
    ['通知日期', 'Told on'],
    [
      '从这一天起可以通知企业，应早于检查日期；在此之前企业什么也看不到。',
      'From this day on the company may be told; before the visit. Until then it sees nothing at all.',
    ],
    date,
    { shown: announced },
  ),
} as const;

const clauseList = violatedClausesIn(step);
const oneClause = clauseList.of.clause.control;

export const planForm = formOf(
  'plan',
  ['检查方案', 'Plan of an inspection'],
  [
    '写明查谁、查哪些条款、为什么查、哪一天去。到时间之前，被查的企业在任何地方都看不到。',
    'Whom, which clauses, why and on which day. Until its time comes the company finds no trace of it anywhere.',
  ],
  {
    provider: open(
      ['企业', 'Company'],
      ['登记的全称，或者它的备案编号。', 'Its registered name in full, or a filing number of it.'],
      short(200),
    ),
    targets: open(
      ['检查对象', 'What is inspected'],
      ['哪些服务和算法。', 'Which services and algorithms.'],
      long(2000),
    ),
    clauses: open(
      ['检查的条款', 'Clauses'],
      ['检查表按条款逐项填写。', 'The checklist goes clause by clause.'],
      clauseList,
    ),
    way: open(['方式', 'How'], ['事先通知，或者直接到场。', 'Announced, or unannounced.'], choice(ways)),
    ...datesFields,
    basis: open(['依据', 'Basis'], ['开展检查的条款。', 'The clause it rests on.'], choice(bases)),
    why: sealed(['原因', 'Why'], ['企业看不到，也不知道写了什么。', 'The company never sees it.'], long(3000), {
      hiddenFrom: () => ['provider'],
    }),
    ...ownDeclaration(step),
  },
);

export const scheduleForm = formOf(
  'schedule',
  ['改期', 'Another day'],
  ['改期后须重新批准。', 'It has to be approved again.'],
  {
    way: open(['方式', 'How'], ['事先通知，或者直接到场。', 'Announced, or unannounced.'], choice(ways)),
    ...datesFields,
  },
);

export const deferralForm = formOf(
  'deferral',
  ['推迟告知查阅', 'Tell of readings later'],
  [
    '工作组查阅这家企业的保密内容照样逐次记录，只是到下面这一天过后才告诉企业。须写明理由。',
    'What the team reads of this company’s sealed fields is recorded all the same, and told to the company once this day has passed. A reason is wanted.',
  ],
  { until: open(['推迟到', 'Until'], ['最后一天。', 'The last day.'], date) },
);

export const identityForm = formOf(
  'identity',
  ['出示证件', 'Show who you are'],
  [
    '每名检查人员用自己的账号登记；两名都出示以后，检查才开始。',
    'Each officer records it with an account of their own. The inspection begins once two have.',
  ],
  {
    certificate: open(
      ['执法证件号', 'Number of the certificate'],
      ['现场出示的。', 'The one that was shown.'],
      short(40),
    ),
    toWhom: person(['出示给谁', 'To whom'], ['企业在场的人的姓名。', 'Who of the company was there.'], short(60), {
      person: 'met',
    }),
    capacity: open(['职务', 'Capacity'], ['这个人在企业的职务。', 'What that person does there.'], short(60)),
    shown: open(
      ['已经出示', 'It was shown'],
      ['证件和检查通知都已出示。', 'Certificate and notice of the inspection.'],
      yesNo,
    ),
  },
);

export const bundleForm = formOf(
  'bundle',
  ['从结果包预填', 'Fill in from a bundle'],
  [
    '用核验过的审计结果包填写检查表；已经由人填写的项不改。',
    'The checklist is filled in from a verified audit bundle; what a person has entered stays.',
  ],
  {
    bundle: open(
      ['结果包', 'Bundle'],
      ['这家企业送来并通过核验的。', 'One the company sent and that was verified.'],
      pickBundle,
    ),
  },
);

const itemFields = {
  clause: sealed(['条款', 'Clause'], ['方案里的条款。', 'One of the plan.'], oneClause),
  result: sealed(['结果', 'Result'], ['按看到的填写。', 'By what was seen.'], choice(results)),
  seen: sealed(['看到了什么', 'What was seen'], ['写明怎样核实的。', 'And how it was established.'], long(3000)),
} as const;

export const itemForm = formOf(
  'item',
  ['填写检查表', 'Checklist'],
  ['逐条填写；再填一次，以后一次为准。', 'Clause by clause; entered again, the last one counts.'],
  itemFields,
);

const isKind =
  (wanted: string) =>
  ({ evidence }: FormValues): boolean =>
    evidence === wanted;

const findingFields = {
  clause: sealed(['条款', 'Clause'], ['问题涉及的条款。', 'The clause it is about.'], oneClause),
  what: sealed(['问题', 'What was found'], ['写明事实，不写推测。', 'Facts, no guesses.'], long(4000, 6)),
  from: sealed(['起', 'From'], ['行为开始的日期。', 'The day the act began.'], date),
  until: sealed(['止', 'Until'], ['行为结束的日期；还在继续的不填。', 'The day it ended; empty if it goes on.'], date, {
    required: false,
  }),
  gravity: sealed(['程度', 'Gravity'], ['轻微、一般或者严重。', 'Slight, ordinary or grave.'], choice(gravities)),
  evidence: sealed(['证据', 'Evidence'], ['凭什么认定。', 'What shows it.'], choice(evidenceKinds)),
  result: sealed(['检查结果', 'Result'], ['结果包里的一项检查。', 'A check of a bundle.'], pickResult, {
    shown: isKind('check'),
  }),
  logs: sealed(
    ['日志调取', 'Request for logs'],
    ['已经接收的一件日志调取。', 'One whose logs were received.'],
    pickMatter('log-request', 'received', 'destroyed', 'closed'),
    { shown: isKind('log-request') },
  ),
  document: sealed(
    ['文件', 'Document'],
    ['名称、日期、页码，复印件存放在哪里。', 'Name, day and page, and where the copy is kept.'],
    long(1000),
    { shown: isKind('document') },
  ),
  papers: sealed(['复印件', 'Copies'], ['上传复印件或者照片。', 'Copies or pictures of it.'], files(10), {
    required: false,
    shown: isKind('document'),
  }),
  said: sealed(['陈述', 'What was said'], ['谁、说了什么。', 'By whom, and what.'], long(2000), {
    shown: isKind('statement'),
  }),
} as const;

export const findingForm = formOf(
  'finding',
  ['记录问题', 'A finding'],
  ['一次写一个问题，附上证据。', 'One at a time, with what shows it.'],
  findingFields,
);

const numberField = open(['第几个问题', 'Which finding'], ['记录里的序号。', 'Its number in the record.'], {
  kind: 'number',
  atLeast: 1,
  atMost: mostFindings,
});

export const withdrawalForm = formOf(
  'withdrawal',
  ['撤销问题', 'Withdraw a finding'],
  ['写明理由。', 'Give the reason.'],
  { number: numberField },
);

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

export const viewForm = formOf(
  'view',
  ['陈述意见', 'State your view'],
  ['对检查记录和问题的意见；可以多次。', 'What you say to the record and the findings; more than once if need be.'],
  {
    statement: sealed(['意见', 'Statement'], ['写明认可和不认可的。', 'What you accept and what not.'], long(5000, 8)),
    papers: sealed(['材料', 'Papers'], ['没有可以不交。', 'May be left out.'], files(10), { required: false }),
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

const kept = (
  name: string,
  label: readonly [string, string],
  of: Readonly<Record<string, FieldDefinition>>,
  atMost: number,
) =>
  formOf(`kept-${name}`, label, ['按先后。', 'In their order.'], {
    [name]: sealed(label, ['按先后。', 'In their order.'], list(of, 0, atMost), { required: false }),
  });

export const checklistForm = kept(
  'items',
  ['检查表', 'Checklist'],
  {
    ...itemFields,
    checks: sealed(['检查结果', 'Checks'], ['从结果包得来。', 'From a bundle.'], long(2000), { required: false }),
    prefilled: sealed(['预填', 'Filled in'], ['由检查结果填写。', 'By what the checks found.'], yesNo, {
      required: false,
    }),
  },
  mostItems,
);
export const findingsForm = kept(
  'findings',
  ['问题', 'Findings'],
  { number: numberField, ...findingFields },
  mostFindings,
);
export const viewsForm = kept('views', ['企业的意见', 'What the company says'], viewForm.fields, 50);
