import { z } from 'zod';
import { civilDateSchema } from './text.ts';

/** Below this a count could point at somebody. */
export const leastShown = 10;

export const shownCountSchema = z.union([z.number().int(), z.literal('few'), z.literal('withheld')]).meta({
  description:
    '`few` stands for fewer than 10, none included. `withheld` stands for any count from which one of those could be worked out.',
});
export type ShownCount = z.infer<typeof shownCountSchema>;

const counts = {
  received: shownCountSchema,
  inTime: shownCountSchema,
  late: shownCountSchema,
  openInTime: shownCountSchema,
  openLate: shownCountSchema,
  ended: shownCountSchema.meta({ description: 'Taken back, merged or handed over before the time was over.' }),
} as const;

export const answeredCountsSchema = z.object(counts).readonly();
export type AnsweredCounts = z.infer<typeof answeredCountsSchema>;

export const answeredByProviderSchema = z
  .object({
    provider: z.string(),
    name: z.string(),
    total: answeredCountsSchema,
    rows: z
      .array(z.object({ month: z.string(), kind: z.string(), ...counts }).readonly())
      .readonly()
      .meta({
        description: 'By month in which complaints reached the provider, and by kind; only rows of ten or more.',
      }),
    other: answeredCountsSchema
      .optional()
      .meta({ description: 'All months and kinds with fewer than ten, together; absent where there are none.' }),
  })
  .readonly();
export type AnsweredByProvider = z.infer<typeof answeredByProviderSchema>;

export const complaintsAnsweredSchema = z
  .object({
    asOf: civilDateSchema,
    from: z.string().meta({ description: 'First month.', example: '2025-03' }),
    until: z.string().meta({ description: 'Last month; the present one is not counted yet.', example: '2026-02' }),
    providers: z.array(answeredByProviderSchema).readonly(),
  })
  .readonly()
  .meta({ description: 'How providers kept the time that they have published for answering complaints (final/22).' });
export type ComplaintsAnsweredModel = z.infer<typeof complaintsAnsweredSchema>;

/** One provider's figures, with the day and the months they are about. */
export const providerAnsweredSchema = z
  .object({ asOf: civilDateSchema, from: z.string(), until: z.string(), provider: answeredByProviderSchema })
  .readonly();
export type ProviderAnsweredModel = z.infer<typeof providerAnsweredSchema>;
