import { familyNames } from '@suanjian/decision-log';
import { z } from 'zod';
import type { Check } from '../engine/check.ts';

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** A column of the relation: whatever has to be computed is computed in the relation, where all of it is checked as one query. */
const column = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/u, 'a column of the relation by its name; compute it there with AS');
const value = z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]);
const verdict = z.enum(['pass', 'fail', 'not-enough-data', 'not-applicable']);
const recorded = z.record(z.string(), z.json());

/** A check of a pack, as it stands in its YAML file: the shape of a check of the house, with columns where that may have expressions. */
export const packedCheckSchema: z.ZodType<Check> = z.strictObject({
  id: z.string(),
  version: z.number().int().min(1),
  status: z.enum(['live', 'shadow']).default('live'),
  title: words,
  question: words,
  advice: words,
  matched: words.optional(),
  clauses: z.array(z.strictObject({ clause: z.string(), severity: z.enum(['duty', 'advisory']) })).min(1),
  checklist: z.array(z.number().int()).optional(),
  families: z.array(z.enum(familyNames)).min(1),
  needs: z.array(z.string()).default([]),
  method: z.string(),
  relation: z.string(),
  parts: z.record(z.string(), column),
  by: z.array(column).optional(),
  strata: z.array(column).optional(),
  controls: z.array(column).optional(),
  compare: z.array(z.string()).optional(),
  parameters: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/u),
        value,
        meaning: words,
        source: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('clause'), clause: z.string() }),
          z.strictObject({ kind: z.literal('published'), reference: z.string() }),
          z.strictObject({ kind: z.literal('policy default') }),
        ]),
      }),
    )
    .default([]),
  methodParameters: z.record(z.string(), z.json()).default({}),
  day: column.optional(),
  history: z.union([z.literal('all'), z.number().int().positive()]).optional(),
  examples: z
    .array(
      z.strictObject({
        title: words,
        records: z.partialRecord(z.enum(familyNames), z.array(recorded)),
        parameters: z.record(z.string(), value).optional(),
        verdict,
        units: z
          .array(
            z.strictObject({
              by: z.record(z.string(), z.string()).optional(),
              verdict,
              estimate: z.number().optional(),
              values: z.record(z.string(), z.json()).optional(),
            }),
          )
          .optional(),
      }),
    )
    .default([]),
  references: z.array(z.strictObject({ id: z.string(), citation: z.string() })).optional(),
});
