import type { FilingForm } from '@suanjian/matters';
import type { ChangeReason } from '@suanjian/register';
import type { CivilDate } from '@suanjian/rulebook';
import type { FiledFilings, Played } from './filings.ts';
import { provinceOf } from './registrations.ts';
import type { Matter, Stage } from './stage.ts';

interface Plan {
  readonly occurred: CivilDate;
  readonly reasons: readonly ChangeReason[];
  readonly form: FilingForm;
}

const opened = async (
  stage: Stage,
  filing: Played,
  on: CivilDate,
  { occurred, reasons, form }: Plan,
): Promise<Matter> => {
  const by = stage.actor(filing.provider, 'officer');
  const matter = await stage.open('change', { on, by, input: { occurred, reasons } }, filing);
  await stage.give(matter, 'save', { on, by, input: { form: { ...form, coverOccasion: 'change' } } });
  return matter;
};

const submitted = async (stage: Stage, filing: Played, on: CivilDate, plan: Plan): Promise<Matter> => {
  const matter = await opened(stage, filing, on, plan);
  await stage.give(matter, 'submit', { on, by: stage.actor(filing.provider, 'officer'), input: { declaration: true } });
  return matter;
};

const byProvince = (stage: Stage, filing: Played, desk: 'reviewer' | 'supervisor') =>
  stage.actor(provinceOf(filing.provider), desk);

/** One change in each of its states. */
export const playChanges = async (stage: Stage, { headlines, goods, lyrics, clips }: FiledFilings): Promise<void> => {
  const { workday } = stage;

  const accepted = await submitted(stage, headlines, workday(-60), {
    occurred: workday(-64),
    reasons: ['model-changed', 'disclosure-updated'],
    form: {
      version: '2.0',
      disclosureMechanism:
        '先选出当天的候选资讯，再按估计的兴趣、时效和题材多样性打分，同一题材一屏不超过两条；您可以随时关闭个性化。',
    },
  });
  await stage.give(accepted, 'forward', { on: workday(-54), by: byProvince(stage, headlines, 'reviewer') });
  await stage.give(accepted, 'file', { on: workday(-48), by: stage.actor('nation', 'reviewer'), reason: '准予变更。' });

  const withdrawn = await submitted(stage, headlines, workday(-40), {
    occurred: workday(-42),
    reasons: ['function-changed'],
    form: { disclosurePublishedAt: 'https://news.yunque.example/algorithm' },
  });
  await stage.give(withdrawn, 'withdraw', {
    on: workday(-39),
    by: stage.actor('yunque', 'officer'),
    reason: '入口暂不调整。',
  });

  await opened(stage, headlines, workday(-3), {
    occurred: workday(-6),
    reasons: ['responsible-person-changed'],
    form: { officerName: '赵示例' },
  });

  const refused = await submitted(stage, goods, workday(-70), {
    occurred: workday(-72),
    reasons: ['purpose-changed'],
    form: { purpose: '提高成交。', disclosurePurpose: '提高成交。' },
  });
  await stage.give(refused, 'refuse', {
    on: workday(-61),
    by: byProvince(stage, goods, 'supervisor'),
    input: { basis: ['final/24.2', 'final/16'] },
    reason: '变更后的目的意图过于笼统，公众无法据此了解算法，与所附说明也不一致。',
  });
  await submitted(stage, goods, workday(-5), {
    occurred: workday(-9),
    reasons: ['function-changed', 'disclosure-updated'],
    form: {
      disclosureMechanism:
        '召回相关商品，按估计的需要、店铺服务分和退货率排序，同一店铺一屏不超过两件；您可以随时关闭个性化。',
    },
  });

  const second = await submitted(stage, lyrics, workday(-20), {
    occurred: workday(-23),
    reasons: ['model-changed'],
    form: { version: '1.5', updateFrequency: '模型每月，词库每周。' },
  });
  await stage.give(second, 'forward', { on: workday(-12), by: byProvince(stage, lyrics, 'reviewer') });

  const returned = await submitted(stage, clips, workday(-15), {
    occurred: workday(-24),
    reasons: ['assessment-updated'],
    form: { conclusion: '风险可控，三个月后复评。' },
  });
  await stage.give(returned, 'return', {
    on: workday(-7),
    by: byProvince(stage, clips, 'reviewer'),
    input: { fields: [{ pointer: '/form/assessmentReport', reason: '报告仍是旧版本。' }] },
    reason: '请换成更新后的自评估报告。',
  });
};
