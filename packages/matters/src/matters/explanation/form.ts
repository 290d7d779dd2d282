import { text } from '@suanjian/rulebook';
import type { FieldDefinition, FormDefinition } from '../../engine/form.ts';
import { aboutFields } from '../common/redress/about.ts';
import { evidenceField, isAnonymous, personFields, unlessShared } from '../common/redress/person.ts';
import { sentencesField } from '../common/redress/sentences.ts';

const optional = (
  label: readonly [string, string],
  help: readonly [string, string],
  control: FieldDefinition['control'],
): FieldDefinition => ({
  label: text(...label),
  help: text(...help),
  control,
  secrecy: 'confidential',
  step: 'decision',
  required: false,
});

/** What somebody wants explained, and why it matters to them. */
export const requestForm: FormDefinition = {
  name: 'explanation-request',
  steps: [
    {
      name: 'about',
      title: text('请哪家公司说明', 'Which company is to explain'),
      intro: text(
        '公司、产品、算法、备案编号，至少写一项。',
        'Name the company, the product, the algorithm or the filing number: one is enough.',
      ),
    },
    {
      name: 'decision',
      title: text('哪一次结果', 'Which result'),
      intro: text(
        '写请求编号；没有的话，写日期、页面和内容，让公司找到当时的记录。',
        'Give the request id; without one, the day, the page and what was shown, so that the company finds the record.',
      ),
    },
    {
      name: 'person',
      title: text('你是谁', 'Who you are'),
      intro: text('可以匿名，凭请求编号查询。', 'You may stay anonymous and be known by the request id alone.'),
    },
  ],
  fields: {
    ...aboutFields('about'),
    request: optional(
      ['请求编号', 'Request id'],
      [
        '应用或网页“为什么推荐给我”里显示的编号，或者订单号。',
        'As the app or page shows it under “why am I shown this”, or the order number.',
      ],
      { kind: 'text', longest: 128 },
    ),
    day: optional(['日期', 'Day'], ['看到结果的日期。', 'The day you saw it.'], { kind: 'date' }),
    time: optional(['时间', 'Time of day'], ['大约几点，例如 09:30。', 'About when, for example 09:30.'], {
      kind: 'text',
      longest: 20,
    }),
    surface: optional(
      ['在哪个页面', 'On which page'],
      ['例如首页、搜索、热榜、购物车。', 'For example the first screen, search, the hot list, the basket.'],
      { kind: 'text', longest: 100 },
    ),
    item: optional(['什么内容或商品', 'What was shown'], ['标题、名称或网址。', 'Its title, name or address.'], {
      kind: 'text',
      longest: 500,
    }),
    effect: {
      label: text('对你有什么影响', 'How it affects you'),
      help: text('写明它怎样影响你的权益。', 'Say how it touches your rights or interests.'),
      control: { kind: 'text', longest: 3000, lines: 6 },
      secrecy: 'confidential',
      clause: 'final/17.3',
      step: 'decision',
    },
    ...personFields('person'),
    identity: {
      label: text('你的账号', 'Your account'),
      help: text(
        '公司只能向本人说明；同意让公司知道时，它凭账号确认。没有请求编号时需要它。',
        'The company may explain only to the person themselves; with your consent it knows you by your account. Needed where you have no request id.',
      ),
      control: { kind: 'text', longest: 200 },
      secrecy: 'personal',
      step: 'person',
      required: false,
      shown: (form) => !isAnonymous(form),
      hiddenFrom: unlessShared(),
    },
    evidence: evidenceField('person'),
  },
};

const answer = (name: string, zh: string, en: string, fields: FormDefinition['fields']): FormDefinition => ({
  name,
  steps: [{ name: 'words', title: text(zh, en), intro: text(zh, en) }],
  fields,
});

/** The explanation itself: nothing but sentences that a record gave. */
export const explanationForm = answer('explanation', '说明', 'Explanation', { sentences: sentencesField(true) });

export const refusalGrounds = [
  {
    value: 'record-gone',
    label: text('超过留存期限，记录已按规定删除', 'The record is gone: its time of keeping is over'),
  },
  { value: 'not-found', label: text('没有找到这样的记录', 'No such record was found') },
  { value: 'not-theirs', label: text('不是申请人本人的记录', 'The record is somebody else’s') },
  { value: 'no-significant-effect', label: text('对权益没有重大影响', 'It does not significantly affect them') },
  { value: 'not-ours', label: text('不是本公司的服务', 'Not a service of this company') },
] as const;

export const refusalForm = answer('explanation-refusal', '不予说明', 'Refusal', {
  ground: {
    label: text('情形', 'Ground'),
    help: text('理由另写。', 'The reason is written apart.'),
    control: { kind: 'choice', options: refusalGrounds },
    secrecy: 'public',
    step: 'words',
  },
});
