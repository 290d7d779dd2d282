import { answers, text } from '@suanjian/rulebook';
import type { Option } from '../../engine/form.ts';
import { violatedClausesIn } from '../common/clause-list.ts';
import { choice, date, fieldsOf, files, list, long, pickResult, short, yesNo } from '../common/fields.ts';
import { oneStepForms } from '../common/one-step-form.ts';

const formOf = oneStepForms('rectification-');

/** Checks that can be run today, by name. */
const checkOptions: readonly Option[] = Object.values(answers.checks)
  .filter(({ status }) => status === 'working')
  .map(({ name, title }) => ({ value: name, label: title }));

const which = { kind: 'number', atLeast: 1, atMost: 20 } as const;
const whichWords = [
  ['第几项措施', 'Number of the measure'],
  ['按整改通知中的顺序。', 'In the order in which the order lists them.'],
] as const;

const order = fieldsOf('order', 'confidential');
export const orderForm = formOf(
  'order',
  ['整改通知', 'Order'],
  [
    '写明违反了什么、要做什么、做到什么程度、什么时候完成。送达之前企业看不到。',
    'Say what is broken, what is to be done, what shows that it is done, and by when. The company sees it once it is served.',
  ],
  {
    provider: order(
      ['提供者', 'Provider'],
      [
        '登记的全称或者备案编号；从其他事项发起的，不用填写。',
        'Its registered name in full or a filing number. Leave empty where it is opened on another matter.',
      ],
      short(200),
      { required: false, secrecy: 'public' },
    ),
    clauses: order(['违反的条款', 'Clauses'], ['逐条选择。', 'Choose each of them.'], violatedClausesIn('order'), {
      secrecy: 'public',
    }),
    findings: order(
      ['发现的问题', 'What was found'],
      ['写明事实和证据，让企业能够逐项整改。', 'Facts and evidence, so that the company can put each of them right.'],
      long(8000, 10),
    ),
    measures: order(
      ['整改措施', 'Measures'],
      ['一项一项写，每项写明怎样算完成。', 'One by one, each with what shows that it is done.'],
      list(
        {
          what: order(['要做什么', 'What is to be done'], ['一句话写清楚。', 'In one clear sentence.'], long(1000, 3)),
          shownBy: order(
            ['怎样算完成', 'What shows it'],
            ['例如哪份材料、哪项检查通过。', 'For example a document, or a check that passes.'],
            long(1000, 3),
          ),
          check: order(
            ['用哪项检查核实', 'Check that verifies it'],
            [
              '选了检查的，整改后的数据须通过同一项检查。没有合适的可以不选。',
              'With a check chosen, data from after the fix have to pass that very check. Leave empty where none fits.',
            ],
            choice(checkOptions),
            { required: false },
          ),
        },
        1,
        20,
      ),
    ),
    by: order(['完成日期', 'To be done by'], ['以后的一个工作日。', 'A working day to come.'], date, {
      secrecy: 'public',
    }),
  },
);

const answer = fieldsOf('answer', 'confidential');
export const answerForm = formOf(
  'answer',
  ['整改报告', 'Report'],
  [
    '对每一项措施写明做了什么、哪天做完，并附上材料。主管部门用整改之后的数据重新运行同一项检查。',
    'For each measure: what was done, on which day, and the papers. The office runs the same check again on data from after that day.',
  ],
  {
    measures: answer(
      ['各项措施', 'Measures'],
      ['通知里的每一项都要写，各写一次。', 'Every one of the order, each once.'],
      list(
        {
          measure: answer(...whichWords, which),
          done: answer(['已经完成', 'Done'], ['没有完成的写明原因。', 'If not, say why below.'], yesNo),
          doneOn: answer(
            ['完成日期', 'Done on'],
            ['从这一天之后的数据用来核实。', 'Data from after this day verify it.'],
            date,
            { shown: ({ done }) => done === true },
          ),
          words: answer(
            ['说明', 'Account'],
            ['做了什么，或者为什么没有做完。', 'What was done, or why it was not.'],
            long(3000, 4),
          ),
          result: answer(
            ['检查结果', 'Result of a check'],
            [
              '证明它的检查结果，须是完成之后的数据。没有可不选。',
              'What a check of data from after the fix found, if there is one.',
            ],
            pickResult,
            { required: false },
          ),
          papers: answer(['材料', 'Papers'], ['截图、制度文件等。', 'Screenshots, documents and so on.'], files(5), {
            required: false,
          }),
        },
        1,
        20,
      ),
    ),
  },
);

