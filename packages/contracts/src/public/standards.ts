import { z } from 'zod';
import { civilDateSchema } from './text.ts';

export const standardVersionSchema = z
  .object({
    code: z.string(),
    version: z.string(),
    title: z.string(),
    from: civilDateSchema,
    publishedOn: civilDateSchema,
    pack: z.string().meta({ description: 'SHA-256 of the check pack.' }),
    words: z.string(),
    thresholds: z.array(z.object({ check: z.string(), bound: z.string() }).readonly()).readonly(),
    withdrawn: z.object({ on: civilDateSchema, reason: z.string() }).readonly().optional(),
  })
  .readonly();
export type StandardVersionModel = z.infer<typeof standardVersionSchema>;

const adopted = z.object({ version: z.string(), on: civilDateSchema }).readonly();

export const adoptionSchema = z
  .object({
    company: z.string(),
    code: z.string(),
    title: z.string(),
    adopted,
    earlier: z.array(adopted).readonly(),
    withdrawn: z.object({ on: civilDateSchema, reason: z.string() }).readonly().optional(),
  })
  .readonly()
  .meta({ description: 'A company keeps to a version of a standard, or no longer does and why.' });
export type AdoptionModel = z.infer<typeof adoptionSchema>;

export const standardsOfBodySchema = z
  .object({
    id: z.string(),
    body: z.string(),
    ended: z.boolean(),
    versions: z.array(standardVersionSchema).readonly().meta({ description: 'Newest first.' }),
    adoptions: z.array(adoptionSchema).readonly(),
  })
  .readonly();
export type StandardsOfBodyModel = z.infer<typeof standardsOfBodySchema>;

export const standardsSchema = z.object({ items: z.array(standardsOfBodySchema).readonly() }).readonly();
export type StandardsModel = z.infer<typeof standardsSchema>;
