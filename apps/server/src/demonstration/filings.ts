import { addDays, gradingAnswersFrom, type CivilDate } from '@suanjian/rulebook';
import { algorithms } from './algorithms.ts';
import type { ProviderName } from './cast.ts';
import { formOf, uploadPapers, type Algorithm } from './filing-form.ts';
import { provinceOf } from './registrations.ts';
import type { Matter, Stage } from './stage.ts';

export interface Played extends Matter {
  readonly provider: ProviderName;
}

const declaration = { declaration: true } as const;

/** Written by the editor where there is one, signed by the officer. */
const draft = async (
  stage: Stage,
  provider: Exclude<ProviderName, 'yuanfan'>,
  algorithm: Algorithm,
  launched: CivilDate,
  on: CivilDate,
): Promise<Played> => {
  const editor = stage.actor(provider, 'editor');
  const form = formOf(provider, algorithm, launched, await uploadPapers(stage, provider, on, algorithm));
  const matter = await stage.open('filing', { on, by: editor, input: { form } });
  return { ...matter, provider };
};

const submit = (stage: Stage, matter: Played, on: CivilDate): Promise<void> =>
  stage.give(matter, 'submit', { on, by: stage.actor(matter.provider, 'officer'), input: declaration });

/** @param on the day of the submission; the service was launched a week before. */
const submitted = async (
  stage: Stage,
  provider: Exclude<ProviderName, 'yuanfan'>,
  algorithm: Algorithm,
  on: CivilDate,
): Promise<Played> => {
  const matter = await draft(stage, provider, algorithm, addDays(on, -7), addDays(on, -2));
  await submit(stage, matter, on);
  return matter;
};

const assigned = async (stage: Stage, matter: Played, on: CivilDate): Promise<void> => {
  const office = provinceOf(matter.provider);
  await stage.give(matter, 'assign', {
    on,
    by: stage.actor(office, 'supervisor'),
    input: { to: stage.account(office, 'reviewer') },
  });
};

const forwarded = async (stage: Stage, matter: Played, on: CivilDate): Promise<void> => {
  await assigned(stage, matter, on);
  await stage.give(matter, 'forward', {
    on,
    by: stage.actor(provinceOf(matter.provider), 'reviewer'),
    reason: '材料齐全，自评估与表单一致。',
  });
};

/** Graded by the province while it reviews. */
const graded = async (
  stage: Stage,
  matter: Played,
  { technique, users, personal }: Algorithm,
  on: CivilDate,
): Promise<void> => {
  const answers = gradingAnswersFrom({
    technique,
    opinionFunctions: 'attached',
    contentCategories: [technique === 'dispatch-decision' ? 'tools' : 'entertainment-and-users'],
    monthlyActiveUsers: users.monthly,
    registeredUsers: users.registered,
    personalData: personal ? 'ordinary' : 'none',
  });
  await stage.give(matter, 'grade', {
    on,
    by: stage.actor(provinceOf(matter.provider), 'reviewer'),
    input: { answers },
  });
};

/** Through both levels in about three weeks. */
const filed = async (
  stage: Stage,
  provider: Exclude<ProviderName, 'yuanfan'>,
  algorithm: Algorithm,
  on: CivilDate,
): Promise<Played> => {
  const matter = await submitted(stage, provider, algorithm, on);
  await graded(stage, matter, algorithm, stage.workday(5, on));
  await forwarded(stage, matter, stage.workday(6, on));
  await stage.give(matter, 'file', {
    on: stage.workday(15, on),
    by: stage.actor('nation', 'reviewer'),
    reason: '准予备案。备案不是对算法的认可。',
  });
  return matter;
};

