import { z } from 'zod';
import { civilDateSchema } from './text.ts';

export const discretionStandardSchema = z
  .object({
    version: z.number().int(),
    title: z.string(),
    clause: z.string().meta({ description: 'The clause that sets the bounds of the fine.' }),
    from: civilDateSchema,
    publishedOn: civilDateSchema,
    words: z.string(),
    steps: z
      .array(
        z
          .object({
            gravity: z.enum(['slight', 'ordinary', 'serious', 'grave']),
            when: z.string(),
            atLeast: z.number(),
            atMost: z.number(),
          })
          .readonly(),
      )
      .readonly()
      .meta({ description: 'From slight to grave; yuan, both bounds included.' }),
    withdrawn: z.object({ on: civilDateSchema, reason: z.string() }).readonly().optional(),
  })
  .readonly();
export type DiscretionStandardModel = z.infer<typeof discretionStandardSchema>;

export const discretionSchema = z
  .object({
    items: z
      .array(
        z
          .object({
            id: z.string(),
            office: z.string(),
            ended: z.boolean(),
            standards: z.array(discretionStandardSchema).readonly().meta({ description: 'Newest first.' }),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type DiscretionModel = z.infer<typeof discretionSchema>;
