import { text, type Text } from '@suanjian/rulebook';
import { counted } from '../common/texts.ts';

export const title = text('集中程度', 'How concentrated something is');

export const question = text(
  '展示（或流量、收入）是否集中在少数对象上，超过均匀分配下的偶然程度？',
  'Does exposure (or traffic, or income) go to a few, more than chance would bring about if all were treated alike?',
);

export const statistics = text(
  '把每个对象的行数（或 weight 之和）相加，计算基尼系数、赫芬达尔指数（HHI）或最大的一部分对象（top，按对象数的比例）所占的份额。即使完全均匀，抽样也会造成一些不均：以同样多的独立行均匀落到同样多的对象上，模拟出这一偶然程度，估计值是超出它的部分（measure 为 hhi 时亦然）；给出 most 时，估计值是超出 most 的部分。区间由线性化得到：基尼系数是名次的加权平均，其误差按比率估计；给出 cluster 时按同一 cluster 的行合并计算方差。波动小于均匀分配的模拟波动时，用后者。entities 给出对象总数时，没有任何行的对象也计入。',
  'The rows (or weights) of each entity are added up, and Gini\'s coefficient, the Herfindahl index or the share of the largest entities ("top", a fraction of their number) is taken. Sampling alone makes even an even distribution uneven: as many independent rows are thrown evenly onto as many entities, and the estimate is what exceeds that; with "most" it is what exceeds "most". The interval comes from linearisation: Gini\'s coefficient is a weighted mean of ranks, so its error is that of a ratio; with "cluster" the variance is taken over clusters. Where less variation is seen than the even throw has, the latter stands. With "entities", those without a single row count too.',
);

export const partTexts = {
  entity: text('占有份额的对象，如内容、作者、商家。', 'What holds a share: an item, an author, a shop.'),
  weight: text('这一行的量；缺省为每行一份。', 'What the row adds; one if absent.'),
  cluster: text('相互牵连的行，如同一用户的。', 'Rows that hang together, such as those of one user.'),
};

export const negativeWeight = (count: number): Text =>
  text(
    `${counted.rowsZh(count)}的“weight”是负数；份额不能为负。`,
    `${counted.rowsEn(count)} hold a negative "weight"; a share cannot be less than nothing.`,
  );

export const oneEntity = text(
  '只有一个对象，无所谓集中。',
  'There is only one entity, so nothing can be concentrated.',
);
export const nothingHeld = text('全部权重之和为零。', 'All weights together are zero.');
export const tooFewRows = text(
  '相互独立的行少于 10，集中程度说明不了什么。',
  'There are fewer than 10 independent rows, and how they fall says nothing.',
);

export const moreThanSaid = (found: number, said: number): Text =>
  text(
    `数据中有 ${found} 个对象，多于 entities 给出的 ${said} 个；以数据为准。`,
    `The data hold ${found} entities, more than the ${said} that "entities" says; the data are followed.`,
  );

export const chanceLevel = (level: number): Text =>
  text(
    `同样多的行均匀分配时，偶然造成的程度约为 ${level.toFixed(3)}。`,
    `Thrown evenly, as many rows would come to about ${level.toFixed(3)} by chance.`,
  );
