import { Draws, type Stream } from '../random.ts';
import type { RowOf } from '../row.ts';
import type { Settings } from '../settings.ts';
import {
  channels,
  MEMBER_SHARE,
  NEW_USER_COUPON,
  NEW_USER_DAYS,
  newUserCoupon,
  productId,
  SHOPS,
  shopId,
  type Market,
} from '../world/market.ts';
import type { People, Person } from '../world/people.ts';
import { pick, regions } from '../world/vocabulary.ts';

/** Quotes for a page view of ten places: one, and a second one for every fifth. */
const SECOND = 0.2;
/** Looks at the product of the hour. */
const FEATURED = 0.35;
const POPULARITY = 2;
const DELIVERY = 300;
const FREE_DELIVERY = 5000;
const channelWeights = channels.map(({ weight }) => weight);

/** Prices that people saw beside what they were shown. */
export class Quotes {
  readonly #settings: Settings;
  readonly #market: Market;
  readonly #people: People;
  readonly #stream: Stream;
  readonly #draws = new Draws();
  #channel = 0;
  #number = 0;

  constructor(settings: Settings, market: Market, people: People, stream: Stream) {
    this.#settings = settings;
    this.#market = market;
    this.#people = people;
    this.#stream = stream;
  }

  beginPerson(index: number, day: number): void {
    this.#draws.begin(this.#stream, index, day);
    this.#channel = pick(channelWeights, this.#draws.unit());
    this.#number = 0;
  }

  /** The quotes of one page view; nothing happens after `until`. */
  page(
    time: number,
    session: string,
    day: number,
    person: Person,
    until: number,
    emit: (row: RowOf<'quote'>) => void,
  ): void {
    const draws = this.#draws;
    const many = draws.chance(SECOND) ? 2 : 1;
    for (let number = 0; number < many; number++)
      emit(this.#quote(Math.min(time + 2000 + draws.below(10_000), until), session, day, person));
  }

  #quote(time: number, session: string, day: number, person: Person): RowOf<'quote'> {
    const draws = this.#draws;
    const market = this.#market;
    const product = draws.chance(FEATURED)
      ? market.featured(time)
      : Math.floor(market.products * draws.unit() ** POPULARITY);
    const shop = draws.below(SHOPS);
    const channel = this.#channel;
    const listPrice = market.listPrice(product, shop, channel, person.region, time);
    const promotion = market.promotion(person.region, day);
    const tenure = this.#people.tenure(person.index, day);
    const orders = Math.floor(person.orders * tenure);
    const newUser = tenure <= NEW_USER_DAYS;
    const kinds: string[] = [];
    const amounts: number[] = [];
    const add = (kind: string, amount: number): void => {
      kinds.push(kind);
      amounts.push(amount);
    };
    if (promotion !== undefined) add('promotion', -Math.round(listPrice * promotion.share));
    if (newUser) add('coupon', -Math.min(NEW_USER_COUPON, Math.round(listPrice * 0.1)));
    if (person.member) add('member', -Math.round(listPrice * MEMBER_SHARE));
    if (listPrice < FREE_DELIVERY) add('delivery', DELIVERY);
    return {
      time,
      provider: this.#settings.provider,
      algorithm: 'pricing',
      request: `q${day.toString(36)}-${person.index.toString(36)}-${(this.#number++).toString(36)}`,
      user: person.user,
      session,
      item: productId(product),
      shop: shopId(product, shop),
      channel: channels[channel]?.name ?? 'app',
      region: regions[person.region]?.code,
      list_price: listPrice,
      price: amounts.reduce((sum, amount) => sum + amount, listPrice),
      line_kinds: kinds,
      line_amounts: amounts,
      lines_shown: true,
      promotion: promotion?.name,
      coupon: newUser ? newUserCoupon : undefined,
      new_user: newUser,
      member: person.member,
      tenure_days: tenure,
      orders_before: orders,
      spent_before: Math.round(orders * person.basket),
      device_kind: person.deviceKind,
      terms: 'standard',
    };
  }
}
