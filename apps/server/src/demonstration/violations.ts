import {
  carriedOut,
  concluded,
  decided,
  heard,
  hearingAnnounced,
  investigated,
  lead,
  notified,
  penaltyOf,
  served,
} from './cases.ts';
import { playOtherEnds } from './case-ends.ts';
import { ordered } from './orders.ts';
import type { Matter, Stage } from './stage.ts';

/** From an inspection by way of an order that the company declined to a fine that was paid. */
const playTheLongOne = async (stage: Stage, inspection: Matter): Promise<void> => {
  const { workday } = stage;
  const order = await ordered(
    stage,
    'qingchuan',
    workday(-72),
    {
      clause: 'final/17.1',
      findings: '检查记录第一项：关闭个性化以后，首页推荐仍然使用浏览和收藏记录。',
      measures: [{ what: '关闭以后首页推荐不再使用浏览和收藏记录。', shownBy: '三个测试账号关闭以后看到同样的首页。' }],
      by: workday(-60),
    },
    inspection,
    // An inspection is seen by its team alone.
    'supervisor',
  );
  await stage.give(order, 'refuse-order', {
    on: workday(-66),
    by: stage.actor('qingchuan', 'officer'),
    reason: '首页推荐是基础功能，关闭以后用户难以找到商品，本公司不作调整。',
  });
  const found = await concluded(
    stage,
    workday(-64),
    {
      provider: 'qingchuan',
      source: 'rectification',
      clause: 'final/17.1',
      from: workday(-95),
      until: workday(-65),
      facts: '经责令仍不改正，关闭个性化以后首页推荐继续使用浏览和收藏记录。',
      found: {
        refusal: true,
        refusalShown: '整改通知载明期限和措施，企业书面表示不作调整。',
        corrected: false,
        proposal: '建议警告、责令改正、暂停信息更新并处罚款。',
      },
      evidence: '关闭以后三十天的首页展示记录，均带有浏览和收藏特征。',
    },
    order,
  );
  const fine = 30_000;
  const penalty = penaltyOf('经责令仍不改正，影响全部关闭了个性化的用户；依据管理规定第三十一条。', fine);
  await notified(stage, found, workday(-56), penalty);
  await decided(stage, found, workday(-53), penalty);
  await served(stage, found, workday(-51));
  await stage.give(found.matter, 'publish', {
    on: workday(-48),
    by: stage.actor('nation', 'supervisor'),
    input: {
      words: '示例晴川商贸有限公司关闭个性化推荐没有真正生效，经责令仍不改正，予以警告，暂停信息更新并处罚款三万元。',
      checked: true,
    },
    reason: '涉及大量用户，公开有助于同行自查。',
  });
  await carriedOut(stage, found, workday(-44), fine);
};

/** Cases on somebody's desk: from a lead to a decision that was served. */
const playOpenCases = async (stage: Stage): Promise<void> => {
  const { workday } = stage;

  const warned = await concluded(stage, workday(-34), {
    provider: 'songfeng',
    source: 'complaint',
    clause: 'final/14',
    from: workday(-70),
    until: workday(-42),
    facts: '统计员为三首歌补录收听人数，新歌榜名次因此上升。',
    evidence: '榜单统计表的修改记录，三处补录没有来源。',
  });
  const warning = penaltyOf('人为改动榜单数据，已经改正，情节一般；依据管理规定第三十一条。');
  await notified(stage, warned, workday(-26), warning);
  await decided(stage, warned, workday(-23), warning);
  await served(stage, warned, workday(-21));
  await stage.give(warned.matter, 'note-review', {
    on: workday(-10),
    by: stage.actor('zhejiang', 'reviewer'),
    input: { kind: 'reconsideration', on: workday(-11) },
  });

  const judged = await concluded(stage, workday(-20), {
    provider: 'yunque',
    source: 'filing',
    clause: 'final/24.2',
    from: workday(-64),
    until: workday(-40),
    facts: '换用新的兴趣模型以后二十多天没有办理备案变更。',
    evidence: '模型上线记录和备案变更的提交记录，相差二十四天。',
  });
  const slight = penaltyOf('逾期办理备案变更，已经补办；依据管理规定第三十一条。');
  await notified(stage, judged, workday(-12), slight);
  await decided(stage, judged, workday(-2), slight);

  const refusal = (words: string) => ({
    refusal: true,
    refusalShown: words,
    corrected: false,
    proposal: '建议警告、责令改正、暂停信息更新并处罚款。',
  });
  const argued = await concluded(stage, workday(-36), {
    provider: 'songfeng',
    source: 'monitoring',
    clause: 'final/22',
    from: workday(-80),
    until: workday(-40),
    facts: '评论被移除的用户找不到申诉入口，经两次通知仍未开设。',
    found: refusal('两次书面通知，期限届满以后入口仍未开设。'),
  });
  await notified(stage, argued, workday(-28), penaltyOf('没有申诉入口，经通知仍不改正。', 15_000));
  await hearingAnnounced(stage, argued, workday(-25), workday(-6));
  await heard(
    stage,
    argued,
    workday(-6),
    '企业称入口在改版时被移除，已于听证前恢复；办案人员出示了两次通知的回执。双方已经质证，笔录核对无误。',
  );

  const waiting = await concluded(stage, workday(-18), {
    provider: 'qingchuan',
    source: 'monitoring',
    clause: 'final/16',
    from: workday(-60),
    until: workday(-22),
    facts: '评价排序的公示说明与实际使用的权重不一致，经通知仍未更正。',
    found: refusal('通知要求在十个工作日内更正，期限届满以后页面没有变化。'),
  });
  await notified(stage, waiting, workday(-10), penaltyOf('公示与实际不一致，经通知仍不改正。', 12_000));
  await hearingAnnounced(stage, waiting, workday(-7), workday(3));

  const told = await concluded(stage, workday(-11), {
    provider: 'songfeng',
    source: 'monitoring',
    clause: 'final/17.2',
    from: workday(-45),
    until: workday(-14),
    facts: '删除的兴趣标签第二天又出现。',
    found: { corrected: false },
  });
  await notified(stage, told, workday(-3), {
    ...penaltyOf('删除标签没有真正生效，影响约两千名用户。'),
    measures: ['warning', 'order-to-correct'],
  });
  await stage.give(told.matter, 'defend', {
    on: workday(-1),
    by: stage.actor('songfeng', 'officer'),
    input: { words: '标签由同步程序恢复，不是有意保留；程序已经停用，请予从轻。' },
  });

  await concluded(stage, workday(-7), {
    provider: 'yunque',
    source: 'complaint',
    clause: 'final/17.3',
    from: workday(-50),
    until: workday(-20),
    facts: '三名作者要求说明推荐量下降的原因，一个月没有答复。',
    evidence: '三件说明请求的处理记录，均没有答复。',
  });

  await investigated(stage, workday(-4), {
    provider: 'qingchuan',
    source: 'complaint',
    clause: 'final/14',
    from: workday(-30),
    until: workday(-15),
    facts: '有商家反映付费以后差评不再展示。',
  });

  await lead(stage, workday(-1), {
    provider: 'yunque',
    source: 'monitoring',
    clause: 'final/10',
    from: workday(-20),
    until: workday(-2),
    facts: '兴趣标签中出现了与健康有关的敏感词。',
  });
};

/** One violation case in each of its states. */
export const playViolations = async (stage: Stage, { closed }: { readonly closed: Matter }): Promise<void> => {
  await playTheLongOne(stage, closed);
  await playOtherEnds(stage);
  await playOpenCases(stage);
};
