import type { Figure } from './figures.ts';

/*
 * What a day would bring if nothing changed: a level for each weekday and one trend, as a generalised linear model. Counts with a logarithm
 * and shares with a logit, both with a dispersion of their own (quasi-likelihood, as Farrington et al., 1996, JRSS A 159, and Noufaily et al.,
 * 2013, Statistics in Medicine 32, for the early detection of outbreaks), measures by least squares. The matrix of such a model is an
 * arrow (weekdays on the diagonal, the trend beside it), so that it is solved without a matrix.
 */

/** A day that makes the baseline: days counted from any one origin. */
export interface Past {
  readonly day: number;
  readonly figure: Exclude<Figure, { kind: 'suppressed' }>;
}

export interface Season {
  /** Whether weekdays are told apart. */
  readonly weekdays: boolean;
}

export interface Expectation {
  readonly kind: 'count' | 'share' | 'measure';
  /** What is expected of the day: a count, a share, or a value. */
  readonly mean: number;
  /** Variance of what the day brings around what is expected, per unit of the family's own variance; at least 1 for counts and shares. */
  readonly dispersion: number;
  /** Variance of the linear predictor: the baseline is itself only estimated. */
  readonly uncertainty: number;
  readonly degreesOfFreedom: number;
}

const weekdays = 7;
/** Fewer events than this in all: the weekdays share one level, for there is too little to tell them apart. */
const sparse = 35;
const rounds = 25;
/** Added to every weekday at the common level, so that a weekday without any event has a level at all. */
const pseudo = 0.5;

interface Row {
  readonly group: number;
  readonly trend: number;
  /** What was seen: a count, a share, a value. */
  readonly seen: number;
  /** Trials of a share, else 1. */
  readonly size: number;
}

const rowOf = ({ day, figure }: Past, centre: number, groups: number): Row => {
  const group = groups === 1 ? 0 : ((day % weekdays) + weekdays) % weekdays;
  const trend = (day - centre) / weekdays;
  switch (figure.kind) {
    case 'count':
      return { group, trend, seen: figure.count, size: 1 };
    case 'share':
      return { group, trend, seen: figure.hits / figure.trials, size: figure.trials };
    case 'measure':
      return { group, trend, seen: figure.value, size: 1 };
  }
};

interface Family {
  readonly link: (mean: number) => number;
  readonly mean: (predictor: number) => number;
  /** Of one unit of size, at dispersion 1. */
  readonly variance: (mean: number) => number;
  /** Derivative of the mean by the predictor. */
  readonly slope: (mean: number) => number;
}

const families: Readonly<Record<Expectation['kind'], Family>> = {
  count: {
    link: Math.log,
    mean: (predictor) => Math.exp(Math.max(-20, Math.min(30, predictor))),
    variance: (mean) => mean,
    slope: (mean) => mean,
  },
  share: {
    link: (mean) => Math.log(mean / (1 - mean)),
    mean: (predictor) => 1 / (1 + Math.exp(-Math.max(-25, Math.min(25, predictor)))),
    variance: (mean) => mean * (1 - mean),
    slope: (mean) => mean * (1 - mean),
  },
  measure: { link: (mean) => mean, mean: (predictor) => predictor, variance: () => 1, slope: () => 1 },
};

/** With periods of several days among them: so many days that stand for themselves tell the weekdays apart. */
const wholeDays = 35;

/** What a day of the past weighs: the days of a period of several weigh one day together. */
const weightOf = ({ figure: { part } }: Past): number => (part === undefined ? 1 : 1 / part.of);

const groupsOf = (kind: Expectation['kind'], past: readonly Past[], { weekdays: apart }: Season): number => {
  const whole = past.filter(({ figure }) => figure.part === undefined).length;
  if (!apart || (whole < past.length && whole < wholeDays)) return 1;
  if (kind === 'measure') return weekdays;
  const events = past.reduce(
    (sum, { figure }) =>
      sum +
      (figure.kind === 'count'
        ? figure.count
        : figure.kind === 'share'
          ? Math.min(figure.hits, figure.trials - figure.hits)
          : 0),
    0,
  );
  return events < sparse ? 1 : weekdays;
};

interface Fit {
  readonly expectation: Expectation;
  /** Those of the past that no ordinary day brings. */
  readonly outbreaks: ReadonlySet<number>;
}

/** Standard deviations from its expectation beyond which a past day is an outbreak of its own and no part of what is usual. */
const outbreak = 4;

/**
 * What is expected of a day; undefined where its weekday was never seen or too little is left to judge by. A past outbreak is left out and
 * the rest fitted again, or it would hide the next one.
 */
