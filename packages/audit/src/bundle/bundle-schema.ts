import { z } from 'zod';

/**
 * What goes up to an office with a filing: verdicts, aggregates without small cells, references to the log's leaves. No row, no id of a person, no
 * count below ten, nothing from which one could be had by subtraction. Numbers are coarse on purpose: counts to the nearest ten, sizes
 * to three digits.
 */

const number = z.number().nullable();
const interval = z.tuple([number, number]).nullable();
const verdict = z.enum(['pass', 'fail', 'not-enough-data', 'not-applicable']);
const title = z.strictObject({ zh: z.string(), en: z.string() });

/** A count that is at least ten, to the nearest ten; null when it is suppressed. */
const count = z.number().int().min(0).multipleOf(10).nullable();

const figures = {
  verdict,
  estimate: number,
  interval,
  n: count,
  p: number,
  q: number,
  smallestDetectable: number,
  /** The verdict stands; its numbers rest on fewer than ten rows somewhere and are kept back. */
  suppressed: z.boolean(),
} as const;

const bundledUnitSchema = z.strictObject({ by: z.record(z.string(), z.string()), ...figures });

const bundledResultSchema = z.strictObject({
  id: z.string(),
  check: z.string().nullable(),
  checkVersion: z.number().int().nullable(),
  method: z.string(),
  methodVersion: z.number().int(),
  definition: z.string(),
  clause: z.string().nullable(),
  clauses: z.array(z.string()),
  severity: z.enum(['duty', 'advisory']),
  status: z.enum(['live', 'shadow']),
  title,
  /** How like was compared with like; absent where nothing is matched. */
  matched: title.optional(),
  scale: z.enum(['difference', 'relative', 'ratio', 'count', 'share', 'none']),
  materiality: number,
  ...figures,
  units: z.array(bundledUnitSchema),
});

export const bundleSchema = z.strictObject({
  format: z.literal('suanjian-bundle/1'),
  /** The filing it is for: its number, or its id before it has one. */
  filing: z.string().min(1).max(200),
  edition: z.string().nullable(),
  data: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('log'),
      provider: z.string().nullable(),
      from: z.string(),
      to: z.string(),
      treeSize: z.number().int(),
      root: z.string(),
      commitment: z.string(),
    }),
    z.strictObject({ kind: z.literal('files'), sha256: z.array(z.string()) }),
  ]),
  software: z.strictObject({ suanjian: z.string(), clickhouse: z.string() }),
  error: z.strictObject({ year: z.number(), runsPerYear: z.number().int(), run: z.number() }),
  /** Commitment to the whole report under a salt that stays with the provider: it can be opened later, and not guessed before. */
  report: z.string(),
  results: z.array(bundledResultSchema),
});

export type Bundle = z.infer<typeof bundleSchema>;
export type BundledResult = z.infer<typeof bundledResultSchema>;
export type BundledUnit = z.infer<typeof bundledUnitSchema>;
