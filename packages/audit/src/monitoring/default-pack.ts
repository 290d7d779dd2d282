import type { Indicator } from './indicator.ts';

const history = { days: 56, atLeast: 42 } as const;
/** Ten indicators with half a per cent each: five per cent for the office's day. */
const rates = { perSeries: 0.001, perDay: 0.005 } as const;
const common = { version: 1, history, rates, direction: 'up' } as const;

const broken = (check: string) => ({ source: 'audit', check, as: 'share' }) as const;
const complaints = (...kinds: string[]) => ({ source: 'complaints' as const, kinds });

/** What is watched unless an office decides otherwise. No number in here has a published source: all are policy defaults. */
export const defaultIndicators: readonly Indicator[] = [
  {
    ...common,
    id: 'opt-out-leak',
    theme: 'data-use',
    title: { zh: '关闭后仍个性化的比例', en: 'Personalised after switching off' },
    meaning: {
      zh: '用户关闭个性化推荐之后，仍按个人特征推荐的请求所占的比例。',
      en: 'Share of requests that were still personalised after the person had switched it off.',
    },
    clauses: ['final/17.1', 'opinions/7'],
    reads: broken('opt-out-honoured'),
    per: 'algorithm',
    threshold: 1.5,
  },
  {
    ...common,
    id: 'complaints-about-data',
    theme: 'data-use',
    title: { zh: '涉及用户数据的投诉', en: 'Complaints about data use' },
    meaning: {
      zh: '每天收到的关于关闭无效、用户标签和个人信息的投诉数量。',
      en: 'Complaints a day about a switch that is ignored, tags and personal information.',
    },
    clauses: ['final/17.1', 'opinions/7'],
    reads: complaints('switch-off-ignored', 'tags', 'personal-data'),
    per: 'provider',
    threshold: 1.5,
  },
  {
    ...common,
    id: 'missing-synthetic-label',
    theme: 'spread',
    title: { zh: '合成内容缺少标识的比例', en: 'Synthetic content without its label' },
    meaning: {
      zh: '展示的合成内容中没有显著标识的比例。',
      en: 'Share of synthetic content that was shown without its label.',
    },
    clauses: ['final/9.1', 'opinions/7'],
    reads: broken('synthetic-label-coverage'),
    per: 'algorithm',
    threshold: 1.5,
  },
  {
    ...common,
    id: 'complaints-about-spread',
    theme: 'spread',
    title: { zh: '涉及信息传播的投诉', en: 'Complaints about what spreads' },
    meaning: {
      zh: '每天收到的关于无标识合成内容和刷量控榜的投诉数量。',
      en: 'Complaints a day about unlabelled synthetic content and manufactured popularity.',
    },
    clauses: ['final/14', 'opinions/7'],
    reads: complaints('unlabelled-synthetic', 'false-popularity'),
    per: 'provider',
    threshold: 1.5,
  },
  {
    ...common,
    id: 'price-gap',
    theme: 'market',
    title: { zh: '同物异价的差距', en: 'Price gap for the same thing' },
    meaning: {
      zh: '同一商品、同一时间，不同人群所见价格的相对差距。',
      en: 'Relative difference between the prices that groups of people saw for the same thing at the same time.',
    },
    clauses: ['final/21', 'opinions/7'],
    reads: { source: 'audit', check: 'differential-pricing', as: 'measure' },
    per: 'algorithm',
    direction: 'either',
    threshold: 0.01,
  },
  {
    ...common,
    id: 'complaints-about-market',
    theme: 'market',
    title: { zh: '涉及价格和排序的投诉', en: 'Complaints about prices and ranking' },
    meaning: {
      zh: '每天收到的关于同物不同价、排序和屏蔽的投诉数量。',
      en: 'Complaints a day about different prices, ranking and suppression.',
    },
    clauses: ['final/15', 'final/21', 'opinions/7'],
    reads: complaints('differential-price', 'ranking'),
    per: 'provider',
    threshold: 1.5,
  },
  {
    ...common,
    id: 'minors-exposure',
    theme: 'behaviour',
    title: { zh: '未成年人模式下的不当推送', en: 'Unsuited content in minors mode' },
    meaning: {
      zh: '未成年人模式下展示了不应展示的内容的比例。',
      en: 'Share of what was shown in minors mode that should not have been.',
    },
    clauses: ['final/18.1', 'opinions/7'],
    reads: broken('minors-exposure'),
    per: 'algorithm',
    threshold: 1.5,
  },
  {
    ...common,
    id: 'complaints-about-behaviour',
    theme: 'behaviour',
    title: { zh: '涉及沉迷和未成年人的投诉', en: 'Complaints about addiction and minors' },
    meaning: {
      zh: '每天收到的关于诱导沉迷、过度消费和未成年人的投诉数量。',
      en: 'Complaints a day about luring into addiction or over-spending, and about minors.',
    },
    clauses: ['final/8', 'final/18.1', 'opinions/7'],
    reads: complaints('addiction', 'minors'),
    per: 'provider',
    threshold: 1.5,
  },
  {
    ...common,
    id: 'barred-tags',
    theme: 'fairness',
    title: { zh: '使用不良标签的比例', en: 'Use of barred tags' },
    meaning: {
      zh: '推荐时使用了不得使用的用户标签的请求所占的比例。',
      en: 'Share of requests that used a tag which must not be used about people.',
    },
    clauses: ['final/10', 'opinions/7'],
    reads: broken('barred-tags'),
    per: 'algorithm',
    threshold: 1.5,
  },
  {
    ...common,
    id: 'complaints-of-workers',
    theme: 'fairness',
    title: { zh: '劳动者的投诉', en: 'Complaints of workers' },
    meaning: {
      zh: '每天收到的关于劳动者报酬和工时的投诉数量。',
      en: 'Complaints a day about workers’ pay and hours.',
    },
    clauses: ['final/20', 'opinions/7'],
    reads: complaints('worker'),
    per: 'provider',
    threshold: 1.5,
  },
];
