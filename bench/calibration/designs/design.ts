import type { NullDesign, Random } from '@suanjian/audit/testing';

/** Tables in which nothing is wrong, drawn at random, and what is asked of them. */
export interface Design extends NullDesign {
  /** What the interval must hold, where that is not "no effect": the true share that the tables were drawn with. */
  readonly truth?: number;
  /** The naive question may be one for another method. */
  readonly naiveMethod?: string;
}

export const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
export const either = (random: Random, share = 0.5): boolean => random.uniform() < share;

/** The numbers from 0 to `count` − 1 in a random order. */
export const shuffled = (random: Random, count: number): readonly number[] => {
  const order = range(count).slice();
  random.shuffle(order);
  return order;
};

/** A Poisson number by multiplication of uniforms; for means up to some dozens. */
export const poisson = (random: Random, mean: number): number => {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.uniform(); product > limit; product *= random.uniform()) count += 1;
  return count;
};

export const anyEffect = { materiality: 1e-9 };
export const hour = 3_600_000;
export const day = 24 * hour;
/** A Monday at midnight in Shanghai. */
export const monday = Date.UTC(2026, 2, 1, 16);
