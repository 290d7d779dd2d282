import { text } from '@suanjian/rulebook';
import type { FormDefinition } from '../../engine/form.ts';
import { choice, fieldsOf, list, long, pickMatter, short, yesNo } from '../common/fields.ts';
import { templateOptions } from './options.ts';

const only = (title: { zh: string; en: string }, intro: { zh: string; en: string }): FormDefinition['steps'] => [
  { name: 'only', title, intro },
];
const open = fieldsOf('only', 'public');
const sealed = fieldsOf('only', 'confidential');

/** What opening one asks. */
export const openingForm: FormDefinition = {
  name: 'assessment-opening',
  steps: only(text('新建评估', 'New assessment'), text('选择模板。', 'Choose a template.')),
  fields: {
    template: open(['模板', 'Template'], ['按哪一份要求评估。', 'By which requirements.'], choice(templateOptions)),
    filing: open(
      ['备案', 'Filing'],
      [
        '所评估的备案，按名称或编号查找；新算法不填。',
        'The filing of the algorithm: look for it by name or number. Leave it out for a new algorithm.',
      ],
      pickMatter('filing'),
      { required: false },
    ),
    supersedes: open(
      ['接替的评估', 'Takes the place of'],
      ['上一次评估，新的签署后它即被取代。', 'The last assessment; it is superseded when this one is signed.'],
      pickMatter('assessment', 'signed', 'sent', 'read'),
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
