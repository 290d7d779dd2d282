import { Stream } from '../random.ts';
import type { RowOf } from '../row.ts';
import { DAY, MINUTE, type Settings } from '../settings.ts';
import { authorId, itemId, labelsOf, NEWS, SYNTHETIC, type Catalogue } from '../world/catalogue.ts';
import type { Coupons } from '../world/coupons.ts';
import type { Destination } from '../world/destinations.ts';
import { newUserCoupon, productId, promotions, type Market } from '../world/market.ts';
import { barredTags, dataKinds, newsSources, topics } from '../world/vocabulary.ts';
import { weights } from './chart.ts';

type Item = RowOf<'item'>;

/** What is known about contents, products, coupons, promotions and services. */
export class ItemFacts {
  readonly #settings: Settings;
  readonly #catalogue: Catalogue;
  readonly #facts: Stream;

  constructor(settings: Settings, catalogue: Catalogue) {
    this.#settings = settings;
    this.#catalogue = catalogue;
    this.#facts = new Stream(settings.seed, 'item-rows');
  }

  content(item: number, time: number, found?: string): Item {
    const catalogue = this.#catalogue;
    const bits = catalogue.labels[item] ?? 0;
    const news = (bits & NEWS) !== 0;
    const synthetic = (bits & SYNTHETIC) !== 0;
    return {
      time,
      provider: this.#settings.provider,
      item: itemId(item),
      kind: news ? 'news' : 'post',
      author: authorId(catalogue.author[item] ?? 0),
      own: catalogue.own[item] === 1,
      topic: topics[catalogue.topic[item] ?? 0],
      labels: [...labelsOf(bits), ...(found === undefined ? [] : [found])],
      source: news ? newsSources[catalogue.source[item] ?? 0] : undefined,
      synthetic,
      implicit_label: synthetic ? true : undefined,
      quality: (catalogue.quality[item] ?? 0) / 1000,
    };
  }

  /** Contents that are there when the log begins, or that come out on `day`. */
  *contents(day: number): Generator<Item> {
    const { start } = this.#settings;
    for (let item = 0; item < this.#catalogue.count; item++) {
      const published = this.#catalogue.published[item] ?? 0;
      if (published === -1 && day === 0) yield this.content(item, start + 1 + this.#facts.below(MINUTE, item, 1));
      else if (published === day) yield this.content(item, start + day * DAY + this.#facts.below(DAY, item, 2));
    }
  }

  *offers(market: Market, coupons: Coupons, destinations: readonly Destination[]): Generator<Item> {
    const row = (item: string, kind: string): Item => ({
      time: this.#settings.start + 1,
      provider: this.#settings.provider,
      item,
      kind,
    });
    for (let product = 0; product < market.products; product++)
      yield { ...row(productId(product), 'product'), own: this.#facts.unit(product, 3) < 0.1 };
    for (const { id, quantity, eligibility, rule } of coupons.all)
      yield { ...row(id, 'coupon'), quantity, eligibility, rule };
    yield {
      ...row(newUserCoupon, 'coupon'),
      quantity: 100_000_000,
      eligibility: ['new-user'],
      rule: '注册 30 天内每单减 5 元，最多减原价的一成',
    };
    for (const { name, rule } of promotions) yield { ...row(name, 'promotion'), rule };
    for (const { id, kind, owner } of destinations) yield { ...row(id, 'service'), topic: kind, own: owner === 'own' };
  }
}

/** What the provider declared about its algorithms; what the log shows stays within it. */
export const declarationsOf = (settings: Settings): RowOf<'declaration'>[] => {
  const common = { time: settings.start, provider: settings.provider };
  const data = dataKinds.filter((kind) => kind !== 'contacts');
  return [
    {
      ...common,
      algorithm: 'home-feed',
      techniques: ['personalised', 'ranking'],
      data_used: data,
      automated: true,
      news_sources: newsSources,
      barred_tags: barredTags,
    },
    {
      ...common,
      algorithm: 'home-first',
      techniques: ['personalised', 'ranking'],
      data_used: data,
      automated: false,
      news_sources: newsSources,
      barred_tags: barredTags,
    },
    {
      ...common,
      algorithm: 'search',
      techniques: ['search'],
      data_used: data,
      automated: true,
      news_sources: newsSources,
      barred_tags: barredTags,
    },
    {
      ...common,
      algorithm: 'hot-list',
      techniques: ['ranking'],
      automated: true,
      news_sources: newsSources,
      barred_tags: barredTags,
    },
    {
      ...common,
      algorithm: 'hot-chart',
      techniques: ['ranking'],
      automated: false,
      refresh: settings.refresh,
      chart_factors: Object.keys(weights),
    },
    { ...common, algorithm: 'pricing', techniques: ['dispatch'], automated: true },
    { ...common, algorithm: 'dispatch', techniques: ['dispatch'], automated: true },
  ];
};
