import { endOfPeriod, lateAddition, type CivilDate, type Pause } from '@suanjian/rulebook';
import type { ClockRules } from '../../engine/rules.ts';
import type { CaseState, Instalment, Payment, Review } from './state.ts';

export const paidSoFar = (payments: readonly Payment[]): number =>
  payments.reduce((sum, { amount }) => sum + amount, 0);

const fifteenDays = { length: 15, unit: 'calendar-day', direction: 'after' } as const;

/** When which part of the fine is due: by the plan that was agreed, else 15 days from the day it was received (penalty-law/67). */
export const partsOf = (
  {
    fine,
    servedOn,
    plan,
    deferredOn,
    payments,
  }: Pick<CaseState, 'fine' | 'servedOn' | 'plan' | 'deferredOn' | 'payments'>,
  { calendar }: Pick<ClockRules, 'calendar'>,
): readonly Instalment[] => {
  if (servedOn === undefined || fine <= 0) return [];
  if (deferredOn === undefined) return [{ on: endOfPeriod(fifteenDays, servedOn, calendar).due, amount: fine }];
  const before = paidSoFar(payments.filter(({ on }) => on <= deferredOn));
  return [...(before > 0 ? [{ on: deferredOn, amount: before }] : []), ...plan];
};

const pausesOf = (reviews: readonly Review[]): readonly Pause[] =>
  reviews.map(({ on, endedOn }) => ({ from: on, ...(endedOn === undefined ? {} : { to: endedOn }) }));

/**
 * What is owed of the fine on a day, and what lateness adds to it (penalty-law/72): payments go to the oldest part first; what came late, or has
 * not come, counts from the day on which its part was due.
 */
export const owedOn = (
  state: Pick<CaseState, 'fine' | 'servedOn' | 'plan' | 'deferredOn' | 'payments' | 'reviews'>,
  today: CivilDate,
  rules: Pick<ClockRules, 'calendar'>,
): { readonly owed: number; readonly added: number; readonly due?: CivilDate } => {
  const pauses = pausesOf(state.reviews);
  const payments = state.payments.toSorted((one, other) => (one.on < other.on ? -1 : 1)).map((each) => ({ ...each }));
  let added = 0;
  let owed = 0;
  let due: CivilDate | undefined;
  for (const part of partsOf(state, rules)) {
    let rest = part.amount;
    for (const payment of payments) {
      const taken = Math.min(rest, payment.amount);
      if (taken <= 0) continue;
      payment.amount -= taken;
      rest -= taken;
      added += lateAddition(taken, part.on, payment.on, pauses).amount;
    }
    if (rest <= 0) continue;
    owed += rest;
    due ??= part.on;
    added += lateAddition(rest, part.on, today, pauses).amount;
  }
  return {
    owed,
    added: Math.min(state.fine, Math.round(added * 100) / 100),
    ...(due === undefined ? {} : { due }),
  };
};
