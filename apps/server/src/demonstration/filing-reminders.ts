import type { CivilDate } from '@suanjian/rulebook';
import { cast, type ProviderName } from './cast.ts';
import type { FiledFilings } from './filings.ts';
import { provinceOf } from './registrations.ts';
import type { Matter, Stage } from './stage.ts';

interface Sent {
  readonly on: CivilDate;
  readonly by: CivilDate;
  readonly service: string;
  readonly why: string;
}

const send = (stage: Stage, provider: ProviderName, { on, ...reminder }: Sent): Promise<Matter> =>
  stage.open('filing-reminder', {
    on,
    by: stage.actor(provinceOf(provider), 'reviewer'),
    input: { provider: cast[provider].name, every: '10', ...reminder },
  });

const publicOpinion = '有个性化推送和公开评论，具有舆论属性，没有查到备案。';

/** Services that should have been filed: one company has, one explains why it need not, one is reminded again and again. */
export const playFilingReminders = async (stage: Stage, { lyrics }: FiledFilings): Promise<void> => {
  const { workday } = stage;
  const clock = { kind: 'clock' } as const;
  const sent = await send(stage, 'yunque', {
    on: workday(-24),
    by: workday(-9),
    service: '示例云雀同城',
    why: publicOpinion,
  });
  await stage.give(sent, 'repeat', { on: workday(-8), by: clock });

  const answered = await send(stage, 'qingchuan', {
    on: workday(-12),
    by: workday(8),
    service: '示例晴川客服助手',
    why: '对话由模型生成，面向公众。',
  });
  await stage.give(answered, 'answer', {
    on: workday(-3),
    by: stage.actor('qingchuan', 'officer'),
    input: { answer: 'not-needed', account: '只供本公司客服内部使用，不面向公众提供服务。' },
  });

  const filed = await send(stage, 'songfeng', {
    on: workday(-64),
    by: workday(-50),
    service: '示例悦听歌词',
    why: publicOpinion,
  });
  await stage.give(filed, 'answer', {
    on: workday(-60),
    by: stage.actor('songfeng', 'officer'),
    input: { answer: 'filed', filing: lyrics.id },
  });

  const settled = await send(stage, 'songfeng', {
    on: workday(-58),
    by: workday(-46),
    service: '示例松风试听',
    why: publicOpinion,
  });
  await stage.give(settled, 'answer', {
    on: workday(-55),
    by: stage.actor('songfeng', 'officer'),
    input: { answer: 'not-needed', account: '试听页按上架时间排列，没有推荐。' },
  });
  await stage.give(settled, 'settle', {
    on: workday(-52),
    by: stage.actor('zhejiang', 'reviewer'),
    reason: '看过页面，确实只按时间排列。',
  });

  const withdrawn = await send(stage, 'qingchuan', {
    on: workday(-41),
    by: workday(-30),
    service: '示例晴川内购',
    why: publicOpinion,
  });
  await stage.give(withdrawn, 'withdraw', {
    on: workday(-38),
    by: stage.actor('guangdong', 'reviewer'),
    reason: '这项服务已在别的备案里说明。',
  });
};
