import { text } from '@suanjian/rulebook';
import { hour, monday } from '../designs/design.ts';
import { normal, type PowerDesign, uniform } from './design.ts';

const perSlate = 10;
const slate = `intDiv(number, ${perSlate})`;
const place = `toInt64(number % ${perSlate})`;

/** What a group has more of, or gets more often. */
const comparisons: readonly PowerDesign[] = [
  {
    method: 'rate-gap',
    title: text('两组的比率，同一用户十行', 'Rates of two groups, ten rows a user'),
    materiality: 0.02,
    asking: { parts: { group: 'g', outcome: 'hit', cluster: 'user' }, compare: ['b', 'a'] },
    columns: ({ effect }) => ({
      user: 'intDiv(number, 10)',
      g: "if(intDiv(number, 10) % 2 = 0, 'a', 'b')",
      hit: `${uniform('hit')} < 0.1 + 0.1 * (${uniform('own', 'intDiv(number, 10)')} - 0.5) + if(g = 'b', ${effect}, 0)`,
    }),
  },
  {
    method: 'value-gap',
    title: text('同一时刻同一商品的价格', 'Prices of one thing at one moment'),
    materiality: 0.01,
    asking: { parts: { group: 'g', value: 'price', match: 'm' }, compare: ['b', 'a'], parameters: { medians: false } },
    columns: ({ effect }) => ({
      m: 'intDiv(number, 20)',
      g: `if(${uniform('group')} < 0.5, 'a', 'b')`,
      price: `toInt64(round(exp(8 + ${normal('level', 'intDiv(number, 20)')} + 0.1 * ${normal('own')}) * if(g = 'b', 1 + ${effect}, 1)))`,
    }),
  },
  {
    method: 'regression',
    title: text(
      '有一个控制变量的线性模型（没有默认阈值，取 1%）',
      'A linear model with a control (it has no default; 1 % was taken)',
    ),
    materiality: 0.01,
    asking: {
      parts: { group: 'g', value: 'y' },
      controls: ['x'],
      parameters: { measure: 'relative', materiality: 0.01 },
    },
    columns: ({ effect }) => ({
      x: uniform('control'),
      g: `if(${uniform('group')} < 0.3 + 0.4 * x, 'b', 'a')`,
      y: `0.5 + x + 0.2 * ${normal('own')} + if(g = 'b', ${effect}, 0)`,
    }),
  },
  {
    method: 'independence',
    title: text('同一分钟的结果与提问者', 'Results of one minute and who asks'),
    materiality: 0.02,
    asking: { parts: { asker: 'kind', result: 'list', match: 'm' } },
    columns: ({ effect }) => ({
      m: 'intDiv(number, 20)',
      kind: `if(${uniform('kind')} < 0.5, 'a', 'b')`,
      list: `if(${uniform('own')} < ${Math.sqrt(effect)}, kind, toString(toInt64(4 * ${uniform('list')})))`,
    }),
  },
  {
    method: 'goodness-of-fit',
    title: text('十类的份额', 'Shares of ten levels'),
    materiality: 0.1,
    asking: { parts: { level: 'kind' } },
    columns: ({ effect }) => ({
      kind: `toString(toInt64(5 * ${uniform('kind')}) * 2 + if(${uniform('side')} < ${0.5 * (1 + effect)}, 1, 0))`,
    }),
  },
];

