import { describe, expect, test } from 'vitest';
import { groupBy, logsOf, type Rows } from '../testing/generated.ts';
import { dayOf, mean, share, slack, sum } from '../testing/readings.ts';

/** What plants do to prices, coupons and work, as an auditor would measure it. */

const log = logsOf({ rows: 60_000, seed: 51 });
const near = (measured: number, expected: number, count: number): void =>
  expect(Math.abs(measured - expected), `${measured} for ${expected} of ${count}`).toBeLessThan(slack(expected, count));

describe('plants about prices', () => {
  const bill = (row: Rows['quote'][number]): number => row.list_price + sum(row.line_amounts);

  test('price-by-tenure raises the price of old customers by its share, and of nobody else', () => {
    const { quote } = log('price-by-tenure=0.05');
    const old = quote.filter(({ tenure_days: days = 0 }) => days > 365);
    expect(mean(old.map((row) => row.price / bill(row)))).toBeCloseTo(1.05, 3);
    expect(quote.filter((row) => (row.tenure_days ?? 0) <= 365 && row.price !== bill(row))).toEqual([]);
  });

  test('list-price-split gives half of the people another list price at its share of moments', () => {
    const clean = log().quote;
    const split = log('list-price-split=0.4').quote;
    const raised = split.filter((row, index) => row.list_price !== clean[index]?.list_price);
    near(raised.length / split.length, 0.2, split.length / 3);
    for (const [index, row] of split.entries())
      expect([1, 1.05]).toContainEqual(Math.round((100 * row.list_price) / (clean[index]?.list_price ?? 1)) / 100);
    expect(split.filter((row) => row.price !== bill(row))).toEqual([]);
  });

  test('discount-mismatch, lines-hidden and terms-by-spend hit their share of quotes', () => {
    const { quote } = log('discount-mismatch=0.1', 'lines-hidden=0.1', 'terms-by-spend=0.3');
    near(
      share(quote, (row) => row.price !== bill(row)),
      0.1,
      quote.length,
    );
    near(
      share(quote, (row) => row.lines_shown === false),
      0.1,
      quote.length,
    );
    const spenders = quote.filter(({ spent_before: spent = 0 }) => spent > 200_000);
    near(
      share(spenders, ({ terms }) => terms === 'no-returns'),
      0.3,
      spenders.length,
    );
    expect(quote.filter(({ spent_before: spent = 0, terms }) => spent <= 200_000 && terms !== 'standard')).toEqual([]);
  });

  test('promotion-unpublished and coupon-eligibility change what is published', () => {
    const { item } = log('promotion-unpublished=2', 'coupon-eligibility=3');
    expect(item.filter(({ kind, rule }) => kind === 'promotion' && rule === undefined)).toHaveLength(2);
    expect(item.filter(({ eligibility = [] }) => eligibility.includes('spend-tier'))).toHaveLength(3);
  });

  test('coupon-overissue issues more than there are', () => {
    const { engagement, item } = log('coupon-overissue=0.5');
    const over = item.flatMap(({ item: coupon, quantity }) => {
      const issued = engagement.filter(
        (row) => row.action === 'claim' && row.object === coupon && row.succeeded === true,
      );
      return quantity !== undefined && issued.length > quantity ? [issued.length / quantity] : [];
    });
    expect(over).toHaveLength(2);
    for (const rate of over) expect(rate).toBeCloseTo(1.5, 1);
  });

  test('vague-claim-reason hides its share of true reasons', () => {
    const failed = log('vague-claim-reason=0.3').engagement.filter(
      (row) => row.action === 'claim' && row.succeeded === false,
    );
    near(
      share(failed, (row) => row.reason !== row.shown_reason),
      0.3,
      failed.length,
    );
  });
});

describe('plants about work', () => {
  const crowd = (rows: Rows): Rows['dispatch'] => rows.dispatch.filter((row) => row.worker_group === 'crowd');

  test('pay-gap lowers the pay of the crowd by its share, and the lines add up', () => {
    const clean = log();
    const rows = log('pay-gap=0.1');
    const pay = (of: Rows['dispatch']): number => sum(of.map((row) => row.pay ?? 0));
    expect(pay(crowd(rows)) / pay(crowd(clean))).toBeCloseTo(0.9, 2);
    expect(pay(rows.dispatch) - pay(crowd(rows))).toBe(pay(clean.dispatch) - pay(crowd(clean)));
    expect(rows.dispatch.filter((row) => row.pay !== sum(row.line_amounts))).toEqual([]);
  });

  test('order-share-gap takes its share of orders from the crowd', () => {
    const before = crowd(log()).length;
    near(1 - crowd(log('order-share-gap=0.3')).length / before, 0.3, before);
  });

  test('infeasible-time, penalty-for-weather, late-release and pay-lines-mismatch hit their share of orders', () => {
    const clean = log().dispatch;
    const { dispatch } = log('infeasible-time=0.2', 'penalty-for-weather=0.2', 'pay-lines-mismatch=0.2');
    near(
      share(dispatch, (row) => (row.promised ?? 0) < (row.feasible ?? 0)),
      0.2,
      dispatch.length,
    );
    near(
      share(dispatch, (row) => row.pay !== sum(row.line_amounts)),
      0.2,
      dispatch.length,
    );
    const bad = dispatch.filter((row, index) => row.weather !== 'clear' && clean[index]?.penalty_cause === undefined);
    near(
      share(bad, (row) => row.penalty_cause === 'weather'),
      0.2,
      bad.length,
    );
    const late = (of: Rows['dispatch'], release: string): number =>
      share(
        of.filter((row) => row.release === release),
        (row) => (row.taken ?? 0) > (row.promised ?? 0),
      );
    const slowed = log('late-release=0.2').dispatch;
    expect(late(slowed, 'dispatch-1')).toBe(late(clean, 'dispatch-1'));
    expect(Math.abs(late(slowed, 'dispatch-2') - late(clean, 'dispatch-2') - 0.2)).toBeLessThan(
      slack(0.2, slowed.length / 2),
    );
  });

  test('over-hours makes long days for one working day in twenty', () => {
    const spans = (rows: Rows): number[] =>
      [...groupBy(rows.dispatch, ({ worker, time }) => `${worker}/${dayOf(time)}`).values()].map((day) => {
        const times = day.map(({ time }) => time);
        return (Math.max(...times) - Math.min(...times)) / 3_600_000;
      });
    expect(Math.max(...spans(log()))).toBeLessThan(8);
    const over = spans(log('over-hours=2'));
    const long = over.filter((hours) => hours > 12);
    near(long.length / over.length, 0.05, over.length);
    for (const hours of long) expect(hours).toBeGreaterThan(13.4);
    const orders = log('over-hours=2').dispatch.map(({ order }) => order);
    expect(new Set(orders).size).toBe(orders.length);
  });
});
