import { text, type Text } from '@suanjian/rulebook';

export const title = text('步调一致的账号', 'Accounts in lockstep');

export const question = text(
  '有没有一批账号，总在极短的时间内对同样的对象做同样的事，超过巧合所能解释的程度？',
  'Do some accounts keep acting on the same things within moments of each other, more than coincidence explains?',
);

export const statistics = text(
  '两部分。一、描述：数出在 window 之内作用于同一对象的账号对，只保留至少一方有 minParticipation 次以上这种行为的（与 CooRTweet 的定义相同）。二、判断：把时间切成长度为 block（缺省为 window 的 10 倍）的段。零假设是：每个行为的时刻在所在的段内均匀随机，而谁对什么、在哪一段内做了什么都保持不变；因此热门对象、共同兴趣、作息相近、持续一段以上的真实热潮都不算步调一致。在此假设下，两个账号在同一段内对同一对象的行为相隔不超过 window 的概率为 2r−r²（r=window÷block）；如果一段内的行为本来就比这更密（如热潮刚起时），改用该段全部账号对中相隔不超过 window 的比例，但最多取 0.5，以免一伙账号自己为自己开脱。对于同段相遇 c 次的一对，其中 w 次相隔不超过 window 的概率不超过以平均概率计算的二项分布尾部（Hoeffding）。对所有相遇 together 次以上的账号对作 Bonferroni 校正；估计值是校正后（5%）仍显著的账号数，区间下端按所要求的置信水平、上端按“平均只有一对是巧合”取。一个账号对一个对象只算第一次。特别拥挤的段只取 cap 个账号（按编号的散列，对结果无偏），并报告省略了多少。',
  'Two parts. First a description: pairs of accounts acting on one object within "window", kept where at least one of the two has "minParticipation" such acts (CooRTweet\'s definition). Then the judgement. Time is cut into blocks ("block", ten windows unless said otherwise). The null says that the moment of each act is random within its block, while who acted on what in which block stays as it is; popular objects, shared interests, like hours and real rushes that last longer than a block are therefore no lockstep. Under it two accounts that act on one object in one block do so within the window with probability 2r − r², r being window over block; where the acts of a block crowd together more than that, as at the outset of a rush, the share of close pairs among all its pairs stands instead, but never more than a half, lest a ring excuse itself. For a pair that met in c blocks the chance of w or more such meetings is at most the binomial tail with the mean of those probabilities (Hoeffding). All pairs that met "together" times or more are tested with Bonferroni\'s correction. The estimate is the number of accounts in pairs that stay significant at 5 %; the interval\'s low end takes the level asked for, its high end the level at which one pair is expected by chance. An account counts once for each object. In very crowded blocks "cap" accounts are taken, by a hash of their ids (which favours nobody), and what was left out is counted.',
);

export const partTexts = {
  account: text('行为的账号。', 'The account that acts.'),
  object: text('行为的对象：内容、话题、链接。', 'What it acts on: an item, a topic, a link.'),
  time: text('行为的时刻。', 'When it acts.'),
};

export const faultTexts = {
  blockTooShort: text('block 至少应为 window 的 2 倍。', 'block must be at least twice the window.'),
} as const;

export const fewAccounts = (active: number, together: number, materiality: number): Text =>
  text(
    `只有 ${active} 个账号对 ${together} 个以上对象有行为，不足以谈论 ${materiality} 个以上账号的步调一致。`,
    `Only ${active} account${active === 1 ? ' acts' : 's act'} on ${together} objects or more, too few to speak of more than ${materiality} in lockstep.`,
  );

export const cappedWindows = (acts: number): Text =>
  text(
    `描述部分：${acts} 个行为处在过于拥挤的时间窗内，没有两两配对。`,
    `In the description ${acts} act${acts === 1 ? '' : 's'} in overcrowded windows ${acts === 1 ? 'was' : 'were'} not paired.`,
  );

export const cappedBlocks = (acts: number): Text =>
  text(
    `判断部分：${acts} 个行为处在过于拥挤的时间段内，没有两两配对。`,
    `In the test ${acts} act${acts === 1 ? '' : 's'} in overcrowded blocks ${acts === 1 ? 'was' : 'were'} not paired.`,
  );

export const listCut = (pairs: number): Text =>
  text(
    `只取了最不可能是巧合的 ${pairs} 对；步调一致的账号至少有报告的那么多。`,
    `Only the ${pairs} pairs least like coincidence were taken; there are at least as many accounts in lockstep as reported.`,
  );
