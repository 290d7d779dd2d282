import { text } from '@suanjian/rulebook';
import type { FormDefinition } from '../../engine/form.ts';
import { choice, count, date, fieldsOf, files, list, long, pickMatter, short, yesNo } from '../common/fields.ts';
import { timeOfDay } from '../common/moments.ts';

/** No rule divides incidents into these; they are a policy default of this software, and texts say so. */
export const severities = [
  { value: 'general', label: text('一般', 'General') },
  { value: 'major', label: text('较大', 'Major') },
  { value: 'grave', label: text('重大', 'Grave') },
] as const;
export type Severity = (typeof severities)[number]['value'];

const severityHelp = [
  '分级是本系统的默认设置，并非法定。一般：没有扩散，很快恢复；较大：影响到一批用户或者内容扩散；重大：影响很大，或者涉及未成年人安全、大量个人信息。',
  'The classes are a policy default of this system, not set by law. General: contained and soon over. Major: many users affected, or content spread. Grave: very many affected, or the safety of minors or a great deal of personal information.',
] as const;

const clause = 'final/7';
const what = fieldsOf('what', 'public', clause);
const effect = fieldsOf('effect', 'confidential', clause);
/** Numbers stand in the public register; that one is affected is told to nobody but both sides. */
const affected = fieldsOf('effect', 'public', clause);
const optional = { required: false } as const;

/** What happened, as the provider first sets it down. */
export const incidentForm: FormDefinition = {
  name: 'incident',
  steps: [
    {
      name: 'what',
      title: text('发生了什么', 'What happened'),
      intro: text('先写知道的，以后可以补充。', 'Write what is known; the rest can follow.'),
    },
    {
      name: 'effect',
      title: text('影响和处置', 'Effect and first measures'),
      intro: text('影响到谁，马上做了什么。', 'Who is affected, and what was done at once.'),
    },
  ],
  fields: {
    title: what(
      ['事件名称', 'Name of the incident'],
      [
        '简短，会出现在列表和通知里，不要写个人信息和商业秘密。',
        'Short. It stands in lists and notices: no personal information, no secrets.',
      ],
      short(80),
    ),
    severity: what(['级别', 'Severity'], severityHelp, choice(severities)),
    detectedOn: what(['发现日期', 'Detected on'], ['第一次发现的那天。', 'The day it was first noticed.'], date),
    detectedAt: what(
      ['发现时间', 'Detected at'],
      ['北京时间，例如 09:30；不确定可以不填。', 'Beijing time, such as 09:30. May be left out.'],
      short(5),
      {
        ...optional,
        check: timeOfDay,
      },
    ),
    foundBy: what(
      ['怎样发现的', 'How it was found'],
      ['第一次是谁发现的。', 'Who noticed it first.'],
      choice([
        { value: 'monitoring', label: text('自己的监测', 'Own monitoring') },
        { value: 'staff', label: text('工作人员', 'Staff') },
        { value: 'users', label: text('用户投诉举报', 'Complaints and reports of users') },
        { value: 'office', label: text('主管部门', 'An office') },
        { value: 'third-party', label: text('第三方', 'A third party') },
      ]),
    ),
    finder: what(
      ['发现人', 'Who found it'],
      ['姓名，可以不填；按个人信息加密保存。', 'A name; may be left out. Sealed as personal information.'],
      short(60),
      { ...optional, secrecy: 'personal', person: 'finder' },
    ),
    spread: what(
      ['违法有害信息是否扩散', 'Has harmful information spread'],
      [
        '违法有害信息已经传开、说明现有措施挡不住的，选「是」：还要做一次安全评估。',
        'Yes where illegal or harmful information has spread and shows that the safeguards do not hold: a safety assessment is then due as well.',
      ],
      yesNo,
      { clause: 'safety-2018/3.4' },
    ),
    description: effect(['经过', 'What happened'], ['到现在为止知道的情况。', 'What is known so far.'], long(5000, 8)),
    filings: affected(
      ['受影响的备案', 'Filings affected'],
      [
        '受影响服务的备案编号；没有备案的不填。',
        'Filing numbers of the services affected; none where nothing was filed.',
      ],
      list(
        {
          number: affected(['备案编号', 'Filing number'], ['21 位数字。', 'The 21 digits.'], short(21), {
            check: (value) => (/^\d{21}$/.test(value) ? undefined : text('应为 21 位数字。', 'should be 21 digits.')),
          }),
        },
        0,
        50,
      ),
      optional,
    ),
    services: effect(['受影响的服务', 'Services affected'], ['产品和功能。', 'Products and functions.'], short(300)),
    people: effect(
      ['受影响的人数', 'People affected'],
      ['估计也可以；不知道可以先不填。', 'An estimate will do; may be left out at first.'],
      count(text('人', 'people')),
      optional,
    ),
    atOnce: effect(
      ['马上采取的措施', 'Measures taken at once'],
      ['没有就写没有。', 'Say so where there were none.'],
      long(3000, 4),
    ),
  },
};

