import { text, type Text } from '@suanjian/rulebook';

export const title: Text = text('与提问者无关', 'Independence of the asker');
export const question: Text = text(
  '同样的情形下（同一版面、同一分钟、同一地区），结果是否取决于是谁在问？',
  'In the same situation (same page, minute and region), do results depend on who asks?',
);
export const statistics: Text = text(
  '在每个配对内部看所有两行的组合：同一提问者（或同一类提问者）的两行结果相同的比例，减去不同提问者的两行结果相同的比例；各配对以 Mantel–Haenszel 权重合并。区间：配对足够多时以配对为独立单位（CR2），否则用“提问者标签在配对内随机交换”这一零假设下的精确方差（Mantel）。数据少时还在配对内随机置换标签（种子固定），区间与 p 不得比置换检验更肯定。所有配对内结果完全一致时，按“没有见到的比例至多是多少”界定。',
  'All pairs of rows inside a match are looked at: how often two rows of one asker (or one kind of asker) have the same result, less how often two rows of different askers do; matches are joined with Mantel and Haenszel’s weights. Interval: with enough matches these are the independent units (CR2), else from Mantel’s exact variance when labels of askers are exchanged at random within a match. Where data are few the labels are permuted as well (fixed seed), and neither interval nor p is surer than that. Where results agree throughout every match, the share that was not seen is bounded.',
);

export const meanings = {
  asker: text(
    '提问者，或提问者的类别（如历史行为分组）。人多而每人只问一次时请用类别。',
    'Who asks, or the kind of asker, such as a class of history. Where people ask once each, give kinds.',
  ),
  result: text('得到的结果，或其散列、首位内容。', 'What was answered: a hash of the list, or its first item.'),
  match: text(
    '本应得到同样结果的情形；不给则全部行为一组。',
    'The situation that should give equal results; absent: all rows are one.',
  ),
} as const;

export const remarks = {
  noPairs: text(
    '没有任何配对同时含有同一提问者的两行和不同提问者的两行，无法比较。',
    'No match holds both two rows of one asker and two of different askers, so nothing can be compared.',
  ),
} as const;