const extension = fieldsOf('extension', 'confidential');
export const extensionForm = formOf(
  'extension',
  ['申请延期', 'Ask for more time'],
  ['只能延期一次，写明理由和可以完成的日期。', 'Possible once. Say why, and by which day it can be done.'],
  {
    until: extension(['延至', 'Until'], ['以后的一个工作日。', 'A working day to come.'], date, { secrecy: 'public' }),
    why: extension(['理由', 'Why'], ['为什么不能按期完成。', 'Why it cannot be done in time.'], long(3000, 4)),
  },
);

const verifying = fieldsOf('verifying', 'public');
export const checkForm = formOf(
  'checking',
  ['用检查核实', 'Verify by a check'],
  [
    '从企业提交并通过验签的结果包中选一个：数据须全部在整改完成之后。',
    'One of the bundles that the company sent and whose signature is good; all of its days lie after the fix.',
  ],
  {
    measure: verifying(...whichWords, which),
    result: verifying(
      ['检查结果', 'Result of the check'],
      [
        '措施写明检查的，选同一项检查的结果。',
        'Where the measure names its check, choose a result of that very check.',
      ],
      pickResult,
    ),
  },
  'verifying',
);

export const judgementForm = formOf(
  'judgement',
  ['人工核实', 'Verify by hand'],
  [
    '没有检查可用，或者检查没有结论时，由人核实并写明理由。检查结论是不通过的，不能这样认定为完成。',
    'Where no check fits or it came to no verdict, a person judges and says why. What a check has failed cannot be called done this way.',
  ],
  {
    measure: verifying(...whichWords, which),
    done: verifying(['已经完成', 'Done'], ['理由写在下面。', 'The reason is written below.'], yesNo),
  },
  'verifying',
);

export const furtherForm = formOf(
  'further',
  ['退回继续整改', 'Back to work'],
  ['写明还差什么，并给出日期。', 'Say what is still missing, and set a day.'],
  { by: verifying(['完成日期', 'To be done by'], ['以后的一个工作日。', 'A working day to come.'], date) },
  'verifying',
);

const verified = fieldsOf('verification', 'public');
const optional = { required: false } as const;
const verdictOptions: readonly Option[] = [
  { value: 'pass', label: text('通过', 'Pass') },
  { value: 'fail', label: text('未通过', 'Fail') },
  { value: 'not-enough-data', label: text('数据不足', 'Not enough data') },
  { value: 'not-applicable', label: text('不适用', 'Does not apply') },
];

/** What was verified, to be read; nobody fills it in. */
export const verificationForm = formOf(
  'verification',
  ['核实', 'Verification'],
  ['每一项措施最后一次核实的结论有效。', 'Of each measure the last one counts.'],
  {
    entries: verified(
      ['核实记录', 'What was verified'],
      ['按先后排列。', 'In the order in which it was done.'],
      list(
        {
          measure: verified(...whichWords, which),
          how: verified(
            ['怎样核实', 'How'],
            ['检查或者人工。', 'By a check or by a person.'],
            choice([
              { value: 'check', label: text('检查', 'By a check') },
              { value: 'person', label: text('人工', 'By a person') },
            ]),
          ),
          check: verified(['检查', 'Check'], ['同一项检查。', 'The very check.'], choice(checkOptions), optional),
          verdict: verified(
            ['检查结论', 'Verdict'],
            ['结果包中的结论。', 'As the bundle says.'],
            choice(verdictOptions),
            optional,
          ),
          from: verified(['数据自', 'Data from'], ['第一天。', 'The first day.'], date, optional),
          until: verified(['数据至', 'Data until'], ['最后一天。', 'The last day.'], date, optional),
          passed: verified(['已完成', 'Done'], ['核实的结论。', 'What came of it.'], yesNo),
        },
        0,
        400,
      ),
      optional,
    ),
  },
);

const notice = fieldsOf('risk-notice', 'public');
export const riskNoticeForm = formOf(
  'risk-notice',
  ['安全风险提示', 'Risk notice'],
  [
    '写给公众看：哪项服务、拒绝了什么评估、使用时要注意什么。不写秘密和个人信息。',
    'For the public: which service, which assessment was refused, and what to mind when using it. No secrets, nothing personal.',
  ],
  {
    service: notice(['服务', 'Service'], ['公众认得的名称。', 'By the name that people know.'], short(100)),
    words: notice(['提示内容', 'What the public is told'], ['任何人都能看到。', 'Anybody reads it.'], long(2000, 6)),
    checked: notice(['没有秘密和个人信息', 'No secrets, nothing personal'], ['已经核对。', 'Has been checked.'], yesNo),
  },
);
export const liftingForm = formOf(
  'lifting',
  ['解除风险提示', 'Lift the risk notice'],
  ['原来的位置会显示这段说明。', 'The explanation stands in its place.'],
  {
    words: notice(['说明', 'Explanation'], ['例如已经完成评估。', 'Such as that it has been assessed.'], long(2000, 4)),
  },
  'risk-notice',
);
