import type { FormValues } from '@suanjian/matters';
import { addDays, type CivilDate } from '@suanjian/rulebook';
import type { FiledFilings, Played } from './filings.ts';
import { provinceOf } from './registrations.ts';
import type { Matter, Stage } from './stage.ts';

const cancellationForm = (serviceEnds: CivilDate, why: string): FormValues => ({
  serviceEnds,
  why,
  userArrangements: '提前三十天在功能入口公告并逐一通知用户；未完成的服务照常完成，投诉渠道保留九十天。',
  dataArrangements: '个人信息在停止服务后三十天内删除或匿名化，模型归档，日志保存至满六个月。',
});

const opened = (stage: Stage, filing: Played, on: CivilDate, form: FormValues): Promise<Matter> =>
  stage.open('cancellation', { on, by: stage.actor(filing.provider, 'officer'), input: { form } }, filing);

const submitted = async (stage: Stage, filing: Played, on: CivilDate, form: FormValues): Promise<Matter> => {
  const matter = await opened(stage, filing, on, form);
  await stage.give(matter, 'submit', { on, by: stage.actor(filing.provider, 'officer'), input: { declaration: true } });
  return matter;
};

/** One cancellation in each of its states. */
export const playCancellations = async (
  stage: Stage,
  { songs, coupons, weather, comments, headlines, lyrics }: FiledFilings,
): Promise<void> => {
  const { workday } = stage;

  const withdrawn = await submitted(
    stage,
    headlines,
    workday(-90),
    cancellationForm(workday(-95), '功能合并到另一产品。'),
  );
  await stage.give(withdrawn, 'withdraw', {
    on: workday(-88),
    by: stage.actor('yunque', 'officer'),
    reason: '功能继续保留。',
  });

  const accepted = await submitted(
    stage,
    songs,
    workday(-45),
    cancellationForm(workday(-52), '每日歌单改由编辑人工编排。'),
  );
  await stage.give(accepted, 'accept', {
    on: workday(-38),
    by: stage.actor(provinceOf('songfeng'), 'reviewer'),
    reason: '善后安排清楚，同意注销。',
  });

  // Lapses when the cancellation is ordered.
  await stage.open(
    'revocation',
    {
      on: workday(-16),
      by: stage.actor('guangdong', 'supervisor'),
      input: {
        proposal: { ground: 'concealment', facts: '有举报称领券顺序与备案所写不一致。' },
        basis: ['final/33.1'],
      },
    },
    coupons,
  );
  await stage.open(
    'cancellation',
    {
      on: workday(-14),
      by: stage.actor('guangdong', 'supervisor'),
      input: { order: { ground: 'not-cancelled-in-time', basis: ['final/33.2'], serviceEnded: workday(-45) } },
      reason: '领券中心停止服务已超过二十个工作日，经两次提醒仍未办理注销。',
    },
    coupons,
  );

  await submitted(stage, weather, workday(-6), cancellationForm(workday(-8), '天气提醒功能下线。'));

  const returned = await submitted(
    stage,
    comments,
    workday(-13),
    cancellationForm(workday(-18), '评论区改为先审后发。'),
  );
  await stage.give(returned, 'return', {
    on: workday(-7),
    by: stage.actor(provinceOf('songfeng'), 'reviewer'),
    input: { fields: [{ pointer: '/form/dataArrangements', reason: '没有写明日志由谁保存。' }] },
    reason: '请补充日志的保存责任。',
  });

  await opened(stage, lyrics, workday(-2), { serviceEnds: addDays(stage.today, 30), why: '与另一产品合并。' });
};

/** One revocation in each of its states. */
export const playRevocations = async (stage: Stage, { charts, lyrics, clips }: FiledFilings): Promise<void> => {
  const { workday } = stage;
  const zhejiang = stage.actor('zhejiang', 'supervisor');

  const dropped = await stage.open(
    'revocation',
    {
      on: workday(-75),
      by: zhejiang,
      input: {
        proposal: { ground: 'concealment', facts: '有举报称歌词生成使用了他人受保护的歌词。' },
        basis: ['final/33.1'],
      },
    },
    lyrics,
  );
  await stage.give(dropped, 'state', {
    on: workday(-72),
    by: stage.actor('songfeng', 'officer'),
    input: { statement: '训练文本均为自有或取得授权，授权清单可以当面核验。' },
  });
  await stage.give(dropped, 'drop', { on: workday(-66), by: zhejiang, reason: '当面核验了授权清单，举报不属实。' });

  const revoked = await stage.open(
    'revocation',
    {
      on: workday(-40),
      by: zhejiang,
      input: {
        proposal: { ground: 'false-papers', facts: '自评估报告所附的第三方检测结论经核实并非该机构出具。' },
        basis: ['final/33.1'],
      },
    },
    charts,
  );
  // Both lapse with the filing: a plan that nobody was shown, and a cancellation that came too late.
  await stage.open(
    'change',
    {
      on: workday(-39),
      by: stage.actor('songfeng', 'officer'),
      input: { occurred: workday(-41), reasons: ['assessment-updated'] },
    },
    charts,
  );
  await submitted(stage, charts, workday(-38), cancellationForm(workday(-39), '热歌榜改为人工编排。'));
  await stage.give(revoked, 'waive', { on: workday(-37), by: stage.actor('songfeng', 'officer') });
  await stage.give(revoked, 'decide', {
    on: workday(-34),
    by: zhejiang,
    reason: '提供虚假材料取得备案，事实清楚，提供者放弃陈述。',
  });

  const proposed = await stage.open(
    'revocation',
    {
      on: workday(-4),
      by: zhejiang,
      input: {
        proposal: { ground: 'concealment', facts: '备案称不使用个人特征，抽查发现同一时刻不同账号的精选顺序不同。' },
        basis: ['final/33.1'],
      },
    },
    clips,
  );
  await stage.give(proposed, 'note', {
    on: workday(-3),
    by: stage.actor('zhejiang', 'reviewer'),
    input: { text: '抽查记录见档案，二十个账号，三个时刻。' },
  });
  await stage.give(proposed, 'state', {
    on: workday(-1),
    by: stage.actor('yunque', 'officer'),
    input: { statement: '差异来自分批发布的时间差，正在调取日志说明。' },
  });
};

/** Reports by readers: one waits, one held, one did not. */
export const playCorrections = async (stage: Stage, { headlines, goods, comments }: FiledFilings): Promise<void> => {
  const { workday } = stage;
  const by = { kind: 'public' } as const;
  const report = async (filing: Played, on: CivilDate, part: string, wrong: string, right: string): Promise<Matter> =>
    stage.open('correction', {
      on,
      by,
      input: { report: { number: await stage.numberOf(filing), part, wrong, right } },
    });

  const confirmed = await report(goods, workday(-50), 'products', '访问地址打不开。', '应为现在的首页地址。');
  await stage.give(confirmed, 'accept', {
    on: workday(-47),
    by: stage.actor('guangdong', 'reviewer'),
    reason: '核实属实，已通知提供者办理变更。',
  });
  const dismissed = await report(comments, workday(-28), 'technique', '应当是个性化推送。', '个性化推送类。');
  await stage.give(dismissed, 'dismiss', {
    on: workday(-26),
    by: stage.actor('zhejiang', 'reviewer'),
    reason: '该算法不因人而异，类别无误。',
  });
  await report(headlines, workday(-2), 'disclosure', '公示里没有说怎样关闭个性化。', '应写明关闭的入口。');
};
