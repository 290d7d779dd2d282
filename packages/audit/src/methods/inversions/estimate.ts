import type { Estimation, MethodRequest, ReducedRow } from '../../engine/method.ts';
import { clusterRatio, type RatioScore } from '../../statistics/cluster-contrast.ts';
import { clopperPearsonInterval } from '../../statistics/proportions.ts';
import { sumOf } from '../../statistics/summation.ts';
import { errorOf, undeterminedReason } from '../common/inferred.ts';
import { countIn, textIn } from '../common/rows.ts';
import { hashIn, shareInBuckets, unitsFromLeastHashes } from '../common/share-of-rows.ts';
import { reasons } from '../common/texts.ts';
import { undecidable, type Unit, unitsOf } from '../common/units.ts';
import type { InversionsParameters } from './parameters.ts';
import { rules } from './reduce.ts';
import { absentLevel, chosenOf, noneSeen, noPairs } from './texts.ts';

type Request = MethodRequest<InversionsParameters>;

const total = (rows: readonly ReducedRow[], column: string): number => sumOf(rows, (row) => countIn(row, column));

const summary = (rows: readonly ReducedRow[]) => {
  const [pairs, inverted] = [total(rows, 'pairs'), total(rows, 'inverted')];
  const [adjacent, adjacentInverted] = [total(rows, 'adjacent'), total(rows, 'adjacent_inverted')];
  const requests = total(rows, 'requests');
  return {
    rows: total(rows, 'n'),
    requests,
    requestsInverted: total(rows, 'touched'),
    pairs,
    inverted,
    share: pairs === 0 ? null : inverted / pairs,
    adjacentPairs: adjacent,
    adjacentInverted,
    adjacentShare: adjacent === 0 ? null : adjacentInverted / adjacent,
  };
};

const shareOfPairs = (unit: Unit, rows: readonly ReducedRow[], request: Request): Estimation => {
  const values = summary(rows);
  const [top, bottom] =
    request.parameters.pairs === 'all'
      ? (['inverted', 'pairs'] as const)
      : (['adjacent_inverted', 'adjacent'] as const);
  const scores = rows.map((row) => ({ numerator: countIn(row, top), denominator: countIn(row, bottom) }));
  // With a cluster part requests are not independent: only clusters are.
  const independent =
    request.parts['cluster'] === undefined
      ? values.requests
      : Math.min(values.requests, unitsFromLeastHashes(rows.map((row) => hashIn(row, 'least_hash'))));
  const inferred = shareInBuckets(scores, independent);
  if (!inferred.known)
    return undecidable(unit, undeterminedReason(inferred.reason), { n: values.requests, values, scale: 'share' });
  return {
    by: unit.by,
    scale: 'share',
    estimate: inferred.estimate,
    n: values.requests,
    ...errorOf(inferred, 0),
    values,
    notes: values.inverted === 0 ? [...unit.notes, noneSeen(values.requests)] : unit.notes,
  };
};

interface Gain {
  readonly level: string;
  readonly scores: readonly RatioScore[];
  readonly results: number;
  readonly mean: number;
}

const gainsOf = (rows: readonly ReducedRow[]): readonly Gain[] => {
  const levels = new Map<string, RatioScore[]>();
  for (const row of rows) {
    const level = textIn(row, 'level');
    if (level === '') continue;
    const scores = levels.get(level) ?? [];
    levels.set(level, scores);
    scores.push({ numerator: countIn(row, 'ahead'), denominator: countIn(row, 'results') });
  }
  return [...levels].map(([level, scores]) => {
    const results = sumOf(scores, ({ denominator }) => denominator);
    return { level, scores, results, mean: sumOf(scores, ({ numerator }) => numerator) / results };
  });
};

const placesGained = (unit: Unit, rows: readonly ReducedRow[], request: Request): Estimation => {
  const whole = rows.filter((row) => textIn(row, 'level') === '');
  const gains = gainsOf(unit.rows);
  const summed = summary(whole);
  const values = {
    ...summed,
    groups: Object.fromEntries(gains.map(({ level, results, mean }) => [level, { results, placesAhead: mean }])),
  };
  const named = request.compare?.[0];
  const most = gains.reduce<Gain | undefined>(
    (best, gain) => (best === undefined || gain.mean > best.mean ? gain : best),
    undefined,
  );
  const chosen = named === undefined ? most : gains.find(({ level }) => level === named);
  const more = { n: summed.requests, values, scale: 'difference' } as const;
  if (chosen === undefined) return undecidable(unit, named === undefined ? reasons.empty : absentLevel(named), more);
  if (gains.length === 1)
    return undecidable(unit, reasons.oneGroup(chosen.level), { ...more, verdict: 'not-applicable' });
  const looks = named === undefined ? gains.length : 1;
  const notes = looks === 1 ? unit.notes : [...unit.notes, chosenOf(chosen.level, looks)];
  const common = {
    by: unit.by,
    scale: 'difference',
    estimate: chosen.mean,
    n: summed.requests,
    values,
    notes,
  } as const;
  const strict = (level: number): number => 1 - (1 - level) / looks;
  if (summed.inverted === 0) {
    // Nothing moved in any request. What may happen in requests not seen is bounded by their share times the length of a slate.
    const length = summed.rows / summed.requests;
    const reach = (level: number) =>
      length * clopperPearsonInterval({ successes: 0, trials: summed.requests }, strict(level)).high;
    return { ...common, p: 1, interval: (level) => [-reach(level), reach(level)], smallestDetectable: reach };
  }
  const inferred = clusterRatio(chosen.scores);
  if (!inferred.known)
    return undecidable(unit, undeterminedReason(inferred.reason), { ...more, estimate: chosen.mean });
  const error = errorOf(inferred, 0);
  return {
    ...common,
    p: error.p === undefined ? undefined : Math.min(1, error.p * looks),
    interval: (level) => error.interval(strict(level)),
    smallestDetectable: (level) => error.smallestDetectable(strict(level)),
  };
};

export const estimate = (rows: readonly ReducedRow[], request: Request): readonly Estimation[] =>
  unitsOf(rows, request.by, rules(request)).map((unit) => {
    const whole = unit.rows.filter((row) => textIn(row, 'level') === '' && countIn(row, 'n') > 0);
    if (whole.length === 0) return undecidable(unit, reasons.empty);
    if (total(whole, 'pairs') === 0) return undecidable(unit, noPairs, { values: summary(whole) });
    return request.parts['group'] === undefined
      ? shareOfPairs(unit, whole, request)
      : placesGained(unit, whole, request);
  });
