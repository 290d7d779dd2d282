import { text } from '@suanjian/rulebook';
import type { DataSet, Figure } from '../figure.ts';

const campaigns = [
  {
    campaign: 'men',
    who: text('男装', 'Men'),
    items: '34',
    propensity: '.02941',
    gini: ['.041', '.651'],
    chiSquare: '53.9',
    degrees: '33',
    weighted: '.30',
  },
  {
    campaign: 'women',
    who: text('女装', 'Women'),
    items: '46',
    propensity: '.02174',
    gini: ['.032', '.627'],
    chiSquare: '32.0',
    degrees: '45',
    weighted: '.74',
  },
] as const;
const policies = [
  ['random', text('随机', 'random')],
  ['bts', text('老虎机', 'bandit')],
] as const;

const figures = campaigns.flatMap(
  ({ campaign, who, items, propensity, gini, chiSquare, degrees, weighted }): readonly Figure[] => {
    const uniform = { policy: 'random', campaign };
    return [
      ...policies.flatMap(([policy, kind], index): readonly Figure[] => [
        {
          what: text(`${who.zh}，${kind.zh}：行数`, `${who.en}, ${kind.en}: rows`),
          printed: '10000',
          result: 'log',
          by: { policy, campaign },
          path: ['rows'],
        },
        {
          what: text(`${who.zh}，${kind.zh}：位置数`, `${who.en}, ${kind.en}: positions`),
          printed: '3',
          result: 'log',
          by: { policy, campaign },
          path: ['positions'],
        },
        {
          what: text(`${who.zh}，${kind.zh}：展示的 Gini`, `${who.en}, ${kind.en}: Gini of exposure`),
          printed: gini[index] ?? '',
          result: 'log',
          by: { policy, campaign },
          path: ['gini'],
        },
      ]),
      {
        what: text(`${who.zh}：商品数`, `${who.en}: items`),
        printed: items,
        result: 'log',
        by: uniform,
        path: ['items'],
      },
      {
        what: text(`${who.zh}：随机策略的最低倾向`, `${who.en}: lowest propensity of random`),
        printed: propensity,
        result: 'log',
        by: uniform,
        path: ['lowestPropensity'],
      },
      {
        what: text(`${who.zh}：随机策略的最高倾向`, `${who.en}: highest propensity of random`),
        printed: propensity,
        result: 'log',
        by: uniform,
        path: ['highestPropensity'],
      },
      {
        what: text(`${who.zh}：均匀性的卡方`, `${who.en}: chi-square of uniformity`),
        printed: chiSquare,
        result: 'uniform',
        by: uniform,
        path: ['chiSquare'],
      },
      {
        what: text(`${who.zh}：其自由度`, `${who.en}: its degrees of freedom`),
        printed: degrees,
        result: 'uniform',
        by: uniform,
        path: ['degreesOfFreedom'],
      },
      {
        what: text(
          `${who.zh}：由老虎机日志加权估计的点击率，%`,
          `${who.en}: click rate weighted from the bandit’s log, %`,
        ),
        printed: weighted,
        result: 'log',
        by: { policy: 'bts', campaign },
        path: ['clickRateOfUniform'],
        times: 100,
      },
      {
        what: text(`${who.zh}：随机策略的点击率，%`, `${who.en}: click rate of random, %`),
        printed: '.46',
        result: 'log',
        by: uniform,
        path: ['clickRate'],
        times: 100,
      },
    ];
  },
);

export const openBandit = (): DataSet => ({
  name: 'open-bandit',
  figures: [
    ...figures,
    {
      what: text('男装：均匀性的 p', 'Men: p of uniformity'),
      printed: '.012',
      result: 'uniform',
      by: { policy: 'random', campaign: 'men' },
      path: ['p'],
    },
  ],
  leftOut: [
    {
      what: text('“全部”活动的数字', 'Figures of the campaign “all”'),
      printed: '…',
      why: text('这一活动的日志不在数据中。', 'Not in the data: the log of this campaign is absent.'),
    },
  ],
  verdicts: campaigns.flatMap(({ campaign, who }) =>
    policies.flatMap(([policy, kind]) =>
      (
        [
          ['uniform', text('偏离均匀', 'departs from uniform')],
          ['concentration', text('展示集中', 'exposure is concentrated')],
        ] as const
      ).map(([result, what]) => ({
        what:
          policy === 'random'
            ? text(
                `${who.zh}，${kind.zh}，${what.zh}：不应报告`,
                `${who.en}, ${kind.en}, ${what.en}: not to be reported`,
              )
            : text(`${who.zh}，${kind.zh}，${what.zh}：应报告`, `${who.en}, ${kind.en}, ${what.en}: to be reported`),
        result,
        by: { policy, campaign },
        fails: policy !== 'random',
      })),
    ),
  ),
});
