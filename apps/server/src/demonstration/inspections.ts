import type { Matter, Stage } from './stage.ts';
import { nameMembers } from './team.ts';
import { announced, approved, begun, found, planned, recorded, reported, signed } from './visits.ts';

/** One inspection in each of its states; the closed one is the ground of an order and a case. */
export const playInspections = async (stage: Stage): Promise<{ readonly closed: Matter }> => {
  const { workday } = stage;

  const closed = await recorded(
    stage,
    workday(-84),
    {
      provider: 'qingchuan',
      targets: '示例好物的商品推荐和关闭个性化的开关。',
      clause: 'final/17.1',
      why: '一个月内收到十二件关闭以后仍然推送的投诉。',
      visitOn: workday(-80),
    },
    {
      result: 'unmet',
      seen: '当场用三个测试账号关闭个性化，一小时以后首页仍按浏览记录排列。',
      what: '关闭个性化只停用了推送通知，首页推荐仍然使用浏览和收藏记录。',
      gravity: 'grave',
      document: '开关的接口说明四页，复印件存第一卷。',
    },
  );
  await signed(stage, closed, workday(-77), '首页推荐属于基础功能，不应当一并关闭。');
  await reported(stage, closed, workday(-75), '关闭个性化没有真正生效，应当限期改正。');
  await stage.give(closed.matter, 'close', { on: workday(-74), by: closed.team.head.by });

  const dropped = await planned(stage, workday(-30), {
    provider: 'yunque',
    targets: '示例天气的提醒推送。',
    clause: 'final/17.1',
    why: '有反映提醒过于频繁。',
    visitOn: workday(-24),
  });
  await stage.give(dropped.matter, 'drop', {
    on: workday(-27),
    by: dropped.team.head.by,
    reason: '企业已经公告下线这项功能，没有必要再查。',
  });

  const brokenOff = await announced(stage, workday(-26), {
    provider: 'songfeng',
    targets: '示例画册的封面生成。',
    clause: 'final/9.1',
    why: '核对生成图片的标识。',
    tellOn: workday(-23),
    visitOn: workday(-20),
  });
  await stage.give(brokenOff.matter, 'break-off', {
    on: workday(-21),
    by: brokenOff.team.head.by,
    reason: '这项备案没有通过，企业已经停止服务，检查对象不存在。',
  });

  const written = await recorded(
    stage,
    workday(-24),
    {
      provider: 'songfeng',
      targets: '示例悦听的新歌榜。',
      clause: 'final/14',
      why: '榜单投诉办结以后的回访。',
      visitOn: workday(-20),
    },
    {
      result: 'partly',
      seen: '核对一周的统计表，异常流量已经剔除，剔除规则没有成文。',
      what: '剔除异常流量只凭统计员的经验，没有成文的规则。',
      gravity: 'ordinary',
      document: '统计表两页和岗位说明一页，存第一卷。',
    },
  );
  await signed(stage, written, workday(-16));
  await reported(stage, written, workday(-2), '刷量已经清理，须在期限内把剔除规则写成制度。');

  const unsigned = await recorded(
    stage,
    workday(-19),
    {
      provider: 'qingchuan',
      targets: '示例闪送的订单调度。',
      clause: 'final/20',
      why: '骑手反映恶劣天气没有延长时限。',
      visitOn: workday(-15),
    },
    {
      result: 'unmet',
      seen: '时限规则没有向骑手公开，申诉电话无人接听。',
      what: '骑手对扣罚不服，没有可用的申诉渠道。',
      gravity: 'ordinary',
      document: '通话记录和页面截图三页，存第一卷。',
    },
  );
  await stage.give(unsigned.matter, 'record-refusal', {
    on: workday(-12),
    by: unsigned.team.head.by,
    input: {
      kind: 'refused',
      note: '在场负责人看过记录，表示须请示总部，当面不签。',
      witnesses: [
        { name: '赵示例', of: '示例园区物业' },
        { name: '钱示例', of: '示例街道办事处' },
      ],
    },
  });

  const agreed = await recorded(
    stage,
    workday(-13),
    {
      provider: 'yunque',
      targets: '示例晨报首页推荐的题材分布。',
      clause: 'final/11',
      why: '日常抽查。',
      visitOn: workday(-9),
    },
    {
      result: 'partly',
      seen: '首页首屏有人工干预，后面几屏没有。',
      what: '热点页面没有建立人工干预的轮值记录。',
      gravity: 'slight',
      document: '值班表一页，存第一卷。',
    },
  );
  await signed(stage, agreed, workday(-5));

  await recorded(
    stage,
    workday(-8),
    {
      provider: 'songfeng',
      targets: '示例妙笔的歌词生成。',
      clause: 'final/9.1',
      why: '核对生成内容的标识。',
      visitOn: workday(-4),
    },
    {
      result: 'partly',
      seen: '页面有标识，分享出去的图片没有。',
      what: '分享歌词生成的图片没有显著标识。',
      gravity: 'ordinary',
      document: '分享图片五张，存第一卷。',
    },
  );

  const here = await begun(stage, workday(-5), {
    provider: 'qingchuan',
    targets: '示例好物的评价排序。',
    clause: 'final/14',
    why: '有商家反映花钱可以隐藏差评。',
    visitOn: workday(-1),
  });
  await found(stage, here, {
    result: 'unmet',
    seen: '按后台记录，三家店铺的差评在两周内没有展示。',
    what: '三家店铺的差评被人工设为不展示，没有依据。',
    gravity: 'grave',
    document: '后台操作记录六页，存第一卷。',
  });

  await announced(stage, workday(-6), {
    provider: 'yunque',
    targets: '示例短片的精选排序。',
    clause: 'final/16',
    why: '核对公示的排序规则与实际是否一致。',
    tellOn: workday(-1),
    visitOn: workday(4),
  });

  await approved(stage, workday(-3), {
    provider: 'songfeng',
    targets: '示例合唱的伙伴推荐。',
    clause: 'final/18.1',
    why: '家长反映未成年人收到成年人的合唱邀请。',
    visitOn: workday(2),
  });

  const early = await planned(stage, workday(-2), {
    provider: 'qingchuan',
    targets: '示例好物的商品推荐和关闭个性化的开关。',
    clause: 'final/17.1',
    why: '案件办结以后的复查。',
    visitOn: workday(6),
  });
  await nameMembers(stage, early.matter, {
    on: workday(-2),
    by: early.team.head,
    members: [early.team.second, early.team.reviewer],
  });
  await stage.give(early.matter, 'undertake', {
    on: workday(-1),
    by: early.team.reviewer.by,
    input: { given: true },
  });

  return { closed: closed.matter };
};
