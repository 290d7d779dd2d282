import { Stream } from '../random.ts';
import type { Settings } from '../settings.ts';

export interface Coupon {
  readonly id: string;
  readonly quantity: number;
  readonly eligibility: readonly string[];
  readonly rule: string;
}

export const COUPONS = 12;

/** Coupons that people claim; half of them are fewer than the people who want them. */
export class Coupons {
  readonly all: readonly Coupon[];
  readonly #left: Int32Array;

  constructor(settings: Settings) {
    const facts = new Stream(settings.seed, 'coupons');
    // Six claims for a thousand exposures, spread evenly over the coupons.
    const claims = (settings.rows * 0.006) / COUPONS;
    this.all = Array.from({ length: COUPONS }, (_, number): Coupon => {
      const scarce = number % 2 === 0;
      const quantity = Math.max(5, Math.round(claims * (scarce ? 0.4 + 0.3 * facts.unit(number, 1) : 4)));
      return {
        id: `coupon-${number.toString(36)}`,
        quantity,
        eligibility: number % 3 === 0 ? ['region'] : [],
        rule: `满 ${(number + 1) * 20} 减 ${number + 2}，共 ${quantity} 张，每人一张，领完即止`,
      };
    });
    this.#left = Int32Array.from(this.all, ({ quantity }) => quantity);
  }

  left(number: number): number {
    return this.#left[number] ?? 0;
  }

  /** Takes one of coupon `number` when there is one left. */
  take(number: number): boolean {
    const left = this.#left[number] ?? 0;
    if (left === 0) return false;
    this.#left[number] = left - 1;
    return true;
  }
}
