import { techniques } from '@suanjian/register';
import { text } from '@suanjian/rulebook';
import type { FormValues } from '../../engine/form.ts';
import { choice, choices, count, date, fieldsOf, list, long, optionsFrom, short, yesNo } from '../common/fields.ts';
import { presetOptions } from '../common/campaign-presets.ts';
import { oneStepForms } from '../common/one-step-form.ts';

const step = 'campaign';
const field = fieldsOf(step, 'public', 'campaign/1');

const formOf = oneStepForms('campaign-', step);

/** As many as one search finds. */
const mostTargets = 500;

export const gradeOptions = [
  { value: 'I', label: text('一级（高）', 'Grade I (high)') },
  { value: 'II', label: text('二级（中）', 'Grade II (middle)') },
  { value: 'III', label: text('三级（低）', 'Grade III (low)') },
] as const;

export const urgingOptions = [
  { value: 'letter', label: text('书面通知', 'By letter') },
  { value: 'telephone', label: text('电话', 'By telephone') },
  { value: 'meeting', label: text('约谈或者会议', 'In a meeting') },
] as const;

const digest = (value: string) =>
  /^[0-9a-f]{64}$/.test(value)
    ? undefined
    : text('应为 64 位小写十六进制数字。', 'should be 64 hexadecimal digits in lower case.');

export const planForm = formOf(
  'plan',
  ['专项行动方案', 'Plan of the campaign'],
  [
    '抽样的种子先由你们保管，现在只公布它的 SHA-256；抽样时公布种子，谁都可以重算。',
    'Keep the seed of the sample to yourselves and give only its SHA-256 now. It is shown at the draw, and anybody can draw again.',
  ],
  {
    preset: field(['依据的通知', 'Notice'], ['任务随之确定。', 'It fixes the tasks.'], choice(presetOptions)),
    name: field(
      ['名称', 'Name'],
      ['例如某省某年专项行动。', 'Such as the action of a province in a year.'],
      short(100),
    ),
    from: field(['开始日期', 'First day'], ['行动从哪天开始。', 'When it begins.'], date),
    until: field(['结束日期', 'Last day'], ['行动到哪天结束。', 'When it ends.'], date),
    sampleSize: field(
      ['现场检查抽几家', 'How many are drawn'],
      ['抽不到全部对象；不抽样填 0。', 'Of the list, for inspection on site; 0 for none.'],
      count(text('家', 'targets')),
      { clause: 'campaign/2.2' },
    ),
    byGrade: field(
      ['按等级分层', 'By grade'],
      ['每个等级按比例抽取。', 'Each grade gets its share of the sample.'],
      yesNo,
      { clause: 'campaign/2.2' },
    ),
    commitment: field(
      ['种子的 SHA-256', 'SHA-256 of the seed'],
      [
        '例如用 printf %s 种子 | sha256sum 算出。种子要随机、够长。',
        'For example by printf %s SEED | sha256sum. The seed is random and long.',
      ],
      short(64),
      { check: digest, clause: 'campaign/2.2' },
    ),
    goals: field(
      ['目标和安排', 'Goals and arrangements'],
      ['写明本地的重点。', 'And what matters most here.'],
      long(4000, 6),
    ),
  },
);

const targetFields = {
  provider: field(
    ['企业全称或备案编号', 'Name in full, or filing number'],
    [
      '有备案的写 21 位编号；没有的写企业登记全称。',
      'The 21 digits where it is filed; else the registered name of the company.',
    ],
    short(200),
  ),
  service: field(
    ['没有备案的服务', 'Service without a filing'],
    [
      '应当备案而没有备案的，写服务名称。',
      'Where something should have been filed and was not, the name of the service.',
    ],
    short(100),
    { required: false, clause: 'campaign/2.3' },
  ),
  grade: field(
    ['等级', 'Grade'],
    ['备案已经分级的以备案为准，不用填。', 'Where the filing is graded, that counts; leave it empty.'],
    choice(gradeOptions),
    {
      required: false,
    },
  ),
} as const;

const standingOptions = [
  { value: 'any', label: text('不限', 'Any') },
  { value: 'unfiled', label: text('没有有效备案', 'Nothing filed') },
  { value: 'filed', label: text('已有备案', 'Has a filing') },
  { value: 'ordered', label: text('有没办完的整改', 'Has orders to rectify that are not ended') },
] as const;

const complaintsAsked = ({ complaintsOver }: FormValues): boolean =>
  complaintsOver !== undefined && complaintsOver !== null && complaintsOver !== '';

const condition = fieldsOf(step, 'public');

