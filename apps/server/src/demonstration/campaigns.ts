import { clausesToAnswer, commitmentOf, type FormValues } from '@suanjian/matters';
import type { CivilDate } from '@suanjian/rulebook';
import { cast } from './cast.ts';
import type { FiledFilings, Played } from './filings.ts';
import type { Matter, Stage } from './stage.ts';
import type { Province } from './team.ts';

const preset = 'campaign-2022';

/** Kept to oneself until the draw; here it has been shown already. */
const seed = 'demonstration-0123-4567-89ab-cdef';

interface Plan {
  readonly province: Province;
  readonly name: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly sampleSize: number;
  readonly goals: string;
}

const begun = (stage: Stage, on: CivilDate, { province, ...plan }: Plan): Promise<Matter> =>
  stage.open('campaign', {
    on,
    by: stage.actor(province, 'reviewer'),
    input: { preset, ...plan, byGrade: false, commitment: commitmentOf(seed) },
  });

const unfiled = { provider: '示例无名科技有限公司', service: '示例无名短视频' } as const;

const select = async (
  stage: Stage,
  campaign: Matter,
  on: CivilDate,
  province: Province,
  filings: readonly Played[],
  more: readonly FormValues[] = [],
): Promise<void> => {
  const numbers = [];
  for (const filing of filings) numbers.push(await stage.numberOf(filing));
  await stage.give(campaign, 'select-targets', {
    on,
    by: stage.actor(province, 'reviewer'),
    input: { why: '用户多，近半年投诉集中。', targets: [...numbers.map((provider) => ({ provider })), ...more] },
  });
};

const asked = async (stage: Stage, campaign: Matter, filing: Played, on: CivilDate, by: CivilDate): Promise<Matter> =>
  stage.open(
    'self-inspection',
    {
      on,
      by: stage.actor('zhejiang', 'reviewer'),
      input: { provider: await stage.numberOf(filing), by, words: '请重点核对关闭个性化的入口和未成年人模式。' },
    },
    campaign,
  );

const answer = async (
  stage: Stage,
  matter: Matter,
  on: CivilDate,
  clauses: readonly string[],
  unmet: Readonly<Record<string, FormValues>> = {},
): Promise<void> => {
  for (const [index, clause] of clauses.entries())
    await stage.give(matter, 'answer', {
      on,
      by: stage.actor('yunque', 'editor'),
      input: {
        clause,
        result: 'met',
        account: `对照条款逐项核对了线上功能和内部制度，见自查底稿第 ${index + 1} 页（示例）。`,
        ...unmet[clause],
      },
    });
};

const submit = (stage: Stage, matter: Matter, on: CivilDate): Promise<void> =>
  stage.give(matter, 'submit', { on, by: stage.actor('yunque', 'officer'), input: { truthful: true } });

