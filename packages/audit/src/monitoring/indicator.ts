import { z } from 'zod';

/**
 * What is watched, as data (opinions/7, 10): a new version needs no release of the server. Every number in it is a policy default and no
 * law. A version is first on trial (shadow), is replayed over the past, and only then counts (live).
 */
const words = z.strictObject({ zh: z.string().min(1).max(400), en: z.string().min(1).max(400) });

/** What opinions/7 asks to be watched. */
export const themes = ['data-use', 'spread', 'market', 'behaviour', 'fairness'] as const;
export type Theme = (typeof themes)[number];

export const levels = ['provider', 'algorithm', 'service'] as const;

/** A figure of a signed bundle: the result of one check for the filed algorithm, or its parts by one dimension. */
const fromAudit = z.strictObject({
  source: z.literal('audit'),
  check: z.string().min(1).max(120),
  /** `share`: the broken ones among all; `count`: how many; `measure`: the estimate itself. */
  as: z.enum(['share', 'count', 'measure']),
  /** Which parts are watched one by one, where the level is `service`. */
  dimension: z.string().min(1).max(60).optional(),
});
/** How many complaints of these kinds came in on a day. */
const fromComplaints = z.strictObject({
  source: z.literal('complaints'),
  kinds: z.array(z.string().min(1).max(60)).min(1).max(20),
});

export const indicatorSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/u),
    version: z.int().positive().max(10_000),
    theme: z.enum(themes),
    title: words,
    meaning: words,
    clauses: z.array(z.string().min(1).max(60)).min(1).max(10),
    reads: z.discriminatedUnion('source', [fromAudit, fromComplaints]),
    per: z.enum(levels),
    /** Which way is a reason to look. */
    direction: z.enum(['up', 'down', 'either']),
    /** How far from what was expected it has to be: a ratio for counts and shares, an absolute difference for measures. */
    threshold: z.number().positive().max(1000),
    rates: z.strictObject({
      /** At most this often one series on one day on which nothing has changed. */
      perSeries: z.number().positive().max(0.05),
      /** At most this often anything at all of this indicator on a day of the office, over all providers (Benjamini and Hochberg). */
      perDay: z.number().positive().max(0.2),
    }),
    /** Whether weekdays are told apart where there is enough to tell them apart by; so unless it says otherwise. */
    season: z.enum(['weekdays', 'none']).optional(),
    history: z.strictObject({
      /** Days before the judged one that make the baseline. */
      days: z.int().min(28).max(180),
      /** Fewer days with figures than this: nothing is said. */
      atLeast: z.int().min(21).max(180),
    }),
  })
  .refine(({ history }) => history.atLeast <= history.days, { message: 'history.atLeast is more than history.days' })
  .refine(({ per, reads }) => per !== 'service' || (reads.source === 'audit' && reads.dimension !== undefined), {
    message: 'the parts of a service are told apart by a dimension of a check',
  })
  .refine(({ per, reads }) => per !== 'provider' || reads.source === 'complaints' || reads.as !== 'measure', {
    message: 'measures of several algorithms are not added up',
  });

export type Indicator = z.infer<typeof indicatorSchema>;

/** Where its figures lie: two indicators that read the same have the same key. */
export const sourceKey = ({ reads, per }: Pick<Indicator, 'reads' | 'per'>): string =>
  reads.source === 'complaints'
    ? `complaints:${[...new Set(reads.kinds)].toSorted().join('+')}:${per}`
    : `audit:${reads.check}:${reads.as}:${per}${reads.dimension === undefined ? '' : `:${reads.dimension}`}`;

/** What several indicators together may err with on one day of the office. */
export const officeRate = (indicators: readonly Pick<Indicator, 'rates'>[]): number =>
  indicators.reduce((sum, { rates }) => sum + rates.perDay, 0);
