import { text } from '@suanjian/rulebook';
import { hashOfText } from '../random.ts';
import { MINUTE } from '../settings.ts';
import { promotions } from '../world/market.ts';
import { definePlant, SHARE } from './plant.ts';

const YEAR = 365;
/** What a split list price is raised by. */
const SPLIT = 0.05;
const BIG_SPENDER = 200_000;

/** Prices, terms, discounts and coupons. */
export const pricePlants = {
  'price-by-tenure': definePlant({
    title: text('老用户价格更高', 'Higher prices for old customers'),
    size: text(
      '注册超过一年的人应付价上涨的比例（明细中没有说明）',
      'share by which the price to pay is higher for people registered for more than a year, explained by no line',
    ),
    least: 0.0001,
    most: 1,
    whole: false,
    usual: 0.03,
    check: 'differential-pricing',
    also: ['discount-lines'],
    families: ['quote'],
    hooks: (size) => ({
      rows: {
        quote: (row) => {
          if ((row.tenure_days ?? 0) > YEAR) row.price = Math.round(row.price * (1 + size));
          return true;
        },
      },
    }),
  }),
  'list-price-split': definePlant({
    title: text('同一时刻原价不一', 'List prices that differ at one moment'),
    size: text(
      '商品、门店、渠道、地区与分钟的组合中，对一半的人原价高出 5% 的比例',
      'share of the moments (product, shop, channel, region and minute) at which the list price is 5 % higher for half of the people',
    ),
    ...SHARE,
    usual: 0.05,
    check: 'list-price',
    families: ['quote'],
    hooks: (size, _, stream) => ({
      rows: {
        quote: (row) => {
          const moment = `${row.shop ?? ''}/${row.channel ?? ''}/${row.region ?? ''}`;
          const minute = Math.floor(row.time / MINUTE);
          if (!stream.strikes(size, moment, minute)) return true;
          if (stream.unit(hashOfText(row.user), minute) < 0.5) return true;
          const more = Math.round(row.list_price * SPLIT);
          row.list_price += more;
          row.price += more;
          return true;
        },
      },
    }),
  }),
  'discount-mismatch': definePlant({
    title: text('优惠明细不符', 'Discount lines that do not add up'),
    size: text(
      '应付价高于原价与明细之和的报价的比例',
      'share of the quotes whose price is more than list price and lines',
    ),
    ...SHARE,
    usual: 0.01,
    check: 'discount-lines',
    families: ['quote'],
    hooks: (size, _, stream) => ({
      rows: {
        quote: (row) => {
          if (stream.strikes(size, row.request)) row.price += 50 + stream.below(200, hashOfText(row.request), 1);
          return true;
        },
      },
    }),
  }),
  'lines-hidden': definePlant({
    title: text('结算页不展示优惠明细', 'Lines not shown at checkout'),
    size: text('没有展示明细的报价的比例', 'share of the quotes whose lines were not shown'),
    ...SHARE,
    usual: 0.02,
    check: 'discount-lines',
    families: ['quote'],
    hooks: (size, _, stream) => ({
      rows: {
        quote: (row) => {
          if (stream.strikes(size, row.request)) row.lines_shown = false;
          return true;
        },
      },
    }),
  }),
  'terms-by-spend': definePlant({
    title: text('按消费额区别交易条件', 'Terms by what people spent'),
    size: text(
      '此前消费超过 2000 元的报价中给以较差条件的比例',
      'share of the quotes to people who spent more than 2,000 yuan before that offer worse terms',
    ),
    ...SHARE,
    usual: 0.1,
    check: 'differential-terms',
    families: ['quote'],
    hooks: (size, _, stream) => ({
      rows: {
        quote: (row) => {
          if ((row.spent_before ?? 0) > BIG_SPENDER && stream.strikes(size, row.request)) row.terms = 'no-returns';
          return true;
        },
      },
    }),
  }),
  'promotion-unpublished': definePlant({
    title: text('优惠活动没有公示规则', 'Promotions without published rules'),
    size: text('没有规则的活动数', 'promotions without a rule'),
    least: 1,
    most: promotions.length,
    whole: true,
    usual: 1,
    check: 'promotion-rules',
    families: ['item'],
    hooks: (size) => {
      const silent = new Set(promotions.slice(0, size).map(({ name }) => name));
      return {
        rows: {
          item: (row) => {
            if (row.kind === 'promotion' && silent.has(row.item)) row.rule = undefined;
            return true;
          },
        },
      };
    },
  }),
  'coupon-overissue': definePlant({
    title: text('优惠券超发', 'Coupons over-issued'),
    size: text(
      '两种限量券（不限身份）的发放超出总量的比例',
      'share by which two scarce coupons open to all are issued beyond their quantity',
    ),
    ...SHARE,
    usual: 0.1,
    check: 'coupon-rules',
    families: ['engagement'],
    hooks: (size, { coupons, pseudonyms, settings }, stream) => {
      const scarce = coupons.all
        .entries()
        .filter(([number, { eligibility }]) => number % 2 === 0 && eligibility.length === 0);
      const chosen = [...scarce].slice(0, 2);
      return {
        day: (day, dayStart, emit) => {
          if (day !== settings.days - 1) return;
          for (const [number, { id, quantity }] of chosen) {
            const extra = coupons.left(number) + Math.ceil(quantity * size);
            for (let claim = 0; claim < extra; claim++)
              emit('engagement', {
                time: dayStart + stream.below(86_000_000, number, claim),
                provider: settings.provider,
                user: pseudonyms.of('planted', 1_000_000 * (number + 1) + claim),
                action: 'claim',
                object: id,
                succeeded: true,
              });
          }
        },
      };
    },
  }),
  'coupon-eligibility': definePlant({
    title: text('领券条件用到不当特征', 'Coupons by traits they may not rest on'),
    size: text('领取条件用到年龄与消费档次的优惠券数', 'coupons whose eligibility rests on age and spending'),
    least: 1,
    most: 12,
    whole: true,
    usual: 1,
    check: 'coupon-rules',
    families: ['item'],
    hooks: (size, { coupons }) => {
      const chosen = new Set(coupons.all.slice(0, size).map(({ id }) => id));
      return {
        rows: {
          item: (row) => {
            if (row.kind === 'coupon' && chosen.has(row.item))
              row.eligibility = [...(row.eligibility ?? []), 'age', 'spend-tier'];
            return true;
          },
        },
      };
    },
  }),
  'vague-claim-reason': definePlant({
    title: text('领取失败理由含糊', 'Vague reasons for failed claims'),
    size: text('领取失败中未告知真实原因的比例', 'share of the failed claims in which the true reason was not shown'),
    ...SHARE,
    usual: 0.05,
    check: 'claim-failure-reasons',
    families: ['engagement'],
    hooks: (size, _, stream) => ({
      rows: {
        engagement: (row) => {
          if (row.action === 'claim' && row.succeeded === false && stream.strikes(size, `${row.user}/${row.time}`))
            row.shown_reason = 'better-luck-next-time';
          return true;
        },
      },
    }),
  }),
} as const;
