import { text, type Text } from '@suanjian/rulebook';
import { counted } from '../common/texts.ts';

export const title = text('占据的靠前位置', 'A share of the top places');

export const question = text(
  '一个组在靠前位置（或按位置加权的版面）中所占的份额，是否超过它在候选中的份额？',
  'Does a group hold more of the top places, or of the area weighted by place, than its share of the candidates?',
);

export const statistics = text(
  '每次请求中，把该组占有的靠前位置（名次不超过 top）、按名次折减的版面（measure 为 area：每位的权重为 1/log2(1+名次)）或给定的权重相加，减去按基准应有的份额，再除以全部的位置或权重。基准依次为：baseline（该组在候选中的份额；同时给出 candidates 时为个数）、参数 expected 给出的总体份额、该组在这次请求全部展示位中的份额。差值与 0 比较，比值与 1 比较；给出 thresholds 时，比较的是份额本身与上下限。一次请求（或 cluster 指定的单位）中的位置相互牵连，方差按请求计算（CR2，Bell–McCaffrey 自由度；从未出现时用精确上限）。没有指定 compare 时，若有多个组，取差距最大的一组并作 Bonferroni 调整。',
  'In every request the group\'s top places (rank at most "top"), its area discounted by rank (measure "area": a place weighs 1/log2(1+rank)) or its given weight is added up, less the share it should have, over all places or weight. The share it should have is, in this order, "baseline" (its share of the candidates; with "candidates" its number of them), the parameter "expected", or its share of all places shown in the request. A difference is compared with 0, a ratio with 1; with "thresholds" the share itself is held against limits. Places of one request (or of one "cluster") hang together, so the variance is taken over requests (CR2 with the degrees of freedom of Bell and McCaffrey; exact limits where nothing was ever seen). Where "compare" names no group, the one furthest off is judged, with a Bonferroni allowance for choosing.',
);

export const partTexts = {
  request: text('一次请求（一屏结果）。', 'The request, that is one slate.'),
  group: text('结果属于哪个组，如自营或他营。', 'Which group a result belongs to, such as own or other.'),
  rank: text('名次，从 1 起；与 weight 二选一。', 'The rank from 1; this or weight.'),
  weight: text('位置的权重，如面积或停留时间。', 'What a place weighs, such as its area or viewing time.'),
  baseline: text(
    'compare 中第一个组在这次请求的候选中的份额；同时给出 candidates 时为个数。',
    "The share that the first group of compare has of this request's candidates; its number of them when candidates is given.",
  ),
  candidates: text('这次请求的候选总数。', 'How many candidates the request had.'),
  cluster: text('相互牵连的请求，如同一用户的。', 'Requests that hang together, such as those of one user.'),
};

export const faultTexts = {
  rankOrWeight: text('rank 与 weight 必须且只能给出一个。', 'Give either rank or weight, and not both.'),
  areaOfRank: text('measure 为 area 时需要 rank。', 'The measure "area" needs rank.'),
  topMissing: text('按 rank 比较靠前位置时需要参数 top。', 'Comparing top places by rank needs the parameter "top".'),
  candidatesAlone: text('candidates 须与 baseline 一起给出。', 'candidates goes with baseline.'),
  baselineOfWhom: text(
    '给出 baseline 或 expected 时，compare 的第一项须写明它是哪个组的份额。',
    'With baseline or expected, the first entry of compare must say whose share it is.',
  ),
  noThreshold: text('thresholds 至少要有 least 或 most。', 'thresholds needs least or most.'),
} as const;

export const noCandidates = (count: number): Text =>
  text(
    `${counted.rowsZh(count)}没有基准份额（或份额不在 0 到 1 之间），未计入。`,
    `${counted.rowsEn(count)} without a baseline share (or with one outside 0 to 1) ${count === 1 ? 'was' : 'were'} left out.`,
  );

export const negativeWeight = (count: number): Text =>
  text(
    `${counted.rowsZh(count)}的“weight”是负数；位置的权重不能为负。`,
    `${counted.rowsEn(count)} hold a negative "weight"; a place cannot weigh less than nothing.`,
  );

export const chosenOf = (level: string, levels: number): Text =>
  text(
    `估计值属于差距最大的组“${level}”；区间和 p 值已按 ${levels} 个组作了调整。`,
    `The estimate is that of the group furthest off, "${level}"; interval and p allow for choosing among ${levels} groups.`,
  );

export const absentLevel = (level: string): Text =>
  text(`数据中没有组“${level}”。`, `The data hold no group "${level}".`);

export const nothingExpected = text(
  '按基准，该组应有的份额为零，无法求比值。',
  'By the baseline the group should have nothing, so there is no ratio to it.',
);

export const allTop = text(
  '每次请求的全部展示位都计入，份额与自身比较总是相等；请给出 baseline、expected 或更小的 top。',
  'Every place shown counts, so a share is compared with itself; give baseline, expected or a smaller top.',
);
