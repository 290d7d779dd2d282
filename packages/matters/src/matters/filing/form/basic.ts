import { choice, choices, date, fieldsOf, short } from '../../common/fields.ts';
import { includes, isGenerative, isSearch } from './conditions.ts';
import { applicationFieldOptions, roleOptions, searchKindOptions, techniqueOptions } from './options.ts';

const basic = fieldsOf('basic', 'public', 'final/24.1');

export const basicFields = {
  technique: basic(
    ['算法类型', 'Type of algorithm'],
    ['按算法的主要作用选择一类。', 'Choose one by what the algorithm mainly does.'],
    choice(techniqueOptions),
    { clause: 'final/2.2' },
  ),
  searchKind: basic(
    ['检索还是过滤', 'Search or filtering'],
    [
      '按条件查找选“检索”，识别并筛除选“过滤”；编号中的类型代码不同。',
      'Search matches what is asked for, filtering recognises and sifts; the number has a code for each.',
    ],
    choice(searchKindOptions),
    { shown: isSearch },
  ),
  role: basic(
    ['角色', 'Role'],
    [
      '直接向用户提供服务，还是为别人的服务提供技术支持。',
      "Whether you serve users yourself or support others' services.",
    ],
    choice(roleOptions),
    { shown: isGenerative },
  ),
  algorithmName: basic(
    ['算法名称', 'Name of the algorithm'],
    ['各份材料里的名称必须一模一样。', 'It must be exactly the same in every paper.'],
    short(100),
  ),
  launched: basic(
    ['上线时间', 'Launched on'],
    [
      '开始提供服务的日期。应当在此后十个工作日内提交备案。',
      'The day the service started. The filing is due within ten working days of it.',
    ],
    date,
  ),
  version: basic(['版本号', 'Version'], ['没有版本号可不填。', 'Leave empty if there is none.'], short(40), {
    required: false,
  }),
  applicationFields: basic(
    ['应用领域', 'Fields of application'],
    ['可多选。', 'Choose all that apply.'],
    choices(applicationFieldOptions),
  ),
  applicationFieldOther: basic(['其他应用领域', 'Other field'], ['用几个字说明。', 'In a few words.'], short(100), {
    shown: ({ applicationFields }) => includes(applicationFields, 'other'),
  }),
} as const;
