import { text } from '@suanjian/rulebook';
import type { FormDefinition } from '../../engine/form.ts';
import { choice, date, fieldsOf, files, list, long, short } from '../common/fields.ts';
import { timeOfDay } from '../common/moments.ts';

/** Sample categories, as the decision log names them too; a provider's own rules on content say more. */
export const categories = [
  { value: 'fraud', label: text('诈骗', 'Fraud') },
  { value: 'gambling', label: text('赌博', 'Gambling') },
  { value: 'unsafe-challenge', label: text('危险挑战', 'Unsafe challenge') },
  { value: 'other', label: text('其他', 'Other') },
] as const;

export const natures = [
  { value: 'illegal', label: text('违法信息', 'Illegal information') },
  { value: 'undesirable', label: text('不良信息', 'Undesirable information') },
] as const;

const sources = [
  { value: 'own', label: text('自己发现', 'Found by ourselves') },
  { value: 'user-report', label: text('用户举报', 'Reported by a user') },
  { value: 'told', label: text('主管部门告知', 'Told by an office') },
  { value: 'demand', label: text('主管部门在此要求处置', 'Demanded here by an office') },
] as const;

const clause = 'final/9.2';
const optional = { required: false } as const;
const found = fieldsOf('found', 'public', clause);
const act = fieldsOf('act', 'confidential', clause);

const timeField = (label: readonly [string, string]) =>
  act(label, ['北京时间，例如 09:30。', 'Beijing time, such as 09:30.'], short(5), { check: timeOfDay });

/** An id that the decision log can hold: what is disposed of is found there again by it. */
const identifier = /^[^\p{C}\p{Z}]{1,128}$/u;

const items = found(
  ['内容编号', 'Items'],
  ['被处置内容在你们系统和决策日志中的编号。', 'Their ids in your system and in the decision log.'],
  list(
    {
      item: found(['编号', 'Id'], ['一项一个，不含空格。', 'One each, without spaces.'], short(128), {
        check: (value) =>
          identifier.test(value)
            ? undefined
            : text('编号最多 128 个字，不能有空格。', 'should be at most 128 characters without spaces.'),
      }),
    },
    1,
    500,
  ),
  { secrecy: 'confidential' },
);

export const disposalForm: FormDefinition = {
  name: 'disposal',
  steps: [
    {
      name: 'found',
      title: text('发现了什么', 'What was found'),
      intro: text(
        '哪些内容、是什么问题、什么时候发现的。',
        'Which items, what is wrong with them, and when that was found.',
      ),
    },
  ],
  fields: {
    source: found(
      ['怎样发现的', 'How it came up'],
      ['主管部门自己填写时选最后一项。', 'The last is for an office that demands it here.'],
      choice(sources),
    ),
    provider: found(
      ['提供者', 'Provider'],
      [
        '提供者登记的全称，或者一个备案编号的 21 位数字。',
        'Its registered name in full, or the 21 digits of one of its filings.',
      ],
      short(200),
      { shown: (form) => form['source'] === 'demand' },
    ),
    items,
    surfaces: found(
      ['展示位置', 'Where it is shown'],
      ['例如信息流、热搜。', 'Such as the feed or the hot list.'],
      list({ surface: found(['位置', 'Place'], ['一项一个。', 'One each.'], short(64)) }, 0, 30),
      { ...optional, secrecy: 'confidential' },
    ),
    category: found(['类别', 'Category'], ['最接近的一类。', 'Whichever is nearest.'], choice(categories)),
    nature: found(
      ['性质', 'Nature'],
      [
        '违法信息要停止传输、保存记录并报告；不良信息按信息内容生态治理的规则处置。',
        'Illegal information is stopped, recorded and reported; undesirable information follows the rules on online content.',
      ],
      choice(natures),
    ),
    description: found(['说明', 'Description'], ['为什么这样判断。', 'Why it is held to be that.'], long(3000, 5), {
      secrecy: 'confidential',
    }),
    foundOn: found(['发现日期', 'Found on'], ['第一次知道的那天。', 'The day it was first known.'], date),
    foundAt: found(['发现时间', 'Found at'], ['北京时间，例如 09:30。', 'Beijing time, such as 09:30.'], short(5), {
      check: timeOfDay,
    }),
  },
};

const steps: FormDefinition['steps'] = [
  {
    name: 'act',
    title: text('处置', 'Disposal'),
    intro: text('做了什么、什么时候、记录在哪里。', 'What was done, when, and where the records are.'),
  },
];
const small = (name: string, fields: FormDefinition['fields']): FormDefinition => ({ name, steps, fields });