/** By what is searched: whatever is left empty is no condition. */
const queryFields = {
  words: condition(
    ['名称', 'Name'],
    ['企业或者算法名称的一部分。', 'Part of the name of a company or an algorithm.'],
    short(100),
    { required: false },
  ),
  place: condition(
    ['地区', 'Place'],
    ['六位行政区划代码，例如 440000；不限的不填。', 'Six digits, such as 440000; empty for anywhere.'],
    short(6),
    {
      required: false,
      check: (value) =>
        /^\d{6}$/.test(value) ? undefined : text('应为六位行政区划代码。', 'should be the six digits of a place.'),
    },
  ),
  techniques: condition(
    ['算法类别', 'Kinds of technique'],
    ['不限的不选。', 'None for any.'],
    choices(optionsFrom(techniques), 0),
    { required: false },
  ),
  grades: condition(['等级', 'Grades'], ['不限的不选。', 'None for any.'], choices(gradeOptions, 0), {
    required: false,
  }),
  standing: condition(
    ['办理情况', 'How it stands'],
    ['备案和整改的情况。', 'Of filings and of orders to rectify.'],
    choice(standingOptions),
    {
      required: false,
    },
  ),
  complaintsOver: condition(
    ['投诉多于', 'More complaints than'],
    ['期间收到的投诉；不限的不填。', 'That came in within the period; empty for any.'],
    count(text('件', 'complaints')),
    { required: false },
  ),
  complaintsFrom: condition(['投诉自', 'Complaints from'], ['从哪天起算。', 'The first day.'], date, {
    shown: complaintsAsked,
  }),
  complaintsUntil: condition(['投诉至', 'Complaints until'], ['算到哪天。', 'The last day.'], date, {
    shown: complaintsAsked,
  }),
} as const;

/** What a search for targets asks for. */
export const queryForm = formOf(
  'query',
  ['查找对象', 'Find targets'],
  ['每个填写的条件都要符合。', 'Every condition that is set has to fit.'],
  queryFields,
);

export const targetsForm = formOf(
  'targets',
  ['确定对象', 'Choose the targets'],
  [
    '条件连同理由留在行动里；系统按条件再查一次，逐个核对，不符合的不收。可以分几次加入，启动后名单不再变动。',
    'The conditions stay in the campaign with the reason. They are searched by again and each target is looked up; what does not fit is refused. More can be added until the campaign starts; then the list stands.',
  ],
  {
    ...queryFields,
    why: field(
      ['选择理由', 'Why these'],
      ['例如舆论属性强、用户多、投诉集中。', 'Such as their weight in public opinion, their users, complaints.'],
      long(2000),
    ),
    targets: field(['对象', 'Targets'], ['逐个列出。', 'One by one.'], list(targetFields, 1, mostTargets)),
  },
);

const targetField = field(
  ['对象', 'Target'],
  ['备案编号，或者名单上的「企业／服务」。', 'Filing number, or company／service as on the list.'],
  short(320),
);

export const dropForm = formOf('drop', ['移出名单', 'Take from the list'], ['启动以前可以移出。', 'Until it starts.'], {
  target: targetField,
});

export const urgingForm = formOf(
  'urging',
  ['督促备案', 'Urge to file'],
  [
    '记下怎样督促的。已登记的企业，在它的自查里督促，它会收到通知。',
    'How somebody was urged. A registered company is urged in its self-inspection and is told there.',
  ],
  {
    target: targetField,
    how: field(['方式', 'How'], ['怎样告知的。', 'How they were told.'], choice(urgingOptions), {
      clause: 'campaign/2.3',
    }),
  },
);

export const askForm = formOf(
  'ask',
  ['发起全部自查', 'Ask all of them'],
  [
    '名单上每个登记了的企业都会收到自查任务；应当备案而没有备案的，同时收到督促备案。中断了可以继续，不会重复。',
    'Every registered company of the list is asked to inspect itself; who should have filed is reminded to file as well. When broken off it can be gone on with, and nobody is asked twice.',
  ],
  {
    by: field(['完成日期', 'Due on'], ['须是工作日。', 'A working day.'], date, { clause: 'campaign/2.1' }),
    words: field(['说明', 'To the companies'], ['要特别注意什么。', 'What to look at especially.'], long(2000), {
      required: false,
    }),
  },
);

export const drawForm = formOf(
  'draw',
  ['抽取现场检查对象', 'Draw the sample'],
  [
    '种子的 SHA-256 必须是当初公布的那个。只抽一次。',
    'Its SHA-256 must be the one that was published. There is one draw.',
  ],
  { seed: field(['种子', 'Seed'], ['当初保管的原文。', 'As it was kept.'], short(200), { clause: 'campaign/2.2' }) },
);

export const reportForm = formOf(
  'report',
  ['总结报告', 'Closing report'],
  ['数字由系统填入，这里写结论。', 'The figures are filled in; write what came of it.'],
  {
    results: field(['成效', 'Results'], ['取得了什么。', 'What was achieved.'], long(6000, 8)),
    difficulties: field(['难点', 'Difficulties'], ['哪些问题还没有解决。', 'What is not solved.'], long(6000, 6)),
    next: field(['下一步', 'What comes next'], ['以后怎么做。', 'What will be done.'], long(6000, 6)),
    leftOpen: field(
      ['没有完成的自查', 'Self-inspections not finished'],
      [
        '还有没通过或没发起的，写明原因和去向。',
        'Where some are not accepted or were never asked for: why, and what becomes of them.',
      ],
      long(2000),
      { required: false },
    ),
    forPublic: field(
      ['向社会公布的总结', 'Summary for the public'],
      [
        '公开进展的，结束后任何人都能看到这一段。不写企业名称；不公布的不填。',
        'Where progress is shown, anybody reads this after the end. Name no company; leave it empty to publish none.',
      ],
      long(4000, 6),
      { required: false },
    ),
  },
);
