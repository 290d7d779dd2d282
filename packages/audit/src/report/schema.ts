import { z } from 'zod';

/**
 * The report as it is written to a file. Absent numbers are null, never left out. Everything but `run` is compared when a report is
 * run again: the same data, versions and parameters give the same bytes.
 */

const textSchema = z.strictObject({ zh: z.string(), en: z.string() });
const number = z.number().nullable();
const interval = z
  .tuple([number, number])
  .nullable()
  .describe('Low and high end at the corrected level; null for an end that is infinite.');
const verdict = z.enum(['pass', 'fail', 'not-enough-data', 'not-applicable']);
const scale = z.enum(['difference', 'relative', 'ratio', 'count', 'share', 'none']);
const by = z.record(z.string(), z.string());

type Value = number | string | boolean | null | readonly Value[] | { readonly [name: string]: Value };
const value: z.ZodType<Value> = z.lazy(() =>
  z.union([z.number(), z.string(), z.boolean(), z.null(), z.array(value), z.record(z.string(), value)]),
);

const unitSchema = z.strictObject({
  by: by.describe('What tells this unit from the others; empty when there is only one.'),
  verdict,
  reason: textSchema.nullable().describe('Why, where the numbers alone do not say it.'),
  estimate: number,
  interval,
  n: z.number().describe('Rows, pairs or requests that carried information.'),
  p: number,
  q: number.describe('p corrected over the units of this check (Benjamini-Hochberg).'),
  smallestDetectable: number.describe('The size that would have been found four times out of five.'),
  values: z.record(z.string(), value),
  notes: z.array(textSchema),
});

const resultSchema = z.strictObject({
  id: z.string(),
  check: z.string().nullable(),
  method: z.string(),
  clause: z.string().nullable(),
  clauses: z.array(z.string()),
  severity: z.enum(['duty', 'advisory']),
  status: z.enum(['live', 'shadow']),
  title: textSchema,
  question: textSchema,
  advice: textSchema.nullable(),
  matched: textSchema.optional().describe('How like was compared with like; absent where nothing is matched.'),
  verdict,
  reason: textSchema.nullable(),
  scale,
  estimate: number.describe('Of the leading unit: the one that decides the verdict.'),
  interval,
  n: z.number().describe('Over all units.'),
  p: number.describe('Of "no effect in any unit" (Simes, over the units).'),
  q: number.describe('p corrected over the duty checks of the run (Holm).'),
  materiality: number,
  smallestDetectable: number,
  level: number.describe('Error that this check could spend: what Holm left it of the run.'),
  leading: by.nullable().describe('The unit that estimate and interval are of.'),
  units: z.array(unitSchema),
  values: z.record(z.string(), value),
  notes: z.array(textSchema),
});

const dataSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('log'),
    provider: z.string().nullable(),
    from: z.string(),
    to: z.string(),
    treeSize: z.number().int(),
    root: z.string(),
    commitment: z
      .string()
      .describe('To the Merkle roots of all batches up to the last day, family by family and day by day.'),
    traitKey: z
      .string()
      .optional()
      .describe(
        'That the key of traits was used to lay traits beside people, and which: a mark that gives nothing of it away. Absent where it was not used.',
      ),
  }),
  z.strictObject({
    kind: z.literal('files'),
    mapping: value,
    files: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
  }),
]);

const receiptSchema = z.strictObject({
  format: z.literal('suanjian-audit-receipt/1'),
  edition: z.string().nullable(),
  software: z.strictObject({ suanjian: z.string(), clickhouse: z.string() }),
  data: dataSchema,
  questions: z.array(
    z.strictObject({
      id: z.string(),
      check: z.strictObject({ id: z.string(), version: z.number().int() }).nullable(),
      method: z.strictObject({ id: z.string(), version: z.number().int() }),
      definition: z.string().describe('Commitment to the whole definition of the check, or to the mapping’s question.'),
      parameters: z.record(z.string(), value),
    }),
  ),
  seed: z.number().int(),
  error: z.strictObject({
    year: z.number().describe('Chance of any false failure that a year of honest operation may carry.'),
    runsPerYear: z.number().int(),
    run: z.number().describe('What this run may spend of it.'),
  }),
});

const runSchema = z.strictObject({
  started: z.string(),
  milliseconds: z.number(),
  host: z.string(),
  notes: z.array(textSchema),
  questions: z
    .array(z.strictObject({ id: z.string(), milliseconds: z.number(), daysRead: z.number(), daysKept: z.number() }))
    .optional()
    .describe('How long each question took, and how many days were read and how many kept from earlier runs.'),
  mapping: z.string().optional().describe('Where the mapping lay, so that the report can be run again.'),
});

export const reportSchema = z.strictObject({
  format: z.literal('suanjian-audit/1'),
  results: z.array(resultSchema),
  receipt: receiptSchema,
  run: runSchema.describe('When, where and how long: not part of what is compared.'),
});

export type Report = z.infer<typeof reportSchema>;
export type ReportResult = z.infer<typeof resultSchema>;
export type ReportUnit = z.infer<typeof unitSchema>;
export type Receipt = z.infer<typeof receiptSchema>;
export type ReceiptData = z.infer<typeof dataSchema>;
export type RunNotes = z.infer<typeof runSchema>;

/** The report's JSON Schema (2020-12), as it is published beside this file. */
export const reportJsonSchema = (): unknown => ({
  ...z.toJSONSchema(reportSchema),
  title: 'Suanjian audit report',
});