/** Filings that are not filed yet, or never will be: one in each such state, and the clocks that matter. */
export const playOpenFilings = async (stage: Stage): Promise<void> => {
  const { workday } = stage;

  // Late: the office's thirty working days ran out three working days ago.
  const late = await submitted(stage, 'yunque', algorithms.archive, workday(-30, workday(-3)));
  await assigned(stage, late, workday(-25));
  await stage.give(late, 'note', {
    on: workday(-8),
    by: stage.actor('zhejiang', 'reviewer'),
    input: { text: '还差检索结果人工抽检的说明，已电话联系，等对方回复。' },
  });

  // About to lapse: due in two working days, on the nation's desk.
  const closing = await submitted(stage, 'qingchuan', algorithms.courier, workday(-30, workday(2)));
  await forwarded(stage, closing, workday(-10));
  await stage.give(closing, 'write', {
    on: workday(-6),
    by: stage.actor('nation', 'reviewer'),
    input: { text: '请补充说明恶劣天气时限延长的具体规则。' },
  });
  await stage.give(closing, 'write', {
    on: workday(-4),
    by: stage.actor('qingchuan', 'officer'),
    input: { text: '橙色以上预警时统一延长百分之四十，红色预警停止派单；规则在骑手端公开。' },
  });

  // Fresh, with a contradiction that did not block: news among the fields, and no licence named.
  const fresh = await submitted(stage, 'yunque', algorithms.digest, workday(-1));
  await assigned(stage, fresh, stage.today);

  const returned = await submitted(stage, 'qingchuan', algorithms.reviews, workday(-16));
  await stage.give(returned, 'return', {
    on: workday(-6),
    by: stage.actor('guangdong', 'reviewer'),
    input: {
      fields: [
        { pointer: '/form/disclosureMechanism', reason: '没有说明怎样识别刷评。' },
        { pointer: '/form/riskAbuse', reason: '对商家的影响没有评估。' },
      ],
    },
    reason: '公示内容和自评估各有一处不完整，请补正后再次提交。',
  });

  // The provider's own clock: ten working days from the launch, two of them left.
  const unfinished = await draft(stage, 'songfeng', algorithms.karaoke, workday(-10, workday(2)), workday(-5));
  await stage.give(unfinished, 'save', {
    on: workday(-2),
    by: stage.actor('songfeng', 'editor'),
    input: { form: { conclusion: null, performance: null } },
  });

  const refused = await submitted(stage, 'songfeng', algorithms.covers, workday(-50));
  await stage.give(refused, 'refuse', {
    on: workday(-38),
    by: stage.actor('zhejiang', 'supervisor'),
    input: { basis: ['final/24.1'] },
    reason: '多次联系后仍不能说明训练图片的来源，无法确认所填内容属实。',
  });

  const withdrawn = await submitted(stage, 'qingchuan', algorithms.groceries, workday(-33));
  await stage.give(withdrawn, 'withdraw', {
    on: workday(-29),
    by: stage.actor('qingchuan', 'officer'),
    reason: '功能推迟上线，届时重新提交。',
  });
};

type FiledName = 'headlines' | 'clips' | 'weather' | 'goods' | 'coupons' | 'songs' | 'lyrics' | 'comments' | 'charts';
export type FiledFilings = Readonly<Record<FiledName, Played>>;

/** Filings that got their number, the ground of everything that follows. */
export const playFiledFilings = async (stage: Stage): Promise<FiledFilings> => {
  const { workday } = stage;
  return {
    headlines: await filed(stage, 'yunque', algorithms.headlines, workday(-180)),
    songs: await filed(stage, 'songfeng', algorithms.songs, workday(-170)),
    goods: await filed(stage, 'qingchuan', algorithms.goods, workday(-160)),
    clips: await filed(stage, 'yunque', algorithms.clips, workday(-150)),
    lyrics: await filed(stage, 'songfeng', algorithms.lyrics, workday(-140)),
    comments: await filed(stage, 'songfeng', algorithms.comments, workday(-130)),
    weather: await filed(stage, 'yunque', algorithms.weather, workday(-120)),
    coupons: await filed(stage, 'qingchuan', algorithms.coupons, workday(-110)),
    charts: await filed(stage, 'songfeng', algorithms.charts, workday(-100)),
  };
};
