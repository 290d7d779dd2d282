import { z } from 'zod';
import { recordStatuses } from './register-search.ts';
import { faultSchema, textSchema } from './text.ts';

export const numberCheckSchema = z
  .object({
    asked: z.string(),
    ok: z.boolean().meta({ description: 'The number obeys the rules. It need not have been issued.' }),
    digits: z.string(),
    parts: z
      .array(
        z
          .object({
            name: z.string(),
            from: z.number().int(),
            to: z.number().int(),
            digits: z.string(),
            title: textSchema,
            meaning: textSchema,
            sound: z.boolean(),
          })
          .readonly(),
      )
      .readonly(),
    expectedCheckDigit: z.number().int().optional(),
    faults: z.array(faultSchema).readonly(),
    notes: z.array(faultSchema).readonly(),
    caution: textSchema,
    known: z
      .object({
        number: z.string(),
        printed: z.string(),
        algorithmName: z.string(),
        subject: z.string(),
        status: z.enum(recordStatuses),
      })
      .readonly()
      .optional(),
    near: z
      .array(
        z
          .object({ number: z.string(), printed: z.string(), algorithmName: z.string(), subject: z.string() })
          .readonly(),
      )
      .readonly()
      .meta({ description: 'Published numbers that differ little from the one asked for.' }),
  })
  .readonly()
  .meta({ description: 'What a filing number says, part by part, and whether the register holds it.' });
export type NumberCheckModel = z.infer<typeof numberCheckSchema>;
