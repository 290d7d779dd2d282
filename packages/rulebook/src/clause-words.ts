import type {
  AnswerKind,
  Answer,
  Bearer,
  Deadline,
  DutyKind,
  EditionStatus,
  Measure,
  SanctionStep,
  SanctionTrigger,
} from './clause.ts';
import { type Text, text } from './text.ts';

/** How the rulebook's own words are said to people; pages, the command line and the generated reference share them. */
export const bearerWords: Readonly<Record<Bearer, Text>> = {
  provider: text('服务提供者', 'provider'),
  office: text('主管部门', 'office'),
  inspector: text('检查评估人员', 'inspector'),
  'industry-body': text('行业组织', 'industry body'),
  user: text('用户', 'user'),
  public: text('公众', 'public'),
  everyone: text('任何组织和个人', 'everyone'),
};

export const dutyWords: Readonly<Record<DutyKind, Text>> = {
  obligation: text('义务', 'obligation'),
  prohibition: text('禁止', 'prohibition'),
  encouragement: text('鼓励', 'encouragement'),
  right: text('权利', 'right'),
  power: text('职权', 'power'),
  sanction: text('处罚', 'sanction'),
  procedure: text('程序', 'procedure'),
  principle: text('原则', 'principle'),
  definition: text('定义', 'definition'),
  formality: text('形式事项', 'formality'),
};

export const answerKindWords: Readonly<Record<AnswerKind, Text>> = {
  matter: text('事项', 'matter'),
  check: text('检查', 'check'),
  guard: text('护栏', 'guard'),
  clock: text('期限', 'clock'),
  page: text('页面', 'page'),
  register: text('台账', 'register'),
  scheme: text('方案', 'scheme'),
  engine: text('引擎', 'engine'),
};

export const answerStatusWords: Readonly<Record<Answer['status'], Text>> = {
  working: text('可用', 'working'),
  planned: text('计划中', 'planned'),
};

export const editionStatusWords: Readonly<Record<EditionStatus, Text>> = {
  'in-force': text('现行有效', 'in force'),
  consultation: text('征求意见稿，从未生效', 'consultation draft, never in force'),
  policy: text('政策文件', 'policy document'),
};

export const measureWords: Readonly<Record<Measure, Text>> = {
  warning: text('警告', 'warning'),
  'public-criticism': text('通报批评', 'public criticism'),
  'order-to-correct': text('责令限期改正', 'order to correct in time'),
  'suspend-updates': text('责令暂停信息更新', 'suspension of information updates'),
  fine: text('罚款', 'fine'),
  'revoke-filing': text('撤销备案', 'revocation of the filing'),
  'cancel-filing': text('注销备案', 'cancellation of the filing'),
  'other-law': text('依照其他法律、法规、规章处理', 'handled under other laws and rules'),
};

export const triggerWords: Readonly<Record<SanctionTrigger, Text>> = {
  violation: text('违反时', 'on a breach'),
  refusal: text('拒不履行时', 'on refusal'),
  gravity: text('情节严重时', 'where grave'),
  'refusal-or-gravity': text('拒不改正或者情节严重时', 'on refusal or where grave'),
};

const unitWords: Readonly<
  Record<Deadline['unit'], { readonly zh: string; readonly one: string; readonly many: string }>
> = {
  'working-day': { zh: '个工作日', one: 'working day', many: 'working days' },
  'calendar-day': { zh: '日（自然日）', one: 'calendar day', many: 'calendar days' },
  'calendar-month': { zh: '个月', one: 'month', many: 'months' },
  'calendar-year': { zh: '年', one: 'year', many: 'years' },
};

/** `10 working days after: the service starts`. */
export const deadlineWords = ({ length, unit, direction, event }: Deadline): Text => {
  const { zh, one, many } = unitWords[unit];
  return text(
    `${event.zh}${direction === 'after' ? '之后' : '之前'} ${length} ${zh}`,
    `${length} ${length === 1 ? one : many} ${direction}: ${event.en}`,
  );
};

const yuan = (amount: number, language: 'zh-CN' | 'en-US'): string => amount.toLocaleString(language);

/** `on refusal or where grave: fine of 10,000 to 100,000 yuan, together with suspension of information updates`. */
export const sanctionStepWords = ({ measure, trigger, bounds, with: companions = [] }: SanctionStep): Text => {
  const amount =
    bounds === undefined
      ? text('', '')
      : text(
          ` ${yuan(bounds.atLeast, 'zh-CN')} 至 ${yuan(bounds.atMost, 'zh-CN')} 元`,
          ` of ${yuan(bounds.atLeast, 'en-US')} to ${yuan(bounds.atMost, 'en-US')} yuan`,
        );
  const together =
    companions.length === 0
      ? text('', '')
      : text(
          `，须与${companions.map((companion) => measureWords[companion].zh).join('、')}并处`,
          `, only together with ${companions.map((companion) => measureWords[companion].en).join(', ')}`,
        );
  return text(
    `${triggerWords[trigger].zh}：${measureWords[measure].zh}${amount.zh}${together.zh}`,
    `${triggerWords[trigger].en}: ${measureWords[measure].en}${amount.en}${together.en}`,
  );
};