/** The campaign of last year: everybody asked, one sample drawn, closed with a report. */
const playTheFirst = async (stage: Stage, { headlines, lyrics }: FiledFilings): Promise<void> => {
  const { workday } = stage;
  const head = stage.actor('zhejiang', 'supervisor');
  const reviewer = stage.actor('zhejiang', 'reviewer');
  const campaign = await begun(stage, workday(-119), {
    province: 'zhejiang',
    name: '示例浙江算法治理行动（第一期）',
    from: workday(-116),
    until: workday(-70),
    sampleSize: 1,
    goals: '重点看关闭选项、未成年人模式和应备未备的服务。',
  });
  await select(stage, campaign, workday(-118), 'zhejiang', [headlines, lyrics], [unfiled]);
  await stage.give(campaign, 'start', { on: workday(-116), by: head });
  await stage.give(campaign, 'show-progress', { on: workday(-116), by: head });

  const whole = await asked(stage, campaign, headlines, workday(-115), workday(-95));
  await answer(stage, whole, workday(-100), clausesToAnswer(preset), {
    'final/17.1': {
      result: 'unmet',
      account: '旧版客户端的关闭入口在第四层菜单。',
      measure: '把入口移到设置首屏。',
      fixedBy: workday(-45),
    },
  });
  await submit(stage, whole, workday(-98));
  await stage.give(whole, 'accept', { on: workday(-92), by: reviewer });

  const spared = await asked(stage, campaign, lyrics, workday(-115), workday(-95));
  await stage.give(spared, 'withdraw', {
    on: workday(-110),
    by: reviewer,
    reason: '这项服务上月已经检查过，不再重复要求。',
  });

  await stage.give(campaign, 'record-urging', {
    on: workday(-105),
    by: reviewer,
    input: { target: `${unfiled.provider}／${unfiled.service}`, how: 'letter' },
  });
  await stage.give(campaign, 'draw', { on: workday(-90), by: head, input: { seed } });
  await stage.give(campaign, 'close', {
    on: workday(-71),
    by: head,
    input: {
      results: '一家企业完成自查，发现一处入口过深，已另行责令整改；一家应备未备的企业已经书面督促。',
      difficulties: '小平台没有专人，对哪些服务需要备案仍不清楚。',
      next: '第二期扩大到短片和评论，并公布备案指引。',
      leftOpen: '一家因近期检查过而撤回要求；一家尚未登记，转日常监管继续督促。',
      forPublic:
        '本期行动核对了关闭选项和未成年人模式。发现关闭入口过深一处，已责令整改；应备案未备案的，已书面督促。第二期将扩大到短片和评论。',
    },
  });
};

/** The one that goes on: one self-inspection came in, one is being written, one is late. */
const playTheSecond = async (stage: Stage, { headlines, clips, comments }: FiledFilings): Promise<void> => {
  const { workday } = stage;
  const campaign = await begun(stage, workday(-28), {
    province: 'zhejiang',
    name: '示例浙江算法治理行动（第二期）',
    from: workday(-25),
    until: workday(40),
    sampleSize: 1,
    goals: '在第一期的基础上，增加短片排序和评论过滤。',
  });
  await select(stage, campaign, workday(-27), 'zhejiang', [headlines, clips, comments]);
  await stage.give(campaign, 'start', { on: workday(-25), by: stage.actor('zhejiang', 'supervisor') });
  const [whole, half, late] = [
    await asked(stage, campaign, headlines, workday(-24), workday(5)),
    await asked(stage, campaign, clips, workday(-24), workday(5)),
    await asked(stage, campaign, comments, workday(-24), workday(-4)),
  ];
  await answer(stage, whole, workday(-6), clausesToAnswer(preset));
  await submit(stage, whole, workday(-5));
  await answer(stage, half, workday(-1), clausesToAnswer(preset).slice(0, 3));
  await stage.give(late, 'lapse', { on: workday(-3), by: { kind: 'clock' } });
};

/** A campaign in each of its states, with the self-inspections that came of them. */
export const playCampaigns = async (stage: Stage, filings: FiledFilings): Promise<void> => {
  const { workday } = stage;
  await playTheFirst(stage, filings);
  await playTheSecond(stage, filings);

  const withdrawn = await begun(stage, workday(-35), {
    province: 'guangdong',
    name: '示例广东算法治理行动（春季）',
    from: workday(-20),
    until: workday(20),
    sampleSize: 0,
    goals: '重点看价格和优惠。',
  });
  await stage.give(withdrawn, 'withdraw', {
    on: workday(-31),
    by: stage.actor('guangdong', 'supervisor'),
    reason: '与消费旺季的专项检查重复，合并到夏季进行。',
  });

  const planned = await begun(stage, workday(-3), {
    province: 'guangdong',
    name: '示例广东算法治理行动（夏季）',
    from: workday(10),
    until: workday(60),
    sampleSize: 1,
    goals: `重点看价格、优惠和骑手权益；先从${cast.qingchuan.name}开始。`,
  });
  await select(stage, planned, workday(-2), 'guangdong', [filings.goods]);
};
