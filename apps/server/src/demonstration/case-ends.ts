import { concluded, ended, lead } from './cases.ts';
import type { Stage } from './stage.ts';

/** Cases that ended without a penalty. */
export const playOtherEnds = async (stage: Stage): Promise<void> => {
  const { workday } = stage;

  const dismissed = await lead(stage, workday(-50), {
    provider: 'yunque',
    source: 'complaint',
    clause: 'final/8',
    from: workday(-70),
    until: workday(-52),
    facts: '有反映称晨报连续播放，停不下来。',
  });
  await ended(stage, dismissed, 'dismiss', {
    on: workday(-48),
    reason: '核实为反映人手机的自动播放设置，与推荐无关。',
  });

  const spared = await concluded(stage, workday(-46), {
    provider: 'yunque',
    source: 'monitoring',
    clause: 'final/26',
    from: workday(-60),
    until: workday(-48),
    facts: '改版以后首页没有显示备案编号，发现当天恢复。',
    found: { circumstances: ['slight-and-corrected'], proposal: '建议不予处罚，予以教育。' },
    evidence: '改版前后的页面截图和恢复上线的记录。',
  });
  await ended(stage, spared, 'spare', {
    on: workday(-38),
    reason: '轻微并及时改正，没有危害后果，已经约谈教育。',
  });

  const unproved = await concluded(stage, workday(-42), {
    provider: 'qingchuan',
    source: 'complaint',
    clause: 'final/14',
    from: workday(-75),
    until: workday(-50),
    facts: '有商家反映竞争对手的好评系平台代写。',
    evidence: '评价的发布记录，没有发现由平台账号发布的。',
  });
  await ended(stage, unproved, 'find-unproved', {
    on: workday(-33),
    reason: '现有证据不能证明评价由平台代写，事实不清。',
  });

  const transferred = await lead(stage, workday(-28), {
    provider: 'qingchuan',
    source: 'transferred',
    clause: 'final/6.2',
    from: workday(-60),
    until: workday(-30),
    facts: '有人冒充平台客服，利用推荐位投放虚构的退款链接。',
  });
  await ended(stage, transferred, 'transfer-to-justice', {
    on: workday(-26),
    reason: '投放人的行为涉嫌犯罪，随附材料清单一份。',
    to: '示例市公安局（虚构）',
  });

  const referred = await lead(stage, workday(-17), {
    provider: 'qingchuan',
    source: 'complaint',
    clause: 'final/21',
    from: workday(-40),
    until: workday(-20),
    facts: '同一时间同一件商品，两个账号的价格不同。',
  });
  await ended(stage, referred, 'refer', {
    on: workday(-14),
    reason: '价格行为由市场监管部门查处，已附报价记录。',
    to: '示例市市场监督管理局（虚构）',
  });
};
