import { text } from '@suanjian/rulebook';
import { choice, date, fieldsOf, list, long, short } from '../common/fields.ts';
import { oneStepForms } from '../common/one-step-form.ts';

const step = 'standard';
const field = fieldsOf(step, 'public', 'final/5');

export const formOf = oneStepForms('standard-', step);

const digest = (value: string) =>
  /^[0-9a-f]{64}$/.test(value)
    ? undefined
    : text('应为 64 位小写十六进制数字。', 'should be 64 hexadecimal digits in lower case.');

export const bodyOptions = [
  { value: 'association', label: text('行业协会', 'Industry association') },
  { value: 'alliance', label: text('产业联盟', 'Alliance of companies') },
  { value: 'standards-body', label: text('标准化组织', 'Standards body') },
] as const;

export const bodyForm = formOf(
  'body',
  ['以什么身份发布标准', 'In which capacity standards are published'],
  ['公开显示。', 'Shown to everybody.'],
  {
    capacity: field(['身份', 'Capacity'], ['你们是哪一种组织。', 'What kind of body you are.'], choice(bodyOptions)),
    mandate: field(
      ['依据', 'Mandate'],
      [
        '例如章程、登记证书或者成员的授权。',
        'Such as your statutes, your registration or what your members have decided.',
      ],
      long(1000),
    ),
  },
);

export const codeField = field(
  ['标准代号', 'Code of the standard'],
  ['同一标准各个版本用同一个代号。', 'The same in all versions of one standard.'],
  short(60),
);
export const versionField = field(['版本', 'Version'], ['例如 1.0。', 'Such as 1.0.'], short(20));

export const versionForm = formOf(
  'version',
  ['发布一个版本', 'Publish a version'],
  [
    '发布以后不能修改，要改就发布新版本；已经采用旧版本的企业不会自动改用。',
    'It cannot be changed afterwards; publish a new version instead. Whoever has adopted an earlier one is not moved.',
  ],
  {
    code: codeField,
    version: versionField,
    called: field(['名称', 'Title'], ['标准的名称。', 'Of the standard.'], short(200)),
    from: field(['自何日起', 'From'], ['从哪天可以采用。', 'The day from which it can be adopted.'], date),
    pack: field(
      ['检查包的 SHA-256', 'SHA-256 of the check pack'],
      ['采用的人凭它核对拿到的检查包。', 'By which those who adopt it know the pack they got.'],
      short(64),
      { check: digest },
    ),
    words: field(
      ['内容', 'Text'],
      ['标准的正文或者摘要。', 'The text of the standard or what it says.'],
      long(20_000, 10),
    ),
    thresholds: field(
      ['阈值', 'Thresholds'],
      ['检查包之外另行约定的，没有可以不填。', 'Set beside the pack, if there are any.'],
      list(
        {
          check: field(['检查', 'Check'], ['检查的名称。', 'Name of the check.'], short(120)),
          bound: field(['界限', 'Bound'], ['例如“不高于 2%”。', 'Such as “at most 2 %”.'], short(200)),
        },
        0,
        60,
      ),
      { required: false },
    ),
  },
);

export const whichForm = formOf('which', ['哪个版本', 'Which version'], ['代号和版本。', 'Code and version.'], {
  code: codeField,
  version: versionField,
});
