import { describe, expect, it } from 'vitest';
import { builtInCalendar, civilDate } from '@suanjian/rulebook';
import { owedOn, partsOf } from './money.ts';
import type { CaseState } from './state.ts';

const day = civilDate;
const rules = { calendar: builtInCalendar };
type Money = Pick<CaseState, 'fine' | 'servedOn' | 'plan' | 'deferredOn' | 'payments' | 'reviews'>;

/** 20,000 yuan served on 1 April 2026: due on the 16th. */
const fined: Money = { fine: 20_000, servedOn: day('2026-04-01'), plan: [], payments: [], reviews: [] };
const paid = (...payments: readonly [string, number][]): Money => ({
  ...fined,
  payments: payments.map(([on, amount]) => ({ on: day(on), amount })),
});
const on = (state: Money, today: string) => owedOn(state, day(today), rules);

describe('what is owed of a fine', () => {
  it('is all of it until the fifteenth day, with nothing added', () => {
    expect(on(fined, '2026-04-16')).toEqual({ owed: 20_000, added: 0, due: '2026-04-16' });
    expect(on(paid(['2026-04-10', 5_000]), '2026-04-16')).toEqual({ owed: 15_000, added: 0, due: '2026-04-16' });
    expect(on(paid(['2026-04-16', 20_000]), '2026-12-31')).toEqual({ owed: 0, added: 0 });
  });

  it('ends on a working day: a fifteenth day off is followed by the next', () => {
    expect(partsOf({ ...fined, servedOn: day('2026-04-03') }, rules)).toEqual([{ on: '2026-04-20', amount: 20_000 }]);
    expect(partsOf({ ...fined, fine: 0 }, rules)).toEqual([]);
    const { servedOn: _servedOn, ...unserved } = fined;
    expect(partsOf(unserved, rules)).toEqual([]);
  });

  it('grows by three per cent a day of what is late, and never beyond the fine', () => {
    expect(on(fined, '2026-04-17')).toMatchObject({ owed: 20_000, added: 600 });
    expect(on(paid(['2026-04-16', 15_000]), '2026-04-26')).toMatchObject({ owed: 5_000, added: 1_500 });
    expect(on(paid(['2026-04-26', 20_000]), '2026-12-31')).toEqual({ owed: 0, added: 6_000 });
    expect(on(fined, '2027-04-16')).toMatchObject({ added: 20_000 });
  });

  it('does not grow while a review or suit is pending', () => {
    const reviews = [
      { kind: 'litigation', on: day('2026-04-16'), endedOn: day('2026-05-16'), outcome: 'upheld' },
    ] as const;
    expect(on({ ...fined, reviews }, '2026-05-16')).toMatchObject({ added: 0 });
    expect(on({ ...fined, reviews }, '2026-05-18')).toMatchObject({ added: 1_200 });
    expect(on({ ...fined, reviews: [{ kind: 'litigation', on: day('2026-04-16') }] }, '2027-04-16')).toMatchObject({
      added: 0,
    });
  });

  it('follows the plan that was agreed, part by part', () => {
    const planned: Money = {
      ...paid(['2026-04-10', 4_000]),
      deferredOn: day('2026-04-15'),
      plan: [
        { on: day('2026-05-08'), amount: 6_000 },
        { on: day('2026-06-08'), amount: 10_000 },
      ],
    };
    expect(on(planned, '2026-05-08')).toEqual({ owed: 16_000, added: 0, due: '2026-05-08' });
    expect(on(planned, '2026-05-09')).toMatchObject({ owed: 16_000, added: 180 });
    const some: Money = { ...planned, payments: [...planned.payments, { on: day('2026-05-09'), amount: 6_000 }] };
    expect(on(some, '2026-06-08')).toEqual({ owed: 10_000, added: 180, due: '2026-06-08' });
  });
});
