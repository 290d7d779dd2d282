import { Stream } from '../random.ts';
import { HOUR, type Settings } from '../settings.ts';
import { regions } from './vocabulary.ts';

export const channels = [
  { name: 'app', weight: 0.7, prices: 1 },
  { name: 'mini', weight: 0.2, prices: 1 },
  { name: 'web', weight: 0.1, prices: 1.01 },
] as const;

export const SHOPS = 2;
/** Fen. */
export const NEW_USER_COUPON = 500;
export const NEW_USER_DAYS = 30;
export const MEMBER_SHARE = 0.02;
export const newUserCoupon = 'coupon-new';

export interface Promotion {
  readonly name: string;
  readonly share: number;
  readonly rule: string;
}

export const promotions: readonly Promotion[] = [
  { name: 'fresh-week', share: 0.05, rule: '活动地区内全场九五折，不限用户，不限数量' },
  { name: 'home-week', share: 0.08, rule: '活动地区内全场九二折，不限用户，不限数量' },
  { name: 'reading-week', share: 0.03, rule: '活动地区内全场九七折，不限用户，不限数量' },
];

/** A product is on promotion in a region in one week of three. */
const PROMOTED = 0.33;
/** A list price stands for 60 hours and then changes. */
const STANDS = 60;

/**
 * Prices. The list price of a product depends on shop, channel, region and the hour, never on who asks; what is off comes as lines
 * by published rules.
 */
export class Market {
  readonly #facts: Stream;
  readonly #base: Float64Array;
  readonly #start: number;

  constructor(settings: Settings) {
    this.#facts = new Stream(settings.seed, 'market');
    this.#start = settings.start;
    this.#base = Float64Array.from({ length: settings.products }, (_, product) =>
      Math.round(3000 * Math.exp(0.9 * this.#facts.normal(product, 1))),
    );
  }

  get products(): number {
    return this.#base.length;
  }

  /** The product that everybody looks at in this hour. */
  featured(time: number): number {
    return this.#facts.below(this.products, Math.floor((time - this.#start) / HOUR), 2);
  }

  listPrice(product: number, shop: number, channel: number, region: number, time: number): number {
    const facts = this.#facts;
    const hour = Math.floor((time - this.#start) / HOUR);
    const turn = Math.floor((hour + facts.below(STANDS, product, region, 3)) / STANDS);
    const now = 0.9 + 0.2 * facts.unit(product, region, turn, 4);
    const here = (regions[region]?.prices ?? 1) * (channels[channel]?.prices ?? 1) * (1 + 0.02 * shop);
    return Math.max(100, Math.round(((this.#base[product] ?? 1000) * now * here) / 10) * 10);
  }

  promotion(region: number, day: number): Promotion | undefined {
    const week = Math.floor(day / 7);
    return this.#facts.unit(region, week, 5) < PROMOTED
      ? promotions[this.#facts.below(promotions.length, region, week, 6)]
      : undefined;
  }
}

export const productId = (product: number): string => `sku-${product.toString(36)}`;
export const shopId = (product: number, shop: number): string => `shop-${product.toString(36)}-${shop + 1}`;
