import { questionsFor, type FormValues } from '@suanjian/matters';
import type { CivilDate } from '@suanjian/rulebook';
import { algorithms } from './algorithms.ts';
import { cast, type ProviderName } from './cast.ts';
import type { Algorithm } from './filing-form.ts';
import type { FiledFilings } from './filings.ts';
import { provinceOf } from './registrations.ts';
import type { Matter, Stage } from './stage.ts';
import { join, nameMembers, teamOf, type Team } from './team.ts';

interface Subject {
  readonly provider: ProviderName;
  readonly algorithm: Algorithm;
  /** Where it is filed already: the assessment is of that filing. */
  readonly filing?: Matter;
  readonly why: string;
}

interface Played {
  readonly matter: Matter;
  readonly team: Team;
  /** What is assessed, as the template asks for it. */
  readonly about: FormValues;
}

const begun = async (stage: Stage, on: CivilDate, { provider, algorithm, filing, why }: Subject): Promise<Played> => {
  const team = teamOf(stage, provinceOf(provider));
  const about: FormValues = {
    template: 'checklist-2024',
    algorithmName: algorithm.name,
    techniques: [algorithm.technique],
    role: 'provider',
    setsPrices: false,
    version: '1.0',
    versionSince: stage.workday(-30, on),
    periodFrom: stage.workday(-20, on),
    periodUntil: stage.workday(-1, on),
  };
  const named = filing === undefined ? cast[provider].name : await stage.numberOf(filing);
  const matter = await stage.open('official-assessment', {
    on,
    by: team.head.by,
    input: { provider: named, ...about, basis: 'final/28.1', why, given: true, free: true },
  });
  return { matter, team, about };
};

const started = async (stage: Stage, on: CivilDate, subject: Subject): Promise<Played> => {
  const played = await begun(stage, on, subject);
  const { matter, team } = played;
  await nameMembers(stage, matter, { on, by: team.head, members: [team.second] });
  await join(stage, matter, stage.workday(1, on), team.second);
  await stage.give(matter, 'start', { on: stage.workday(1, on), by: team.second.by });
  return played;
};

const risks: readonly FormValues[] = [
  {
    kind: 'abuse',
    present: true,
    description: '规则过严时，正常的表达可能被误伤。',
    likelihood: '3',
    effect: '3',
    measures: '存疑的由人工复核，发布者可以申诉。',
    remainingLikelihood: '2',
    remainingEffect: '2',
    post: '内容规则岗',
  },
  {
    kind: 'content',
    present: true,
    description: '变体的辱骂用语可能漏过。',
    likelihood: '3',
    effect: '3',
    measures: '词库每周更新，每天抽样复查。',
    remainingLikelihood: '2',
    remainingEffect: '2',
    post: '内容审核岗',
  },
  { kind: 'holes', present: false, whyAbsent: '核对了近半年的缺陷记录，没有影响结果的漏洞。' },
  { kind: 'malicious-use', present: false, whyAbsent: '接口不对外开放，限制了调用频率。' },
  { kind: 'data', present: false, whyAbsent: '只处理公开发布的文字，不使用个人特征。' },
];

/** Every question answered, one of them in part, every kind of risk gone through. */
const worked = async (stage: Stage, on: CivilDate, { matter, team, about }: Played): Promise<void> => {
  const by = team.second.by;
  for (const [index, { id }] of questionsFor(about).entries())
    await stage.give(matter, 'answer', {
      on,
      by,
      input:
        index === 0
          ? { question: id, answer: 'partly', account: '青少年模式下也能用到，但没有单独的核对记录。' }
          : { question: id, answer: 'met', account: '当场操作，并核对了配置和最近三个月的记录。' },
    });
  for (const input of risks) await stage.give(matter, 'score-risk', { on, by, input });
};

const sent = async (stage: Stage, on: CivilDate, played: Played): Promise<void> => {
  const { matter, team } = played;
  await worked(stage, on, played);
  await stage.give(matter, 'conclude', {
    on,
    by: team.second.by,
    input: {
      outcome: 'with-conditions',
      summary: '一项部分做到，建议在两个月内补上核对记录；其余各项落实。',
      stateBy: stage.workday(7, on),
    },
  });
  await stage.give(matter, 'countersign', { on, by: team.head.by });
};

/** One assessment by an office in each of its states. */
export const playOfficialAssessments = async (stage: Stage, { comments }: FiledFilings): Promise<void> => {
  const { workday } = stage;

  const closed = await started(stage, workday(-68), {
    provider: 'songfeng',
    algorithm: algorithms.comments,
    filing: comments,
    why: '评论折叠的申诉在三个月内翻了一番。',
  });
  await sent(stage, workday(-60), closed);
  await stage.give(closed.matter, 'state-view', {
    on: workday(-56),
    by: stage.actor('songfeng', 'officer'),
    input: { statement: '认可结论，核对记录已经开始补，下月起每周留存。' },
  });
  await stage.give(closed.matter, 'close', {
    on: workday(-54),
    by: closed.team.head.by,
    input: { answer: '意见采纳；按承诺的时间补齐即可。', outcome: 'none' },
  });

  const dropped = await begun(stage, workday(-44), {
    provider: 'songfeng',
    algorithm: algorithms.songs,
    why: '核对每日歌单是否给新音乐人机会。',
  });
  await stage.give(dropped.matter, 'drop', {
    on: workday(-40),
    by: dropped.team.head.by,
    reason: '企业已经申请注销这项备案，没有必要再评估。',
  });

  const brokenOff = await started(stage, workday(-32), {
    provider: 'qingchuan',
    algorithm: algorithms.groceries,
    why: '站点人员反映加班安排不清楚。',
  });
  await stage.give(brokenOff.matter, 'break-off', {
    on: workday(-29),
    by: brokenOff.team.head.by,
    reason: '企业推迟上线这项功能，眼下没有可以评估的服务。',
  });

  const withProvider = await started(stage, workday(-10), {
    provider: 'yunque',
    algorithm: algorithms.archive,
    why: '站内检索的结果与公示的排列规则不一致，须核对。',
  });
  await sent(stage, workday(-3), withProvider);

  const here = await started(stage, workday(-5), {
    provider: 'qingchuan',
    algorithm: algorithms.courier,
    why: '骑手投诉集中在恶劣天气的时限。',
  });
  await stage.give(here.matter, 'answer', {
    on: workday(-1),
    by: here.team.second.by,
    input: { question: 'item13', answer: 'partly', account: '规则在骑手端公开，但没有写明怎样延长时限。' },
  });

  await begun(stage, workday(-1), {
    provider: 'yunque',
    algorithm: algorithms.digest,
    why: '摘要是否标识为生成内容，须核对。',
  });
};
