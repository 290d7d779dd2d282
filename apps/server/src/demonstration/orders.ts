import type { FormValues } from '@suanjian/matters';
import type { CivilDate } from '@suanjian/rulebook';
import { algorithms } from './algorithms.ts';
import type { ProviderName } from './cast.ts';
import type { FiledFilings } from './filings.ts';
import { provinceOf } from './registrations.ts';
import type { Matter, Stage } from './stage.ts';

interface Order {
  readonly clause: string;
  readonly findings: string;
  readonly measures: readonly { readonly what: string; readonly shownBy: string; readonly check?: string }[];
  readonly by: CivilDate;
}

/** Written in the province, as a rule by its reviewer; the company knows nothing of it yet. */
const prepared = (
  stage: Stage,
  provider: ProviderName,
  on: CivilDate,
  { clause, ...order }: Order,
  ground: Matter,
  desk: 'reviewer' | 'supervisor' = 'reviewer',
): Promise<Matter> =>
  stage.open(
    'rectification',
    { on, by: stage.actor(provinceOf(provider), desk), input: { clauses: [{ clause }], ...order } },
    ground,
  );

export const ordered = async (
  stage: Stage,
  provider: ProviderName,
  on: CivilDate,
  order: Order,
  ground: Matter,
  desk?: 'reviewer' | 'supervisor',
): Promise<Matter> => {
  const matter = await prepared(stage, provider, on, order, ground, desk);
  await stage.give(matter, 'serve', { on, by: stage.actor(provinceOf(provider), 'supervisor') });
  return matter;
};

const answer = (
  stage: Stage,
  matter: Matter,
  provider: ProviderName,
  on: CivilDate,
  measures: readonly FormValues[],
): Promise<void> =>
  stage.give(matter, 'answer', {
    on,
    by: stage.actor(provider, 'officer'),
    input: { measures: measures.map((words, index) => ({ measure: index + 1, done: true, doneOn: on, ...words })) },
  });

const verify = (
  stage: Stage,
  matter: Matter,
  provider: ProviderName,
  on: CivilDate,
  measure: number,
  reason: string,
): Promise<void> =>
  stage.give(matter, 'verify-by-hand', {
    on,
    by: stage.actor(provinceOf(provider), 'reviewer'),
    input: { measure, done: true },
    reason,
  });

/** An assessment was ordered and refused, and so the public is told of the risk. */
const playRiskNotice = async (stage: Stage, clips: Matter): Promise<void> => {
  const { workday } = stage;
  const refused = await ordered(
    stage,
    'yunque',
    workday(-20),
    {
      clause: 'safety-2018/3.2',
      findings: '短片新增了直播连麦，用户规模和功能明显变化，没有开展安全评估。',
      measures: [{ what: '对直播连麦开展安全评估并提交报告。', shownBy: '报告经主管部门查阅。' }],
      by: workday(-5),
    },
    clips,
  );
  await stage.give(refused, 'refuse-order', {
    on: workday(-12),
    by: stage.actor('yunque', 'officer'),
    reason: '认为连麦只是小范围试用，不必评估（示例）。',
  });
  await stage.give(refused, 'publish-risk-notice', {
    on: workday(-10),
    by: stage.actor('zhejiang', 'supervisor'),
    input: {
      service: '示例短片的直播连麦',
      words: '该功能增加以后没有开展安全评估，提供者经责令仍然拒绝。使用连麦时请勿透露个人信息，谨慎转账。',
      checked: true,
    },
    reason: '拒不开展安全评估，用户较多。',
  });
};

