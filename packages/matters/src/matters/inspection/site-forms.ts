import type { FormValues } from '../../engine/form.ts';
import { violatedClausesIn } from '../common/clause-list.ts';
import { choice, date, files, long, pickBundle, pickMatter, pickResult, yesNo } from '../common/fields.ts';
import { formOf, kept, open, sealed, step } from './form-parts.ts';
import { evidenceKinds, gravities, results } from './options.ts';

/** More than fits any record. */
export const mostFindings = 60;
export const mostItems = 20;

const oneClause = violatedClausesIn(step).of.clause.control;

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
