import { text } from '@suanjian/rulebook';
import type { FormDefinition } from '../../engine/form.ts';
import { choice, date, fieldsOf, list, long, short, yesNo } from '../common/fields.ts';
import { templateOptions, verdictOptions } from './options.ts';

const only = (title: { zh: string; en: string }, intro: { zh: string; en: string }): FormDefinition['steps'] => [
  { name: 'only', title, intro },
];
const open = fieldsOf('only', 'public');
const sealed = fieldsOf('only', 'confidential');

const hash = (value: string) =>
  /^[0-9a-f]{64}$/.test(value) ? undefined : text('应为 64 位十六进制数字。', 'should be 64 hexadecimal digits.');

/** What opening one asks. */
export const openingForm: FormDefinition = {
  name: 'assessment-opening',
  steps: only(text('新建评估', 'New assessment'), text('选择模板。', 'Choose a template.')),
  fields: {
    template: open(['模板', 'Template'], ['按哪一份要求评估。', 'By which requirements.'], choice(templateOptions)),
    filing: open(
      ['备案', 'Filing'],
      [
        '所评估的备案（系统内的编号）；新算法不填。',
        'The filing that is assessed, by its id here; empty for a new algorithm.',
      ],
      short(80),
      { required: false },
    ),
    supersedes: open(
      ['接替的评估', 'Takes the place of'],
      [
        '上一次评估（系统内的编号），新的签署后它即被取代。',
        'The last assessment, by its id here; it is superseded when this one is signed.',
      ],
      short(80),
      { required: false },
    ),
  },
};

/** What submitting asks: that it is true, and why each lesser gap stands. */
export const declarationForm: FormDefinition = {
  name: 'assessment-declaration',
  steps: only(
    text('提交评估', 'Submit'),
    text('没有补上的缺口逐项说明理由。', 'Give a reason for every gap that stays open.'),
  ),
  fields: {
    truthful: open(['内容属实', 'It is true'], ['确认答案和证据属实。', 'Answers and evidence are true.'], yesNo),
    reasons: sealed(
      ['缺口的理由', 'Reasons for gaps'],
      ['缺口的名称和理由。', 'Name of the gap, and why it stays open.'],
      list(
        {
          gap: sealed(['缺口', 'Gap'], ['系统给出的名称。', 'The name that was shown.'], short(160)),
          reason: sealed(['理由', 'Reason'], ['为什么没有补上。', 'Why it stays open.'], long(1000)),
        },
        0,
        300,
      ),
      { required: false },
    ),
  },
};

/** What taking over results asks: the bundle and its verdicts. */
export const verdictsForm: FormDefinition = {
  name: 'assessment-verdicts',
  steps: only(
    text('从结果包预填', 'Fill in from a bundle'),
    text('结果包须先通过核验。', 'The bundle has to be verified first.'),
  ),
  fields: {
    bundle: sealed(
      ['结果包摘要', 'Bundle hash'],
      ['SHA-256，64 位十六进制。', 'SHA-256, 64 hexadecimal digits.'],
      short(64),
      { check: hash },
    ),
    from: sealed(['数据自', 'Data from'], ['数据的第一天。', 'First day of the data.'], date),
    until: sealed(['数据至', 'Data until'], ['数据的最后一天。', 'Last day of the data.'], date),
    checks: sealed(
      ['检查结果', 'Results'],
      ['结果包中各项检查的结论。', 'What each check in the bundle found.'],
      list(
        {
          check: sealed(['检查', 'Check'], ['检查的名称。', 'The name of the check.'], short(80)),
          clause: sealed(['条款', 'Clause'], ['检查所据的条款。', 'The clause it rests on.'], short(40), {
            required: false,
          }),
          verdict: sealed(['结论', 'Verdict'], ['检查的结论。', 'What it found.'], choice(verdictOptions)),
          estimate: sealed(['估计值', 'Estimate'], ['没有可不填。', 'May be left out.'], short(60), {
            required: false,
          }),
        },
        1,
        300,
      ),
    ),
  },
};
