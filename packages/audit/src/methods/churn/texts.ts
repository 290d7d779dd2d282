import { text, type Text } from '@suanjian/rulebook';
import { inWords } from '../common/time.ts';

export const title = text('榜单的更替', 'How a list turns over');

export const question = text(
  '榜单上的条目是怎样来去的：有没有从前几名突然消失的，有没有长时间停在同一名次的？',
  'How do entries of a list come and go: do some vanish from the top at once, do some stand on one rank for very long?',
);

export const statistics = text(
  '把每个榜单的快照按时间排列，相邻两次之间比较：留存比例（两次条目的交集除以并集，Jaccard）、前 top 名中到下一次快照时已不在榜上的比例（vanishing）。间隔超过 gap 的相邻快照不比较，其间的消失不算退出。另外数出同一条目在同一名次上连续出现的次数，达到 hold 次的为停滞，报告其所占比例（frozen）；间隔超过 gap 时连续中断。名次为 0 或更小的是置顶位：算在榜上，但不算前几名，也不算停滞。寿命是条目出现过的快照数。给出 most 时，measure 指定的比例与它比较，同一榜单同一日的快照相互牵连，方差按日计算；没有给出 most 时只作描述。',
  'The snapshots of every list are put in order of time and neighbours compared: the similarity (entries in both over entries in either, Jaccard), and the share of entries among the first "top" that are off the list by the next snapshot (vanishing). Neighbours further apart than "gap" are not compared, so what is missing after a gap is no exit. Runs of one entry on one exact rank are counted, and those of "hold" snapshots or more are frozen; a gap ends a run. A rank of 0 or less is a pinned slot: on the list, but neither at its top nor frozen. An entry\'s life is the number of snapshots it appears in. With "most", the share that "measure" names is compared with it; snapshots of one list and day hang together, so the variance is taken over days. Without "most" this only describes.',
);

export const partTexts = {
  list: text('榜单。', 'The list.'),
  entry: text('条目。', 'The entry.'),
  rank: text('名次，从 1 起；0 或更小为置顶位。', 'The rank from 1; 0 or less is a pinned slot.'),
  time: text('快照的时刻；同一快照的各行时刻相同。', 'When the snapshot was taken, the same for all its rows.'),
};

export const described = text(
  '没有给出上限（most），只作描述，不作判断。',
  'No limit (most) was given: this only describes and nothing is judged.',
);

export const noPairs = text(
  '没有两个相邻而间隔不超过 gap 的快照，无从比较。',
  'There are no two neighbouring snapshots within "gap" of each other, so nothing can be compared.',
);

export const gapsSkipped = (count: number, gap: number): Text =>
  text(
    `${count} 处相邻快照的间隔超过 ${inWords(gap).zh}，没有比较。`,
    `${count === 1 ? 'One pair' : `${count} pairs`} of neighbouring snapshots further apart than ${inWords(gap).en} ${count === 1 ? 'was' : 'were'} not compared.`,
  );