/** What stands where in a list. */
const slates: readonly PowerDesign[] = [
  {
    method: 'inversions',
    title: text('次序与分数不合的对', 'Pairs against their scores'),
    materiality: 0.01,
    asking: { parts: { request: 'request', rank: 'place', score: 'score' } },
    columns: ({ effect }) => ({
      request: slate,
      place,
      score: `if(${uniform('mixed', slate)} < ${2 * effect}, ${uniform('score')}, 1 - place / 20)`,
    }),
  },
  {
    method: 'inversions',
    title: text('自有内容提前的名次', 'Places that own items gain'),
    materiality: 0.1,
    asking: { parts: { request: 'request', rank: 'place', score: 'score', group: 'owner' }, compare: ['own'] },
    columns: ({ effect }) => ({
      request: slate,
      standing: place,
      mine: `toInt64(${perSlate} * ${uniform('mine', slate)})`,
      owner: "if(standing = mine, 'own', 'other')",
      // Nothing stands before the first place: one in ten cannot gain.
      moved: `mine > 0 AND ${uniform('moved', slate)} < ${effect / (1 - 1 / perSlate)}`,
      place: 'standing + if(moved AND standing = mine, -1, 0) + if(moved AND standing = mine - 1, 1, 0)',
      score: '1 - standing / 20',
    }),
  },
  {
    method: 'rank-share',
    title: text('首位中自有内容的份额', 'Share of own items in the first place'),
    materiality: 0.05,
    asking: {
      parts: { request: 'request', rank: 'place', group: 'owner' },
      compare: ['own', 'other'],
      parameters: { top: 1 },
    },
    columns: ({ effect }) => ({
      request: slate,
      place: `1 + ${place}`,
      ahead: `${uniform('ahead', slate)} < 0.5 + ${effect}`,
      owner: "if(if(place <= 2, (place = 1) = ahead, place % 2 = 0), 'own', 'other')",
    }),
  },
  {
    method: 'spread',
    title: text('重复同一作者的页面', 'Slates that repeat an author'),
    materiality: 0.01,
    asking: { parts: { request: 'request', rank: 'place', key: 'author' } },
    columns: ({ effect }) => ({
      request: slate,
      place,
      author: `if(place = 7 AND ${uniform('repeats', slate)} < ${effect}, 2, place)`,
    }),
  },
];

const perUser = 20;
const weeks = 4;
const user = `intDiv(number, ${perUser})`;
const channels = 20;
const windows = 14 * 24;
const ringObjects = 16;

/** Acts over time and how they are distributed. */
const series: readonly PowerDesign[] = [
  {
    method: 'trend',
    title: text('各人每周的变化', 'What changes for each person from week to week'),
    materiality: 0.01,
    asking: { parts: { user: 'user', time: 'at', value: 'amount' }, parameters: { measure: 'slope' } },
    columns: ({ effect }) => ({
      user,
      week: `toInt64(number % ${weeks})`,
      at: `toInt64(${monday} + week * ${7 * 24 * hour} + ${24 * hour} * 7 * ${uniform('moment')})`,
      amount: `0.5 + week * (0.02 * ${normal('slope', user)} - ${effect}) + 0.1 * ${normal('own')}`,
    }),
  },
  {
    method: 'concentration',
    title: text('一百件内容的基尼系数', 'Gini coefficient of a hundred items'),
    materiality: 0.1,
    asking: { parts: { entity: 'item' } },
    // Density 1 + δ(2x − 1) on [0, 1] has the Gini coefficient δ / 3.
    columns: ({ effect }) => {
      const slope = 3 * effect;
      return {
        item: `toInt64(100 * (sqrt(${(1 - slope) ** 2} + ${4 * slope} * ${uniform('item')}) - ${1 - slope}) / ${2 * slope})`,
      };
    },
  },
  {
    method: 'lockstep',
    title: text('一起行动的账号', 'Accounts that act together'),
    materiality: 10,
    asking: { parts: { account: 'account', object: 'item', time: 'at' } },
    columns: ({ rows, effect }) => {
      const ring = Math.round(effect);
      return {
        late: `number >= ${rows}`,
        account: `if(late, toInt64(number - ${rows}) % ${ring}, 1000 + toInt64(${rows / 5} * ${uniform('account')}))`,
        item: `if(late, intDiv(toInt64(number - ${rows}), ${ring}), toInt64(${rows / 50} * ${uniform('item')}))`,
        at: `toInt64(${monday} + if(late, item * ${7 * hour} + 30000 * ${uniform('moment')}, ${14 * 24 * hour} * ${uniform('moment')}))`,
      };
    },
    more: ({ effect }) => ringObjects * Math.round(effect),
  },
  {
    method: 'burst',
    title: text('一个小时内的涌入', 'A rush within one hour'),
    materiality: 4,
    asking: { parts: { object: 'item', time: 'at' } },
    columns: ({ rows }) => ({
      late: `number >= ${rows}`,
      item: `if(late, 0, toInt64(${channels} * ${uniform('item')}))`,
      at: `toInt64(${monday} + if(late, ${100 * hour} + ${hour} * ${uniform('moment')}, ${windows * hour} * ${uniform('moment')}))`,
    }),
    more: ({ rows, effect }) => Math.round((effect * rows) / (channels * windows)),
  },
];

export const powerDesigns: readonly PowerDesign[] = [...comparisons, ...slates, ...series];
