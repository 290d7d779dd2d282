import { text, type Text } from '@suanjian/rulebook';
import { inWords } from '../common/time.ts';

export const title = text('随时间的变化趋势', 'A trend over time');

export const question = text(
  '同一个人看到的内容（或使用的时长等）是否随时间越来越窄（或越来越长）？',
  'Does what one person is shown become narrower over time, or a figure such as time spent grow?',
);

export const statistics = text(
  '先为每个人逐期（period，缺省为一周，从周一起）求一个数：measure 为 slope 时是 value 的平均值，为 entropy 时是 key 的多样性；再为每个人求这个数随期数变化的斜率（最小二乘，或 fit 为 theil-sen 时取各点对斜率的中位数）；最后在人与人之间求平均斜率，一个人只算一个观测，区间和 p 用 t 分布。期数少于 periods 的人不计入。看得少时熵会偏低，因此多样性用稀释法：取该期 sample 次展示（不放回）时熵的期望值，除以 ln(sample)，展示次数不同的各期因此可以相比；不足 sample 次的期不计入。所有人共同经历的变化（节日、热点）也会表现为趋势。',
  'For every person and period ("period", a week from Monday unless said otherwise) one number is taken: the mean of "value" for the slope, the variety of "key" for entropy. Then the slope of that number over periods is found for each person (least squares, or with "fit: theil-sen" the median of the slopes of all pairs), and the mean slope across people: one person is one observation, with interval and p by Student\'s t. People seen in fewer than "periods" periods are left out. Fewer views give less entropy, so variety is rarefied: the expected entropy of "sample" views drawn without replacement, over ln(sample), which makes periods with few and many views comparable; periods with fewer views are left out. What everybody lives through, such as holidays, shows as a trend too.',
);

export const partTexts = {
  user: text('哪个人。', 'Which person.'),
  time: text('发生的时刻。', 'When it happened.'),
  value: text('随时间变化的数，如时长、金额。', 'The number that may change, such as a length or an amount.'),
  key: text('多样性的依据，如话题、作者。', 'What variety is counted in, such as topics or authors.'),
};

export const faultTexts = {
  slopeNeedsValue: text('measure 为 slope 时需要 value。', 'The measure "slope" needs the part value.'),
  entropyNeedsKey: text('measure 为 entropy 时需要 key。', 'The measure "entropy" needs the part key.'),
  slopeNeedsMateriality: text(
    'measure 为 slope 时请给出 materiality：每期变化多少（以 value 的单位计）才算要紧。',
    'With the measure "slope" give "materiality": how much change a period matters, in units of value.',
  ),
} as const;

export const fewPeriods = (count: number, periods: number): Text =>
  text(
    `${count} 人可用的期数少于 ${periods}，未计入。`,
    `${count === 1 ? 'One person' : `${count} people`} with fewer than ${periods} periods of use ${count === 1 ? 'was' : 'were'} left out.`,
  );

export const thinPeriods = (count: number, sample: number): Text =>
  text(
    `${count} 个人期不足 ${sample} 次展示，未计入。`,
    `${count === 1 ? 'One period of a person' : `${count} periods of people`} with fewer than ${sample} views ${count === 1 ? 'was' : 'were'} left out.`,
  );

export const nobody = (periods: number, period: number): Text =>
  text(
    `没有人至少有 ${periods} 个可用的期（每期 ${inWords(period).zh}）。`,
    `Nobody was seen in at least ${periods} periods (of ${inWords(period).en} each).`,
  );

export const onePerson = text(
  '只有一个人，看不到人与人之间的差别。',
  'There is only one person, so variation between people cannot be seen.',
);