const course = fieldsOf('course', 'confidential', clause);

/** One entry of the time line, as it is added. */
const entryFields = {
  day: course(['日期', 'Day'], ['发生的那天，不早于发现之日。', 'When it happened, not before it was detected.'], date),
  time: course(
    ['时间', 'Time'],
    ['北京时间，例如 09:30；不确定可以不填。', 'Beijing time, such as 09:30. May be left out.'],
    short(5),
    {
      ...optional,
      check: timeOfDay,
    },
  ),
  words: course(['内容', 'What'], ['发生了什么，或者做了什么。', 'What happened, or what was done.'], long(2000, 3)),
};

const summary = course(
  ['总结', 'Summary'],
  ['经过、原因、影响和处置结果。', 'Course, cause, effect, outcome.'],
  long(5000, 8),
);
const lessons = course(
  ['教训和改进', 'Lessons'],
  ['为什么会发生，改了什么、什么时候完成。', 'Why it could happen, what is changed and by when.'],
  long(5000, 6),
);

const assessedOn = course(
  ['提交评估报告的日期', 'Report handed in on'],
  ['交给主管部门的那天。', 'The day on which offices got it.'],
  date,
  {
    clause: 'safety-2018/7',
  },
);
const assessment = course(
  ['评估事项', 'Assessment'],
  [
    '本系统中已经报送的评估；没有在本系统做的不选。',
    'One that was sent to the office here; none where it was made elsewhere.',
  ],
  pickMatter('assessment', 'sent', 'read'),
  { clause: 'safety-2018/7', required: false },
);
const assessedWhere = course(
  ['回执', 'Receipt'],
  [
    '平台给的回执编号；选了评估事项的可以不填。',
    'The number of the receipt; may be left out where an assessment is chosen.',
  ],
  short(200),
  { clause: 'safety-2018/7', required: (form) => (form['assessment'] ?? '') === '' },
);

const courseSteps: FormDefinition['steps'] = [
  {
    name: 'course',
    title: text('经过和处置', 'Course and measures'),
    intro: text('按时间记下经过和措施。', 'What happened and what was done, in order of time.'),
  },
];

/** What has been written down since: nothing of it is ever taken back. */
export const accountForm: FormDefinition = {
  name: 'incident-account',
  steps: courseSteps,
  fields: {
    timeline: course(
      ['时间线', 'Time line'],
      ['按时间排列。', 'In order of time.'],
      list(entryFields, 0, 500),
      optional,
    ),
    measures: course(['措施', 'Measures'], ['按时间排列。', 'In order of time.'], list(entryFields, 0, 200), optional),
    updates: course(
      ['后续报告', 'Interim reports'],
      ['报告之后告诉主管部门的情况。', 'What offices were told after the report.'],
      list(
        {
          on: course(['日期', 'Day'], ['报告的那天。', 'When it was sent.'], date),
          words: entryFields.words,
        },
        0,
        100,
      ),
      optional,
    ),
    lessons: { ...lessons, required: false },
    assessedOn: { ...assessedOn, required: false },
    assessment,
    assessedWhere: { ...assessedWhere, required: false },
    summary: { ...summary, required: false },
  },
};

const small = (name: string, fields: FormDefinition['fields']): FormDefinition => ({
  name,
  steps: courseSteps,
  fields,
});

export const entryForm = small('incident-entry', entryFields);
export const updateForm = small('incident-update', { words: entryFields.words });
export const lessonsForm = small('incident-lessons', { lessons });
export const closingForm = small('incident-closing', { summary });
export const assessedForm = small('incident-assessed', { assessedOn, assessment, assessedWhere });
export const reclassifyForm = small('incident-severity', {
  severity: { ...course(['级别', 'Severity'], severityHelp, choice(severities)), secrecy: 'public' },
});

/** What the office is told, at first and, where it asks for that, in the end. */
export const reportForm = small('incident-report', {
  words: course(
    ['报告内容', 'Report'],
    ['经过、影响、已经采取和准备采取的措施。', 'Course, effect, what was done and what will be.'],
    long(10_000, 12),
  ),
  papers: course(['附件', 'Papers'], ['没有可以不交。', 'May be left out.'], files(10), optional),
});