export const expectationOf = (
  past: readonly Past[],
  day: number,
  season: Season = { weekdays: true },
): Expectation | undefined => {
  const first = fitOf(past, day, season);
  if (first === undefined || first.outbreaks.size === 0) return first?.expectation;
  const ordinary = past.filter((each) => !first.outbreaks.has(each.day));
  return (fitOf(ordinary, day, season) ?? first).expectation;
};

const fitOf = (past: readonly Past[], day: number, season: Season): Fit | undefined => {
  const kind = past[0]?.figure.kind;
  if (kind === undefined || past.some(({ figure }) => figure.kind !== kind)) return undefined;
  const groups = groupsOf(kind, past, season);
  const centre = past.reduce((sum, each) => sum + each.day, 0) / past.length;
  const rows = past.map((each) => rowOf(each, centre, groups));
  // A period gives each of its days the same, which strays by as much less: its squares add up to those of one day.
  const free = past.reduce((sum, each) => sum + weightOf(each), 0) - groups - 1;
  if (free < 7) return undefined;
  const family = families[kind];

  const total = rows.reduce((sum, { size }) => sum + size, 0);
  const seen = rows.reduce((sum, row) => sum + row.seen * row.size, 0);
  const common =
    kind === 'count'
      ? Math.max(seen, pseudo) / total
      : kind === 'share'
        ? (seen + pseudo) / (total + 2 * pseudo)
        : seen / total;
  // Pseudo-days at the common level: half an event for each weekday, none for a measure.
  const prior =
    kind === 'count' ? pseudo / common : kind === 'share' ? pseudo / Math.max(common * (1 - common), 1e-9) : 0;

  const level = new Float64Array(groups).fill(family.link(common));
  let trend = 0;
  const weight = new Float64Array(groups);
  const beside = new Float64Array(groups);
  const target = new Float64Array(groups);
  let schur = 0;
  for (let round = 0; round < rounds; round++) {
    weight.fill(0);
    beside.fill(0);
    target.fill(0);
    let square = 0;
    let cross = 0;
    const add = (group: number, at: number, value: number, size: number): void => {
      const predictor = (level[group] ?? 0) + trend * at;
      const mean = family.mean(predictor);
      const slope = family.slope(mean);
      const w = (size * slope * slope) / family.variance(mean);
      if (!(w > 0)) return;
      const working = predictor + (value - mean) / slope;
      weight[group] = (weight[group] ?? 0) + w;
      beside[group] = (beside[group] ?? 0) + w * at;
      target[group] = (target[group] ?? 0) + w * working;
      square += w * at * at;
      cross += w * at * working;
    };
    for (const { group, trend: at, seen: value, size } of rows) add(group, at, value, size);
    if (prior > 0) for (let group = 0; group < groups; group++) add(group, 0, common, prior);
    schur = square;
    for (let group = 0; group < groups; group++) {
      const w = weight[group] ?? 0;
      if (w === 0) continue;
      schur -= (beside[group] ?? 0) ** 2 / w;
      cross -= ((beside[group] ?? 0) * (target[group] ?? 0)) / w;
    }
    const next = schur > 1e-12 ? cross / schur : 0;
    let moved = Math.abs(next - trend);
    trend = next;
    for (let group = 0; group < groups; group++) {
      const w = weight[group] ?? 0;
      if (w === 0) continue;
      const found = ((target[group] ?? 0) - trend * (beside[group] ?? 0)) / w;
      moved = Math.max(moved, Math.abs(found - (level[group] ?? 0)));
      level[group] = found;
    }
    if (moved < 1e-9) break;
  }

  let pearson = 0;
  const squares = rows.map(({ group, trend: at, seen: value, size }) => {
    const mean = family.mean((level[group] ?? 0) + trend * at);
    const square = (size * (value - mean) ** 2) / family.variance(mean);
    pearson += square;
    return square;
  });
  const dispersion = kind === 'measure' ? pearson / free : Math.max(1, pearson / free);
  const asked = groups === 1 ? 0 : ((day % weekdays) + weekdays) % weekdays;
  if (!rows.some(({ group }) => group === asked)) return undefined;
  const at = (day - centre) / weekdays;
  const own = weight[asked] ?? 0;
  if (!(own > 0) || !(schur > 1e-12)) return undefined;
  const outbreaks = new Set(
    past.flatMap((each, index) =>
      (squares[index] ?? 0) > outbreak ** 2 * dispersion * weightOf(each) ? [each.day] : [],
    ),
  );
  const expectation = {
    kind,
    mean: family.mean((level[asked] ?? 0) + trend * at),
    dispersion,
    uncertainty: dispersion * (1 / own + (at - (beside[asked] ?? 0) / own) ** 2 / schur),
    degreesOfFreedom: free,
  };
  return { expectation, outbreaks };
};