/** One order to rectify in each state but that which a company declined: that one leads to a case and is told there. */
export const playOrders = async (stage: Stage, { headlines, clips, goods, comments }: FiledFilings): Promise<void> => {
  const { workday } = stage;

  const rectified = await ordered(
    stage,
    'yunque',
    workday(-58),
    {
      clause: 'final/17.1',
      findings: '关闭个性化的入口在第四层菜单，二十名试用者中有九名没有找到。',
      measures: [
        { what: '把关闭个性化的开关移到首页设置的第一屏。', shownBy: '从首页两步以内可以到达。' },
        { what: '补充上线前核对关闭入口的清单。', shownBy: '清单和最近一次上线的核对记录。' },
      ],
      by: workday(-40),
    },
    headlines,
  );
  await answer(stage, rectified, 'yunque', workday(-45), [
    { words: '开关已移到设置首屏，随新版本上线。' },
    { words: '清单已经启用，附最近一次核对记录的编号：示例第 12 号。' },
  ]);
  await verify(stage, rectified, 'yunque', workday(-42), 1, '用三台不同型号的手机当场操作，两步到达。');
  await verify(stage, rectified, 'yunque', workday(-42), 2, '核对了清单和上线记录，日期相符。');
  await stage.give(rectified, 'accept', { on: workday(-41), by: stage.actor('zhejiang', 'reviewer') });

  const withdrawn = await ordered(
    stage,
    'yunque',
    workday(-36),
    {
      clause: 'final/16',
      findings: '公示页面没有写明短片精选的更新时间。',
      measures: [{ what: '在公示页面写明更新时间。', shownBy: '公示页面可以读到。' }],
      by: workday(-26),
    },
    clips,
  );
  await stage.give(withdrawn, 'withdraw', {
    on: workday(-34),
    by: stage.actor('zhejiang', 'supervisor'),
    reason: '经核对，更新时间写在同一页的下方，原通知有误。',
  });

  const overdue = await ordered(
    stage,
    'songfeng',
    workday(-22),
    {
      clause: 'final/22',
      findings: '评论被折叠以后没有告知发布者，也看不到依据的规则。',
      measures: [{ what: '折叠评论时告知发布者理由和申诉入口。', shownBy: '用测试账号发布评论可以收到通知。' }],
      by: workday(-5),
    },
    comments,
  );
  await stage.give(overdue, 'lapse', { on: workday(-4), by: { kind: 'clock' } });

  const answered = await ordered(
    stage,
    'qingchuan',
    workday(-18),
    {
      clause: 'final/21',
      findings: `“${algorithms.goods.product.name}”的优惠说明没有写明新用户专享价的条件，老用户容易误解为价格不同。`,
      measures: [
        { what: '在价格旁写明优惠的条件。', shownBy: '随机二十件商品的页面均有说明。' },
        { what: '复查最近三十天的报价规则。', shownBy: '复查报告，列出每条规则和适用范围。' },
      ],
      by: workday(3),
    },
    goods,
  );
  await answer(stage, answered, 'qingchuan', workday(-3), [
    { words: '优惠条件已经显示在价格下方。' },
    { words: '共复查四十一条规则，停用两条，报告可以当面核验。' },
  ]);
  await verify(stage, answered, 'qingchuan', workday(-1), 1, '随机打开二十件商品，均有说明。');

  const open = await ordered(
    stage,
    'yunque',
    workday(-6),
    {
      clause: 'final/17.1',
      findings: '关闭个性化以后两小时内，首页仍然使用关闭之前的兴趣标签。',
      measures: [
        {
          what: '关闭以后立即停用兴趣标签，并清空缓存。',
          shownBy: '关闭以后的个性化展示为零。',
          check: 'opt-out-honoured',
        },
      ],
      by: workday(8),
    },
    headlines,
  );
  await stage.give(open, 'ask-extension', {
    on: workday(-1),
    by: stage.actor('yunque', 'officer'),
    input: { until: workday(15), why: '缓存分布在两个机房，须分两批上线，每批观察三天。' },
  });

  await playRiskNotice(stage, clips);

  await prepared(
    stage,
    'qingchuan',
    workday(-1),
    {
      clause: 'final/17.2',
      findings: '推荐页没有办法减少同一店铺的商品，多名用户反映看到的全是一家店。',
      measures: [{ what: '提供“少看这家店”的入口，并在推荐中生效。', shownBy: '点选以后一天内不再出现。' }],
      by: workday(20),
    },
    goods,
  );
};
