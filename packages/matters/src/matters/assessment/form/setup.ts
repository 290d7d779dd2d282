import type { FormValues } from '../../../engine/form.ts';
import { choice, choices, date, fieldsOf, long, short, yesNo } from '../../common/fields.ts';
import { roleOptions, techniqueOptions } from '../../filing/definition.ts';
import { kindOptions, templateOptions, triggerOptions } from '../options.ts';

const setup = fieldsOf('setup', 'public');
const isThirdParty = ({ kind }: FormValues): boolean => kind === 'third-party';
export const isTemplate =
  (wanted: string) =>
  ({ template }: FormValues): boolean =>
    template === wanted;
const isSafety = isTemplate('safety-2018');

/** What is assessed, by whom and why. Clocks read the trigger, so none of this is sealed save the person. */
export const setupFields = {
  template: setup(
    ['评估模板', 'Template'],
    ['按哪一份要求评估。', 'By which requirements it is assessed.'],
    choice(templateOptions),
    { clause: 'final/8' },
  ),
  algorithmName: setup(
    ['算法或服务名称', 'Algorithm or service'],
    ['与备案名称一致；还没有备案的写拟用名称。', 'As filed, or the name it is to have.'],
    short(100),
  ),
  techniques: setup(
    ['算法类型', 'Types of algorithm'],
    ['用到哪几类就选哪几类，决定要回答哪些问题。', 'All that are used; they decide which questions are asked.'],
    choices(techniqueOptions),
    { clause: 'final/2.2' },
  ),
  role: setup(
    ['角色', 'Role'],
    ['直接服务用户，还是为他人提供技术。', 'Serves people, or other services.'],
    choice(roleOptions),
  ),
  setsPrices: setup(
    ['影响价格或优惠', 'Bears on prices or offers'],
    ['价格、优惠券、交易条件由算法决定或者影响，就选“是”。', 'Yes where prices, coupons or terms depend on it.'],
    yesNo,
    { clause: 'final/21', shown: isTemplate('checklist-2024') },
  ),
  version: setup(['版本', 'Version'], ['被评估的版本。', 'The version that is assessed.'], short(60)),
  versionSince: setup(
    ['版本启用日期', 'In service since'],
    ['早于这一天的证据不能说明这个版本。', 'Evidence from before this day says nothing of this version.'],
    date,
  ),
  periodFrom: setup(['评估时段自', 'Period from'], ['所看数据的第一天。', 'First day of what was looked at.'], date),
  periodUntil: setup(['评估时段至', 'Period until'], ['所看数据的最后一天。', 'Last day of what was looked at.'], date),
  kind: setup(
    ['评估方式', 'Who assesses'],
    ['自行评估，或者委托第三方机构。', 'The provider itself, or an assessor.'],
    choice(kindOptions),
    { clause: 'safety-2018/4' },
  ),
  assessor: setup(['评估机构', 'Assessor'], ['机构的全称。', 'Its full name.'], short(120), {
    shown: isThirdParty,
    clause: 'safety-2018/4',
  }),
  independent: setup(
    ['机构独立', 'Independent'],
    [
      '与本单位没有股权、管理或者其他足以影响结论的关系，就选“是”。',
      'Yes where no share, management or other tie could sway it.',
    ],
    yesNo,
    { shown: isThirdParty },
  ),
  independenceBasis: setup(
    ['独立性说明', 'On what the independence rests'],
    [
      '写明如何选定、如何付费、近三年还有哪些业务往来。',
      'How it was chosen, how it is paid, what other dealings there were in three years.',
    ],
    long(2000),
    { shown: isThirdParty },
  ),
  trigger: setup(
    ['评估起因', 'Why it is assessed'],
    ['五种情形之一。', 'One of the five situations.'],
    choice(triggerOptions),
    { shown: isSafety, clause: 'safety-2018/3' },
  ),
  triggeredOn: setup(
    ['上线或发生日期', 'Day of the launch or event'],
    [
      '前两种情形写上线日期，报告须在此之前提交；后三种写发生日期，三十个工作日内提交。',
      'In the first two, the day of launch, before which the report is due; in the others the day it happened, with 30 working days.',
    ],
    date,
    { shown: isSafety, clause: 'safety-2018/7' },
  ),
  responsiblePerson: setup(
    ['负责人', 'Responsible person'],
    ['签署评估的算法安全负责人姓名。', 'The safety officer who signs.'],
    short(80),
    { secrecy: 'personal', person: 'responsible', clause: 'final/7' },
  ),
} as const;
