import type { Estimation, EstimationContext, MethodRequest, ReducedRow } from '../../engine/method.ts';
import { clusterRatio } from '../../statistics/cluster-contrast.ts';
import { type Inference, wald } from '../../statistics/inference.ts';
import { seededRandom } from '../../statistics/random.ts';
import { sumOf } from '../../statistics/summation.ts';
import { errorOf } from '../common/inferred.ts';
import { countIn, numberIn, wholeIn } from '../common/rows.ts';
import { numberFrom, scoreBits } from '../common/sums.ts';
import { reasons } from '../common/texts.ts';
import { undecidable, type Unit, unitsOf } from '../common/units.ts';
import { evenThrow } from './even-throw.ts';
import type { ConcentrationParameters } from './parameters.ts';
import { rules } from './reduce.ts';
import { chanceLevel, moreThanSaid, nothingHeld, oneEntity, tooFewRows } from './texts.ts';

type Request = MethodRequest<ConcentrationParameters>;

const score = (row: ReducedRow, column: string): number => numberFrom(wholeIn(row, column), scoreBits);

const scoreSums = { gini: 'gini_sum', hhi: 'hhi_sum', 'top-share': 'top_sum' } as const;

const leastRows = 10;

interface Measured {
  readonly entities: number;
  /** Independent rows: fewer than there are when weights differ or clusters return. */
  readonly independent: number;
  readonly gini: number;
  readonly hhi: number;
  readonly 'top-share': number;
}

/**
 * Σ (what a throw put on an entity)² over all, as a share of the whole squared: 1 over the number of independent throws. A cluster that returns to an
 * entity is one throw. Buckets hold several clusters, whose meeting on one entity by chance is taken off.
 */
const squaresOf = (unit: Unit, clusters: ReducedRow | undefined, hhi: number): number => {
  const seen = sumOf(unit.rows, (row) => score(row, 'square_sum'));
  if (clusters === undefined) return seen;
  const rows = sumOf(unit.rows, (row) => countIn(row, 'n'));
  const shared = sumOf(unit.rows, (row) => score(row, 'held_sum') ** 2) - score(clusters, 'square_sum');
  return Math.max(1 / rows, seen - hhi * Math.max(0, shared));
};

const measuredOf = (unit: Unit, clusters: ReducedRow | undefined, entities: number): Measured => {
  const sum = (column: string) => sumOf(unit.rows, (row) => score(row, column));
  const held = countIn(unit.rows[0] ?? {}, 'entities');
  return {
    entities,
    independent: 1 / squaresOf(unit, clusters, sum('hhi_sum')),
    gini: (2 * (held * sum('gini_sum') + (entities - held))) / entities - (entities + 1) / entities,
    hhi: sum('hhi_sum'),
    'top-share': sum('top_sum'),
  };
};

/** How much faster the measure moves than the mean score behind it. */
const steepness = (measure: ConcentrationParameters['measure'], held: number, entities: number): number =>
  measure === 'gini' ? (2 * held) / entities : measure === 'hhi' ? 2 : 1;

/** Standard error of the mean score, and its degrees of freedom. */
const errorOfScore = (unit: Unit, request: Request, independent: number) => {
  const column = scoreSums[request.parameters.measure];
  if (request.parts['cluster'] !== undefined) {
    const inferred = clusterRatio(
      unit.rows.map((row) => ({ numerator: score(row, column), denominator: score(row, 'held_sum') })),
    );
    return inferred.known
      ? { standardError: inferred.standardError, degreesOfFreedom: inferred.degreesOfFreedom }
      : { standardError: 0, degreesOfFreedom: Math.max(1, unit.rows.length - 1) };
  }
  const sum = (name: string) => sumOf(unit.rows, (row) => score(row, name));
  const centre = sum(column);
  const square =
    sum('square_score_square_sum') - 2 * centre * sum('square_score_sum') + centre ** 2 * sum('square_sum');
  return { standardError: Math.sqrt(Math.max(0, square)), degreesOfFreedom: Math.max(1, independent - 1) };
};

const judged = (whole: Unit, request: Request, { seed }: EstimationContext): Estimation => {
  const clusters = whole.rows.find((row) => countIn(row, 'of_clusters') === 1);
  const unit = { ...whole, rows: whole.rows.filter((row) => countIn(row, 'of_clusters') === 0) };
  const [first] = unit.rows;
  if (first === undefined) return undecidable(unit, reasons.empty);
  const { measure, most, entities: said = 0, top } = request.parameters;
  const rows = sumOf(unit.rows, (row) => countIn(row, 'n'));
  const held = countIn(first, 'entities');
  const entities = Math.max(held, said);
  if (sumOf(unit.rows, (row) => score(row, 'held_sum')) === 0) return undecidable(unit, nothingHeld, { n: rows });
  const measured = measuredOf(unit, clusters, entities);
  const described = {
    rows,
    entities,
    gini: measured.gini,
    hhi: measured.hhi,
    topShare: measured['top-share'],
    largestShare: numberIn(first, 'largest_share') ?? null,
  };
  if (entities === 1) return undecidable(unit, oneEntity, { n: rows, values: described, verdict: 'not-applicable' });
  if (measured.independent < leastRows) return undecidable(unit, tooFewRows, { n: rows, values: described });
  const even = evenThrow(measured.independent, entities, { measure, top }, seededRandom(seed));
  const error = errorOfScore(unit, request, measured.independent);
  const seen = error.standardError * steepness(measure, held, entities);
  const standardError = Math.max(seen, even.standardDeviation);
  const against = most ?? even.mean;
  const inference: Inference = wald({
    estimate: measured[measure],
    standardError,
    degreesOfFreedom: error.degreesOfFreedom,
    method: seen >= even.standardDeviation ? 'linearised' : 'even throw',
  });
  const own = errorOf(inference, against, 'greater', against);
  const p = most === undefined ? even.atLeast(measured[measure]) : own.p;
  return {
    by: unit.by,
    scale: 'difference',
    estimate: measured[measure] - against,
    n: rows,
    ...own,
    p,
    // Near the even throw a measure that cannot be negative is skewed: there the throw itself says whether it is more than chance.
    interval: (level) => {
      const interval = own.interval(level);
      if (interval === undefined || most !== undefined || p === undefined || p <= (1 - level) / 2) return interval;
      return [Math.min(interval[0], 0), interval[1]];
    },
    values: { ...described, expectedByChance: even.mean, independentRows: measured.independent },
    notes: [
      ...unit.notes,
      ...(said > 0 && held > said ? [moreThanSaid(held, said)] : []),
      ...(most === undefined ? [chanceLevel(even.mean)] : []),
    ],
  };
};

export const estimate = (
  rows: readonly ReducedRow[],
  request: Request,
  context: EstimationContext,
): readonly Estimation[] => unitsOf(rows, request.by, rules(request)).map((unit) => judged(unit, request, context));
