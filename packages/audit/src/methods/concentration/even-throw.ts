import { normal, studentT } from '../../statistics/distributions.ts';
import type { Random } from '../../statistics/random.ts';
import { mean, variance } from '../../statistics/summation.ts';
import { giniOf, hhiOf, topShareOf } from './measures.ts';
import type { ConcentrationParameters } from './parameters.ts';

/**
 * What a measure comes to when independent rows fall evenly on entities: its mean and spread, from seeded throws. Beyond 2,000 entities the
 * measure of 2,000 with as many rows each has the same mean, and a spread larger by the square root of the ratio.
 */
export interface EvenThrow {
  readonly mean: number;
  readonly standardDeviation: number;
  /** Probability of a measure at least this large. */
  atLeast(measure: number): number;
}

const mostEntities = 2000;
const throwsFor = (entities: number): number => Math.min(999, Math.max(199, Math.floor(400_000 / entities)));

/** A Poisson number: by its distribution function below 30, by the normal one above. */
const poissonNumber = (random: Random, rate: number): number => {
  if (rate >= 30) return Math.max(0, Math.round(rate + Math.sqrt(rate) * random.normal()));
  let rest = random.uniform();
  let mass = Math.exp(-rate);
  let count = 0;
  while (rest > mass && mass > 0) {
    rest -= mass;
    count += 1;
    mass *= rate / count;
  }
  return count;
};

export const evenThrow = (
  rows: number,
  entities: number,
  { measure, top }: Pick<ConcentrationParameters, 'measure' | 'top'>,
  random: Random,
): EvenThrow => {
  const thrown = Math.min(entities, mostEntities);
  const amounts = new Float64Array(thrown);
  // An index of as many entities as there are: it falls with their number as no other measure does.
  const scaled = measure === 'hhi' ? thrown / entities : 1;
  const measured = Array.from({ length: throwsFor(thrown) }, () => {
    for (let entity = 0; entity < thrown; entity++) amounts[entity] = poissonNumber(random, rows / entities);
    if (measure === 'gini') return giniOf(amounts);
    return measure === 'hhi' ? hhiOf(amounts) * scaled : topShareOf(amounts, top);
  });
  const centre = mean(measured);
  const standardDeviation = Math.sqrt(variance(measured) * (thrown / entities));
  return {
    mean: centre,
    standardDeviation,
    atLeast: (seen) => {
      const distance = (seen - centre) / standardDeviation;
      if (thrown >= 30 && standardDeviation > 0) return normal.upperTail(distance);
      const beyond = measured.filter((own) => own >= seen).length;
      const counted = (beyond + 1) / (measured.length + 1);
      // Further out than any throw went, a heavy tail stands in for throws that nobody has time for.
      return beyond > 0 || !(standardDeviation > 0) ? counted : Math.min(counted, studentT(10).upperTail(distance));
    },
  };
};
