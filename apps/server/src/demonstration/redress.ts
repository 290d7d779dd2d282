import type { Actor } from '@suanjian/matters';
import type { FiledFilings, Played } from './filings.ts';
import type { Matter, Stage } from './stage.ts';

/** Whoever holds the code of a matter. */
const applicant = ({ id }: Matter): Actor => ({ kind: 'applicant', matter: id });

const anonymous = { reached: 'anonymous' } as const;

/** Who asks gives an invented address; `share` says whether the company may know it. */
const named = (contact: string, share: boolean) => ({
  reached: 'contact',
  contact: `${contact}@reader.example`,
  share,
  ...(share ? { identity: '示例读者' } : {}),
});

const filedUnder = async (stage: Stage, filing: Played): Promise<{ readonly number: string }> => ({
  number: await stage.numberOf(filing),
});

/** Complaints where each side has something to do, and some that have ended. */
const playComplaints = async (stage: Stage, { headlines, goods, songs }: FiledFilings): Promise<void> => {
  const { workday } = stage;
  const [news, shop, music] = [
    await filedUnder(stage, headlines),
    await filedUnder(stage, goods),
    await filedUnder(stage, songs),
  ];
  const officer = stage.actor('yunque', 'officer');

  // Fresh, on the company's desk, within the time it has published.
  await stage.apply('complaint', workday(-3), {
    ...news,
    kind: 'tags',
    to: 'provider',
    what: '标签页里有一个“园艺”标签，我从来没有看过园艺，也删不掉。',
    wanted: '希望可以删除这个标签。',
    ...anonymous,
  });

  const answered = await stage.apply('complaint', workday(-14), {
    ...news,
    kind: 'switch-off-ignored',
    to: 'provider',
    what: '关闭个性化推荐以后，首页仍然推荐我上周搜过的帐篷。',
    where: '首页',
    wanted: '关闭以后不要再用我的搜索记录。',
    ...named('tent', true),
  });
  await stage.give(answered, 'answer', {
    on: workday(-9),
    by: officer,
    input: {
      outcome: 'remedied',
      words: '关闭后的缓存保留了两个小时，期间仍然显示了之前的结果。',
      remedy: '缓存改为立即清空，当天生效。',
    },
  });

  const content = await stage.apply('complaint', workday(-40), {
    ...news,
    kind: 'ranking',
    to: 'provider',
    what: '本地天气预警排在很后面，翻了三屏才看到。',
    ...anonymous,
  });
  await stage.give(content, 'answer', {
    on: workday(-36),
    by: officer,
    input: { outcome: 'remedied', words: '天气预警的时效权重偏低。', remedy: '预警期间固定在首屏，次日生效。' },
  });
  await stage.give(content, 'content', { on: workday(-35), by: applicant(content) });

  // Late: the five working days the company had published passed, and the clock took it to the office.
  const late = await stage.apply('complaint', workday(-20), {
    ...shop,
    kind: 'differential-price',
    to: 'provider',
    what: '同一时间同一件雨伞，两个账号的价格相差六元，都没有用优惠券。',
    request: 'demo-quote-1',
    wanted: '说明原因，退还差价。',
    ...named('umbrella', false),
  });
  await stage.give(late, 'escalate', { on: workday(-14), by: { kind: 'clock' } });
  await stage.give(late, 'write', {
    on: workday(-10),
    by: stage.actor('guangdong', 'reviewer'),
    input: { text: '请说明这一天的报价规则，并保存当天的日志。' },
  });

  // Looks like advertising, so somebody looks first; nothing is dropped.
  await stage.apply('complaint', workday(-2), {
    ...shop,
    kind: 'other',
    to: 'provider',
    what: 'https://shop.example/a https://shop.example/b https://shop.example/c',
    ...anonymous,
  });

  // Straight to the office: the company does not know of it.
  const worker = await stage.apply('complaint', workday(-7), {
    ...shop,
    kind: 'worker',
    to: 'office',
    what: '系统给的配送时间不够，绕路也算超时，每单扣两元。',
    ...named('rider', false),
  });
  await stage.give(worker, 'assign', {
    on: workday(-6),
    by: stage.actor('guangdong', 'supervisor'),
    input: { to: stage.account('guangdong', 'reviewer') },
  });

  const decided = await stage.apply('complaint', workday(-45), {
    ...music,
    kind: 'false-popularity',
    to: 'office',
    what: '榜单上的一首歌一夜之间多了十万次播放，评论都是同一句话。',
    ...anonymous,
  });
  await stage.give(decided, 'decide', {
    on: workday(-30),
    by: stage.actor('zhejiang', 'reviewer'),
    input: {
      ruling: 'founded',
      basis: [{ clause: 'final/14' }],
      words: '核实有刷量，公司已剔除虚假播放并重新计算榜单。',
    },
    reason: '日志显示播放集中来自少数账号。',
  });
};

/** A request that was explained from the record, one that waits, and an appeal that went on to the office. */
const playQuestions = async (stage: Stage, { clips, goods }: FiledFilings): Promise<void> => {
  const { workday } = stage;
  const video = await filedUnder(stage, clips);
  const explained = await stage.apply('explanation', workday(-12), {
    ...video,
    request: 'demo-request-1',
    effect: '我做的手工视频几乎没有人看到，影响了小店的生意。',
    ...named('maker', true),
  });
  await stage.give(explained, 'draft', {
    on: workday(-8),
    by: stage.actor('yunque', 'editor'),
    input: {
      sentences: [
        {
          zh: '这次推荐考虑了 60 条候选内容，您的视频在打分后排在第 48 位。',
          en: 'Sixty items were considered; after scoring, your video stood in place 48.',
          source: 'exposure demo/b-1/0 leaf 4',
        },
        {
          zh: '规则“同一作者一屏不超过两条”没有移除您的视频。',
          en: 'The rule “at most two by one author on a screen” did not remove your video.',
          source: 'exposure demo/b-1/0 leaf 4',
        },
      ],
    },
  });
  await stage.give(explained, 'review', { on: workday(-6), by: stage.actor('yunque', 'officer') });
  await stage.apply('explanation', workday(-4), {
    ...(await filedUnder(stage, goods)),
    request: 'demo-request-2',
    surface: '搜索',
    item: '雨伞',
    effect: '我的店铺搜不到，三天没有订单。',
    ...anonymous,
  });

  const appeal = await stage.apply('appeal', workday(-25), {
    ...video,
    against: 'removal',
    reference: 'demo-notice-7',
    why: '视频只是修自行车，没有危险动作。',
    wanted: '恢复视频。',
    ...anonymous,
  });
  await stage.give(appeal, 'take-up', {
    on: workday(-22),
    by: stage.actor('yunque', 'editor'),
    input: { decidedBy: 'algorithm' },
  });
  await stage.give(appeal, 'answer', {
    on: workday(-18),
    by: stage.actor('yunque', 'officer'),
    input: { outcome: 'upheld', words: '再次核对，维持原决定。' },
    reason: '画面中有未固定的砂轮机。',
  });
  await stage.give(appeal, 'not-content', { on: workday(-16), by: applicant(appeal), reason: '砂轮机没有开动。' });
};

/** What people asked for: complaints, requests for an explanation, an appeal. Every story is invented and harmless. */
export const playRedress = async (stage: Stage, filings: FiledFilings): Promise<void> => {
  await playComplaints(stage, filings);
  await playQuestions(stage, filings);
};
