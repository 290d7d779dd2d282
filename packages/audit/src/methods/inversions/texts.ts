import { text, type Text } from '@suanjian/rulebook';

export const title = text('名次与得分颠倒', 'Ranks against scores');

export const question = text(
  '同一次请求中，有没有得分更低的排在得分更高的前面？有组别时：谁因此占了便宜？',
  'Within one request, do things with a worse score stand before better ones? With a group: who gains by it?',
);

export const statistics = text(
  '在每次请求中，数出名次在前而声明的得分更差的一对对结果（得分相同不算，名次相同的也不算），除以可比较的全部对数，与 0 比较。一次请求（或 cluster 指定的单位）中的各对相互牵连，因此方差按请求合并计算，区间用 Korn–Graubard 法；一对颠倒也没有看到时，以请求数为样本量取精确的上限。给出 group 时，比较每个结果的实际名次与按得分应有的名次（同分者保持实际先后），各组平均提前的名次数即为估计；没有指定 compare 时取提前最多的组，并按组数作 Bonferroni 调整。',
  'In every request the pairs are counted in which the one that stands first has the worse declared score (equal scores are no inversion, equal ranks no pair), over all pairs that can be compared, against 0. Pairs of one request (or of one "cluster") hang together, so the variance is taken over requests, the interval being that of Korn and Graubard; when no inversion was seen at all, the number of requests is the sample and the exact upper limit holds. With "group" each result\'s actual place is set against the place its score would give (equal scores keep their order); the mean number of places by which a group stands ahead is the estimate, for the group that gains most unless "compare" names one, with a Bonferroni allowance for choosing.',
);

export const partTexts = {
  request: text('一次请求（一屏结果）。', 'The request, that is one slate.'),
  rank: text('名次，越小越靠前。', 'The rank; smaller comes first.'),
  score: text('声明的排序得分。', 'The declared score it was ranked by.'),
  group: text('结果属于谁，用来看谁占了便宜。', 'Whose result it is, to see who gains.'),
  cluster: text('相互牵连的请求，如同一用户的。', 'Requests that hang together, such as those of one user.'),
};

export const noPairs = text(
  '没有任何一次请求含有两个可比较的名次。',
  'No request holds two ranks that can be compared.',
);

export const noneSeen = (requests: number): Text =>
  text(
    `${requests} 次请求中没有一处颠倒。`,
    `No inversion in ${requests === 1 ? 'the only request' : `any of ${requests} requests`}.`,
  );

export const chosenOf = (level: string, levels: number): Text =>
  text(
    `估计值属于提前最多的组“${level}”；区间和 p 值已按 ${levels} 个组作了调整。`,
    `The estimate is that of the group that gains most, "${level}"; interval and p allow for choosing among ${levels} groups.`,
  );

export const absentLevel = (level: string): Text =>
  text(`数据中没有组“${level}”。`, `The data hold no group "${level}".`);