export const moreItemsForm: FormDefinition = { ...disposalForm, name: 'disposal-items', fields: { items } };

const on = act(['日期', 'Day'], ['当天的日期。', 'The day of it.'], date);

export const stopForm = small('disposal-stop', { on, at: timeField(['停止传输的时间', 'Stopped at']) });

/** Measures beside the stop; `restore` undoes one, for a mistake. */
export const actions = [
  { value: 'delete', label: text('删除', 'Deleted') },
  { value: 'label', label: text('加标识', 'Labelled') },
  { value: 'limit', label: text('限制传播', 'Limited') },
  { value: 'account', label: text('处理账号', 'Account dealt with') },
  { value: 'restore', label: text('恢复（处置有误）', 'Restored, as it was a mistake') },
] as const;

const measureFields = {
  action: act(['措施', 'Measure'], ['做了什么。', 'What was done.'], choice(actions)),
  on,
  at: timeField(['时间', 'Time']),
  note: act(['说明', 'Note'], ['恢复的要说明哪里有误。', 'For a restoration, what the mistake was.'], long(1000, 2), {
    required: (form) => form['action'] === 'restore',
  }),
};
export const measureForm = small('disposal-measure', measureFields);

const kept = act(
  ['记录保存在哪里', 'Where the records are kept'],
  ['系统或档案的名称和编号。', 'The system or file, with its number.'],
  long(1000, 2),
);
export const keptForm = small('disposal-records', { kept });

/** The audit's check that nothing was shown after it was stopped. */
export const afterwardsCheck = 'exposure-after-disposal';

const verdicts = [
  { value: 'pass', label: text('没有再展示', 'Nothing was shown') },
  { value: 'fail', label: text('之后还有展示', 'Something was shown') },
  { value: 'not-enough-data', label: text('数据不足', 'Not enough data') },
  { value: 'not-applicable', label: text('不适用', 'Not applicable') },
] as const;

const byBundle = { shown: (form: Readonly<Record<string, unknown>>) => form['way'] === 'bundle' };

const confirmationFields = {
  way: act(
    ['怎样确认', 'By what'],
    [
      '优先用审计结果包；没有的，由负责人书面说明。',
      'By a result bundle of the audit if there is one, else in the officer’s own words.',
    ],
    choice([
      { value: 'bundle', label: text('审计结果包', 'Result bundle') },
      { value: 'statement', label: text('书面说明', 'Statement') },
    ]),
  ),
  bundle: act(
    ['结果包的摘要', 'Hash of the bundle'],
    ['已上传结果包的 SHA-256，64 位十六进制。', 'SHA-256 of the uploaded bundle, 64 hexadecimal digits.'],
    short(64),
    {
      ...byBundle,
      check: (value) =>
        /^[0-9a-f]{64}$/.test(value)
          ? undefined
          : text('应为 64 位小写十六进制。', 'should be 64 hexadecimal digits in lower case.'),
    },
  ),
  verdict: act(
    ['检查结论', 'Verdict'],
    [`结果包中「${afterwardsCheck}」的结论。`, `Of the check “${afterwardsCheck}” in the bundle.`],
    choice(verdicts),
    byBundle,
  ),
  from: act(
    ['检查的起始日', 'Period from'],
    ['要包括停止传输的那天。', 'It has to include the day of the stop.'],
    date,
    byBundle,
  ),
  to: act(['检查的截止日', 'Period to'], ['含当天。', 'That day included.'], date, byBundle),
  statement: act(
    ['说明', 'Statement'],
    ['怎样确认没有再展示。', 'How it was made sure that nothing was shown.'],
    long(2000, 4),
    {
      shown: (form) => form['way'] === 'statement',
    },
  ),
};
export const confirmationForm = small('disposal-confirmation', confirmationFields);

export const reportForm = small('disposal-report', {
  words: act(
    ['报告内容', 'Report'],
    ['内容、范围、处置情况。', 'What it was, how far it went, what was done.'],
    long(10_000, 10),
  ),
  papers: act(['附件', 'Papers'], ['没有可以不交。', 'May be left out.'], files(10), optional),
});

/** What has been done, as it was set down: nothing of it is taken back. */
export const recordForm = small('disposal-record', {
  measures: act(
    ['措施', 'Measures'],
    ['按记录的先后。', 'In the order of recording.'],
    list(measureFields, 0, 100),
    optional,
  ),
  kept: { ...kept, ...optional },
  confirmations: act(
    ['确认', 'Confirmations'],
    ['按记录的先后。', 'In the order of recording.'],
    list(confirmationFields, 0, 50),
    optional,
  ),
});
